"""What a block kind is handed: its first lines, and how the inside of a block is read."""

from collections.abc import Callable
from dataclasses import dataclass

from lessonkit.model import blocks as b
from lessonkit.read.context import Context
from lessonkit.read.directives import Head
from lessonkit.read.options import Options
from lessonkit.read.tree import Node
from lessonkit.text.inline import Prose


@dataclass(frozen=True, slots=True)
class Nested:
    """The readers of `blocks`."""

    blocks: Callable[[Context, list[Node]], tuple[b.Block, ...]]
    sections: Callable[[Context, list[Node]], tuple[b.Block, ...]]
    item: Callable[[Context, Node], b.Item]
    definitions: Callable[[Context, Node], tuple[b.Definition, ...]]


def inside(node: Node) -> list[Node]:
    """What a block holds, without the argument."""
    return node.children["title" in node.token.meta :]


@dataclass(frozen=True, slots=True)
class Opened:
    """A block whose first lines have been read."""

    ctx: Context
    node: Node
    nested: Nested
    head: Head
    options: Options
    title: Prose | None
    """The argument, where it is prose."""

    @property
    def body(self) -> list[Node]:
        """What is inside, without the argument."""
        return inside(self.node)
