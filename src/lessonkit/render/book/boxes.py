"""Blocks that set others apart: callouts, practice, details, tabs, parts for one audience."""

from html import escape
from typing import assert_never

from lessonkit.model import blocks as b
from lessonkit.render.book.ink import Ink, Inner
from lessonkit.render.book.runs import prose_xhtml


def box_xhtml(
    block: b.Callout | b.Practice | b.Details | b.Tabs | b.Only | b.Bank | b.Section,
    ink: Ink,
    inner: Inner,
) -> str:
    """One such block; what a page shows when it is pressed stands open here."""
    match block:
        case b.Callout():
            return _callout(block, ink, inner)
        case b.Practice():
            return _practice(block, ink, inner)
        case b.Details():
            title = f'<p class="lk-label">{prose_xhtml(block.title, ink)}</p>'
            return f'<div class="lk-details">{title}{inner(block.blocks, ink)}</div>'
        case b.Tabs():
            return "".join(_tab(tab, ink, inner) for tab in block.tabs)
        case b.Only():
            groups = audience_line(block.audience, ink)
            return f'<div class="lk-only">{groups}{inner(block.blocks, ink)}</div>'
        case b.Bank():
            return inner(block.blocks, ink)
        case b.Section():
            title = prose_xhtml(block.title, ink)
            return f'<h2 id="{block.id}">{title}</h2>\n{inner(block.blocks, ink)}'
        case _:
            assert_never(block)


def audience_line(groups: tuple[str, ...], ink: Ink) -> str:
    """Whom it is for; nothing where it is for all."""
    names = ", ".join(ink.audiences.get(group, group) for group in groups)
    return f'<p class="lk-for">{ink.say("only.label", groups=names)}</p>' if names else ""


def _callout(block: b.Callout, ink: Ink, inner: Inner) -> str:
    title = prose_xhtml(block.title, ink) or ink.say(f"callout.{block.kind}")
    head = f'<p class="lk-box-title">{ink.sign(block.kind)} {title}</p>'
    return f'<aside class="lk-box lk-{block.kind}">{head}{inner(block.blocks, ink)}</aside>'


def _practice(block: b.Practice, ink: Ink, inner: Inner) -> str:
    title = prose_xhtml(block.title, ink) or ink.say("practice.title")
    facts = [escape(block.where, quote=False)] if block.where else []
    if block.minutes:
        facts.append(ink.words.count("opening.minutes", block.minutes))
    line = f'<p class="lk-facts">{" · ".join(facts)}</p>' if facts else ""
    return (
        f'<section class="lk-practice" id="{block.id}">'
        f'<p class="lk-box-title">{ink.sign("practice")} {title}</p>{line}'
        f"{inner(block.blocks, ink)}"
        f'<p class="lk-tick">{ink.sign("box")} {ink.say("practice.done")}</p></section>'
    )


def _tab(tab: b.Tab, ink: Ink, inner: Inner) -> str:
    above, tag = ink.level, ink.below()
    ink.level = int(tag[1])
    text = (
        f"<section><{tag}>{prose_xhtml(tab.title, ink)}</{tag}>{inner(tab.blocks, ink)}</section>"
    )
    ink.level = above
    return text
