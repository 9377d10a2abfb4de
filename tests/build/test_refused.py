"""What a build refuses, because it would harm an author or tell a platform what is not so."""

from pathlib import Path

import pytest
from tests.projects import command, lesson, project

import lessonkit
from lessonkit.base.errors import SettingsError, UsageError
from lessonkit.build.pipeline import OutAmongSources

PASSED = (
    "---\nid: a\ntitle: A\naudience: [cbccvc]\ntracking:\n  complete: passed\n  mastery: 0.8\n---\n"
)
QUESTION = "\n:::{truefalse} Nước sôi ở 100 độ.\n:id: nuoc\n:answer: true\n:::\n"


def codes(root: Path) -> set[str]:
    (outcome,) = lessonkit.build([root])
    assert outcome.failed
    return {one.code for variant in outcome.variants for one in variant.diagnostics}


def test_an_out_that_holds_the_sources(tmp_path: Path) -> None:
    root = project(tmp_path, {"a/module.md": lesson("a")})
    kept = root / "modules/a/html"
    kept.mkdir()
    (kept / "luan-van.txt").write_text("của tôi", "utf-8")

    with pytest.raises(UsageError):
        lessonkit.build([root], out=root / "modules")

    assert (kept / "luan-van.txt").read_text("utf-8") == "của tôi"


@pytest.mark.parametrize("out", [".", "modules", "modules/b", "modules/a/out", "modules/new"])
def test_an_out_among_the_sources(tmp_path: Path, out: str) -> None:
    root = project(tmp_path, {name: lesson(name[0]) for name in ("a/module.md", "b/module.md")})
    with pytest.raises(OutAmongSources):
        lessonkit.build([root / "modules/a"], out=root / out)


@pytest.mark.parametrize(("out", "said"), [("modules", "modules"), ("", "--out"), (" ", "--out")])
def test_the_command_says_why_an_out_is_refused(tmp_path: Path, out: str, said: str) -> None:
    root = project(tmp_path, {"a/module.md": lesson("a")})
    done = command("build", "--out", out, cwd=root)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr


def test_a_lesson_that_is_a_project_by_itself_may_hold_its_build(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a/module.md").write_text(lesson("a"), "utf-8")
    (outcome,) = lessonkit.build([tmp_path / "a"], outputs=["single"])
    assert not outcome.failed
    assert (tmp_path / "a/build/a/a.html").is_file()


@pytest.mark.parametrize(
    "files",
    [
        {"luan-van.txt": "của tôi"},
        {"index.html": "<p>Trang của tôi</p>"},
        {"media/anh.jpg": "của tôi"},
        {"ghi-chep/a.txt": "của tôi"},
    ],
    ids=lambda files: next(iter(files)),
)
def test_a_folder_of_somebody_elses_is_not_replaced(tmp_path: Path, files: dict[str, str]) -> None:
    root = project(tmp_path, {"a/module.md": lesson("a")})
    for name, text in files.items():
        path = root / "build/a/html" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    assert codes(root) == {"LK591"}
    for name, text in files.items():
        assert (root / "build/a/html" / name).read_text("utf-8") == text


def test_what_was_put_into_a_folder_of_ours_is_not_lost(tmp_path: Path) -> None:
    root = project(tmp_path, {"a/module.md": lesson("a")})
    folder = root / "build/a/html"
    for name in ("", ".DS_Store"):
        if name:
            (folder / name).write_text("", "utf-8")
        (outcome,) = lessonkit.build([root])
        assert not outcome.failed, outcome.diagnostics
    (folder / "luan-van.txt").write_text("của tôi", "utf-8")
    assert codes(root) == {"LK591"}
    assert (folder / "luan-van.txt").read_text("utf-8") == "của tôi"


def test_a_folder_of_artefacts_that_is_a_link(tmp_path: Path) -> None:
    """What it leads to is not ours to write in, nor to clear."""
    root = project(tmp_path / "project", {"a/module.md": lesson("a")})
    other = tmp_path / "other"
    other.mkdir()
    (other / ".a.html.lk-new-1").write_text("của tôi", "utf-8")
    (root / "build").mkdir()
    (root / "build/a").symlink_to(other)
    assert codes(root) == {"LK591"}
    assert [one.name for one in other.iterdir()] == [".a.html.lk-new-1"]


def test_a_mastery_that_only_the_teacher_could_reach(tmp_path: Path) -> None:
    text = f"{PASSED}\n## Một\n\nNội dung.\n\n:::{{teacher}}\n{QUESTION}:::\n"
    assert "LK223" in codes(project(tmp_path, {"a/module.md": text}))


def test_settings_may_be_written_with_hyphens(tmp_path: Path) -> None:
    settings = '[build]\ncontrol-documents = "xsd"\n[check.severity]\nimage-without-alt = "off"\n'
    root = project(tmp_path, {"a/module.md": lesson("a")}, settings)
    (root / "xsd").mkdir()
    (root / "xsd/adlcp_rootv1p2.xsd").write_text("<x/>", "utf-8")

    (outcome,) = lessonkit.build([root], outputs=["scorm12"])

    assert not outcome.failed


def test_a_theme_that_links_out_of_the_project(tmp_path: Path) -> None:
    root = project(tmp_path, {"a/module.md": lesson("a")}, '[build]\ntheme = "x"\n')
    templates = root / "themes/x/templates"
    templates.mkdir(parents=True)
    (tmp_path / "secret.html").write_text("bí mật", "utf-8")
    (templates / "closing.html").symlink_to(tmp_path / "secret.html")

    with pytest.raises(SettingsError):
        lessonkit.build([root])


def test_a_theme_that_includes_itself(tmp_path: Path) -> None:
    root = project(tmp_path, {"a/module.md": lesson("a")}, '[build]\ntheme = "x"\n')
    templates = root / "themes/x/templates"
    templates.mkdir(parents=True)
    (templates / "closing.html").write_text("{% include 'closing.html' %}", "utf-8")

    with pytest.raises(SettingsError):
        lessonkit.build([root])
