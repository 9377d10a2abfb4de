"""Formulas as equations of Office: what its own editor opens, ECMA-376-1 22.1."""

from collections.abc import Callable, Mapping
from typing import Any
from xml.etree import ElementTree

from lessonkit.render.fences import Node, Row
from lessonkit.render.formula import tree
from lessonkit.render.pptx.xml import attribute, content

_MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
_MIXED = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_A14 = "http://schemas.microsoft.com/office/drawing/2010/main"
_INK = "http://schemas.microsoft.com/office/drawing/2016/ink"
_FLAT = frozenset(("math", "mrow", "mstyle", "mi", "mn", "mo", "mtext", "mspace", "msub", "msup"))
_SUMS = ("∑", "∏", "∐", "∫", "∬", "∭", "∮", "⋃", "⋂", "⋁", "⋀")
_BORDERS = frozenset("=≠<>≤≥≈≡→⇒,;")
_STYLES = {"upright": '<m:sty m:val="p"/>', "bold": '<m:sty m:val="b"/>'}


def built(mathml: str) -> bool:
    """Whether a line of text cannot tell it: fractions, roots, sums, rows of cells."""
    try:
        root = ElementTree.fromstring(mathml)  # noqa: S314  (our own text)
    except ElementTree.ParseError:
        return False
    return any(one.tag.rpartition("}")[2] not in _FLAT for one in root.iter())


def equation(mathml: str, marks: str, flat: str) -> str:
    """The formula for programs that know equations, for all others `flat`, runs of text.

    `marks`: the inside of `a:rPr`, which an equation has once for each of its runs. Ink is
    required besides, for LibreOffice knows the namespace of equations, but loses those that stand
    among words.
    """
    row = tree(mathml) if built(mathml) else None
    if not row:
        return flat
    look = f"<a:rPr {marks}"
    inner = _row(row, look)
    return (
        f'<mc:AlternateContent xmlns:mc="{_MIXED}"><mc:Choice xmlns:a14="{_A14}" '
        f'xmlns:aink="{_INK}" Requires="a14 aink"><a14:m><m:oMath xmlns:m="{_MATH}">{inner}'
        f"</m:oMath></a14:m></mc:Choice><mc:Fallback>{flat}</mc:Fallback></mc:AlternateContent>"
    )


def _row(row: Row, look: str) -> str:
    """Each in order; a sum holds what is added, up to the next sign that compares."""
    made = []
    at = 0
    while at < len(row):
        node, end = row[at], at + 1
        if sign := _sign_of_sum(node):
            while end < len(row) and not _compares(row[end]):
                end += 1
            made.append(_sum(sign, node, row[at + 1 : end], look))
        else:
            made.append(_node(node, look))
        at = end
    return "".join(made)


def _node(node: Node, look: str) -> str:
    make = _MADE.get(node["k"])
    return make(node, look) if make else _row(node.get("c", []), look)


def _compares(node: Node) -> bool:
    return node["k"] == "sym" and node["t"] in _BORDERS


def _sign_of_sum(node: Node) -> str:
    """Of a sum, a product, an integral with limits; of all else nothing."""
    base = node["c"] if node["k"] == "attach" else []
    sign = str(base[0]["t"]) if len(base) == 1 and base[0]["k"] in ("sym", "op") else ""
    return sign if sign in _SUMS else ""


def _run(text: str, look: str, style: str = "") -> str:
    marks = f"<m:rPr>{style}</m:rPr>" if style else ""
    return f'<m:r>{marks}{look}<m:t xml:space="preserve">{content(text)}</m:t></m:r>'


def _sign(node: Node, look: str) -> str:
    return _run(node["t"], look, _STYLES.get(node.get("style", ""), ""))


def _word(node: Node, look: str) -> str:
    """Words are set upright; a letter that stands for a number is not."""
    return _run(node["t"], look, "" if node.get("style") == "italic" else "<m:nor/>")


def _function(node: Node, look: str) -> str:
    return _run(node["t"], look, _STYLES["upright"])


def _gap(node: Node, look: str) -> str:
    return _run(" " if node["em"] > 0 else "", look) if node["em"] > 0 else ""


def _part(name: str, row: Row, look: str) -> str:
    return f"<m:{name}>{_row(row, look)}</m:{name}>"


def _marks(name: str, **values: object) -> str:
    inner = "".join(f'<m:{key} m:val="{attribute(str(one))}"/>' for key, one in values.items())
    return f"<m:{name}>{inner}</m:{name}>"


def _fraction(node: Node, look: str) -> str:
    marks = "" if node["bar"] else _marks("fPr", type="noBar")
    return (
        f"<m:f>{marks}{_part('num', node['over'], look)}{_part('den', node['under'], look)}</m:f>"
    )


def _root(node: Node, look: str) -> str:
    marks = "" if node["index"] else _marks("radPr", degHide=1)
    return f"<m:rad>{marks}{_part('deg', node['index'], look)}{_part('e', node['c'], look)}</m:rad>"


def _attached(node: Node, look: str) -> str:
    """What stands above and below, or beside."""
    base, below, above = node["c"], node["b"], node["t"]
    named = len(base) == 1 and base[0]["k"] == "op" and base[0]["limits"]
    if node["limits"] in ("yes", "stretch") or (node["limits"] == "auto" and named):
        made = _row(base, look)
        for kind, part in (("limLow", below), ("limUpp", above)):
            if part:
                made = f"<m:{kind}><m:e>{made}</m:e>{_part('lim', part, look)}</m:{kind}>"
        return made
    name = "sSubSup" if below and above else "sSub" if below else "sSup"
    parts = (("sub", below), ("sup", above))
    marks = "".join(_part(key, part, look) for key, part in parts if part)
    return f"<m:{name}>{_part('e', base, look)}{marks}</m:{name}>"


def _sum(sign: str, node: Node, added: Row, look: str) -> str:
    place = "subSup" if sign in "∫∬∭∮" else "undOvr"
    hidden = {f"{key}Hide": 1 for key, part in (("sub", node["b"]), ("sup", node["t"])) if not part}
    marks = _marks("naryPr", chr=sign, limLoc=place, **hidden)
    parts = _part("sub", node["b"], look) + _part("sup", node["t"], look)
    return f"<m:nary>{marks}{parts}{_part('e', added, look)}</m:nary>"


def _line(node: Node, look: str) -> str:
    place = "bot" if node["under"] else "top"
    return f"<m:bar>{_marks('barPr', pos=place)}{_part('e', node['c'], look)}</m:bar>"


def _brace(node: Node, look: str) -> str:
    place = "bot" if node["under"] else "top"
    other = "top" if node["under"] else "bot"
    marks = _marks("groupChrPr", chr=node["t"], pos=place, vertJc=other)
    made = f"<m:groupChr>{marks}{_part('e', node['c'], look)}</m:groupChr>"
    if not node["note"]:
        return made
    kind = "limLow" if node["under"] else "limUpp"
    return f"<m:{kind}><m:e>{made}</m:e>{_part('lim', node['note'], look)}</m:{kind}>"


def _accent(node: Node, look: str) -> str:
    return f"<m:acc>{_marks('accPr', chr=node['t'])}{_part('e', node['c'], look)}</m:acc>"


def _held(node: Node, look: str) -> str:
    """In brackets that grow; one that is not there is told to be empty."""
    marks = _marks("dPr", begChr=node["open"], endChr=node["close"])
    return f"<m:d>{marks}{_part('e', node['c'], look)}</m:d>"


def _cells(node: Node, look: str) -> str:
    count = max((len(line) for line in node["rows"]), default=1)
    column = f'<m:mc><m:mcPr><m:count m:val="{count}"/><m:mcJc m:val="center"/></m:mcPr></m:mc>'
    rows = "".join(
        f"<m:mr>{''.join(_part('e', cell['c'], look) for cell in line)}"
        f"{'<m:e/>' * (count - len(line))}</m:mr>"
        for line in node["rows"]
    )
    return f"<m:m><m:mPr><m:mcs>{column}</m:mcs></m:mPr>{rows}</m:m>"


def _boxed(node: Node, look: str) -> str:
    hidden = {"hideTop": 1, "hideBot": 1, "hideLeft": 1, "hideRight": 1}
    kinds: Mapping[str, dict[str, int]] = {
        "box": {},
        "strike": {**hidden, "strikeBLTR": 1},
        "strike-back": {**hidden, "strikeTLBR": 1},
        "strike-through": {**hidden, "strikeH": 1},
        "strike-both": {**hidden, "strikeBLTR": 1, "strikeTLBR": 1},
    }
    marks = _marks("borderBoxPr", **kinds[node["k"]])
    return f"<m:borderBox>{marks}{_part('e', node['c'], look)}</m:borderBox>"


def _hidden(node: Node, look: str) -> str:
    return f"<m:phant>{_marks('phantPr', show=0)}{_part('e', node['c'], look)}</m:phant>"


_MADE: Mapping[str, Callable[[dict[str, Any], str], str]] = {
    "sym": _sign, "num": _sign, "mid": _sign, "op": _function, "text": _word, "gap": _gap,
    "br": lambda _, look: _run(" ", look), "frac": _fraction, "root": _root, "attach": _attached,
    "line": _line, "brace": _brace, "accent": _accent, "lr": _held, "mat": _cells,
    "box": _boxed, "strike": _boxed, "strike-back": _boxed, "strike-through": _boxed,
    "strike-both": _boxed, "hide": _hidden,
}  # fmt: skip
