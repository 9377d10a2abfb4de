"""Going through a document: every block, every run of text, in the order of the source."""

from collections.abc import Callable, Iterator
from operator import attrgetter
from typing import Any

from lessonkit.model import blocks as b
from lessonkit.questions.base import Question
from lessonkit.text.inline import Inline, Prose
from lessonkit.text.inline import walk as walk_inlines


def children(block: b.Block) -> tuple[b.Block, ...]:
    """The blocks directly inside a block."""
    inside = _INSIDE.get(type(block))
    return () if inside is None else inside(block)


def _of_items(block: Any) -> tuple[b.Block, ...]:
    return tuple(inner for item in block.items for inner in item.blocks)


def _of_entries(block: Any) -> tuple[b.Block, ...]:
    return tuple(inner for entry in block.entries for one in entry.meanings for inner in one)


def _of_tabs(block: b.Tabs) -> tuple[b.Block, ...]:
    return tuple(inner for tab in block.tabs for inner in tab.blocks)


_BLOCKS: Callable[[Any], tuple[b.Block, ...]] = attrgetter("blocks")
_TRANSCRIPT: Callable[[Any], tuple[b.Block, ...]] = attrgetter("transcript")
# Asked for every block by every walk: a look-up costs a tenth of a `match` over twenty classes.
_INSIDE: dict[type, Callable[[Any], tuple[b.Block, ...]]] = {
    **dict.fromkeys((b.List, b.Steps, b.Checklist), _of_items),
    **dict.fromkeys((b.Definitions, b.Cards, b.Glossary), _of_entries),
    b.Tabs: _of_tabs,
    **dict.fromkeys((b.Audio, b.Video), _TRANSCRIPT),
    **dict.fromkeys((b.Quote, b.Callout, b.Practice, b.Details, b.Teacher), _BLOCKS),
    **dict.fromkeys((b.Only, b.Narration, b.Slide, b.Ask, b.Bank, b.Scene, b.Section), _BLOCKS),
}


def walk(blocks: tuple[b.Block, ...]) -> Iterator[b.Block]:
    """Every block, depth first, outer before inner."""
    waiting = list(reversed(blocks))
    while waiting:
        block = waiting.pop()
        yield block
        inside = _INSIDE.get(type(block))
        if inside is not None:
            waiting.extend(reversed(inside(block)))


def own_prose(block: b.Block) -> Iterator[Prose]:
    """The runs of text that belong to the block itself, not to one inside it."""
    match block:
        case b.Paragraph() | b.Heading():
            yield block.prose
        case b.Table():
            yield from (cell.prose for row in (block.head, *block.rows) for cell in row)
        case b.Cards():
            yield from () if block.title is None else (block.title,)
            yield from (entry.term for entry in block.entries)
        case b.Definitions() | b.Glossary():
            yield from (entry.term for entry in block.entries)
        case b.Tabs():
            yield from (tab.title for tab in block.tabs)
        case b.Ask():
            yield from question_prose(block.question)
        case b.Figure(caption=title) if title is not None:
            yield title
        case _:
            title = getattr(block, "title", None)
            if title is not None:
                yield title


def question_prose(question: Question) -> Iterator[Prose]:
    """All that a learner may read of a question: what is asked, options, hint, feedback."""
    yield question.ask
    yield from question.pieces()
    if question.hint is not None:
        yield question.hint
    for reply in question.replies():
        yield reply.text


def prose(blocks: tuple[b.Block, ...]) -> Iterator[Prose]:
    """Every run of text below."""
    for block in walk(blocks):
        yield from own_prose(block)


def inlines(blocks: tuple[b.Block, ...]) -> Iterator[Inline]:
    """Every inline below, pictures of figures included."""
    for block in walk(blocks):
        if isinstance(block, b.Figure):
            yield from block.pictures
        for run in own_prose(block):
            yield from walk_inlines(run.inlines)


def asks(blocks: tuple[b.Block, ...]) -> Iterator[b.Ask]:
    """Every question below, in order."""
    return (block for block in walk(blocks) if isinstance(block, b.Ask))


def questions(bank: b.Bank) -> tuple[Question, ...]:
    """All that a bank holds."""
    return tuple(block.question for block in bank.blocks if isinstance(block, b.Ask))


def sections(blocks: tuple[b.Block, ...]) -> Iterator[b.Section]:
    """Every section below, in order."""
    return (block for block in walk(blocks) if isinstance(block, b.Section))
