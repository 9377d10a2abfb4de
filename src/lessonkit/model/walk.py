"""Going through a document: every block, every run of text, in the order of the source."""

from collections.abc import Iterator

from lessonkit.model import blocks as b
from lessonkit.questions.base import Question
from lessonkit.text.inline import Inline, Prose
from lessonkit.text.inline import walk as walk_inlines


def children(block: b.Block) -> tuple[b.Block, ...]:
    """The blocks directly inside a block."""
    match block:
        case b.List() | b.Steps() | b.Checklist():
            return tuple(inner for item in block.items for inner in item.blocks)
        case b.Definitions() | b.Cards() | b.Glossary():
            return tuple(
                x for entry in block.entries for meaning in entry.meanings for x in meaning
            )
        case b.Tabs():
            return tuple(inner for tab in block.tabs for inner in tab.blocks)
        case b.Audio() | b.Video():
            return block.transcript
        case (
            b.Quote() | b.Callout() | b.Practice() | b.Details() | b.Teacher() | b.Only()
            | b.Narration() | b.Slide() | b.Ask() | b.Section()
        ):  # fmt: skip
            return block.blocks
        case _:
            return ()


def walk(blocks: tuple[b.Block, ...]) -> Iterator[b.Block]:
    """Every block, depth first, outer before inner."""
    for block in blocks:
        yield block
        yield from walk(children(block))


def own_prose(block: b.Block) -> Iterator[Prose]:
    """The runs of text that belong to the block itself, not to one inside it."""
    match block:
        case b.Paragraph() | b.Heading():
            yield block.prose
        case b.Table():
            yield from (cell.prose for row in (block.head, *block.rows) for cell in row)
        case b.Definitions() | b.Cards() | b.Glossary():
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
    for option in getattr(question, "options", ()):
        yield option.text
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


def sections(blocks: tuple[b.Block, ...]) -> Iterator[b.Section]:
    """Every section below, in order."""
    return (block for block in walk(blocks) if isinstance(block, b.Section))
