"""What travels with a page: only what it uses, without what would end its element."""

import re
from importlib import import_module
from pathlib import Path
from typing import get_args

import pytest

from lessonkit.base.errors import PluginFault
from lessonkit.questions import QUESTIONS
from lessonkit.render.parts import PARTS
from lessonkit.render.scripts import lesson_style, player_script, program_script
from lessonkit.render.shell import Target
from lessonkit.render.templates import environment
from lessonkit.render.theme import load_theme

NONE: frozenset[str] = frozenset()
ALL = frozenset(PARTS.values()) | {"mixed"}
TYPES = frozenset(QUESTIONS.builtin)


def test_only_scripts_of_types_in_use_travel() -> None:
    script = player_script(frozenset({"number"}), frozenset({"question"}), "html")
    assert "questions.number=" in script
    assert "questions.choice=" not in script


@pytest.mark.parametrize("part", ["tabs", "cards", "checklist", "practice", "recording"])
def test_only_scripts_of_parts_in_use_travel(part: str) -> None:
    without = player_script(NONE, NONE, "html")
    alone = player_script(NONE, frozenset({part}), "html")
    assert len(alone) > len(without)


@pytest.mark.parametrize("target", ["html", "scorm12", "scorm2004"])
def test_only_the_platform_in_question_travels(target: Target) -> None:
    script = player_script(TYPES, ALL, target)
    spoken = set(re.findall(r"lessonkit\.versions\.(\w+)=", script))
    assert spoken == {target} - {"html"}
    assert ("lessonkit.connect=" in script) == (target != "html")


def test_every_script_of_the_player_can_travel() -> None:
    player = Path(__file__).parents[2] / "src" / "lessonkit" / "player"
    every = "".join(player_script(TYPES, ALL, target) for target in get_args(Target))
    every += program_script()
    for file in player.rglob("*.js"):
        made = re.findall(r"lessonkit\.([\w.]+) = ", file.read_text("utf-8"))
        pushed = "lessonkit.parts.push(" in file.read_text("utf-8")
        assert pushed or made or file.stem in ("page", "namespace")
        assert all(f"lessonkit.{name}=" in every for name in made), file.name


@pytest.mark.parametrize("text", [player_script(TYPES, ALL, "scorm12"), ""])
def test_nothing_ends_its_element(text: str) -> None:
    style = lesson_style(load_theme("default"), ALL)
    for piece in (text, style):
        assert not re.search(r"</(script|style)|<!--", piece, re.IGNORECASE)


def test_the_style_has_tokens_for_day_and_night_and_paper_last() -> None:
    style = lesson_style(load_theme("default"), NONE)
    assert style.startswith(":root{color-scheme:light dark")
    assert "@media screen and (prefers-color-scheme:dark)" in style
    assert style.rindex("@media print") > style.index(".lk-step")


def test_only_styles_of_parts_in_use_travel() -> None:
    theme = load_theme("default")
    assert ".lk-opts{" not in lesson_style(theme, NONE)
    assert ".lk-opts{" in lesson_style(theme, frozenset({"question"}))


def test_no_style_asks_for_anything_outside_the_page() -> None:
    assert "url(" not in lesson_style(load_theme("default"), ALL)
    assert "@import" not in lesson_style(load_theme("default"), ALL)


def test_every_token_in_use_is_there_and_every_one_there_is_used() -> None:
    theme = load_theme("default")
    sheets = "".join(theme.styles.values())
    used = set(re.findall(r"var\(--lk-([a-z0-9-]+)", sheets))
    known = {*theme.tokens.light, *theme.shape}
    assert used == known
    assert theme.tokens.light.keys() == theme.tokens.dark.keys()


def test_directions_are_logical() -> None:
    """A page in Arabic must not need a style sheet of its own."""
    sheets = "".join(load_theme("default").styles.values())
    sides = r"(?<![\w-])(margin|padding|border)-(left|right)|(?<![\w-])(left|right)\s*:"
    assert not re.findall(sides + "|text-align: (left|right)", sheets)


def test_a_question_type_from_outside_brings_its_own_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "lk_plugin"
    package.mkdir()
    (package / "__init__.py").write_text("")
    (package / "colour.py").write_text("class Colour:\n    type_name = 'colour'\n")
    (package / "colour.js").write_text("lessonkit.questions.colour = {};")
    (package / "colour.html").write_text('{% extends "question.html" %}')
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setattr(QUESTIONS, "names", lambda: (*QUESTIONS.builtin, "colour"))
    monkeypatch.setitem(QUESTIONS._loaded, "colour", import_module("lk_plugin.colour").Colour)

    script = player_script(frozenset({"colour"}), frozenset({"question"}), "html")
    assert "questions.colour={}" in script
    template = environment(load_theme("default")).get_template("questions/colour.html")
    assert template.name == "questions/colour.html"
    (package / "colour.js").unlink()
    with pytest.raises(PluginFault, match=re.escape("lk_plugin/colour.js")):
        player_script(frozenset({"colour"}), frozenset(), "html")
