"""`lessonkit.lock`: what learners have, by the author's word, and what their progress hangs on."""

from typing import Annotated, Literal

from pydantic import Field

from lessonkit.model.meta import Id, Typed

Digest = Annotated[str, Field(pattern=r"^[0-9a-f]{8}$")]
"""Of words, to be compared with the words of a newer version."""


class PublishedQuestion(Typed):
    """A question, and what a kept answer to it points at."""

    type: Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]{0,39}$")]
    ask: Digest
    targets: tuple[Digest, ...]
    """Of each option, row or gap, in the author's order."""


class PublishedRecording(Typed):
    """The author's voice for a section."""

    file: Digest
    """Of the file and of the part of it that is heard."""
    words: Digest
    """What the section said when it was recorded."""


class PublishedTranslation(Typed):
    """A section of a translation."""

    source: Digest
    """What the section said in the module's own language when it was translated."""
    words: Digest
    """What the translation says."""


class Published(Typed):
    """A module."""

    version: Annotated[str, Field(min_length=1, max_length=40)]
    content: Digest
    """Of all that the author wrote, but for the version, and of the files of the lesson."""
    objectives: tuple[Id, ...]
    sections: dict[Id, Digest]
    """Their titles."""
    questions: dict[Id, PublishedQuestion]
    lists: dict[Annotated[str, Field(min_length=1, max_length=100)], tuple[Digest, ...]]
    """Items of checklists, and tasks of practice, which have none."""
    recordings: dict[Annotated[str, Field(min_length=1, max_length=100)], PublishedRecording] = (
        Field(default={})
    )
    """By section."""
    translations: dict[
        Annotated[str, Field(min_length=1, max_length=35)],
        dict[Annotated[str, Field(min_length=1, max_length=100)], PublishedTranslation],
    ] = Field(default={})
    """By language and section."""


class Lock(Typed):
    """The whole file."""

    format: Literal[1]
    modules: dict[Id, Published]
