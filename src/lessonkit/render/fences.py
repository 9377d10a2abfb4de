"""Brackets of a formula that grow with what they hold."""

from typing import Any

Node = dict[str, Any]
Row = list[Node]

_PAIRS = {"(": ")", "[": "]", "{": "}", "⌊": "⌋", "⌈": "⌉", "⟨": "⟩", "|": "|", "‖": "‖"}


def fenced(found: Row) -> Row:
    """The same with each pair of fences, and what is between, as one node.

    A fence without its fellow reaches to the end of the row.
    """
    made: Row = []
    at = 0
    while at < len(found):
        node = found[at]
        if node["k"] != "fence":
            made.append(node)
            at += 1
            continue
        if not _opens(node):
            made.append(_alone(node))
            at += 1
            continue
        end = _closing(found, at)
        made.append(_held(node, found[at + 1 : end], found[end] if end < len(found) else None))
        at = end + 1
    return made


def _opens(node: Node) -> bool:
    return node["side"] == "open" or (not node["side"] and node["t"] in _PAIRS)


def _closing(found: Row, start: int) -> int:
    """Place of the fence that closes this one; behind the row where there is none."""
    opening, deep = found[start], 0
    for at in range(start + 1, len(found)):
        node = found[at]
        if node["k"] != "fence":
            continue
        if opening["side"]:
            deep += (node["side"] == "open") - (node["side"] == "close")
            if deep < 0:
                return at
        elif not node["side"] and node["t"] == _PAIRS[opening["t"]]:
            return at
    return len(found) if opening["side"] else start


def _held(opening: Node, inner: Row, closing: Node | None) -> Node:
    if closing is opening:
        return _alone(opening)
    binomial = len(inner) == 1 and inner[0]["k"] == "frac" and not inner[0]["bar"]
    sized = {"size": opening["size"]} if "size" in opening and not binomial else {}
    return {"k": "lr", "open": opening["t"], "close": closing["t"] if closing else "",
            "c": fenced(inner), **sized}  # fmt: skip


def _alone(node: Node) -> Node:
    """One that has a size of its own, or grows with the pair around it."""
    if "size" in node:
        return {"k": "sym", "t": node["t"], "size": node["size"]}
    return {"k": "mid" if node["t"] in "|‖" else "sym", "t": node["t"]}
