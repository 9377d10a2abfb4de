"""Hand-out, answer key and checklist as documents."""

from collections.abc import Iterator

from lessonkit.model.blocks import Ask, Block, Callout, Checklist, Practice, Steps
from lessonkit.model.walk import asks
from lessonkit.plan.page import Page
from lessonkit.plan.sheet import Piece, PieceKind, Practised
from lessonkit.render.print.document import block
from lessonkit.render.print.parts import part, ticks
from lessonkit.render.print.pen import Pen
from lessonkit.render.print.quiz import key, misses, reasons
from lessonkit.render.print.runs import Node, Run, run

HEADS: dict[PieceKind, str] = {
    "keypoints": "handout.keypoints",
    "steps": "handout.steps",
    "tips": "handout.tips",
    "checklist": "handout.checklist",
    "practice": "handout.practice",
    "question": "handout.questions",
}


def handout(pieces: tuple[Piece, ...], pen: Pen) -> list[Node]:
    """What a learner takes home; no node says what is right. Each is a `piece` with its rank."""
    found: list[Node] = []
    kind: PieceKind | None = None
    for rank, one in enumerate(pieces):
        heads = [part(1, [pen.words(HEADS[one.kind])])] if one.kind != kind else []
        body = [*_title(one, pen), _blind(_bare(one.block, pen))]
        found.append({"k": "piece", "kind": one.kind, "rank": rank, "head": heads, "b": body})
        kind = one.kind
    return found


def _title(piece: Piece, pen: Pen) -> Iterator[Node]:
    """That of its section, where the block has none of its own."""
    own = getattr(piece.block, "title", None)
    if piece.title is not None and own is None and piece.kind in ("keypoints", "steps"):
        yield part(2, run(piece.title, pen))


def _bare(found: Block, pen: Pen) -> Node:
    """The heading above says already what it is; so no usual name stands in for its own."""
    node = block(found, pen)
    if isinstance(found, Callout) and found.kind == "keypoints" and found.title is None:
        return {"k": "group", "b": node["b"]}
    unnamed = isinstance(found, Checklist | Practice) and found.title is None
    return {**node, "title": []} if unnamed else node


def _blind(node: Node) -> Node:
    """Without anything that tells what is right, so that no template can show it."""
    if node.get("k") != "ask":
        return node
    blank = {"key": "", "reply": []}
    scenes = [
        {**scene, "ways": [{**way, **blank} for way in scene["ways"]]} for scene in node["scenes"]
    ]
    lines = [{**line, **blank} for line in node["lines"]]
    return {**node, "lines": lines, "scenes": scenes, "solution": [], "replies": [], "hint": []}


def answers(page: Page, pen: Pen) -> list[Node]:
    """Every question with what is right, why, and what to say to other answers."""
    return [_answer(ask, pen) for ask in asks(page.blocks)]


def _answer(ask: Ask, pen: Pen) -> Node:
    words, question = pen.words, ask.question
    rows = misses(ask, pen)
    return {
        "k": "answer",
        "label": words("question.number", n=pen.number(question)),
        "ask": run(question.ask, pen),
        "right-label": words("question.is-right"),
        "right": key(ask, pen),
        "open": "" if question.printed().has_key else words("guide.no-key"),
        "why-label": words("guide.why"),
        "why": reasons(ask, pen),
        "table": [words("guide.if-said"), words("guide.then-say")] if rows else [],
        "rows": [list(row) for row in rows],
    }


def able(page: Page, pen: Pen) -> list[Node]:
    """What a learner can do now, to be ticked."""
    if not page.meta.objectives:
        return []
    goals = ticks(one.text for one in page.meta.objectives)
    return [part(1, [pen.words("handout.able")]), goals]


def checklist(page: Page, found: Practised, pen: Pen) -> list[Node]:
    """Boxes to tick: what to prepare, steps, tasks; and what one is able to do afterwards."""
    words = pen.words
    nodes = [*_group("handout.checklist", found.lists, pen)]
    nodes += _group("handout.steps", found.steps, pen)
    nodes += _group("handout.practice", found.tasks, pen)
    nodes += able(page, pen)
    nodes.append({"k": "write", "label": words("handout.notes"), "rules": 12})
    return nodes


def _group(head: str, pieces: tuple[Piece, ...], pen: Pen) -> Iterator[Node]:
    if pieces:
        yield part(1, [pen.words(head)])
    for one in pieces:
        yield from _title(one, pen)
        yield _tickable(one.block, pen)


def _tickable(found: Block, pen: Pen) -> Node:
    """Steps with a box each; of a task the box says that it is done."""
    node = _bare(found, pen)
    if isinstance(found, Steps):
        return {**node, "k": "boxed-steps"}
    if node["k"] == "practice":
        done: Run = [pen.words("practice.done")]
        return {**node, "done": done}
    return node
