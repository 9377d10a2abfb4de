"""The `:::` blocks that are no questions: what each may have and what becomes of it."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from lessonkit.base.near import nearest
from lessonkit.model import blocks as b
from lessonkit.model.walk import walk
from lessonkit.read import ask, bank, media_blocks, shapes
from lessonkit.read.context import Context
from lessonkit.read.directives import OPTION, Head
from lessonkit.read.inlines import prose
from lessonkit.read.nested import Nested, Opened, inside
from lessonkit.read.options import Options
from lessonkit.read.tree import Node
from lessonkit.text.inline import Prose

CALLOUTS = ("note", "tip", "important", "warning", "example", "keypoints")

_LOOSE = re.compile(r":?\s*([A-Za-z][\w-]*)\s*:(?:\s|$)")
"""An option line with a sign too few or a space too many."""

Argument = Literal["none", "title", "needed", "raw", "file"]
"""`raw` and `file`: a name to be taken as it is; `file` may be missing."""


@dataclass(frozen=True, slots=True)
class Kind:
    """What a block may have."""

    argument: Argument
    options: tuple[str, ...]
    build: Callable[[Opened], b.Block | None]


def read_block(ctx: Context, node: Node, nested: Nested) -> b.Block | None:
    """The block of an `lk` node, or None with the reason among the faults."""
    head: Head = node.token.meta["head"]
    name = head.name
    if name and not head.closed and not head.excused:
        ctx.report("LK131", head.span, block=name)
    if name in ask.TYPES:
        options = Options(ctx, head, ask.option_names(name), ask.COMMON)
        _strayed_options(ctx, node, options)
        return ask.read_ask(Opened(ctx, node, nested, head, options, _title(ctx, node)))
    kind = KINDS.get(name)
    if kind is None:
        _unknown(ctx, head)
        nested.sections(ctx, inside(node))
        return None
    if kind.argument in ("needed", "raw") and not head.argument:
        ctx.report("LK137", head.span, block=name)
    if kind.argument == "none" and head.argument and name != "only":
        near = name if name == "bank" else ""
        ctx.report("LK138", head.span, block=name, argument=head.argument[:60], near=near)
    title = None if kind.argument in ("raw", "file") else _title(ctx, node)
    options = Options(ctx, head, kind.options)
    _strayed_options(ctx, node, options)
    return kind.build(Opened(ctx, node, nested, head, options, title))


def _strayed_options(ctx: Context, node: Node, options: Options) -> None:
    """Option lines that do not stand directly below the opener, and so are text."""
    below = node.token.meta["head"].span.start.line + 1 + len(node.token.meta["head"].options)
    for child in inside(node):
        if child.type == "paragraph" and ":" in (text := child.children[0].token.content):
            for number, line in enumerate(text.split("\n"), child.line):
                match = OPTION.fullmatch(line) if line.startswith(":") else None
                if match and match[1] in options.names:
                    ctx.report("LK162", ctx.line_span(number), option=match[1])
                elif child.line == below and (typed := _LOOSE.match(line)):
                    name = typed[1].lower()
                    if name in options.names:
                        ctx.report("LK162", ctx.line_span(number), option=name, near=name)


def _unknown(ctx: Context, head: Head) -> None:
    if not head.name:
        words = head.argument.strip(": {}").split()
        name = nearest(words[0].strip("{}."), (*KINDS, *ask.TYPES)) if words else None
        ctx.report("LK133", head.span, value=head.argument[:60], name=name or "note", near="")
        return
    near = nearest(head.name, (*KINDS, *ask.TYPES)) or ""
    ctx.report("LK130", head.name_span, block=head.name, near=near)


def _title(ctx: Context, node: Node) -> Prose | None:
    return prose(ctx, node.children[0]) if "title" in node.token.meta else None


def _inside(opened: Opened) -> tuple[b.Block, ...]:
    """The blocks inside; nothing inside is a fault."""
    _filled(opened)
    return opened.nested.blocks(opened.ctx, opened.body)


def _filled(opened: Opened) -> None:
    if not opened.body:
        opened.ctx.hollow(opened.head.span, opened.head.name)


def _callout(opened: Opened) -> b.Block:
    kind: Any = opened.head.name
    return b.Callout(kind, opened.title, _inside(opened), opened.head.span)


def _practice(opened: Opened) -> b.Block:
    minutes = opened.options.whole("minutes", 1, 1440)
    where = opened.options.text("where")
    blocks = _inside(opened)
    if "id" in opened.options.values:
        name = opened.options.id("practice")
    else:
        name = opened.ctx.practice_id(opened.title.plain() if opened.title else _words(blocks))
    return b.Practice(name, opened.title, where, minutes, blocks, opened.head.span)


def _words(blocks: tuple[b.Block, ...]) -> str:
    """The first words of a block without a title."""
    texts = (block.prose.plain() for block in walk(blocks) if isinstance(block, b.Paragraph))
    return next(texts, "")


def _details(opened: Opened) -> b.Block | None:
    inside = _inside(opened)
    return None if opened.title is None else b.Details(opened.title, inside, opened.head.span)


def _teacher(opened: Opened) -> b.Block:
    _filled(opened)
    return b.Teacher(opened.nested.sections(opened.ctx, opened.body), opened.head.span)


def _only(opened: Opened) -> b.Block:
    groups = tuple(re.split(r"[\s,\[\]]+", opened.options.text("audience").strip(" ,[]")))
    argument = opened.head.argument[:60]
    if groups == ("",):
        opened.ctx.report("LK136", opened.head.span, block="only", option="audience", near=argument)
    elif argument:
        opened.ctx.report("LK138", opened.head.span, block="only", argument=argument, near="")
    _filled(opened)
    inside = opened.nested.sections(opened.ctx, opened.body)
    return b.Only(tuple(filter(None, groups)), inside, opened.head.span)


def _narration(opened: Opened) -> b.Block:
    """Words, a recording, or both; what is no name of a recording are words out of place."""
    src = opened.head.argument
    if src and not media_blocks.is_recording(src):
        opened.ctx.report("LK138", opened.head.span, block="narration", argument=src[:60], near="")
        src = ""
    if src:
        opened.ctx.want(src, "audio", opened.head.span)
    start, end = media_blocks.part(opened)
    inside = opened.nested.blocks(opened.ctx, opened.body) if src else _inside(opened)
    return b.Narration(opened.options.flag("add"), inside, opened.head.span, src, start, end)


def _slide(opened: Opened) -> b.Block:
    inside = opened.nested.blocks(opened.ctx, opened.body)
    return b.Slide(opened.title, inside, opened.head.span)


KINDS: Mapping[str, Kind] = {
    **{name: Kind("title", (), _callout) for name in CALLOUTS},
    "audio": Kind("raw", media_blocks.AUDIO_OPTIONS, media_blocks.audio),
    "video": Kind("raw", media_blocks.VIDEO_OPTIONS, media_blocks.video),
    "figure": Kind("title", (), media_blocks.figure),
    "steps": Kind("title", (), shapes.steps),
    "checklist": Kind("title", ("id",), shapes.checklist),
    "practice": Kind("title", ("id", "where", "minutes"), _practice),
    "details": Kind("needed", (), _details),
    "tabs": Kind("none", ("id",), shapes.tabs),
    "cards": Kind("title", ("id",), shapes.cards),
    "glossary": Kind("none", (), shapes.glossary),
    "teacher": Kind("none", (), _teacher),
    "only": Kind("none", ("audience",), _only),
    "narration": Kind("file", media_blocks.NARRATION_OPTIONS, _narration),
    "slide": Kind("title", (), _slide),
    "bank": Kind("none", bank.OPTIONS, bank.bank),
}
