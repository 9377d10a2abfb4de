"""The tree of what an SVG may hold, built while the parser runs; the rest never gets in."""

import re
from base64 import b64decode, b64encode
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lessonkit.media.css import clean_declarations, clean_sheet, safe_value
from lessonkit.media.svg_names import ATTRIBUTES, ELEMENTS, SHOWN, TEXT
from lessonkit.read.assets import AssetProblem
from lessonkit.read.pixels import PictureError, safe_parser

SVG = "http://www.w3.org/2000/svg"
XLINK = "http://www.w3.org/1999/xlink"
XML = "http://www.w3.org/XML/1998/namespace"

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


@dataclass(slots=True)
class Node:
    """An element that is kept: its safe attributes, and what stands in it."""

    name: str
    attributes: dict[str, str]
    inner: "list[Node | str]" = field(default_factory=list)


class TooComplexError(Exception):
    """More than a browser should be asked to draw."""


class Tree:
    """Builds the tree of what is allowed while the parser runs."""

    def __init__(self) -> None:
        self.lost: set[str] = set()
        self.open: list[Node] = []
        self.root: Node | None = None
        self.skipping = 0
        self.elements = 0
        self.unsaid: list[str] = []
        """Words of the `foreignObject` that is being left out, or has been in this `switch`."""

    def parse(self, data: bytes) -> Node:
        """Raises: PictureError, ExpatError, LookupError: no drawing; TooComplexError."""
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
            raise TooComplexError
        name = self._kept(space, local)
        if name and not self.skipping:
            attributes = self._attributes(name, given)
            if attributes is not None:
                self._enter(Node(name, attributes))
                return
        self.skipping += 1

    def end(self, _: str) -> None:
        """The element that began last ends."""
        if self.skipping:
            self.skipping -= 1
            return
        node = self.open.pop()
        if node.name == "switch":
            self._compare(node)
        if node.name == "style":
            sheet = clean_sheet("".join(one for one in node.inner if isinstance(one, str)))
            node.inner = [sheet] if sheet else []

    def characters(self, text: str) -> None:
        """Text, where it means something."""
        if self.skipping:
            self.unsaid.append(text)
        elif self.open and self.open[-1].name in TEXT:
            self.open[-1].inner.append(text)

    def _compare(self, switch: Node) -> None:
        """What was said in HTML is lost unless the drawing that stands in for it says it too."""
        said = "".join(words(switch).split())
        if "".join("".join(self.unsaid).split()) not in said:
            self.lost.add("foreignObject")
        self.unsaid = []

    def _enter(self, node: Node) -> None:
        if self.open:
            self.open[-1].inner.append(node)
        else:
            self.root = node
        if node.name == "switch":
            self.unsaid = []
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


def nodes(root: Node) -> Iterator[Node]:
    """The element and all below it, outer before inner."""
    yield root
    for inner in root.inner:
        if isinstance(inner, Node):
            yield from nodes(inner)


def words(root: Node) -> str:
    """All text in it."""
    return "".join(one for node in nodes(root) for one in node.inner if isinstance(one, str))
