"""Question blocks: the neutral body that a question type makes itself from."""

from typing import Any

from lessonkit.base.diag import Edit, Pos, Span
from lessonkit.model import blocks as b
from lessonkit.questions import QUESTIONS
from lessonkit.read.context import Context
from lessonkit.read.inlines import prose, value_prose
from lessonkit.read.nested import Opened
from lessonkit.read.options import Options
from lessonkit.read.tree import Node
from lessonkit.text.body import AnswerLine, Body, Option
from lessonkit.text.inline import Prose, Text

TYPES = tuple(QUESTIONS.builtin)
COMMON = (
    "id", "objective", "points", "attempts", "hint", "shuffle",
    "feedback-right", "feedback-wrong", "partial",
)  # fmt: skip


def option_names(name: str) -> tuple[str, ...]:
    """Options that a question of that type may have."""
    return (*COMMON, *sorted(QUESTIONS.get(name).option_names))


def read_ask(opened: Opened) -> b.Ask | None:
    """The question of a block, or None with the reasons among the faults."""
    ctx, head, options = opened.ctx, opened.head, opened.options
    body, stem = _body(opened)
    blocks = opened.nested.blocks(ctx, stem)
    asked = opened.title
    if asked is None and blocks and isinstance(blocks[0], b.Paragraph):
        asked, blocks = blocks[0].prose, blocks[1:]
    if asked is None:
        ctx.report("LK137", head.span, block=head.name)
    common = _common(ctx, options, asked or Prose((), head.span))
    kind = QUESTIONS.get(head.name)
    question, faults = kind.from_body(common, options.values, body, ctx.lang)
    ctx.faults += faults
    return None if question is None else b.Ask(question, blocks, head.span)


def _common(ctx: Context, options: Options, ask: Prose) -> dict[str, Any]:
    points = options.number("points", 0, 100)
    return {
        "id": options.id("cau-1" if ctx.lang.startswith("vi") else "question-1"),
        "ask": ask,
        "objective": options.text("objective") or None,
        "points": 1.0 if points is None else points,
        "attempts": options.whole("attempts", 1, 99),
        "hint": _prose(ctx, options, "hint"),
        "shuffle": options.flag("shuffle"),
        "partial": options.flag("partial"),
        "feedback_right": _prose(ctx, options, "feedback-right"),
        "feedback_wrong": _prose(ctx, options, "feedback-wrong"),
    }


def _prose(ctx: Context, options: Options, key: str) -> Prose | None:
    value = options.values.get(key)
    return None if value is None else value_prose(ctx, value)


def _body(opened: Opened) -> tuple[Body, list[Node]]:
    """The body and what belongs to the question itself."""
    head = opened.head
    found: list[Option] = []
    extra: list[Span] = []
    stem: list[Node] = []
    lines: dict[str, list[AnswerLine]] = {"lk_answer": [], "lk_truth": []}
    boxes = any(_has_box(node) for node in opened.body)
    for node in opened.body:
        if _has_box(node) or (node.type == "bullet_list" and head.name == "choice" and not boxes):
            _options(opened, node, found, extra)
        elif node.type == "blockquote" and found:
            found[-1] = _strayed(opened, node, found[-1])
        elif node.type in lines:
            lines[node.type].append(_answer(opened.ctx, node))
        elif node.type == "lk" and node.token.meta["head"].name in TYPES:
            inner = node.token.meta["head"]
            opened.ctx.report("LK143", inner.span, block=inner.name, outer=head.name)
        else:
            stem.append(node)
    answers, truths = tuple(lines["lk_answer"]), tuple(lines["lk_truth"])
    return Body(head.span, tuple(found), answers, truths, tuple(extra)), stem


def _has_box(node: Node) -> bool:
    return node.type in ("bullet_list", "ordered_list") and any(
        _content(item)[:3] in ("[ ]", "[x]", "[X]") for item in node.children
    )


def _content(item: Node) -> str:
    """The text that a list's item begins with."""
    first = item.children[0] if item.children else None
    return first.children[0].token.content if first and first.type == "paragraph" else ""


def _options(opened: Opened, node: Node, found: list[Option], extra: list[Span]) -> None:
    for item in node.children:
        content = _content(item)
        if content[:3] not in ("[ ]", "[x]", "[X]"):
            extra.append(opened.ctx.line_span(item.line))
            continue
        skip = len(content) - len(content[3:].lstrip())
        text = prose(opened.ctx, item.children[0].children[0], skip)
        if not text:
            opened.ctx.report("LK612", opened.ctx.line_span(item.line))
        feedback = _feedback(opened, item.children[1:])
        found.append(Option(text, content[1] in "xX", feedback))


def _feedback(opened: Opened, nodes: list[Node]) -> Prose | None:
    said: list[Prose] = []
    for node in nodes:
        if node.type == "blockquote":
            said += _paragraphs(opened, node)
        else:
            opened.ctx.report("LK613", opened.ctx.line_span(node.line))
    return _joined(said)


def _paragraphs(opened: Opened, node: Node) -> list[Prose]:
    """A quote's paragraphs; feedback is running text, so anything else in it is a fault."""
    found = []
    for child in node.children:
        if child.type == "paragraph":
            found.append(prose(opened.ctx, child.children[0]))
        else:
            opened.ctx.report("LK613", opened.ctx.line_span(child.line))
    return found


def _joined(parts: list[Prose]) -> Prose | None:
    if not parts:
        return None
    inlines = parts[0].inlines
    for part in parts[1:]:
        gap = Span(part.span.file, part.span.start, part.span.start)
        inlines = (*inlines, Text(" ", gap), *part.inlines)
    return Prose(inlines, parts[0].span)


def _strayed(opened: Opened, node: Node, option: Option) -> Option:
    """A quote that lost its indentation is taken as feedback of the option above, and said so."""
    ctx = opened.ctx
    first, last = node.token.map or (node.line - 1, node.line)
    edits = _indented(ctx, range(first, last), ctx.lines[option.text.span.start.line - 1])
    ctx.report("LK611", ctx.line_span(first + 1), *edits)
    feedback = _joined(
        [*([option.feedback] if option.feedback else []), *_paragraphs(opened, node)]
    )
    return Option(option.text, option.right, feedback)


def _indented(ctx: Context, numbers: range, option: str) -> list[Edit]:
    """Spaces that bring the signs of a quote below the box of its option."""
    box = option.find("[")
    outer = option[:box].count(">")
    edits = []
    for number in numbers:
        signs = [at for at, char in enumerate(ctx.lines[number]) if char == ">"]
        if len(signs) > outer and signs[outer] < box:
            at = Pos(number + 1, signs[outer] + 1)
            edits.append(Edit(Span(ctx.file, at, at), " " * (box - signs[outer])))
    return edits


def _answer(ctx: Context, node: Node) -> AnswerLine:
    feedback = prose(ctx, node.children[0]) if node.children else None
    return AnswerLine(node.token.meta["text"], node.token.meta["span"], feedback)
