"""Running text cut at the ends of sentences, where it is too long for a slide."""

import re
from collections.abc import Iterator
from dataclasses import replace

from lessonkit.text.inline import Inline, Prose, Text, plain
from lessonkit.text.tieng import count, sentence_places

_PAUSE = re.compile(r"[,;:–—](?=\s)")


def cut(prose: Prose, most: int) -> tuple[Prose, ...]:
    """Parts of at most that many tiếng: at sentences, else at pauses, else between words.

    What is emphasised or linked stays whole.
    """
    text = "".join(plain(one) for one in prose.inlines)
    parts = list(_parted(prose.inlines, _places(text, most)))
    return tuple(replace(prose, inlines=part) for part in _grouped(parts, most))


def by_sentence(prose: Prose) -> tuple[Prose, ...]:
    """Its sentences; what is emphasised or linked stays whole."""
    text = "".join(plain(one) for one in prose.inlines)
    parts = _parted(prose.inlines, [end for _, end in sentence_places(text)])
    return tuple(replace(prose, inlines=part) for part in parts)


def announced(prose: Prose) -> tuple[Prose, ...]:
    """What is said, and apart the last sentence if it announces, with a colon, what follows."""
    text = "".join(plain(one) for one in prose.inlines)
    starts = [start for start, _ in sentence_places(text)]
    if not announces(text) or len(starts) < 2:
        return (prose,)
    parts = tuple(_parted(prose.inlines, [starts[-1], len(text)]))
    return tuple(replace(prose, inlines=part) for part in parts)


def announces(text: str) -> bool:
    """Whether it ends with a colon."""
    return text.rstrip().endswith(":")


def joined(a: Prose, z: Prose) -> Prose:
    """Both, with a blank between."""
    blank = Text(" ", z.span)
    return replace(a, inlines=(*a.inlines, blank, *z.inlines))


def _places(text: str, most: int) -> list[int]:
    """Where the text may be cut."""
    found: list[int] = []
    for start, end in sentence_places(text):
        if count(text[start:end]) > most:
            found += _within(text, start, end, most)
        found.append(end)
    return found


def _within(text: str, start: int, end: int, most: int) -> Iterator[int]:
    begun = start
    for match in [*_PAUSE.finditer(text, start, end), None]:
        until = match.end() if match else end
        words = list(re.finditer(r"\S+", text[begun:until]))
        for place in range(most, len(words), most):
            yield begun + words[place - 1].end()
        if match:
            yield until
        begun = until


def _parted(inlines: tuple[Inline, ...], places: list[int]) -> Iterator[tuple[Inline, ...]]:
    """The inlines between those places; one that is no plain text is never cut."""
    waiting, at, part = list(places), 0, list[Inline]()
    for inline in inlines:
        length, left = len(plain(inline)), inline
        while isinstance(left, Text) and waiting and at < waiting[0] < at + length:
            size = waiting.pop(0) - at
            part.append(replace(left, text=left.text[:size]))
            yield tuple(part)
            part = []
            left = replace(left, text=left.text[size:].lstrip())
            at, length = at + size, length - size
        part.append(left)
        at += length
        while waiting and waiting[0] <= at:
            waiting.pop(0)
            if not waiting or waiting[0] > at:
                yield tuple(part)
                part = []
    if any(plain(one).strip() for one in part):
        yield tuple(part)


def _grouped(parts: list[tuple[Inline, ...]], most: int) -> Iterator[tuple[Inline, ...]]:
    """Short ones together, as evenly as they come."""
    held: tuple[Inline, ...] = ()
    for part in parts:
        if not any(plain(one).strip() for one in part):
            continue
        more = (*held, *_spaced(held, part))
        if held and count("".join(plain(one) for one in more)) > most:
            yield held
            held = part
        else:
            held = more
    if held:
        yield held


def _spaced(held: tuple[Inline, ...], part: tuple[Inline, ...]) -> tuple[Inline, ...]:
    if not held or plain(held[-1])[-1:].isspace() or plain(part[0])[:1].isspace():
        return part
    return (Text(" ", part[0].span), *part)
