"""What a card to hand on says of a lesson or a programme: few words, none of them cut."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from lessonkit.model import blocks as b
from lessonkit.plan.page import Page
from lessonkit.plan.program import ProgramPlan
from lessonkit.text import inline as i

MOST = 4
"""Points of a card."""
LONGEST = 160
"""Letters of a point; a longer one stays in the lesson."""
Run = tuple[str, bool]
"""Words, and whether they are strong."""
Point = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """A lesson or a programme on one card."""

    title: str
    summary: str
    minutes: int | None
    sections: int
    """Of a programme: lessons."""
    kind: Literal["keypoints", "goals", "lessons", ""]
    """What the points are; empty where there are none."""
    points: tuple[Point, ...]


def card(page: Page) -> Card:
    """The first points to be remembered that fit on a card, else what a learner will be able to do.

    What is for one of several groups only, and what stands in questions, is no point of all.
    """
    kind: Literal["keypoints", "goals", ""] = "keypoints"
    points = next(filter(None, (_points(one) for one in _keypoints(page.every))), ())
    if not points:
        goals: tuple[Point, ...] = tuple(((one.text, False),) for one in page.meta.objectives)
        kind, points = "goals" if goals else "", goals
    meta = page.meta
    return Card(
        meta.title, meta.summary, meta.minutes, len(page.sections), kind, tuple(points[:MOST])
    )


def program_card(plan: ProgramPlan) -> Card:
    """The lessons in their order, all of them: a card shows as many as it has room for."""
    meta = plan.meta
    titles = (stage.lesson(meta.lang).title for stage in plan.stages)
    points: tuple[Point, ...] = tuple(((title, False),) for title in titles)
    return Card(meta.title, meta.summary, plan.minutes, len(points), "lessons", points)


def _keypoints(blocks: tuple[b.Block, ...]) -> Iterator[b.Callout]:
    return (one for one in blocks if isinstance(one, b.Callout) and one.kind == "keypoints")


def _points(callout: b.Callout) -> tuple[Point, ...]:
    """Items of its lists, else its paragraphs; only those short enough."""
    lists = [one for one in callout.blocks if isinstance(one, b.List)]
    items = [item.blocks for one in lists for item in one.items] or [(x,) for x in callout.blocks]
    found = (_said(blocks[0]) for blocks in items if len(blocks) == 1)
    return tuple(one for one in found if 0 < sum(len(text) for text, _ in one) <= LONGEST)


def _said(block: b.Block) -> Point:
    """Nothing for what is more than words: a card has no room to explain a picture or a formula."""
    if not isinstance(block, b.Paragraph):
        return ()
    runs = tuple(_runs(block.prose.inlines, False))
    return () if None in runs else tuple(one for one in runs if one is not None)


def _runs(inlines: tuple[i.Inline, ...], strong: bool) -> Iterator[Run | None]:
    for inline in inlines:
        match inline:
            case i.Text() | i.Code():
                yield inline.text, strong
            case i.Break():
                yield " ", strong
            case i.Strong() | i.Emphasis() | i.Phrase() | i.Link():
                yield from _runs(inline.inner, strong or isinstance(inline, i.Strong))
            case i.NoteRef():
                pass
            case i.Picture() | i.Math() | i.Gap() | i.Markup() | i.Strike():
                yield None
