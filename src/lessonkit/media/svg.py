"""SVG made safe: parsed, then written anew from what `svg_names` allows and nothing else.

A picture in a page runs no script, but the same file opened by itself does; so none is kept.
Comments, metadata and the drawing program's own notes go too.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.parsers import expat

from lessonkit.media.svg_ids import tidy_ids
from lessonkit.media.svg_tree import DEEPEST, MOST_ELEMENTS, SVG, Node, TooComplexError, Tree, nodes
from lessonkit.read.assets import AssetProblem
from lessonkit.read.pixels import PictureError, svg_size

MOST_BYTES = 5_000_000
_URL = re.compile(r"""url\(\s*["']?#([^"')\s]+)""", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A safe drawing, and what it lost that a viewer would have seen."""

    data: bytes
    lost: tuple[str, ...]
    """Names of elements, sorted: `foreignObject`, `image`."""


def clean(data: bytes, name: str = "") -> Cleaned | AssetProblem:
    """The drawing without anything that runs, moves, fetches or links, and what it lost by that.

    The same bytes give the same bytes.

    `name` is what a problem (LK711 broken, LK712 too complex) calls the picture.
    """
    if len(data) > MOST_BYTES:
        return AssetProblem("LK712", {"name": name})
    tree = Tree()
    try:
        root = tree.parse(data)
        _count(root)
    except TooComplexError:
        return AssetProblem("LK712", {"name": name})
    except (PictureError, expat.ExpatError, ValueError, LookupError):
        return AssetProblem("LK711", {"name": name})
    _measure(root)
    tidy_ids(root)
    return Cleaned("".join(_written(root)).encode("utf-8"), tuple(sorted(tree.lost)))


def _count(root: Node) -> None:
    """Raises: TooComplexError: with all that is repeated by reference, too much would be drawn."""
    by_id: dict[str, Node] = {}
    for node in nodes(root):
        by_id.setdefault(node.attributes.get("id", ""), node)
    known: dict[int, int] = {}

    def drawn(node: Node, depth: int) -> int:
        if depth > DEEPEST * 3:
            raise TooComplexError
        if id(node) in known:
            return known[id(node)]
        known[id(node)] = 0
        total = 1 + sum(drawn(one, depth + 1) for one in node.inner if isinstance(one, Node))
        for name in _references(node):
            if name in by_id:
                total += drawn(by_id[name], depth + 1)
        known[id(node)] = total
        return total

    if drawn(root, 0) > MOST_ELEMENTS:
        raise TooComplexError


def _references(node: Node) -> Iterator[str]:
    for name, value in node.attributes.items():
        if name == "href" and value.startswith("#"):
            yield value[1:]
        elif "url(" in value:
            yield from _URL.findall(value)


def _measure(root: Node) -> None:
    """Give the root a size and a `viewBox`, so that every browser scales it alike."""
    size = svg_size(root.attributes)
    given = root.attributes
    kept = {name: given[name] for name in given if name not in ("width", "height")}
    if size is not None:
        wide, high = (f"{max(side, 0.01):.4f}".rstrip("0").rstrip(".") for side in size)
        kept = {"viewBox": f"0 0 {wide} {high}"} | kept | {"width": wide, "height": high}
    root.attributes = kept


def _written(root: Node) -> Iterator[str]:
    yield f'<svg xmlns="{SVG}"{_attributes_written(root)}>'
    yield from _inner_written(root)
    yield "</svg>\n"


def _inner_written(node: Node) -> Iterator[str]:
    for one in node.inner:
        if isinstance(one, str):
            yield _escaped(one)
        elif one.inner:
            yield f"<{one.name}{_attributes_written(one)}>"
            yield from _inner_written(one)
            yield f"</{one.name}>"
        else:
            yield f"<{one.name}{_attributes_written(one)}/>"


def _attributes_written(node: Node) -> str:
    return "".join(f' {name}="{_quoted(value)}"' for name, value in node.attributes.items())


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _quoted(value: str) -> str:
    safe = _escaped(value).replace('"', "&quot;")
    return safe.replace("\t", "&#9;").replace("\n", "&#10;").replace("\r", "&#13;")
