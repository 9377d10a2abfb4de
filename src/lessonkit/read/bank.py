"""`bank`: questions of which some are drawn for each attempt."""

from lessonkit.model import blocks as b
from lessonkit.read import ask
from lessonkit.read.nested import Opened

OPTIONS = ("id", "draw")


def bank(opened: Opened) -> b.Block | None:
    """Its questions; whatever else is inside is a fault."""
    ctx, head = opened.ctx, opened.head
    name = opened.options.id("ngan-hang-1" if ctx.lang.startswith("vi") else "bank-1")
    if not opened.body:
        ctx.hollow(head.span, head.name)
        return None
    asks: list[b.Ask] = []
    for block in opened.nested.blocks(ctx, opened.body):
        if isinstance(block, b.Ask) and block.question.assessed:
            asks.append(block)
        else:
            ctx.report("LK196", block.span)
    draw = _draw(opened)
    return b.Bank(name, min(draw, len(asks)), tuple(asks), head.span) if asks else None


def _draw(opened: Opened) -> int:
    """How many are drawn; of a question that is faulty the learner would still meet one."""
    value = opened.options.values.get("draw")
    held = [node for node in opened.body if node.type == "lk"]
    most = sum(node.token.meta["head"].name in ask.TYPES for node in held)
    typed = value.text.strip() if value is not None else ""
    draw = int(typed) if typed.isdecimal() and len(typed) < 4 else 0
    if not 1 <= draw <= most and most:
        span = opened.head.span if value is None else value.span
        opened.ctx.report("LK195", span, value=typed, most=most, example=max(1, most - 1))
    return max(1, min(draw, most))
