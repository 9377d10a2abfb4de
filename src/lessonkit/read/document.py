"""The body of a module: Markdown to blocks."""

from dataclasses import dataclass
from pathlib import Path

from lessonkit.base.diag import Fault
from lessonkit.model import blocks as b
from lessonkit.read.blocks import find, read_blocks, read_sections
from lessonkit.read.comments import blank_comments
from lessonkit.read.context import Context
from lessonkit.read.fences import fence_map
from lessonkit.read.grammar import grammar
from lessonkit.read.source import Source
from lessonkit.read.tree import Node, tree


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
) -> Document:
    """The text behind line `after` (from 1; 0: all of it)."""
    md = grammar(raw_html)
    lines = blank_comments(("",) * after + source.lines[after:])
    env: dict[str, object] = {"file": source.file, "fences": fence_map(lines)}
    nodes = tree(md.parse("\n".join(lines), env))
    ctx = Context(source.file, lines, lang, md, env, folder, raw_html, section_ids)
    blocks = read_sections(ctx, nodes)
    footnotes = _footnotes(ctx, nodes)
    _links(ctx)
    return Document(blocks, footnotes, ctx)


def _footnotes(ctx: Context, nodes: list[Node]) -> tuple[b.Footnote, ...]:
    """Definitions and notes written in place, in the order of mention; what is missing or left over is a fault."""
    defined: dict[str, Node] = {}
    for node in find(nodes, "footnote_reference"):
        label = node.token.meta["label"]
        if label in defined:
            ctx.report("LK155", ctx.line_span(node.line), label=label, line=defined[label].line)
        defined.setdefault(label, node)
    texts = {label: read_blocks(ctx, node.children) for label, node in defined.items()}
    found = []
    for number, (label, span) in enumerate(list(ctx.notes.items()), 1):
        if label in texts:
            found.append(b.Footnote(label, number, texts[label], span))
        elif label.startswith("^"):
            found.append(
                b.Footnote(label, number, _in_place(ctx, int(label[1:]), span.start.line), span)
            )
        else:
            ctx.report("LK153", span, label=label)
    for label, node in defined.items():
        if label not in ctx.notes:
            ctx.report("LK154", ctx.line_span(node.line), label=label)
    return tuple(found)


def _in_place(ctx: Context, number: int, line: int) -> tuple[b.Block, ...]:
    """The text of `^[a note]`."""
    footnotes: dict[str, dict[int, dict[str, str]]] = ctx.env["footnotes"]  # type: ignore[assignment]  # the plug-in's own store
    content = footnotes["list"][number]["content"]
    tokens = ctx.md.parse(content, {**ctx.env, "fences": fence_map(())})
    for token in tokens:
        token.map = [line - 1, line]
    return read_blocks(ctx, tree(tokens))


def _links(ctx: Context) -> None:
    """Links within the lesson lead somewhere."""
    for name, span in ctx.links:
        if name not in ctx.ids:
            from lessonkit.base.near import nearest

            ctx.report("LK160", span, id=name, near=nearest(name, ctx.ids) or "")


def sorted_faults(faults: list[Fault]) -> tuple[Fault, ...]:
    """In the order of the text; the same one said twice is said once."""
    seen: dict[tuple[str, object], Fault] = {}
    for one in faults:
        seen.setdefault((one.code, one.finding.span), one)
    return tuple(sorted(seen.values(), key=lambda one: (one.finding.span, one.code)))
