"""The flat tokens of markdown-it as a tree."""

from collections.abc import Sequence

from markdown_it.token import Token


class Node:
    """A token and what lies between it and its closer."""

    __slots__ = ("children", "token", "type")

    def __init__(self, token: Token) -> None:
        self.token = token
        self.type = token.type.removesuffix("_open")
        self.children: list[Node] = []

    @property
    def line(self) -> int:
        """Of the first line, from 1; that of a child where the token has none."""
        if self.token.map:
            return self.token.map[0] + 1
        return self.children[0].line if self.children else 1


def tree(tokens: Sequence[Token]) -> list[Node]:
    """The roots, in order."""
    roots: list[Node] = []
    here = roots
    open_: list[list[Node]] = []
    for token in tokens:
        if token.nesting < 0:
            here = open_.pop()
            continue
        node = Node(token)
        here.append(node)
        if token.nesting > 0:
            open_.append(here)
            here = node.children
    return roots
