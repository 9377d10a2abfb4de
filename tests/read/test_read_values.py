"""What dumps do not show: how a formula is set, and names that hold when a lesson grows."""

from pathlib import Path

import pytest
from tests.read.cases import FRONT

from lessonkit.model import blocks as b
from lessonkit.model.module import Module
from lessonkit.model.settings import Settings
from lessonkit.model.walk import walk
from lessonkit.read.module import read_text
from lessonkit.text.inline import Math


def _module(body: str) -> Module:
    module = read_text(FRONT + body, "module.md", Path("bai-thu"), Settings()).module
    assert module is not None
    return module


def test_double_dollars_in_a_sentence_stand_on_a_line_of_their_own() -> None:
    (paragraph,) = _module("Có $$x$$ và $y$.").blocks
    assert isinstance(paragraph, b.Paragraph)
    formulas = [one for one in paragraph.prose.inlines if isinstance(one, Math)]
    assert ['display="block"' in one.mathml for one in formulas] == [True, False]


def test_a_task_put_before_others_moves_no_tick() -> None:
    def ids(body: str) -> list[str]:
        found = walk(_module(body).blocks)
        return [block.id for block in found if isinstance(block, b.Practice)]

    tasks = ":::{practice} Gọi thử\nMột.\n:::\n\n:::{practice}\nHai.\n:::\n"
    first = ":::{practice} Trước hết\nKhông.\n:::\n\n"
    assert ids(f"{first}## Gọi thử\n\n{tasks}")[1:] == ids(tasks)


LIST, TRUTH = ":::{checklist}", ":::{truefalse}"


@pytest.mark.parametrize(
    ("body", "names"),
    [
        (f"{LIST} 😀\n- [ ] a\n:::", "checklist"),
        (f"{LIST}\n:id: checklist\n- [ ] a\n:::\n\n{LIST}\n- [ ] a\n:::", "checklist-2"),
        (":::{tabs}\n### a\nb\n### c\nd\n:::", "tabs"),
        (":::{cards}\na\n: b\n:::", "cards"),
        (f"{TRUTH}\n:answer: true\nA.\n:::", "cau-1"),
        (f"{TRUTH} !\n:answer: true\n:::\n\n{TRUTH} ?\n:answer: true\n:::", "cau-1 cau-2"),
    ],
)
def test_names_that_are_proposed_can_be_read(body: str, names: str) -> None:
    faults = read_text(FRONT + body, "module.md", Path("bai-thu"), Settings()).faults
    named = [str(one.finding.args["id"]) for one in faults if one.code == "LK140"]
    assert " ".join(named) == names
