"""Blocks that set others apart: callouts, practice, details, tabs, parts for one audience."""

from typing import assert_never

from lessonkit.model import blocks as b
from lessonkit.render.inline import prose_ready
from lessonkit.render.pen import Inner, Pen


def box_html(
    block: b.Callout | b.Practice | b.Details | b.Tabs | b.Only | b.Bank | b.Section,
    pen: Pen,
    inner: Inner,
) -> str:
    """One such block."""
    match block:
        case b.Callout():
            body = pen.ready(inner(block.blocks, pen))
            return pen.fill(
                "callout.html", kind=block.kind, title=prose_ready(block.title, pen), body=body
            )
        case b.Practice():
            return _practice(block, pen, inner)
        case b.Details():
            body = pen.ready(inner(block.blocks, pen))
            return pen.fill("details.html", title=prose_ready(block.title, pen), body=body)
        case b.Tabs():
            tabs = tuple(
                (prose_ready(tab.title, pen), pen.ready(inner(tab.blocks, pen)))
                for tab in block.tabs
            )
            return pen.fill("tabs.html", id=block.id, tabs=tabs)
        case b.Only():
            names = audience_names(block.audience, pen)
            return pen.fill("only.html", names=names, body=pen.ready(inner(block.blocks, pen)))
        case b.Bank():
            body = pen.ready(inner(block.blocks, pen))
            return pen.fill("bank.html", draw=block.draw, count=len(block.blocks), body=body)
        case b.Section():
            body = pen.ready(inner(block.blocks, pen))
            return f'<h2 id="{block.id}">{prose_ready(block.title, pen)}</h2>\n{body}'
        case _:
            assert_never(block)


def audience_names(groups: tuple[str, ...], pen: Pen) -> tuple[str, ...]:
    """What the groups are called; a group whose name nobody brought, by its id."""
    return tuple(pen.audiences.get(group, group) for group in groups)


def _practice(block: b.Practice, pen: Pen, inner: Inner) -> str:
    return pen.fill(
        "practice.html",
        id=block.id,
        title=prose_ready(block.title, pen),
        where=block.where,
        minutes=block.minutes,
        body=pen.ready(inner(block.blocks, pen)),
    )
