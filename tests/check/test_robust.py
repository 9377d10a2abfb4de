"""Rules look at half-written lessons without breaking, and say where in the file."""

from pathlib import Path

import pytest
from tests.check.lessons import index

from lessonkit.base.diag import Diagnostic
from lessonkit.check.engine import check_module
from lessonkit.model.settings import Settings
from lessonkit.read.module import read_text

KITCHEN = Path(__file__).parents[1] / "cases" / "modules" / "kitchen-sink"
LINES = (KITCHEN / "module.md").read_text(encoding="utf-8").split("\n")
SETTINGS = Settings()
INDEX = index(SETTINGS)


def found(text: str) -> tuple[Diagnostic, ...]:
    """All diagnostics of a text in the folder with everything."""
    return check_module(read_text(text, "module.md", KITCHEN, SETTINGS), INDEX, "vi")


@pytest.mark.parametrize("part", range(6))
def test_a_lesson_that_ends_anywhere_is_checked(part: int) -> None:
    for length in range(part, len(LINES), 6):
        for one in found("\n".join(LINES[:length])):
            assert 1 <= one.span.start.line <= max(1, length)
            assert one.span.start <= one.span.end


@pytest.mark.parametrize("part", range(6))
def test_a_lesson_that_lacks_a_line_is_checked(part: int) -> None:
    for gone in range(part, len(LINES), 24):
        found("\n".join(LINES[:gone] + LINES[gone + 1 :]))


def test_the_same_lesson_is_found_the_same() -> None:
    text = "\n".join(LINES)

    assert found(text) == found(text)
