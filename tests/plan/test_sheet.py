"""Minutes that add up, and what comes first on a hand-out."""

from dataclasses import replace
from pathlib import Path

import pytest
from tests.projects import KITCHEN_SINK

import lessonkit
from lessonkit.model import blocks as b
from lessonkit.plan.estimates import estimate
from lessonkit.plan.page import HIDDEN, Page, page
from lessonkit.plan.sheet import ORDER, Session, checklist, handout, session, shared

MODULES = sorted((Path(__file__).parents[2] / "modules").glob("*/module.md"))


def planned(path: Path) -> tuple[Page, Session]:
    module = lessonkit.read(path).module
    assert module is not None
    whole = page(module, keep=HIDDEN)
    sections = tuple(
        b.Section(one.id, one.title, one.objectives, one.blocks, one.title.span)
        for one in whole.sections
    )
    return whole, session(whole, estimate(replace(module, blocks=sections)), 150, 20)


@pytest.mark.parametrize("weights", [(1.0,), (1, 1, 1), (0, 0, 0), (5, 300, 0, 2), (1,) * 40])
@pytest.mark.parametrize("minutes", [1, 3, 8, 45, 240])
def test_shares_add_up_and_none_is_nothing(weights: tuple[float, ...], minutes: int) -> None:
    found = shared(60 * minutes, weights)
    assert sum(found) == 60 * minutes
    assert len(found) == len(weights)
    assert min(found) > 0


def test_what_takes_longer_has_no_less_time() -> None:
    assert shared(600, (30, 60, 120)) == tuple(sorted(shared(600, (30, 60, 120))))


@pytest.mark.parametrize("path", MODULES, ids=[one.parent.name for one in MODULES])
def test_a_session_adds_up_to_the_lesson_and_its_tasks(path: Path) -> None:
    whole, plan = planned(path)
    tasks = [one for one in whole.every if isinstance(one, b.Practice)]
    assert plan.lesson == 60 * (whole.meta.minutes or 0)
    assert plan.practice == sum(60 * (one.minutes or 5) for one in tasks)
    starts = [turn.start for turn in plan.turns]
    ends = [turn.start + turn.seconds for turn in plan.turns]
    assert starts == [0, *ends[:-1]]
    named = [turn.id for turn in plan.turns if turn.kind == "section"]
    assert named == [one.id for one in whole.sections if not one.teacher]


def test_a_hand_out_keeps_what_matters_most_first() -> None:
    whole, _ = planned(KITCHEN_SINK / "module.md")
    kinds = [piece.kind for piece in handout(whole)]
    assert set(kinds) == set(ORDER)
    assert kinds == sorted(kinds, key=ORDER.index)
    numbers = [piece.number for piece in handout(whole) if piece.kind == "question"]
    assert numbers == list(range(1, len(whole.questions) + 1))


def test_a_checklist_holds_steps_lists_and_tasks() -> None:
    found = checklist(planned(KITCHEN_SINK / "module.md")[0])
    assert [type(one.block) for one in (*found.steps, *found.lists, *found.tasks)] == [
        b.Steps, b.Checklist, b.Practice,
    ]  # fmt: skip
