"""XML of strangers as a small tree: no entities, no document beside it, limits to everything.

expat fetches nothing by itself; a document type that declares entities is refused outright, so
that nothing can grow while it is read.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

MOST_ELEMENTS = 100_000
DEEPEST = 100
_CHUNK = 65_536


class BadXml(Exception):
    """The text is no XML, or one that nobody should read; says where and why."""


@dataclass(slots=True)
class Node:
    """An element; names have no namespace, those of attributes are in lower case."""

    name: str
    space: str
    attributes: dict[str, str]
    inner: "list[Node]" = field(default_factory=list)
    text: str = ""

    def all(self, *path: str) -> "Iterator[Node]":
        """Elements at that path below this one."""
        here = (node for node in self.inner if node.name == path[0])
        for node in here:
            if len(path) == 1:
                yield node
            else:
                yield from node.all(*path[1:])

    def said(self, *path: str) -> str:
        """The text at that path, without space around it; "" where there is none."""
        found = next(self.all(*path), None)
        return " ".join(found.text.split()) if found else ""

    def get(self, name: str) -> str:
        """An attribute, "" where there is none."""
        return self.attributes.get(name, "").strip()


class _Builder:
    def __init__(self) -> None:
        self.root: Node | None = None
        self.open: list[Node] = []
        self.count = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.count += 1
        if self.count > MOST_ELEMENTS or len(self.open) >= DEEPEST:
            raise BadXml("too many elements")
        space, _, local = name.rpartition(" ")
        plain = {key.rpartition(" ")[2].lower(): value for key, value in attributes.items()}
        node = Node(local, space, plain)
        if self.open:
            self.open[-1].inner.append(node)
        else:
            self.root = node
        self.open.append(node)

    def end(self, _name: str) -> None:
        self.open.pop()

    def text(self, text: str) -> None:
        self.open[-1].text += text


def _refuse_entity(*_args: object) -> None:
    raise BadXml("entities are declared")


def parse(data: bytes) -> Node:
    """Raises: BadXml."""
    builder = _Builder()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.text
    parser.EntityDeclHandler = _refuse_entity
    try:
        for start in range(0, len(data), _CHUNK):
            parser.Parse(data[start : start + _CHUNK], False)
        parser.Parse(b"", True)
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise BadXml(str(error)) from error
    if builder.root is None:
        raise BadXml("no element")
    return builder.root
