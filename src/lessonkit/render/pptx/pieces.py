"""What a slide shows, in order: words, remarks, tables and pictures, out of whatever holds them."""

from collections.abc import Iterator
from dataclasses import dataclass

from lessonkit.model import blocks as b
from lessonkit.model.walk import walk
from lessonkit.render.pptx.paragraphs import Para, Pen, callout_colour, paragraphs
from lessonkit.render.pptx.runs import Run, runs
from lessonkit.text.inline import Picture


@dataclass(frozen=True, slots=True)
class Words:
    """Paragraphs one after the other."""

    paras: tuple[Para, ...]


@dataclass(frozen=True, slots=True)
class Panel:
    """A remark set apart."""

    head: tuple[Para, ...]
    paras: tuple[Para, ...]
    colour: str


Piece = Words | Panel | b.Table | b.Figure


def pieces(blocks: tuple[b.Block, ...], pen: Pen) -> Iterator[Piece]:
    """Neighbouring words together."""
    waiting: list[Para] = []
    for one in _all(blocks, pen):
        if isinstance(one, Para):
            waiting.append(one)
            continue
        if waiting:
            yield Words(tuple(waiting))
            waiting = []
        yield one
    if waiting:
        yield Words(tuple(waiting))


def _all(blocks: tuple[b.Block, ...], pen: Pen) -> Iterator[Para | Panel | b.Table | b.Figure]:
    for block in blocks:
        match block:
            case b.Figure() | b.Table():
                yield block
            case b.Callout():
                yield _panel(block, pen)
                yield from (one for one in walk(block.blocks) if isinstance(one, b.Figure))
            case b.Practice():
                yield from _practice(block, pen)
            case b.List() | b.Steps() | b.Checklist():
                yield from paragraphs((block,), pen)
                yield from (one for one in walk((block,)) if isinstance(one, b.Figure))
            case b.Video() if block.poster:
                yield from paragraphs((block,), pen)
                yield _poster(block)
            case _ if _holds(block):
                yield from _opened(block, pen)
            case _:
                yield from paragraphs((block,), pen)


def _holds(block: b.Block) -> bool:
    """Whether pictures or tables lie within it."""
    return any(isinstance(one, b.Figure | b.Table) for one in walk((block,)))


def _opened(block: b.Block, pen: Pen) -> Iterator[Para | Panel | b.Table | b.Figure]:
    """What holds pictures or tables: its title as words, then what it holds."""
    match block:
        case b.Tabs(tabs=tabs):
            for tab in tabs:
                yield Para(runs(tab.title), colour="tx2", bold=True)
                yield from _all(tab.blocks, pen)
        case b.Quote(blocks=inner) | b.Only(blocks=inner) | b.Bank(blocks=inner):
            yield from _all(inner, pen)
        case b.Details(title=title, blocks=inner) | b.Scene(title=title, blocks=inner):
            yield Para(runs(title), colour="tx2", bold=True)
            yield from _all(inner, pen)
        case _:
            yield from paragraphs((block,), pen)
            yield from (one for one in walk((block,)) if isinstance(one, b.Figure))


def _panel(block: b.Callout, pen: Pen) -> Panel:
    """Its label, then its words; a single line stands behind the label."""
    head, *paras = paragraphs((block,), pen)
    return Panel((head,), tuple(paras), callout_colour(block.kind))


def _practice(block: b.Practice, pen: Pen) -> Iterator[Para | Panel | b.Table | b.Figure]:
    if block.title:
        yield Para(runs(block.title), colour="tx2", bold=True)
    yield from _all(block.blocks, pen)
    facts = [block.where] if block.where else []
    if block.minutes:
        facts.append(pen.words.count("opening.minutes", block.minutes))
    if facts:
        yield Panel((), (Para((Run(" · ".join(facts), bold=True),)),), "accent4")


def _poster(block: b.Video) -> b.Figure:
    alt = block.title.plain() if block.title else ""
    picture = Picture(block.poster, alt, not alt, "", (), block.span)
    return b.Figure((picture,), None, block.span)
