"""The body of a module: Markdown to blocks."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lessonkit.base.diag import Fault, line_span
from lessonkit.base.near import nearest
from lessonkit.model import blocks as b
from lessonkit.model.walk import walk
from lessonkit.read.blocks import find, read_blocks, read_sections
from lessonkit.read.comments import blank_comments
from lessonkit.read.context import Context
from lessonkit.read.fences import fence_map
from lessonkit.read.grammar import grammar
from lessonkit.read.source import Source
from lessonkit.read.tree import Node, tree

_GIVEN = (re.compile(r":id:[ \t]*([^\s{}]+)"), re.compile(r"\{#([^\s{}]+)"))
"""Ids in options and attributes, wherever they stand."""


@dataclass(frozen=True, slots=True)
class Document:
    """What the body holds."""

    blocks: tuple[b.Block, ...]
    footnotes: tuple[b.Footnote, ...]
    context: Context


def read_document(
    source: Source,
    after: int,
    lang: str,
    folder: Path,
    raw_html: bool,
    section_ids: tuple[str, ...] = (),
    practice_ids: tuple[str, ...] = (),
) -> Document:
    """The text behind line `after` (from 1; 0: all of it)."""
    md = grammar(raw_html)
    lines, unclosed = blank_comments(("",) * after + source.lines[after:])
    env: dict[str, Any] = {"file": source.file, "fences": fence_map(lines), "deep": [], "line": 1}
    env["lines"] = source.lines
    nodes = tree(md.parse("\n".join(lines), env))
    ctx = Context(source.file, source.lines, lang, md, env, folder, raw_html, section_ids)
    ctx.practice_ids = practice_ids
    ctx.reserved = frozenset(name for given in _GIVEN for name in given.findall(source.text))
    if unclosed:
        ctx.report("LK177", ctx.line_span(unclosed))
    blocks = read_sections(ctx, nodes)
    footnotes = _footnotes(ctx, nodes)
    if env["deep"]:
        ctx.too_deep(env["deep"][0])
    _links(ctx)
    _definitions(ctx)
    for span, title in ctx.captions.items():
        # Only a figure has room for one.
        ctx.report("LK157", span, key=f'"{title[:40]}"', near="width, decorative")
    return Document(blocks, footnotes, ctx)


_NOT_IN_NOTES = (
    *(b.Ask, b.Checklist, b.Practice, b.Tabs, b.Cards, b.Audio, b.Video),
    *(b.Teacher, b.Only, b.Narration, b.Slide, b.Section),
)
"""What keeps something of a learner, or is for some readers alone: a note is read in passing."""


def _name(block: b.Block) -> str:
    return block.question.type_name if isinstance(block, b.Ask) else type(block).__name__.lower()


def _footnotes(ctx: Context, nodes: list[Node]) -> tuple[b.Footnote, ...]:
    """Notes in the order of mention; what is missing or left over is a fault."""
    defined: dict[str, Node] = {}
    for node in find(nodes, "footnote_reference") if "footnotes" in ctx.env else ():
        label = node.token.meta["label"]
        if label in defined:
            ctx.report("LK155", ctx.line_span(node.line), label=label, line=defined[label].line)
        defined.setdefault(label, node)
    texts = {label: read_blocks(ctx, node.children) for label, node in defined.items()}
    for block in (inner for blocks in texts.values() for inner in walk(blocks)):
        if isinstance(block, _NOT_IN_NOTES):
            ctx.report("LK193", block.span, block=_name(block))
    found = []
    for label, (number, span) in list(ctx.notes.items()):
        placed = ctx.placed_notes.get(label)
        if placed is not None:
            inside: tuple[b.Block, ...] = (b.Paragraph(placed, (), placed.span),)
            found.append(b.Footnote(label, number, inside, span))
        elif texts.get(label):
            found.append(b.Footnote(label, number, texts[label], span))
        else:
            ctx.report("LK153", span, label=label)
    for label, node in defined.items():
        if label not in ctx.notes:
            ctx.report("LK154", ctx.line_span(node.line), label=label)
    return tuple(found)


def _links(ctx: Context) -> None:
    """Links within the lesson lead somewhere."""
    for name, span in ctx.links:
        if name in ctx.scenes:
            ctx.report("LK692", span, id=name)
        elif name not in ctx.anchors:
            near = nearest(name, sorted(ctx.anchors)) or ""
            ctx.report("LK160", span, id=name, near=near)


def _definitions(ctx: Context) -> None:
    """Addresses of links that no link uses, or that were defined before: their words are lost."""
    lines = [*(ctx.env["references"].unused() if "references" in ctx.env else ())]
    lines += [one["map"][0] for one in ctx.env.get("duplicate_refs", ())]
    for line in lines:
        text = ctx.lines[line]
        start = text.find("[")
        place = line_span(ctx.file, line + 1, start + 1, len(text.rstrip()) - start)
        ctx.report("LK188", place, label=text[start + 1 :].partition("]")[0][:60])


def sorted_faults(faults: list[Fault]) -> tuple[Fault, ...]:
    """In the order of the text; the same one said twice is said once."""
    seen: dict[object, Fault] = {}
    for one in faults:
        said = tuple(one.finding.args.items())
        seen.setdefault((one.code, one.finding.span, said), one)
    return tuple(sorted(seen.values(), key=lambda one: (one.finding.span, one.code)))
