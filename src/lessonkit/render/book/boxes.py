"""Blocks that set others apart: callouts, practice, details, tabs, parts for one audience."""

from html import escape
from typing import assert_never

from lessonkit.model import blocks as b
from lessonkit.render.book.pen import Inner, Pen
from lessonkit.render.book.runs import prose_xhtml


def box_xhtml(
    block: b.Callout | b.Practice | b.Details | b.Tabs | b.Only | b.Bank | b.Section,
    pen: Pen,
    inner: Inner,
) -> str:
    """One such block; what a page shows when it is pressed stands open here."""
    match block:
        case b.Callout():
            return _callout(block, pen, inner)
        case b.Practice():
            return _practice(block, pen, inner)
        case b.Details():
            title = f'<p class="lk-label">{prose_xhtml(block.title, pen)}</p>'
            return f'<div class="lk-details">{title}{inner(block.blocks, pen)}</div>'
        case b.Tabs():
            return "".join(_tab(tab, pen, inner) for tab in block.tabs)
        case b.Only():
            groups = audience_line(block.audience, pen)
            return f'<div class="lk-only">{groups}{inner(block.blocks, pen)}</div>'
        case b.Bank():
            return inner(block.blocks, pen)
        case b.Section():
            title = prose_xhtml(block.title, pen)
            return f'<h2 id="{block.id}">{title}</h2>\n{inner(block.blocks, pen)}'
        case _:
            assert_never(block)


def audience_line(groups: tuple[str, ...], pen: Pen) -> str:
    """Whom it is for; nothing where it is for all."""
    names = ", ".join(pen.audiences.get(group, group) for group in groups)
    return f'<p class="lk-for">{pen.say("only.label", groups=names)}</p>' if names else ""


def _callout(block: b.Callout, pen: Pen, inner: Inner) -> str:
    title = prose_xhtml(block.title, pen) or pen.say(f"callout.{block.kind}")
    head = f'<p class="lk-box-title">{pen.sign(block.kind)} {title}</p>'
    return f'<aside class="lk-box lk-{block.kind}">{head}{inner(block.blocks, pen)}</aside>'


def _practice(block: b.Practice, pen: Pen, inner: Inner) -> str:
    title = prose_xhtml(block.title, pen) or pen.say("practice.title")
    facts = [escape(block.where, quote=False)] if block.where else []
    if block.minutes:
        facts.append(pen.words.count("opening.minutes", block.minutes))
    line = f'<p class="lk-facts">{" · ".join(facts)}</p>' if facts else ""
    return (
        f'<section class="lk-practice" id="{block.id}">'
        f'<p class="lk-box-title">{pen.sign("practice")} {title}</p>{line}'
        f"{inner(block.blocks, pen)}"
        f'<p class="lk-tick">{pen.sign("box")} {pen.say("practice.done")}</p></section>'
    )


def _tab(tab: b.Tab, pen: Pen, inner: Inner) -> str:
    above, tag = pen.level, pen.below()
    pen.level = int(tag[1])
    text = (
        f"<section><{tag}>{prose_xhtml(tab.title, pen)}</{tag}>{inner(tab.blocks, pen)}</section>"
    )
    pen.level = above
    return text
