"""Projects: which folder, which modules, which settings; and files that cannot be opened."""

import contextlib
import os
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lessonkit.base.errors import SettingsError, UsageError
from lessonkit.base.messages import catalogue, sentences
from lessonkit.model.settings import Settings
from lessonkit.read.module import read_module, unreadable
from lessonkit.read.project import find_modules, find_project, module_index, translations
from lessonkit.read.settings import read_settings

LESSON = "---\ntitle: Bài\n---\n\nChữ.\n"


def _module(folder: Path, front: str = "title: Bài\n") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "module.md"
    path.write_text(f"---\n{front}---\n", "utf-8")
    return path


def test_the_nearest_settings_make_the_project(tmp_path: Path) -> None:
    (tmp_path / "lessonkit.toml").write_text('title = "Dự án"\n', "utf-8")
    path = _module(tmp_path / "modules" / "a" / "b")
    for start in (path, path.parent, tmp_path / "modules", tmp_path):
        project = find_project(start)
        assert project.root == tmp_path.resolve()
        assert project.settings.title == "Dự án"


def test_a_folder_of_modules_makes_a_project_without_settings(tmp_path: Path) -> None:
    path = _module(tmp_path / "modules" / "a")
    assert find_project(path).root == tmp_path.resolve()
    assert find_project(path).settings == Settings()


def test_a_module_alone_is_its_own_project(tmp_path: Path) -> None:
    path = _module(tmp_path / "a")
    assert find_project(path).root == path.parent.resolve()
    assert find_modules(find_project(path)) == (path.parent.resolve() / "module.md",)


def test_a_link_to_itself_is_no_project(tmp_path: Path) -> None:
    loop = tmp_path / "vong"
    loop.symlink_to(loop)
    assert find_project(loop).root in (tmp_path.resolve(), loop)


def test_modules_are_found_sorted_and_once(tmp_path: Path) -> None:
    paths = [_module(tmp_path / "modules" / name) for name in ("b", "a/sâu", "a", ".ẩn", "build/x")]
    project = find_project(tmp_path)
    seen = find_modules(project)
    assert [one.relative_to(tmp_path.resolve()).as_posix() for one in seen] == [
        "modules/.ẩn/module.md",
        "modules/a/module.md",
        "modules/a/sâu/module.md",
        "modules/b/module.md",
        "modules/build/x/module.md",
    ]
    asked = (paths[0], paths[0].parent, tmp_path / "modules" / "a")
    assert find_modules(project, asked) == (paths[0], paths[2], paths[1])


def test_what_tools_keep_is_no_place_for_lessons(tmp_path: Path) -> None:
    (tmp_path / "lessonkit.toml").touch()
    for name in ("build/x", "node_modules/x/y", ".git/x", "a"):
        _module(tmp_path / name)
    assert [one.parent.name for one in find_modules(find_project(tmp_path))] == ["a"]


def test_links_to_folders_of_lessons(tmp_path: Path) -> None:
    """One within the project is followed once; one out of it is found, and refused when read."""
    root = tmp_path / "project"
    (tmp_path / "project/modules").mkdir(parents=True)
    shared = _module(root / "shared/a")
    (root / "modules/a").symlink_to(shared.parent)
    (root / "modules/again").symlink_to(shared.parent)
    (root / "modules/loop").symlink_to(root / "modules")
    _module(tmp_path / "others/b")
    (root / "modules/b").symlink_to(tmp_path / "others/b")
    (root / "modules/others").symlink_to(tmp_path / "others")
    (root / "modules/disk").symlink_to("/")
    project = find_project(root)
    found = {one.relative_to(root.resolve()).as_posix(): one for one in find_modules(project)}
    assert list(found) == ["modules/a/module.md", "modules/b/module.md"]
    codes = [
        [one.code for one in read_module(path, project.root, project.settings).faults]
        for path in found.values()
    ]
    assert "LK181" not in codes[0]
    assert codes[1] == ["LK181"]


def test_a_translation_stands_for_its_module(tmp_path: Path) -> None:
    path = _module(tmp_path / "a")
    names = ("module.en.md", "module.zh-Hant.md", "module.md.bak", "module.english.md", "x.md")
    for name in names:
        (path.parent / name).write_text(LESSON, "utf-8")
    assert [one.name for one in translations(path)] == ["module.en.md", "module.zh-Hant.md"]
    project = find_project(path)
    assert find_modules(project, (path.parent / "module.en.md",)) == (path,)


@pytest.mark.parametrize("name", ["khong-co", "trong", "tep.md"])
def test_a_path_without_a_module_is_refused(name: str, tmp_path: Path) -> None:
    (tmp_path / "trong").mkdir()
    (tmp_path / "tep.md").write_text(LESSON, "utf-8")
    with pytest.raises(UsageError):
        find_modules(find_project(tmp_path), (tmp_path / name,))


def test_the_index_names_what_modules_require(tmp_path: Path) -> None:
    sources = (
        _module(tmp_path / "a", "id: mot\nrequires: [hai]\n"),
        _module(tmp_path / "hai"),
        _module(tmp_path / "b", "id: 5\n"),
        _module(tmp_path / "c", "id: [\n"),
        _module(tmp_path / "d", "id: bon\nrequires: [hai\n"),
        tmp_path / "khong-co" / "module.md",
    )
    known = {"mot": ("hai",), "hai": (), "b": (), "c": (), "bon": (), "khong-co": ()}
    assert module_index(sources) == known


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "module.md"
    os.mkfifo(path)
    with pytest.raises(OSError, match="module"):
        read_module(path, tmp_path, Settings())


def test_a_file_that_cannot_be_opened_is_a_fault(tmp_path: Path) -> None:
    path = tmp_path / "module.md"
    with pytest.raises(FileNotFoundError) as caught:
        read_module(path, tmp_path, Settings())
    reading = unreadable("module.md", caught.value)
    assert [fault.code for fault in reading.faults] == ["LK100"]
    assert reading.module is None


def test_a_file_is_named_relative_to_its_project(tmp_path: Path) -> None:
    path = _module(tmp_path / "modules" / "a")
    assert read_module(path, tmp_path, Settings()).file == "modules/a/module.md"
    assert read_module(path, tmp_path / "khác", Settings()).file == path.as_posix()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("lang = 'vi'\ntitle = \n", ":2: this line is not TOML. "),
        ("title = 'a'\ntitle = 'b'\n", ":2: this key or table is there already, "),
        ("[check]\n[check]\n", ":2: this key or table is there already, "),
        ("titel = 'a'\n", ":1: there is no key “titel”. Did you mean “title”?"),
        ("# abc\nabc = 'a'\n", ":2: there is no key “abc”. Keys here: title, lang, frameworks, "),
        (
            "options = 1\n[check.limits]\noptoins = 5\noptions = 0\n",
            ":1: there is no key “options”. Did you mean “check.limits.options”?\n",
        ),
        (
            "[check.limits]\noptoins = 5\n",
            ":2: there is no key “check.limits.optoins”. Did you mean “options”?",
        ),
        ("[biuld]\ntheme = 'a'\n", ":1: there is no key “biuld”. Did you mean “build”?"),
        ("title = 5\n", ':1: “title” must be text in quotation marks, such as "…", not 5.'),
        (
            "title = ''\n[build]\n\noutputs = 'html'\n",
            ':4: “build.outputs” must be a list in square brackets, such as ["…"], not “html”.',
        ),
        ("[build]\noutputs = []\n", ":2: “build.outputs” is empty. Name at least one"),
        ("raw-html = 'yes'\n", ":1: “raw_html” must be true or false, not “yes”."),
        ("[check.limits]\noptions = 1.5\n", ":2: “check.limits.options” must be a whole number"),
        ("check.limits.options = 0\n", ":1: “check.limits.options” is 0, but must be 1 or more."),
        ("[check.limits]\nkey_ratio = 1\n", ":2: “check.limits.key_ratio” is 1, but must be more"),
        (
            "[build]\npicture_quality = 200\n",
            ":2: “build.picture_quality” is 200, but must be 100 ",
        ),
        (
            "[check.severity]\nLK302 = 'off'\n'LK301' = 'warn'\n",
            ":3: “check.severity.LK301” cannot be “warn”. Did you mean “warning”? It may be: ",
        ),
        ("check = 5\n", ":1: “check” must be a table, opened by the line [check], not “5”."),
        ("lang = 'tiếng Việt'\n", ":1: “tiếng Việt” is no language tag, such as vi or en."),
        ("frameworks = ['Á']\n", ":1: “frameworks[0]” cannot be “Á”: use only a–z, "),
        ("a = " + "[" * 5000, ":1: this line is not TOML. "),
    ],
)
def test_settings_that_cannot_be_used_name_line_and_key(
    text: str, said: str, tmp_path: Path
) -> None:
    path = tmp_path / "lessonkit.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(SettingsError) as caught:
        read_settings(path)
    assert str(caught.value).startswith(f"lessonkit.toml{said}")
    assert sentences(caught.value.said, "vi") != str(caught.value)


def test_all_that_is_wrong_with_settings_is_said_at_once(tmp_path: Path) -> None:
    path = tmp_path / "lessonkit.toml"
    path.write_text("titel = 'a'\n[build]\ntheme = 1\n", "utf-8")
    with pytest.raises(SettingsError) as caught:
        read_settings(path)
    assert [line[:17] for line in sentences(caught.value.said, "vi").split("\n")] == [
        "lessonkit.toml:1:",
        "lessonkit.toml:3:",
    ]


@pytest.mark.parametrize("kind", ["pipe", "zero", "folder", "nowhere", "itself"])
def test_settings_that_are_no_file_are_refused(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "lessonkit.toml"
    match kind:
        case "pipe":
            os.mkfifo(path)
        case "folder":
            path.mkdir()
        case _:
            targets = {"zero": "/dev/zero", "nowhere": "nowhere", "itself": "lessonkit.toml"}
            path.symlink_to(targets[kind])
    with pytest.raises(SettingsError, match=r"^lessonkit\.toml "):
        find_project(tmp_path)


def test_settings_larger_than_any_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "lessonkit.toml"
    path.write_bytes(b"#" * 1_000_001)
    with pytest.raises(SettingsError, match="1000 kB"):
        read_settings(path)


def test_sentences_on_settings_are_the_same_in_both_languages() -> None:
    """And each begins with a place or a name, and ends as a sentence."""
    vi, en = (catalogue(lang).get("settings") or {} for lang in ("vi", "en"))
    assert vi.keys() == en.keys()
    for key, sentence in vi.items():
        assert set(re.findall(r"\{\w+\}", sentence)) == set(re.findall(r"\{\w+\}", en[key])), key
        assert {sentence[-1], en[key][-1]} <= {".", "?"}, key


def test_settings_of_an_empty_file_and_with_a_mark(tmp_path: Path) -> None:
    path = tmp_path / "lessonkit.toml"
    assert read_settings(path) == Settings()
    path.write_bytes(b"")
    assert read_settings(path) == Settings()
    path.write_bytes("\ufefftitle = 'Dự án'\r\n".encode())
    assert read_settings(path).title == "Dự án"
    path.write_bytes(b"\xff")
    with pytest.raises(SettingsError):
        read_settings(path)


@settings(max_examples=60)
@given(
    st.lists(
        st.sampled_from(
            ("title = 'a'", "[check]", "[check.limits]", "options = 3", "options = 'x'", "lang = 5",
             "[build]", "outputs = ['html']", "outputs = [1]", "picture_widths = [1, 'a']", "x = {",
             "sentence_tieng_for = {a = 0}", "control_documents = []", "frameworks = ['Á']")
        ),
        max_size=6,
    )
)  # fmt: skip
def test_any_settings_are_read_or_refused(lines: list[str]) -> None:
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as name:
        path = Path(name) / "lessonkit.toml"
        path.write_text("\n".join(lines), "utf-8")
        with contextlib.suppress(SettingsError):
            assert read_settings(path).build.outputs
