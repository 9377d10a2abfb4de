"""SVG made safe: parsed, then written anew from what `svg_names` allows and nothing else.

A picture in a page runs no script, but the same file opened by itself does; so none is kept.
Comments, metadata and the drawing program's own notes go too.
"""

import re
from base64 import b64decode, b64encode
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from xml.parsers import expat

from lessonkit.media.css import clean_declarations, clean_sheet, safe_value
from lessonkit.media.svg_names import ATTRIBUTES, ELEMENTS, SHOWN, TEXT
from lessonkit.read.assets import AssetProblem
from lessonkit.read.pixels import PictureError, safe_parser, svg_size

SVG = "http://www.w3.org/2000/svg"
XLINK = "http://www.w3.org/1999/xlink"
XML = "http://www.w3.org/XML/1998/namespace"

MOST_BYTES = 5_000_000
MOST_ELEMENTS = 100_000
"""Also counted as drawn: what `use` repeats counts each time."""
DEEPEST = 128
"""Elements within each other; browsers begin to fail at some hundreds."""
_WIDEST = 4096
"""Pixels of a photo inside a drawing."""
_PHOTO = re.compile(r"data:(image/(?:png|jpeg|webp));base64,([A-Za-z0-9+/=\s]+)")
_WORDS = frozenset(("id", "class", "lang", "role", "d", "points", "systemLanguage"))
"""Attributes that hold no CSS."""
_OWN_ID = re.compile(r"#[^\s\"'()<>\\]+")
_URL = re.compile(r"""url\(\s*["']?#([^"')\s]+)""", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A safe drawing, and what it lost that a viewer would have seen."""

    data: bytes
    lost: tuple[str, ...]
    """Names of elements, sorted: `foreignObject`, `image`."""


@dataclass(slots=True)
class _Node:
    name: str
    attributes: dict[str, str]
    inner: "list[_Node | str]" = field(default_factory=list)


class _TooComplexError(Exception):
    """More than a browser should be asked to draw."""


def clean_svg(data: bytes, name: str = "") -> bytes | AssetProblem:
    """The drawing without anything that runs, moves, fetches or links; see `clean`."""
    cleaned = clean(data, name)
    return cleaned if isinstance(cleaned, AssetProblem) else cleaned.data


def clean(data: bytes, name: str = "") -> Cleaned | AssetProblem:
    """The same with a list of what was lost; the same bytes give the same bytes.

    `name` is what a problem (LK711 broken, LK712 too complex) calls the picture.
    """
    if len(data) > MOST_BYTES:
        return AssetProblem("LK712", {"name": name})
    tree = _Tree()
    try:
        root = tree.parse(data)
        _count(root)
    except _TooComplexError:
        return AssetProblem("LK712", {"name": name})
    except (PictureError, expat.ExpatError, ValueError, LookupError):
        return AssetProblem("LK711", {"name": name})
    _measure(root)
    return Cleaned("".join(_written(root)).encode("utf-8"), tuple(sorted(tree.lost)))


class _Tree:
    """Builds the tree of what is allowed while the parser runs."""

    def __init__(self) -> None:
        self.lost: set[str] = set()
        self.open: list[_Node] = []
        self.root: _Node | None = None
        self.skipping = 0
        self.elements = 0

    def parse(self, data: bytes) -> _Node:
        """Raises: PictureError, ExpatError, LookupError: no drawing; _TooComplexError."""
        parser = safe_parser()
        parser.buffer_text = True
        parser.StartElementHandler = self.start
        parser.EndElementHandler = self.end
        parser.CharacterDataHandler = self.characters
        parser.Parse(data, True)
        if self.root is None:
            raise PictureError("root")
        return self.root

    def start(self, full: str, given: dict[str, str]) -> None:
        """An element begins: kept with its safe attributes, or left out with all inside."""
        space, _, local = full.rpartition(" ")
        self.elements += 1
        if self.elements > MOST_ELEMENTS or len(self.open) + self.skipping > DEEPEST:
            raise _TooComplexError
        name = self._kept(space, local)
        if name and not self.skipping:
            attributes = self._attributes(name, given)
            if attributes is not None:
                self._enter(_Node(name, attributes))
                return
        self.skipping += 1

    def end(self, _: str) -> None:
        """The element that began last ends."""
        if self.skipping:
            self.skipping -= 1
            return
        node = self.open.pop()
        if node.name == "style":
            sheet = clean_sheet("".join(one for one in node.inner if isinstance(one, str)))
            node.inner = [sheet] if sheet else []

    def characters(self, text: str) -> None:
        """Text, where it means something."""
        if self.open and not self.skipping and self.open[-1].name in TEXT:
            self.open[-1].inner.append(text)

    def _enter(self, node: _Node) -> None:
        if self.open:
            self.open[-1].inner.append(node)
        else:
            self.root = node
        self.open.append(node)

    def _kept(self, space: str, local: str) -> str | None:
        """The name under which an element stays; a link stays as what holds its parts together."""
        if not self.open and not self.skipping and local != "svg":
            raise PictureError(local)
        if space not in (SVG, ""):
            return None
        if local == "a":
            return "tspan" if self.open and self.open[-1].name in TEXT else "g"
        if local in SHOWN and not self.skipping and self.open[-1].name != "switch":
            self.lost.add(local)
        return local if local in ELEMENTS else None

    def _attributes(self, name: str, given: Mapping[str, str]) -> dict[str, str] | None:
        """Those that are safe; None: without the unsafe one the element would show nothing."""
        kept = {}
        for full, value in given.items():
            space, _, local = full.rpartition(" ")
            if space == XML and local in ("lang", "space"):
                kept[f"xml:{local}"] = value
            elif space in ("", XLINK) and local == "href":
                kept["href"] = value
            elif not space and (local in ATTRIBUTES or local.startswith("aria-")):
                safe = _attribute(local, value)
                if safe is not None:
                    kept[local] = safe
        return self._linked(name, kept)

    def _linked(self, name: str, kept: dict[str, str]) -> dict[str, str] | None:
        href = kept.pop("href", None)
        if href is None:
            return kept
        target = _photo(href) if name == "image" else href.strip()
        if target and (name == "image" or _OWN_ID.fullmatch(target)):
            return {"href": target} | kept
        if name in ("image", "use"):
            self.lost.add(name)
            return None
        return kept


def _attribute(name: str, value: str) -> str | None:
    """A value that refers to nothing outside, or None."""
    if name == "style":
        return clean_declarations(value) or None
    if name in _WORDS or name.startswith("aria-"):
        return value
    return value if safe_value(value) else None


def _photo(href: str) -> str | None:
    """An embedded picture, written anew without what a camera noted; None: not one."""
    from lessonkit.media.pictures import make_picture

    found = _PHOTO.fullmatch(href.strip())
    if found is None:
        return None
    try:
        data = b64decode("".join(found[2].split()), validate=True)
    except ValueError:
        return None
    made = make_picture(data, _WIDEST, found[1], quality=90)
    if isinstance(made, AssetProblem):
        return None
    return f"data:{found[1]};base64,{b64encode(made).decode('ascii')}"


def _count(root: _Node) -> None:
    """Raises: _TooComplexError: with all that is repeated by reference, too much would be drawn."""
    by_id: dict[str, _Node] = {}
    for node in _nodes(root):
        by_id.setdefault(node.attributes.get("id", ""), node)
    known: dict[int, int] = {}

    def drawn(node: _Node, depth: int) -> int:
        if depth > DEEPEST * 3:
            raise _TooComplexError
        if id(node) in known:
            return known[id(node)]
        known[id(node)] = 0
        total = 1 + sum(drawn(one, depth + 1) for one in node.inner if isinstance(one, _Node))
        for name in _references(node):
            if name in by_id:
                total += drawn(by_id[name], depth + 1)
        known[id(node)] = total
        return total

    if drawn(root, 0) > MOST_ELEMENTS:
        raise _TooComplexError


def _nodes(root: _Node) -> Iterator[_Node]:
    yield root
    for inner in root.inner:
        if isinstance(inner, _Node):
            yield from _nodes(inner)


def _references(node: _Node) -> Iterator[str]:
    for name, value in node.attributes.items():
        if name == "href" and value.startswith("#"):
            yield value[1:]
        elif "url(" in value:
            yield from _URL.findall(value)


def _measure(root: _Node) -> None:
    """Give the root a size and a `viewBox`, so that every browser scales it alike."""
    size = svg_size(root.attributes)
    given = root.attributes
    kept = {name: given[name] for name in given if name not in ("width", "height")}
    if size is not None:
        kept = {"viewBox": f"0 0 {size[0]} {size[1]}"} | kept
        kept |= {"width": str(size[0]), "height": str(size[1])}
    root.attributes = kept


def _written(root: _Node) -> Iterator[str]:
    yield f'<svg xmlns="{SVG}"{_attributes_written(root)}>'
    yield from _inner_written(root)
    yield "</svg>\n"


def _inner_written(node: _Node) -> Iterator[str]:
    for one in node.inner:
        if isinstance(one, str):
            yield _escaped(one)
        elif one.inner:
            yield f"<{one.name}{_attributes_written(one)}>"
            yield from _inner_written(one)
            yield f"</{one.name}>"
        else:
            yield f"<{one.name}{_attributes_written(one)}/>"


def _attributes_written(node: _Node) -> str:
    return "".join(f' {name}="{_quoted(value)}"' for name, value in node.attributes.items())


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _quoted(value: str) -> str:
    safe = _escaped(value).replace('"', "&quot;")
    return safe.replace("\t", "&#9;").replace("\n", "&#10;").replace("\r", "&#13;")
