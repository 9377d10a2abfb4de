"""Choices of a story as links to the slides of their scenes, and its ends with one to its start."""

from dataclasses import replace

from lessonkit.base.diag import Span
from lessonkit.model import blocks as b
from lessonkit.plan.slide import Slide
from lessonkit.plan.ways import Ways, leads
from lessonkit.render.pen import Pen
from lessonkit.text.inline import Inline, Link, Prose, Text


def led(found: Slide, ways: Ways, pen: Pen) -> Slide:
    """A slide of a story that can be clicked through."""
    blocks = tuple(_choices(one, ways) if isinstance(one, b.List) else one for one in found.blocks)
    if found.stage.startswith("ends") and "1" in ways and found.title is not None:
        span = found.title.span
        again = _link(ways["1"], (Text(pen.words("question.restart"), span),), span)
        blocks = (*blocks, b.Paragraph(Prose((again,), span), (), span))
    return replace(found, blocks=blocks)


def _choices(block: b.List, ways: Ways) -> b.List:
    return replace(block, items=tuple(_choice(one, ways) for one in block.items))


def _choice(item: b.Item, ways: Ways) -> b.Item:
    said = item.blocks[0] if len(item.blocks) == 1 else None
    if not isinstance(said, b.Paragraph) or not (to := leads(said.prose.plain(), ways)):
        return item
    link = _link(to, said.prose.inlines, said.span)
    return replace(item, blocks=(replace(said, prose=replace(said.prose, inlines=(link,))),))


def _link(to: str, inner: tuple[Inline, ...], span: Span) -> Link:
    return Link(f"#{to}", inner, "", "", span)
