"""A programme: an ordered set of modules for one audience group, and what it promises."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from pydantic import Field

from lessonkit.base.diag import Span
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
    hours: Annotated[float, Field(gt=0, le=1000)] | None = None
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
