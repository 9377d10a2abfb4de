"""Formulas as a line of text that can be edited: powers raised, fractions with a stroke."""

from collections.abc import Iterator
from xml.etree import ElementTree as ET

Piece = tuple[str, bool, int]
"""Text, whether it is italic, per cent above the line."""
_RAISED = 30
_LOWERED = -25
_OPENING = frozenset("([{|,=+−-±×÷<>≤≥≈≠→⇒∈/√")
"""Behind these a minus tells what kind of number it is."""
_SPACED = frozenset("=+−-±×÷<>≤≥≈≠→⇒∈")


def formula_runs(mathml: str, tex: str) -> Iterator[Piece]:
    """The pieces of a formula; one that nobody can read is told as it was typed."""
    if not mathml:
        yield tex, False, 0
        return
    try:
        root = ET.fromstring(mathml)  # noqa: S314  (our own text)
    except ET.ParseError:
        yield tex, False, 0
        return
    yield from _close(_node(root, 0))


def _close(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """A sign that has nothing before it to be added to stands close to what follows it."""
    before = "("
    for text, italic, level in pieces:
        alone = text.startswith(" ") and before.strip()[-1:] in _OPENING
        shown = text.strip() if alone else text
        yield shown, italic, level
        before = text if text.strip() else before


def _node(node: ET.Element, level: int) -> Iterator[Piece]:
    name, parts = node.tag.rpartition("}")[2], list(node)
    text = (node.text or "").strip()
    match name:
        case "mi":
            yield text, len(text) == 1 and text.isalpha(), level
        case "mo":
            yield (f" {text} " if text in _SPACED and not level else text), False, level
        case "mn" | "mtext" | "ms":
            yield text, False, level
        case "annotation" | "annotation-xml" | "mspace":
            pass
        case _ if name in _SHIFTS and len(parts) == len(_SHIFTS[name]):
            for part, shift in zip(parts, _SHIFTS[name], strict=True):
                yield from _node(part, shift if shift else level)
        case _:
            yield from _built(name, parts, level)


_SHIFTS = {
    "msup": (0, _RAISED),
    "mover": (0, _RAISED),
    "msub": (0, _LOWERED),
    "munder": (0, _LOWERED),
    "msubsup": (0, _LOWERED, _RAISED),
    "munderover": (0, _LOWERED, _RAISED),
}
"""Where each part of a sign with an index stands; 0: on the line."""


def _built(name: str, parts: list[ET.Element], level: int) -> Iterator[Piece]:
    """What has a sign of its own between or before its parts."""
    match name:
        case "mfrac" if len(parts) == 2:
            above, below = _inside(parts[:1], level), _inside(parts[1:], level)
            yield from (*above, ("/", False, level), *below)
        case "msqrt":
            yield from (("√", False, level), *_inside(parts, level))
        case "mroot" if len(parts) == 2:
            root = _inside(parts[:1], level)
            yield from (*_node(parts[1], _RAISED), ("√", False, level), *root)
        case _:
            gap = ((" ", False, 0),) if name == "mtr" else ()
            yield from (piece for part in parts for piece in (*_node(part, level), *gap))


def _inside(nodes: list[ET.Element], level: int) -> Iterator[Piece]:
    """In brackets where it is more than one sign."""
    inner = [piece for node in nodes for piece in _node(node, level)]
    alone = len(inner) <= 1
    yield from inner if alone else (("(", False, level), *inner, (")", False, level))
