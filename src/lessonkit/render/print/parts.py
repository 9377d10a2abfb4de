"""Small nodes that several sheets are made of."""

from collections.abc import Iterable

from lessonkit.plan.sheet import Turn
from lessonkit.render.print.runs import Node, Run
from lessonkit.render.words import Words
from lessonkit.text.signs import drawable


def part(level: int, text: Run, name: str = "", side: str = "") -> Node:
    """A heading of the sheet, from 1; `side` stands at the other end of its line."""
    return {"k": "part", "level": level, "c": text, "id": name, "side": side}


def paragraph(*texts: str) -> Node:
    """Running text."""
    return {"k": "p", "c": [drawable(text) for text in texts]}


def points(texts: Iterable[str]) -> Node:
    """An unordered list of short lines, on one page."""
    return {
        "k": "list",
        "ordered": False,
        "start": 1,
        "tight": True,
        "kept": True,
        "items": _items(texts),
    }


def ticks(texts: Iterable[str]) -> Node:
    """Lines with a box each."""
    return {"k": "checklist", "title": [], "items": _items(texts)}


def _items(texts: Iterable[str]) -> list[Node]:
    return [{"checked": None, "b": [paragraph(text)]} for text in texts]


def said(label: str, lines: Iterable[Run], note: str = "") -> Node:
    """Sentences to be spoken, one a line; `note` stands beside the label."""
    return {"k": "say", "label": label, "note": note, "lines": list(lines)}


def length(seconds: int, words: Words) -> str:
    """`1 phút 30 giây`."""
    minutes, rest = divmod(seconds, 60)
    shown = [words.count("opening.minutes", minutes)] if minutes else []
    shown += [words.count("guide.seconds", rest)] if rest or not minutes else []
    return " ".join(shown)


def side(turn: Turn, words: Words) -> str:
    """When a turn is, and how long it takes."""
    until = clock(turn.start + turn.seconds)
    return f"{clock(turn.start)}–{until} · {length(turn.seconds, words)}"


def clock(seconds: int) -> str:
    """`2:30`, minutes and seconds."""
    return f"{seconds // 60}:{seconds % 60:02d}"
