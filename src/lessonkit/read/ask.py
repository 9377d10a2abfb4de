"""Question blocks: the neutral body that a question type makes itself from."""

from dataclasses import replace
from typing import Any

from lessonkit.base.diag import Span
from lessonkit.model import blocks as b
from lessonkit.model.walk import walk as walk_blocks
from lessonkit.questions import QUESTIONS
from lessonkit.questions.scenario import Unscored
from lessonkit.read.ask_gaps import with_gaps
from lessonkit.read.ask_rows import SHAPED, item_text, read_rows
from lessonkit.read.ask_scenes import STORY, before_scenes, read_scenes
from lessonkit.read.context import Context
from lessonkit.read.feedback import answer_line, feedback, strayed
from lessonkit.read.inlines import prose, value_prose
from lessonkit.read.lookalikes import pasted
from lessonkit.read.nested import Opened
from lessonkit.read.options import Options, per_cent_meant, percent
from lessonkit.read.tree import Node
from lessonkit.read.veil import VEILED
from lessonkit.text.body import AnswerLine, Body, Option
from lessonkit.text.inline import Gap, Prose, walk

TYPES = tuple(QUESTIONS.builtin)
COMMON = (
    "id", "objective", "points", "attempts", "hint", "hint-cost", "shuffle",
    "feedback", "feedback-right", "feedback-partly", "feedback-wrong", "partial",
)  # fmt: skip
_OUTCOMES = ("feedback-right", "feedback-partly", "feedback-wrong")
_SCORED = {"points", "attempts", "hint-cost", "shuffle", *_OUTCOMES, "partial"}
"""Of the common ones, those that mean nothing where there is no score."""


def option_names(name: str) -> tuple[str, ...]:
    """Options that a question of that type may have."""
    kind = QUESTIONS.get(name)
    useless = kind.without if kind.assessed else kind.without | _SCORED
    common = (one for one in COMMON if one not in useless)
    return (*common, *sorted(kind.option_names))


def read_ask(opened: Opened) -> b.Ask | None:
    """The question of a block, or None with the reasons among the faults."""
    ctx, head, options = opened.ctx, opened.head, opened.options
    body, stem = _body(opened)
    blocks = opened.nested.blocks(ctx, stem)
    if head.name == VEILED:
        blocks, blanks = with_gaps(opened, blocks)
        body = replace(body, blanks=blanks)
    elif head.name == "hotspot":
        figures = (block for block in blocks if isinstance(block, b.Figure))
        body = replace(body, pictures=tuple(one for each in figures for one in each.pictures))
    elif head.name == STORY:
        scenes, told = read_scenes(opened)
        body, blocks = replace(body, scenes=scenes), (*blocks, *told)
    _refuse(ctx, blocks, head.name)
    asked = opened.title
    if asked is None and blocks and isinstance(blocks[0], b.Paragraph) and not _gapped(blocks[0]):
        asked, blocks = blocks[0].prose, blocks[1:]
    if asked is None:
        ctx.report("LK137", head.span, block=head.name)
    common = _common(ctx, options, asked or Prose((), head.span))
    kind = QUESTIONS.get(head.name)
    question, faults = kind.from_body(common, options.values, body, ctx.lang)
    ctx.faults += faults
    if isinstance(question, Unscored):
        for name in ("points", "attempts"):
            if name in options.values:
                ctx.report("LK694", options.values[name].key_span, option=name)
    if question is not None and question.feedback_partly and not question.can_be_partly():
        ctx.report("LK615", options.values["feedback-partly"].key_span)
    return None if question is None else b.Ask(question, blocks, head.span)


def _refuse(ctx: Context, blocks: tuple[b.Block, ...], outer: str) -> None:
    """What keeps something of its own cannot stand within a question."""
    for block in walk_blocks(blocks):
        if isinstance(block, b.Checklist | b.Practice):
            ctx.report("LK194", block.span, block=type(block).__name__.lower(), outer=outer)
        elif isinstance(block, b.Ask):
            ctx.report("LK143", block.span, block=block.question.type_name, outer=outer)


def _gapped(block: b.Paragraph) -> bool:
    return any(isinstance(one, Gap) for one in walk(block.prose.inlines))


def _common(ctx: Context, options: Options, ask: Prose) -> dict[str, Any]:
    points = options.number("points", 0, 100)
    return {
        "id": options.id("cau-1" if ctx.lang.startswith("vi") else "question-1"),
        "ask": ask,
        "objective": options.text("objective") or None,
        "points": 1.0 if points is None else points,
        "attempts": options.whole("attempts", 1, 99),
        "hint": _prose(ctx, options, "hint"),
        "hint_cost": _cost(ctx, options),
        "shuffle": options.flag("shuffle"),
        "partial": options.flag("partial"),
        **{name.replace("-", "_"): _prose(ctx, options, name) for name in ("feedback", *_OUTCOMES)},
    }


def _cost(ctx: Context, options: Options) -> float:
    """A share of the points, typed in per cent."""
    value = options.values.get("hint-cost")
    if value is None:
        return 0.0
    cost = percent(value.text)
    if not 0 < cost < 1:
        ctx.report("LK619", value.span, value=value.text, near=per_cent_meant(value.text))
    elif "hint" not in options.values:
        ctx.report("LK618", value.key_span)
    return cost if 0 < cost < 1 else 0.0


def _prose(ctx: Context, options: Options, key: str) -> Prose | None:
    value = options.values.get(key)
    return None if value is None else value_prose(ctx, value)


def _body(opened: Opened) -> tuple[Body, list[Node]]:
    """The body and what belongs to the question itself."""
    head = opened.head
    if head.name in SHAPED:
        return read_rows(opened, TYPES)
    if head.name == STORY:
        return Body(head.span), before_scenes(opened.body)
    found: list[Option] = []
    extra: list[Span] = []
    stem: list[Node] = []
    lines: dict[str, list[AnswerLine]] = {"lk_answer": [], "lk_keyed": []}
    boxes = any(_has_box(node) for node in opened.body)
    for node in opened.body:
        if _has_box(node) or (node.type == "bullet_list" and head.name == "choice" and not boxes):
            _options(opened, node, found, extra)
        elif node.type == "blockquote" and found:
            found[-1] = strayed(opened, node, found[-1])
        elif node.type in lines:
            lines[node.type].append(answer_line(opened.ctx, node))
        elif node.type == "lk" and node.token.meta["head"].name in TYPES:
            inner = node.token.meta["head"]
            opened.ctx.report("LK143", inner.span, block=inner.name, outer=head.name)
        else:
            stem.append(node)
    if head.name == "choice" and not found:
        extra += pasted(opened.ctx, stem)
    answers, keyed = tuple(lines["lk_answer"]), tuple(lines["lk_keyed"])
    return Body(head.span, tuple(found), answers, keyed, tuple(extra)), stem


def _has_box(node: Node) -> bool:
    return node.type in ("bullet_list", "ordered_list") and any(
        item_text(item)[:3] in ("[ ]", "[x]", "[X]") for item in node.children
    )


def _options(opened: Opened, node: Node, found: list[Option], extra: list[Span]) -> None:
    for item in node.children:
        content = item_text(item)
        if content[:3] not in ("[ ]", "[x]", "[X]"):
            extra.append(opened.ctx.line_span(item.line))
            continue
        skip = len(content) - len(content[3:].lstrip())
        text = prose(opened.ctx, item.children[0].children[0], skip)
        if not text:
            opened.ctx.report("LK612", opened.ctx.line_span(item.line))
        said = feedback(opened, item.children[1:])
        found.append(Option(text, content[1] in "xX", said))
