"""Blocks as XHTML: every kind, by one exhaustive match that hands groups on."""

from html import escape
from typing import assert_never

from lessonkit.model import blocks as b
from lessonkit.render.book.asks import ask_xhtml
from lessonkit.render.book.boxes import box_xhtml
from lessonkit.render.book.figures import figure_xhtml, recording_xhtml
from lessonkit.render.book.ink import Ink
from lessonkit.render.book.rows import rows_xhtml
from lessonkit.render.book.runs import attributes, formula, prose_xhtml
from lessonkit.render.book.xhtml import xhtml
from lessonkit.render.code import coloured


def blocks_xhtml(blocks: tuple[b.Block, ...], ink: Ink) -> str:
    """Blocks in order."""
    return "\n".join([block_xhtml(block, ink) for block in blocks])


def block_xhtml(block: b.Block, ink: Ink) -> str:
    """One block; those that a learner never sees are nothing here: the plan took them out.

    A scene is written with its question.
    """
    match block:
        case (
            b.Paragraph() | b.Heading() | b.Quote() | b.CodeBlock() | b.Divider() | b.MarkupBlock()
            | b.Formula()
        ):  # fmt: skip
            return _plain(block, ink)
        case (
            b.List() | b.Steps() | b.Checklist() | b.Table() | b.Definitions() | b.Glossary()
            | b.Cards()
        ):  # fmt: skip
            return rows_xhtml(block, ink, blocks_xhtml)
        case (
            b.Callout() | b.Practice() | b.Details() | b.Tabs() | b.Only() | b.Bank() | b.Section()
        ):
            return box_xhtml(block, ink, blocks_xhtml)
        case b.Figure():
            return figure_xhtml(block, ink)
        case b.Audio() | b.Video():
            return recording_xhtml(block, ink, blocks_xhtml)
        case b.Ask():
            return ask_xhtml(block, ink, blocks_xhtml)
        case b.Teacher() | b.Narration() | b.Slide() | b.Scene():
            return ""
        case _:
            assert_never(block)


def _plain(
    block: b.Paragraph | b.Heading | b.Quote | b.CodeBlock | b.Divider | b.MarkupBlock | b.Formula,
    ink: Ink,
) -> str:
    match block:
        case b.Paragraph():
            return f"<p{attributes(classes=block.classes)}>{prose_xhtml(block.prose, ink)}</p>"
        case b.Heading():
            ink.level = block.level - 1
            return f'<h{ink.level} id="{block.id}">{prose_xhtml(block.prose, ink)}</h{ink.level}>'
        case b.Quote():
            return f"<blockquote>{blocks_xhtml(block.blocks, ink)}</blockquote>"
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
