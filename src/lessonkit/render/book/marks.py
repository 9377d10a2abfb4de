"""Sentences of a script found again in the XHTML of a block, and marked for who reads along."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from html import unescape

_PIECE = re.compile(r"<[^>]*>|&[^;\s]*;|.", re.DOTALL)
WAY = re.compile(r'<p class="lk-way" id="([^"]+)">')
"""The line that leads from a question to its answer."""
_SILENT = frozenset(("math", "sup", "svg"))
"""What is read in other words than it is written, or not at all."""
_INLINE = frozenset(("a", "b", "code", "em", "s", "span", "strong"))
_ENDS = ".:;,"
_LEAD = 4
"""Words of ours that may stand before a sentence: `Bước 1:`, `Đáp án:`."""
_LEAST = 4
"""Letters by which a sentence is still known without them."""


@dataclass(frozen=True, slots=True)
class _Sign:
    """A letter that is read, and where it stands in the XHTML."""

    text: str
    start: int
    end: int


def marked(html: str, cues: Sequence[tuple[str, str]], block: str) -> tuple[str, dict[str, str]]:
    """The XHTML with a `span` around each sentence; for each cue the id of what is to be lit up.

    `cues`: ids and texts, in order. What is not found word for word, or cannot be marked without
    breaking elements, leaves the light where it is: before the first on all of it, under the id
    `block`; behind the last, where there is one, on the way to an answer.
    """
    signs = tuple(_signs(html))
    plain = "".join(one.text for one in signs)
    found: dict[str, tuple[int, int]] = {}
    at = 0
    for name, text in cues:
        place = _found(plain, text, at)
        span = place and _whole(html, signs[place[0]].start, signs[place[1] - 1].end)
        if place and span:
            found[name], at = span, place[1]
    lit = dict(_lit([name for name, _ in cues], found, block, WAY.search(html)))
    for name, (start, end) in reversed(found.items()):
        html = f'{html[:start]}<span id="{name}">{html[start:end]}</span>{html[end:]}'
    return (f'<div id="{block}">{html}</div>' if block in lit.values() else html), lit


def _lit(
    names: list[str], found: Collection[str], block: str, way: re.Match[str] | None
) -> Iterator[tuple[str, str]]:
    last = max((place for place, name in enumerate(names) if name in found), default=-1)
    now = block
    for place, name in enumerate(names):
        now = name if name in found else way[1] if way and place > last else now
        yield name, now


def _signs(html: str) -> Iterator[_Sign]:
    """White space left out: it differs between what is said and what is written."""
    silent = 0
    for piece in _PIECE.finditer(html):
        text = piece[0]
        if text[0] == "<" and len(text) > 1:
            if _name(text) in _SILENT and not text.endswith("/>"):
                silent += -1 if text[1] == "/" else 1
        elif not silent and not text.isspace():
            yield from (_Sign(one, *piece.span()) for one in unescape(text))


def _found(plain: str, text: str, at: int) -> tuple[int, int] | None:
    """Where it stands, from there on; without the first words, or the last sign, that are ours."""
    words = text.split()
    for left in range(min(_LEAD, len(words) - 1) + 1):
        whole = "".join(words[left:])
        for key in (whole, whole.rstrip(_ENDS)):
            place = plain.find(key, at) if not left or len(key) >= _LEAST else -1
            if key and place >= 0:
                return place, place + len(key)
    return None


def _whole(html: str, start: int, end: int) -> tuple[int, int] | None:
    """The stretch, so wide that no element is cut; None: it would reach beyond running text."""
    for _ in range(len(_INLINE)):
        opened, closed = _unmatched(html[start:end])
        if not opened and not closed:
            return start, end
        before = re.search(r"<[^>]*>$", html[:start])
        after = re.match(r"<[^>]*>", html[end:])
        if closed and before and _opens(before[0]):
            start = before.start()
        elif opened and after and after[0][1] == "/" and _name(after[0]) in _INLINE:
            end += after.end()
        else:
            return None
    return None


def _unmatched(html: str) -> tuple[int, int]:
    """Elements that are opened and not closed, and closed and not opened."""
    opened = closed = 0
    for tag in re.findall(r"<[^>]*>", html):
        if tag[1] == "/":
            opened, closed = (opened - 1, closed) if opened else (0, closed + 1)
        elif not tag.endswith("/>"):
            opened += 1
    return opened, closed


def _opens(tag: str) -> bool:
    return tag[1] != "/" and not tag.endswith("/>") and _name(tag) in _INLINE


def _name(tag: str) -> str:
    found = re.match(r"</?([A-Za-z0-9:]+)", tag)
    return found[1] if found else ""
