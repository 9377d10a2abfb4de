"""Brackets: where each is closed, found in one walk over the text, and the notes made of them.

The library looks from every bracket to the end of the text; a line of brackets took it minutes.
"""

import re
from collections.abc import Iterator, Mapping
from types import SimpleNamespace
from typing import Any

from markdown_it.helpers import parseLinkDestination, parseLinkTitle
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

_MARK = re.compile(r"\[\^([^\]\s]{1,200})\]")


def label_end(state: StateInline, start: int, disableNested: bool = False) -> int:  # noqa: N803
    """The place of the `]` that closes the `[` at `start`, or -1.

    With `disableNested`, which the library names so, there must be no link inside.
    """
    ends: dict[int, int] = state.labels(disableNested)  # type: ignore[attr-defined]  # it is placed
    if start not in ends:
        if start > ends[-1]:
            return -1
        before, state.pos = state.pos, start + 1
        for unclosed in _walk(state, start, ends, disableNested):
            ends[unclosed] = -1
        state.pos = before
    return ends[start]


def _walk(state: StateInline, start: int, ends: dict[int, int], strict: bool) -> list[int]:
    """Notes where brackets are closed, up to that of the first; those that are not."""
    src, limit, skip = state.src, state.posMax, state.md.inline.skipToken
    open_ = [start]
    while state.pos < limit:
        pos = state.pos
        char = src[pos]
        if char == "]":
            ends[open_.pop()] = pos
            if not open_:
                break
        skip(state)
        if char != "[":
            continue
        if state.pos != pos + 1:
            if strict:
                break
        elif pos not in ends:
            open_.append(pos)
        elif ends[pos] < 0:
            break
        else:
            state.pos = ends[pos] + 1
    return open_


HELPERS: Any = SimpleNamespace(
    parseLinkLabel=label_end,
    parseLinkDestination=parseLinkDestination,
    parseLinkTitle=parseLinkTitle,
)
"""What the library's rules for links and pictures call."""


class References(dict[str, Any]):
    """Addresses that stand on lines of their own, and which of them a link or picture has used."""

    def __init__(self, defined: Mapping[str, Any]) -> None:
        super().__init__(defined)
        self.used: set[str] = set()

    def get(self, key: str, default: Any = None) -> Any:
        """As the library's rules ask for one."""
        if key in self:
            self.used.add(key)
        return super().get(key, default)

    def unused(self) -> Iterator[int]:
        """The lines, from 0, of those that nothing uses."""
        for key, one in self.items():
            if key not in self.used:
                yield one["map"][0]


def placed_note(state: StateInline, silent: bool) -> bool:
    """`^[text]`: a note that is written in its place."""
    start, limit = state.pos, state.posMax
    if start + 2 >= limit or not state.src.startswith("^[", start):
        return False
    end = label_end(state, start + 1)
    if end < 0:
        return False
    if not silent:
        notes = _notes(state)["list"]
        number, content, tokens = len(notes), state.src[start + 2 : end], list[Token]()
        # It takes its number before the notes within it.
        notes[number] = {"content": content, "tokens": tokens}
        state.md.inline.parse(content, state.md, state.env, tokens)
        state.push("footnote_ref", "", 0).meta = {"id": number}
    state.pos, state.posMax = end + 1, limit
    return True


def note_mark(state: StateInline, silent: bool) -> bool:
    """`[^label]`: the mark of a note, whether there is one or not."""
    match = _MARK.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    if not silent:
        notes, label = _notes(state), match[1]
        number = notes["refs"].setdefault(f":{label}", len(notes["list"]))
        if number < 0:
            # Its text stands somewhere, but this is the first mark.
            number = notes["refs"][f":{label}"] = len(notes["list"])
        notes["list"].setdefault(number, {"label": label})
        state.push("footnote_ref", "", 0).meta = {"id": number, "label": label}
    state.pos = match.end()
    return True


def _notes(state: StateInline) -> dict[str, dict[Any, Any]]:
    """The library's account of them: `refs`, label to number or -1, and `list`, by number."""
    found: dict[str, dict[Any, Any]] = state.env.setdefault("footnotes", {})
    found.setdefault("refs", {})
    found.setdefault("list", {})
    return found
