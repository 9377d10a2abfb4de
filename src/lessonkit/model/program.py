"""A programme: an ordered set of modules for one audience group, and what it promises."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Annotated

from pydantic import Field

from lessonkit.base.diag import Pos, Span
from lessonkit.model.meta import Id, Lang, Typed, Words


class ProgramMeta(Typed):
    """A `<id>.program.yaml`, as an author typed it."""

    id: Id
    title: Annotated[str, Field(min_length=1, max_length=200)]
    summary: Annotated[str, Field(max_length=1000)] = ""
    lang: Lang = "vi"
    version: Annotated[str, Field(min_length=1, max_length=40)] = "1.0"
    audience: Id
    modules: Annotated[tuple[Id, ...], Field(min_length=1)]
    """In the order in which they are learnt."""
    covers: tuple[str, ...] = ()
    """What it promises: `framework:code@level`; the build proves it."""
    requires: tuple[Id, ...] = ()
    """Programmes to be done before."""
    hours: Annotated[float, Field(ge=0.1, le=1000)] | None = None
    """What the author promises, practice away from the screen included."""
    certificate: Annotated[str, Field(max_length=2000)] = ""
    """What a learner may read, and print, who has done all modules."""
    authors: tuple[Words, ...] = ()
    license: Annotated[str, Field(max_length=100)] = ""
    """SPDX."""
    keywords: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True)
class Program:
    """A programme and where each part of it stands."""

    meta: ProgramMeta
    places: Mapping[str, Span]
    """Path in the file, such as `covers[1]`, to its place."""
    source: str
    """The file, relative to the project."""
    folder: Path
    text: str
    lost: frozenset[str] = frozenset()
    """Keys with a fault: what `meta` says of them was not typed."""

    def place(self, path: str) -> Span:
        """Where that key or entry stands, or the nearest one above it."""
        while path and path not in self.places:
            path = path.rpartition("[")[0]
        return self.places[path]

    def part(self, path: str, word: str, start: int = 0) -> Span:
        """Where a part of an entry stands: the first `word` in it from character `start` on."""
        whole = self.place(path)
        line = _lines(self.text)[whole.start.line - 1]
        end = whole.end.column - 1 if whole.end.line == whole.start.line else len(line)
        at = line.find(word, whole.start.column - 1 + start, end)
        if at < 0 or not word:
            return whole
        number = whole.start.line
        return Span(whole.file, Pos(number, at + 1), Pos(number, at + 1 + len(word)))


@lru_cache(maxsize=2)
def _lines(text: str) -> tuple[str, ...]:
    return tuple(text.split("\n"))
