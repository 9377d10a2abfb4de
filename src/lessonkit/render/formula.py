"""A formula as a tree in JSON: print sets it with functions of its own, presentations as equations.

Of each node `k` tells what it is; a row is a list of nodes. Nothing in it is ever read as code.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from xml.etree import ElementTree

from lessonkit.render.fences import Node, Row, fenced
from lessonkit.text.speech.tex import linear

_LOST = re.compile(
    r"\\(?!(?:text|mathrm|operatorname|[dt]?frac|sqrt|left|right|times|cdot|div|leq?|geq?|neq?|"
    r"approx|pm|to|q?quad|infty|pi|alpha|beta|Delta)(?![A-Za-z]))[A-Za-z]+"
    r"|[_^]\s*\{[^{}]*[^\w{}][^{}]*\}"
)
"""What a single line of signs would not tell apart."""
_EM = {"em": 1.0, "ex": 0.5, "pt": 0.1, "px": 0.1, "cm": 2.8, "mm": 0.28, "in": 7.2}
_THIN = {"negativethinmathspace": -0.167}
_LENGTH = re.compile(r"(-?[\d.]+)([a-z]+)")
_APART = 0.278
"""Of a relation from what stands beside it."""
_LIMITED = frozenset(("lim", "max", "min", "sup", "inf", "det", "gcd", "Pr"))
_MOVED = frozenset("∑∏∐")
"""Whose limits have elements of their own where they stand above and below."""
_ACCENTS = {
    "^": "\u0302", "ˆ": "\u0302", "~": "\u0303", "˜": "\u0303", "˙": "\u0307", "¨": "\u0308",
    "ˇ": "\u030c", "˘": "\u0306", "´": "\u0301", "`": "\u0300", "˚": "\u030a", "→": "\u20d7",
    "←": "\u20d6", "↔": "\u20e1", "⃛": "\u20db", "⃜": "\u20dc", "...": "\u20db",
}  # fmt: skip
_LINES = frozenset("―¯‾_‗")
_BRACES = frozenset("⏞⏟⏜⏝⎴⎵⏠⏡")
_BOLD = ("bold", "bold-italic", "bold-sans-serif")
_SLASH = "⧸"


class _Unknown(Exception):
    """An element that is not known here."""


def tree(mathml: str) -> Row | None:
    """None: there is none, or something in it is not known."""
    try:
        root = ElementTree.fromstring(mathml)  # noqa: S314  (made by us, without a document type)
        found = row(list(root))
    except (ElementTree.ParseError, _Unknown):
        return None
    within = root.get("display") != "block"
    return [{"k": "gap", "em": 1} if within and one["k"] == "br" else one for one in found]


def told(tex: str) -> str:
    """For who cannot see it: on one line where nothing is lost by that, else as it was typed."""
    return " ".join(tex.split()) if _LOST.search(tex) else linear(tex)


def row(elements: list[ElementTree.Element]) -> Row:
    """Every element in order; brackets that grow hold what is between them."""
    found: Row = []
    for element in elements:
        found += _nodes(element)
    return fenced(_negated(_numbers(found)))


def _numbers(found: Row) -> Row:
    """Digits, and a decimal comma between them, as one number."""
    joined: Row = []
    for node in found:
        before = joined[-1] if joined else None
        if node["k"] == "num" and before is not None and before["k"] == "num":
            joined[-1] = {"k": "num", "t": before["t"] + node["t"]}
        else:
            joined.append(node)
    return joined


def _negated(found: Row) -> Row:
    """A stroke goes through the sign behind it."""
    kept: Row = []
    for node in found:
        if kept and kept[-1] == {"k": "sym", "t": _SLASH} and node["k"] == "sym":
            kept[-1] = {**node, "t": unicodedata.normalize("NFC", f"{node['t']}\u0338")}
        else:
            kept.append(node)
    return kept


def _nodes(element: ElementTree.Element) -> Iterator[Node]:
    name = element.tag.rpartition("}")[2]
    if name in ("mrow", "mstyle", "mpadded"):
        yield from _grouped(name, element)
    elif name in _WRITTEN:
        yield from _WRITTEN[name](element)
    elif name in _BUILT:
        yield _BUILT[name](element)
    else:
        raise _Unknown(name)


def _grouped(name: str, element: ElementTree.Element) -> Iterator[Node]:
    inner = row(list(element))
    if name == "mrow" and len(inner) == 1 and inner[0] == {"k": "sym", "t": ","}:
        yield {"k": "num", "t": ","}
    elif name == "mstyle" and element.get("displaystyle"):
        yield {"k": "style", "display": element.get("displaystyle") == "true", "c": inner}
    else:
        yield from inner


def _identifier(element: ElementTree.Element) -> Iterator[Node]:
    text, variant = _said(element), element.get("mathvariant", "")
    if not text:  # a column begins with a relation, which keeps its distance
        yield {"k": "gap", "em": _APART}
    elif len(text) > 1:
        yield {"k": "op", "t": text, "limits": False}
    elif _lettered(text):
        yield {"k": "text", "t": text, "style": "italic" if variant != "normal" else ""}
    else:
        style = "upright" if variant == "normal" else "bold" if variant in _BOLD else ""
        yield {"k": "sym", "t": text, **({"style": style} if style else {})}


def _lettered(text: str) -> bool:
    """Whether it is a letter that no font for formulas has: đ, ồ."""
    latin = "LATIN" in unicodedata.name(text, "")
    return not text.isascii() and text.isalpha() and (latin or 0x2FFF < ord(text) < 0x1D400)


def _number(element: ElementTree.Element) -> Iterator[Node]:
    yield {"k": "num", "t": _said(element)}


def _operator(element: ElementTree.Element) -> Iterator[Node]:
    text = _said(element).removeprefix("\\")
    grows = element.get("stretchy") != "false"
    if element.get("fence") == "true" or (grows and text in "()[]{}|‖⌊⌋⌈⌉⟨⟩" and text):
        side = {"prefix": "open", "postfix": "close"}.get(element.get("form", ""), "")
        size = _length(element.get("minsize", ""))
        yield {"k": "fence", "t": text, "side": side, **({"size": size} if size else {})}
    elif len(text) > 1:
        yield {"k": "op", "t": text, "limits": text in _LIMITED}
    elif text:
        yield {"k": "sym", "t": text}


def _words(element: ElementTree.Element) -> Iterator[Node]:
    text = "".join(element.itertext()).replace("\u00a0", " ")
    if text == _SLASH:
        yield {"k": "sym", "t": text}
    elif text:
        style = element.get("mathvariant", "")
        yield {"k": "text", "t": text, "style": style if style in ("bold", "italic") else ""}


def _gap(element: ElementTree.Element) -> Iterator[Node]:
    if element.get("linebreak") == "newline":
        yield {"k": "br"}
    elif em := _length(element.get("width", "")):
        yield {"k": "gap", "em": em}


def _length(text: str) -> float:
    """In em; 0: there is none."""
    found = _LENGTH.fullmatch(text)
    return float(found[1]) * _EM.get(found[2], 0) if found else _THIN.get(text, 0)


def _said(element: ElementTree.Element) -> str:
    return unicodedata.normalize("NFC", "".join(element.itertext())).strip()


def _fraction(element: ElementTree.Element) -> Node:
    """One with words is as large within a line as on a line of its own."""
    over, under = row([element[0]]), row([element[1]])
    bar = element.get("linethickness") != "0"
    made: Node = {"k": "frac", "over": over, "under": under, "bar": bar}
    worded = any(node["k"] == "text" for node in (*over, *under))
    return {"k": "style", "display": True, "c": [made]} if worded else made


def _root(element: ElementTree.Element) -> Node:
    if element.tag.endswith("mroot"):
        base, index = element
        return {"k": "root", "c": row([base]), "index": row([index])}
    return {"k": "root", "c": row(list(element)), "index": []}


def _scripts(element: ElementTree.Element) -> Node:
    """Beside the base; of words and great signs the engine knows where they stand."""
    name = element.tag.rpartition("}")[2]
    base, *marks = (row([one]) for one in element)
    sub, sup = {"msub": (0, None), "msup": (None, 0), "msubsup": (0, 1)}[name]
    operator = element[0].tag.endswith("mo") and _said(element[0]) not in _MOVED
    return {"k": "attach", "c": base, "limits": "auto" if operator else "no",
            "b": [] if sub is None else marks[sub],
            "t": [] if sup is None else marks[sup]}  # fmt: skip


def _above(element: ElementTree.Element) -> Node:
    """A limit, an accent, a line or a brace."""
    name = element.tag.rpartition("}")[2]
    base, *marks = (row([one]) for one in element)
    if name == "munderover":
        return {"k": "attach", "c": base, "limits": "yes", "b": marks[0], "t": marks[1]}
    under, sign = name == "munder", _said(element[1])
    if sign in _LINES:
        return {"k": "line", "c": base, "under": under}
    if sign in _BRACES:
        return {"k": "brace", "t": sign, "c": base, "under": under, "note": []}
    if len(base) == 1 and base[0]["k"] == "brace" and base[0]["under"] == under:
        return {**base[0], "note": marks[0]}
    if sign in _ACCENTS and not under and element[1].tag.endswith("mo"):
        return {"k": "accent", "t": _ACCENTS[sign], "c": base}
    arrow = len(base) == 1 and base[0]["k"] == "sym" and "ARROW" in unicodedata.name(base[0]["t"])
    return {"k": "attach", "c": base, "limits": "stretch" if arrow else "yes",
            "b": marks[0] if under else [], "t": [] if under else marks[0]}  # fmt: skip


def _table(element: ElementTree.Element) -> Node:
    """Rows of cells, each with its side; `close`: columns that belong together stand so."""
    rows = [
        [{"c": row(list(cell)), "align": cell.get("columnalign", "center")} for cell in line]
        for line in element
    ]
    return {"k": "mat", "rows": rows, "display": element.get("displaystyle") == "true",
            "close": element.get("columnspacing", "").startswith("0em"),
            "hline": _lines(element.get("rowlines", "")),
            "vline": _lines(element.get("columnlines", ""))}  # fmt: skip


def _lines(text: str) -> list[int]:
    """Behind which rows or columns a line is drawn, from 1."""
    return [at for at, kind in enumerate(text.split(), start=1) if kind == "solid"]


def _enclosed(element: ElementTree.Element) -> Node:
    kinds = {"box": "box", "updiagonalstrike": "strike", "downdiagonalstrike": "strike-back",
             "horizontalstrike": "strike-through",
             "updiagonalstrike downdiagonalstrike": "strike-both"}  # fmt: skip
    notation = element.get("notation", "")
    if notation not in kinds:
        raise _Unknown(notation)
    return {"k": kinds[notation], "c": row(list(element))}


def _hidden(element: ElementTree.Element) -> Node:
    return {"k": "hide", "c": row(list(element))}


_WRITTEN: Mapping[str, Callable[[ElementTree.Element], Iterator[Node]]] = {
    "mi": _identifier, "mn": _number, "mo": _operator, "mtext": _words, "mspace": _gap,
}  # fmt: skip
_BUILT: Mapping[str, Callable[[ElementTree.Element], Node]] = {
    "mfrac": _fraction, "msqrt": _root, "mroot": _root, "msub": _scripts, "msup": _scripts,
    "msubsup": _scripts, "munder": _above, "mover": _above, "munderover": _above,
    "mtable": _table, "menclose": _enclosed, "mphantom": _hidden,
}  # fmt: skip
KNOWN = frozenset(("math", "mrow", "mstyle", "mpadded", "mtr", "mtd", *_WRITTEN, *_BUILT))
"""Elements that are drawn."""
