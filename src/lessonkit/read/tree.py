"""The flat tokens of markdown-it as a tree."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from markdown_it.token import Token


@dataclass(slots=True)
class Node:
    """A token, what lies between it and its closer, and the closer."""

    token: Token
    children: "list[Node]" = field(default_factory=list)
    end: Token | None = None

    @property
    def type(self) -> str:
        """The token's type without `_open`."""
        return self.token.type.removesuffix("_open")

    @property
    def line(self) -> int:
        """Of the first line, from 1; that of a child where the token has none."""
        if self.token.map:
            return self.token.map[0] + 1
        return self.children[0].line if self.children else 1


def tree(tokens: Sequence[Token]) -> list[Node]:
    """The roots, in order."""
    roots: list[Node] = []
    open_: list[Node] = []
    for token in tokens:
        if token.nesting < 0:
            open_.pop().end = token
            continue
        node = Node(token)
        (open_[-1].children if open_ else roots).append(node)
        if token.nesting > 0:
            open_.append(node)
    return roots
