"""A media overlay: which part of a chapter is lit up while which stretch of sound is heard.

Source: EPUB 3.3, 9.2.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from html import escape

from lessonkit.render.book.package import clock

SMIL = "application/smil+xml"


@dataclass(frozen=True, slots=True)
class Heard:
    """A stretch of the chapter's sound."""

    place: str
    """The id of what is lit up."""
    start: float
    """Seconds from the beginning of the chapter."""
    end: float


def overlay(chapter: str, sound: str, heard: Iterable[Heard]) -> str:
    """The document; `chapter` and `sound` are names of files beside it."""
    pairs = "\n".join(
        f'<par id="par-{number}"><text src="{chapter}#{escape(one.place)}"/>'
        f'<audio src="{sound}" clipBegin="{clock(one.start)}" clipEnd="{clock(one.end)}"/></par>'
        for number, one in enumerate(_merged(heard), 1)
    )
    return f"""<?xml version="1.0" encoding="utf-8"?>
<smil xmlns="http://www.w3.org/ns/SMIL" xmlns:epub="http://www.idpf.org/2007/ops" version="3.0">
<body>
<seq id="seq" epub:textref="{chapter}" epub:type="chapter">
{pairs}
</seq>
</body>
</smil>
"""


def _merged(heard: Iterable[Heard]) -> Iterator[Heard]:
    """What follows itself is one."""
    last: Heard | None = None
    for one in heard:
        if last is not None and last.place == one.place:
            last = replace(last, end=one.end)
            continue
        if last is not None:
            yield last
        last = one
    if last is not None:
        yield last
