"""Blocks as XHTML: every kind, by one exhaustive match that hands groups on."""

from html import escape
from typing import assert_never

from lessonkit.model import blocks as b
from lessonkit.render.book.asks import ask_xhtml
from lessonkit.render.book.boxes import box_xhtml
from lessonkit.render.book.figures import figure_xhtml, recording_xhtml
from lessonkit.render.book.pen import Pen
from lessonkit.render.book.rows import rows_xhtml
from lessonkit.render.book.runs import attributes, formula, prose_xhtml
from lessonkit.render.book.xhtml import xhtml
from lessonkit.render.code import coloured


def blocks_xhtml(blocks: tuple[b.Block, ...], pen: Pen) -> str:
    """Blocks in order."""
    return "\n".join([block_xhtml(block, pen) for block in blocks])


def block_xhtml(block: b.Block, pen: Pen) -> str:
    """One block; those that a learner never sees are nothing here: the plan took them out.

    A scene is written with its question.
    """
    match block:
        case (
            b.Paragraph() | b.Heading() | b.Quote() | b.CodeBlock() | b.Divider() | b.MarkupBlock()
            | b.Formula()
        ):  # fmt: skip
            return _plain(block, pen)
        case (
            b.List() | b.Steps() | b.Checklist() | b.Table() | b.Definitions() | b.Glossary()
            | b.Cards()
        ):  # fmt: skip
            return rows_xhtml(block, pen, blocks_xhtml)
        case (
            b.Callout() | b.Practice() | b.Details() | b.Tabs() | b.Only() | b.Bank() | b.Section()
        ):
            return box_xhtml(block, pen, blocks_xhtml)
        case b.Figure():
            return figure_xhtml(block, pen)
        case b.Audio() | b.Video():
            return recording_xhtml(block, pen, blocks_xhtml)
        case b.Ask():
            return ask_xhtml(block, pen, blocks_xhtml)
        case b.Teacher() | b.Narration() | b.Slide() | b.Scene():
            return ""
        case _:
            assert_never(block)


def _plain(
    block: b.Paragraph | b.Heading | b.Quote | b.CodeBlock | b.Divider | b.MarkupBlock | b.Formula,
    pen: Pen,
) -> str:
    match block:
        case b.Paragraph():
            return f"<p{attributes(classes=block.classes)}>{prose_xhtml(block.prose, pen)}</p>"
        case b.Heading():
            pen.level = block.level - 1
            return f'<h{pen.level} id="{block.id}">{prose_xhtml(block.prose, pen)}</h{pen.level}>'
        case b.Quote():
            return f"<blockquote>{blocks_xhtml(block.blocks, pen)}</blockquote>"
        case b.CodeBlock():
            shown = coloured(block.text, block.language)
            text = shown or escape(block.text.rstrip("\n"), quote=False)
            return f'<pre translate="no"><code>{text}</code></pre>'
        case b.Divider():
            return "<hr/>"
        case b.MarkupBlock():
            return xhtml(block.html)
        case b.Formula():
            return f'<p class="lk-formula">{formula(block.tex, block.mathml)}</p>'
        case _:
            assert_never(block)
