"""Blocks as HTML: every kind, by one exhaustive match that hands groups on."""

from html import escape
from typing import assert_never

from lessonkit.model import blocks as b
from lessonkit.render.ask import ask_html
from lessonkit.render.boxes import box_html
from lessonkit.render.code import code_html
from lessonkit.render.figure import figure_html, recording_html
from lessonkit.render.inline import attributes, prose_html, scroll_html
from lessonkit.render.pen import Pen
from lessonkit.render.rows import rows_html


def blocks_html(blocks: tuple[b.Block, ...], pen: Pen) -> str:
    """Blocks in order."""
    return "\n".join([block_html(block, pen) for block in blocks])


def block_html(block: b.Block, pen: Pen) -> str:
    """One block; those that a learner never sees are nothing here: the plan took them out.

    A scene is written with its question.
    """
    match block:
        case (
            b.Paragraph() | b.Heading() | b.Quote() | b.CodeBlock() | b.Divider() | b.MarkupBlock()
            | b.Formula()
        ):  # fmt: skip
            return _plain_html(block, pen)
        case (
            b.List() | b.Steps() | b.Checklist() | b.Table() | b.Definitions() | b.Glossary()
            | b.Cards()
        ):  # fmt: skip
            return rows_html(block, pen, blocks_html)
        case (
            b.Callout() | b.Practice() | b.Details() | b.Tabs() | b.Only() | b.Bank() | b.Section()
        ):
            return box_html(block, pen, blocks_html)
        case b.Figure():
            return figure_html(block, pen)
        case b.Audio() | b.Video():
            return recording_html(block, pen, blocks_html)
        case b.Ask():
            return ask_html(block, pen, blocks_html)
        case b.Teacher() | b.Narration() | b.Slide() | b.Scene():
            return ""
        case _:
            assert_never(block)


def _plain_html(
    block: b.Paragraph | b.Heading | b.Quote | b.CodeBlock | b.Divider | b.MarkupBlock | b.Formula,
    pen: Pen,
) -> str:
    match block:
        case b.Paragraph():
            return f"<p{attributes(classes=block.classes)}>{prose_html(block.prose, pen)}</p>"
        case b.Heading():
            level = f"h{block.level}"
            return f'<{level} id="{escape(block.id)}">{prose_html(block.prose, pen)}</{level}>'
        case b.Quote():
            return f"<blockquote>{blocks_html(block.blocks, pen)}</blockquote>"
        case b.CodeBlock():
            return code_html(block, pen)
        case b.Divider():
            return "<hr>"
        case b.MarkupBlock():
            return block.html
        case b.Formula():
            inner = block.mathml or f"<code>{escape(block.tex, quote=False)}</code>"
            return scroll_html(inner, "lk-formula", pen.words("text.formula"))
        case _:
            assert_never(block)
