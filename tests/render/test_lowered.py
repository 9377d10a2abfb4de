"""Style sheets and scripts that a phone from 2018 reads: left and right, no `:is()`."""

import re

import pytest
from tests.render.test_scripts import ALL, TYPES

from lessonkit.render.lowered import lowered
from lessonkit.render.scripts import deck_script, deck_style, lesson_style, player_script
from lessonkit.render.theme import load_theme

YOUNG = re.compile(
    r"[{;](?:(?:margin|padding|border|inset|min|max)-(?:inline|block)|inset:|(?:inline|block)-size:)"
)
SELECTORS = re.compile(r":(?:is|where|has)\(|:not\([^()]*,")


@pytest.mark.parametrize(
    ("style", "ltr", "rtl"),
    [
        ("a{margin-inline:1px 2px}", "margin-left:1px;margin-right:2px",
         "margin-right:1px;margin-left:2px"),
        ("a{padding-block:calc(1px + 2px)}",
         "padding-top:calc(1px + 2px);padding-bottom:calc(1px + 2px)", ""),
        ("a{border-inline-start-color:red}", "border-left-color:red", "border-right-color:red"),
        ("a{border-block:1px solid}", "border-top:1px solid;border-bottom:1px solid", ""),
        ("a{inset:auto 0 1px}", "top:auto;right:0;bottom:1px;left:0", ""),
        ("a{inset-inline-end:0}", "right:0", "left:0"),
        ("a{max-inline-size:1px;transition:block-size .1s}",
         "max-width:1px;transition:height .1s", ""),
    ],
)  # fmt: skip
def test_sides(style: str, ltr: str, rtl: str) -> None:
    assert lowered(style) == f"a{{{ltr}}}"
    assert lowered(style, "rtl") == f"a{{{rtl or ltr}}}"


@pytest.mark.parametrize(
    ("style", "made"),
    [
        (":is(a,.b) c,d{x:y}", "a c,.b c,d{x:y}"),
        ("@media x{.p :is(.a,.b):not(.c,.d){x:y}}",
         "@media x{.p .a:not(.c,.d),.p .b:not(.c,.d){x:y}}"),
        (".p:is(a,b){x:y}", ".p:is(a,b){x:y}"),
        (":root{--lk-a:1;--lk-b:2;--lk-c:3}p{x:var(--lk-b)}", ":root{--lk-b:2;}p{x:var(--lk-b)}"),
        ("a{x:y}[dir=rtl] a{x:z}b{x:y}", "a{x:y}b{x:y}"),
    ],
)  # fmt: skip
def test_what_else_is_said_otherwise(style: str, made: str) -> None:
    assert lowered(style) == made


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_nothing_young_is_left_in_what_a_lesson_needs(direction: str) -> None:
    theme = load_theme("default")
    for style in (lesson_style(theme, ALL, direction), deck_style(theme, direction)):
        assert not YOUNG.findall(style)
        assert ":is(" not in style


def test_no_script_asks_by_a_selector_that_old_browsers_refuse() -> None:
    assert not SELECTORS.findall(player_script(TYPES, ALL, "html") + deck_script())
