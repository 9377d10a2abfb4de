"""LaTeX to MathML, by latex2mathml, loaded when a lesson has a formula."""

import re
from functools import lru_cache
from xml.etree import ElementTree

MAX_TEX = 2_000
_SAFE = re.compile(r"<(?:/?(?:math|m[a-z]+)\b[^<>]*)>")
_COMMAND = re.compile(r"\\[A-Za-z]")
_ESCAPED = re.compile(r"\\.")
_PARTS = {
    "mfrac": 2,
    "mover": 2,
    "mroot": 2,
    "msub": 2,
    "msubsup": 3,
    "msup": 2,
    "munder": 2,
    "munderover": 3,
}
"""MathML 3.3: elements with a fixed number of children."""
_ALIKE = {"{aligned}": "{split}", "{gathered}": "{matrix}"}
"""Environments that the library does not know to those that look the same."""


@lru_cache(maxsize=128)
def mathml(tex: str, display: bool) -> str:
    """MathML, or an empty string where the formula cannot be read."""
    if len(tex) > MAX_TEX or not _balanced(tex):
        return ""
    from latex2mathml.converter import convert

    known = tex
    for one, other in _ALIKE.items():
        known = known.replace(one, other)
    try:
        made: str = convert(known, display="block" if display else "inline")
    except Exception:  # the library raises whatever its parser stumbles on
        return ""
    return made if _sound(made) else ""


def _balanced(tex: str) -> bool:
    depth = 0
    for char in _ESCAPED.sub("", tex):
        depth += (char == "{") - (char == "}")
        if not 0 <= depth <= 50:
            return False
    return depth == 0


def _sound(made: str) -> bool:
    """Only MathML, no command left as text, and every element with the parts it needs."""
    if "<" in _SAFE.sub("", made) or _COMMAND.search(made):
        return False
    try:
        root = ElementTree.fromstring(made)  # noqa: S314  (made just now, without a document type)
    except ElementTree.ParseError:
        return False
    parts = ((one.tag.rpartition("}")[2], len(one)) for one in root.iter())
    return all(_PARTS.get(tag, count) == count for tag, count in parts)
