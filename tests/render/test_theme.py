"""Themes: a project's over the default one, strings, colours, faults that name file and key."""

import re
from pathlib import Path
from typing import get_args

import pytest
import yaml
from tests.render.site import MEDIA, document, everything

from lessonkit.base.errors import SettingsError
from lessonkit.check.contrast import contrast
from lessonkit.model.blocks import CalloutKind
from lessonkit.render.lesson import lesson_html
from lessonkit.render.scripts import lesson_style
from lessonkit.render.shell import Shell
from lessonkit.render.theme import load_theme

SOURCES = Path(__file__).parents[2] / "src" / "lessonkit"
SHELL = Shell("html", (), ())
FAULTS = yaml.safe_load(
    (Path(__file__).parents[1] / "cases" / "render" / "themes.yml").read_text("utf-8")
)
PLAYER_TYPES = Path(__file__).parents[1] / "player.d.ts"


def theme_folder(root: Path, files: dict[str, str]) -> Path:
    """A project with a theme of that content, called `rieng`."""
    for name, text in files.items():
        path = root / "themes" / "rieng" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return root


def pairs() -> list[tuple[str, str, str, float]]:
    tokens = load_theme("default").tokens
    return [
        (scheme, pair.front, pair.back, pair.ratio)
        for scheme in ("light", "dark")
        for pair in tokens.pairs
    ]


@pytest.mark.parametrize(("scheme", "front", "back", "least"), pairs())
def test_colours_that_meet_are_far_enough_apart(
    scheme: str, front: str, back: str, least: float
) -> None:
    tokens = load_theme("default").tokens
    colours = tokens.light if scheme == "light" else tokens.dark
    found = contrast(colours[front], colours[back])
    assert found is not None
    assert found >= least


def test_every_colour_is_in_a_pair() -> None:
    tokens = load_theme("default").tokens
    paired = {name for pair in tokens.pairs for name in (pair.front, pair.back)}
    assert tokens.light.keys() - paired == {"line"}, "a soft line carries no meaning"


def test_lines_of_tokens_are_known() -> None:
    tokens = load_theme("default").tokens
    source = (SOURCES / "themes/default/theme.toml").read_text("utf-8").splitlines()
    assert source[tokens.lines["dark.text"] - 1].startswith('text = "')
    assert tokens.lines["dark.text"] > tokens.lines["light.text"]


def test_project_changes_single_things(tmp_path: Path) -> None:
    root = theme_folder(
        tmp_path,
        {
            "theme.toml": '[light]\naccent = "#004400"\n',
            "strings/vi.toml": '[bar]\nstart = "Đi nào"\n',
            "templates/only.html": "<section>{{ body }}</section>",
            "static/rieng.css": ".lk-cover { color: red }",
        },
    )
    theme = load_theme("rieng", root)
    html = document(everything(), SHELL, theme=theme)
    style = lesson_style(theme, frozenset())

    assert theme.tokens.light["accent"] == "#004400"
    assert theme.tokens.light["text"] == load_theme("default").tokens.light["text"]
    assert "Đi nào" in html
    assert "<section><p>Đoạn này chỉ dành cho một nhóm.</p></section>" in html
    assert "--lk-accent:#004400" in style
    assert ".lk-cover{color:red}" in style
    assert style.index(".lk-cover{color:red}") < style.rindex("@media print")


def test_a_theme_may_bring_a_language(tmp_path: Path) -> None:
    text = (SOURCES / "themes/default/strings/en.toml").read_text("utf-8")
    root = theme_folder(tmp_path, {"strings/ar.toml": text})
    words = load_theme("rieng", root).words("ar")
    assert words.direction == "rtl"


def test_a_regional_language_speaks_as_its_parent() -> None:
    words = load_theme("default").words("en-GB")
    assert words("bar.start") == "Start"
    assert words.lang == "en-GB"


@pytest.mark.parametrize(("lang", "n", "text"), [("en", 1, "1 minute"), ("en", 2, "2 minutes")])
def test_plural_forms(lang: str, n: int, text: str) -> None:
    assert load_theme("default").words(lang).count("opening.minutes", n) == text


@pytest.mark.parametrize("case", FAULTS, ids=[case["name"] for case in FAULTS])
def test_faulty_theme_is_named_with_file_and_key(
    case: dict[str, dict[str, str]], tmp_path: Path
) -> None:
    root = theme_folder(tmp_path, case["files"])
    page = everything(str(case.get("lang", "vi")))
    with pytest.raises(SettingsError) as error:
        lesson_html(page, load_theme("rieng", root), SHELL, data={}, media=MEDIA)
    for part in case["says"]:
        assert part in str(error.value)


@pytest.mark.parametrize(
    ("name", "says"), [("defualt", "“default”"), ("../x", "build.theme"), ("", "build.theme")]
)
def test_unknown_theme(name: str, says: str, tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=re.escape(says)):
        load_theme(name, tmp_path)


FILES = r"(?:x?html|xml|css|js|json|typ|pdf|pptx|txt|vtt|svg|png)[\"']"
"""What stands behind the dot of a file's name."""


def page_keys() -> set[str]:
    """Keys of strings that templates and renderers name."""
    templates = _texts("themes/default/templates", "*.html")
    found = set(re.findall(r'\b[tn]\("([a-z.-]+)"', templates))
    return found | set(
        re.findall(rf"""["']((?:{_groups()})\.(?!{FILES})[a-z.-]+)["']""", _renderers())
    )


def key_beginnings() -> set[str]:
    """Of keys whose end a renderer puts together: `f"paper.how-{how}"`."""
    return set(re.findall(rf"""f["']((?:{_groups()})\.[a-z.-]*)\{{""", _renderers()))


def _renderers() -> str:
    return "".join(_texts(folder, "*.py") for folder in ("render", "outputs", "plan"))


def _groups() -> str:
    return "|".join(sorted({key.partition(".")[0] for key in load_theme("default").strings["vi"]}))


def _texts(folder: str, pattern: str) -> str:
    return "".join(file.read_text("utf-8") for file in sorted((SOURCES / folder).rglob(pattern)))


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_strings_of_the_page_are_there_and_none_is_idle(lang: str) -> None:
    known = {key for key in load_theme("default").strings[lang] if not key.startswith("player.")}
    of_a_kind = ("callout.", "question.true", "question.false", *key_beginnings())
    made = {key for key in known if key.startswith(of_a_kind)}
    assert page_keys() - {"callout.", "question."} - known == set()
    assert known - made - page_keys() == set()
    assert {f"callout.{kind}" for kind in get_args(CalloutKind)} <= made


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_strings_of_the_scripts_are_there_and_none_is_idle(lang: str) -> None:
    strings = load_theme("default").strings[lang]
    player = {key.rpartition(".")[2] for key in strings if key.startswith("player.")}
    scripts = _texts("player", "*.js")
    kinds = re.search(r"type ProblemKind = (.*);", PLAYER_TYPES.read_text("utf-8"))

    assert set(re.findall(r'\b(?:say|count)\("([a-z-]+)"', scripts)) - player == set()
    assert player - set(re.findall(r'"([a-z-]+)"', scripts)) == set()
    assert kinds is not None
    assert set(re.findall(r'"([a-z]+)"', kinds[1])) - player == set()


def test_no_two_groups_of_the_scripts_have_a_string_of_one_name() -> None:
    keys = [key for key in load_theme("default").strings["vi"] if key.startswith("player.")]
    names = [key.rpartition(".")[2] for key in keys]
    assert sorted(set(names)) == sorted(names)


def test_both_languages_fill_the_same_places() -> None:
    theme = load_theme("default")
    for key, text in theme.strings["vi"].items():
        other = theme.strings["en"][key]
        assert _places(text) == _places(other), key


def _places(text: object) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", str(text)))


def test_fonts_of_a_theme_are_proved_to_be_fonts(tmp_path: Path) -> None:
    """Told by their first bytes; what lies beside them, such as a licence, is nobody's business."""
    root = theme_folder(tmp_path, {"fonts/a.otf": "OTTO", "fonts/OFL.txt": "free"})
    (font,) = load_theme("rieng", root).fonts
    assert (font.path.name, font.type, font.size) == ("a.otf", "font/otf", 4)
    (root / "themes/rieng/fonts/b.ttf").write_text("x")
    with pytest.raises(SettingsError, match=r"themes/rieng/fonts/b\.ttf is no font"):
        load_theme("rieng", root)
