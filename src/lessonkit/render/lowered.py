"""Style sheets in words that browsers from before 2021 know as well, and no more than is used.

A theme is written for every way of writing (`padding-inline`, `inset-block-end`) and with `:is()`;
a phone that was never updated passes over such a line, and what it should have moved aside lies
over the text. A page knows which way it is written, so it says left and right.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import product

_Axes = Mapping[str, tuple[str, str]]
_AXES: Mapping[str, _Axes] = {
    "ltr": {"block": ("top", "bottom"), "inline": ("left", "right")},
    "rtl": {"block": ("top", "bottom"), "inline": ("right", "left")},
}
_SIZES = {"inline-size": "width", "block-size": "height"}
_DECLARED = re.compile(r"(?<=[{;])([a-z-]+):([^{};]*)(?=[;}])")
_SIDE = re.compile(
    r"(margin|padding|border|inset)-(inline|block)(?:-(start|end))?(-(?:width|color|style))?"
)
_SIZE = re.compile(r"\b(?:inline|block)-size\b")
_LISTS = re.compile(r"(?:^|(?<=[{}]))[^{}@]*:is\([^{}]*(?={)")
_IS = re.compile(r":is\(([^()]*)\)")
_WITHIN = r"\((?:[^()]|\([^()]*\))*\)"
_VALUE = re.compile(rf"(?:[^\s()]|{_WITHIN})+")
_SELECTOR = re.compile(rf"(?:[^,()]|{_WITHIN})+")
_TOKEN = re.compile(r"(?<=[{;])(--lk-[\w-]+):[^;}]*(?:;|(?=}))")
_IN_USE = re.compile(r"var\((--lk-[\w-]+)")


@lru_cache(maxsize=128)
def lowered(style: str, direction: str = "ltr") -> str:
    """A minified sheet without logical properties, `:is()` and tokens that nothing in it uses.

    `direction`: `ltr` or `rtl`, as the page is written; what holds for the other only is left out.
    """
    other = "rtl" if direction == "ltr" else "ltr"
    style = re.sub(rf"(?<=[{{}}])[^{{}},]*\[dir={other}\][^{{}},]*{{[^{{}}]*}}", "", style)
    in_use = frozenset(_IN_USE.findall(style))
    style = _TOKEN.sub(lambda found: found[0] if found[1] in in_use else "", style)
    axes = _AXES[direction]
    style = _LISTS.sub(lambda found: _spelled_out(found[0]), style)
    return _DECLARED.sub(lambda found: ";".join(_physical(found[1], found[2], axes)), style)


def _physical(name: str, value: str, axes: _Axes) -> Iterator[str]:
    """One declaration as one or more for the sides of the screen."""
    side = _SIDE.fullmatch(name)
    if side is not None:
        yield from _sides(side, value, axes)
    elif name == "inset":
        for where, one in zip(("top", "right", "bottom", "left"), _four(value), strict=True):
            yield f"{where}:{one}"
    elif name == "transition" or _SIZE.search(name):
        yield ":".join(_SIZE.sub(lambda found: _SIZES[found[0]], one) for one in (name, value))
    else:
        yield f"{name}:{value}"


def _sides(side: re.Match[str], value: str, axes: _Axes) -> Iterator[str]:
    what, axis, end, part = side.groups()
    before = "" if what == "inset" else f"{what}-"
    # Of lengths there may be one for each end; a border is said once for both.
    values = [value] if what == "border" or end else _VALUE.findall(value)
    for place, where in enumerate(axes[axis]):
        if end in (None, ("start", "end")[place]):
            yield f"{before}{where}{part or ''}:{values[place % len(values)]}"


def _four(value: str) -> list[str]:
    """One to four values as CSS hands them out: where one is missing, the opposite side's."""
    values = _VALUE.findall(value)
    for place in range(len(values), 4):
        values.append(values[max(0, place - 2)])
    return values


def _spelled_out(selectors: str) -> str:
    """Every selector of a list, with each of its alternatives."""
    return ",".join(one for whole in _SELECTOR.findall(selectors) for one in _each(whole))


def _each(selector: str) -> list[str]:
    pieces = _IS.split(selector)
    choices = [piece.split(",") if place % 2 else [piece] for place, piece in enumerate(pieces)]
    found = ["".join(one) for one in product(*choices)]
    # `.a:is(b)` is `b.a`, which no theme of ours says: left as it stands rather than made wrong.
    glued = any(re.search(r"[\w)\]]$", before) for before in pieces[:-1:2])
    named = any(one[:1].isalpha() for choice in choices[1::2] for one in choice)
    return [selector] if glued and named else found
