"""What a lesson is made of, from the section down to the list item.

A closed sum: `Block`. Every renderer matches all of it, and mypy names one that lacks a case.
It is over 300 lines because the cases name each other: in two files they would import in a ring.
"""

from dataclasses import dataclass
from typing import Literal

from lessonkit.base.diag import Span
from lessonkit.questions.base import Question
from lessonkit.text.inline import Picture, Prose

CalloutKind = Literal["note", "tip", "important", "warning", "example", "keypoints"]
Align = Literal["", "left", "center", "right"]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    prose: Prose
    classes: tuple[str, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading within a section; `level` 3 to 6."""

    level: int
    prose: Prose
    id: str
    """Unique in the module; from the text where the author gave none."""
    span: Span


@dataclass(frozen=True, slots=True)
class Figure:
    """One or several pictures under one caption."""

    pictures: tuple[Picture, ...]
    caption: Prose | None
    span: Span


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list."""

    blocks: "tuple[Block, ...]"
    checked: bool | None
    """Of a task list: is it ticked? None in other lists."""
    span: Span


@dataclass(frozen=True, slots=True)
class List:
    """An ordered or unordered list."""

    ordered: bool
    start: int
    tight: bool
    """Items are single lines: their paragraphs are shown without gaps."""
    items: tuple[Item, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of somebody else."""

    blocks: "tuple[Block, ...]"
    span: Span


@dataclass(frozen=True, slots=True)
class CodeBlock:
    """Code as typed; `language` as the author named it, empty where not."""

    text: str
    language: str
    span: Span


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table."""

    prose: Prose
    align: Align


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one row of headers, which may be empty."""

    head: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Definition:
    """A term and what it means."""

    term: Prose
    meanings: "tuple[tuple[Block, ...], ...]"
    span: Span


@dataclass(frozen=True, slots=True)
class Definitions:
    """A definition list."""

    entries: tuple[Definition, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula on a line of its own; `mathml` is empty where it cannot be read."""

    tex: str
    mathml: str
    span: Span


@dataclass(frozen=True, slots=True)
class Divider:
    """A change of subject within a section."""

    span: Span


@dataclass(frozen=True, slots=True)
class MarkupBlock:
    """Raw HTML that a project has allowed and that has been sanitised."""

    html: str
    span: Span


@dataclass(frozen=True, slots=True)
class Callout:
    """A remark set apart."""

    kind: CalloutKind
    title: Prose | None
    blocks: "tuple[Block, ...]"
    span: Span


@dataclass(frozen=True, slots=True)
class Audio:
    """A recording of the author's; names are assets of the module, empty where not given."""

    src: str
    title: Prose | None
    captions: str
    transcript: "tuple[Block, ...]"
    """The words of the recording: the file named by `transcript`, then the block's body."""
    start: float | None
    """Seconds from the beginning."""
    end: float | None
    span: Span


@dataclass(frozen=True, slots=True)
class Video:
    """A clip of the author's."""

    src: str
    title: Prose | None
    captions: str
    transcript: "tuple[Block, ...]"
    poster: str
    start: float | None
    end: float | None
    span: Span


@dataclass(frozen=True, slots=True)
class Steps:
    """What to do, in order; a picture in an item belongs to it."""

    title: Prose | None
    items: tuple[Item, ...]
    span: Span
    start: int = 1
    """Number of the first; more than 1 where a slide goes on with what another one began."""


@dataclass(frozen=True, slots=True)
class Checklist:
    """Things to tick; the ticks are kept for the learner under `id`."""

    id: str
    title: Prose | None
    items: tuple[Item, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Practice:
    """A task away from the screen."""

    id: str
    """The author's, or `lk-` and the words of its title: the tick of it is kept under this."""
    title: Prose | None
    where: str
    minutes: int | None
    blocks: "tuple[Block, ...]"
    span: Span


@dataclass(frozen=True, slots=True)
class Details:
    """Shown when its title is pressed."""

    title: Prose
    blocks: "tuple[Block, ...]"
    span: Span


@dataclass(frozen=True, slots=True)
class Tab:
    """One of several views."""

    title: Prose
    blocks: "tuple[Block, ...]"
    span: Span


@dataclass(frozen=True, slots=True)
class Tabs:
    """Views of which one is shown at a time."""

    id: str
    tabs: tuple[Tab, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Cards:
    """Cards to turn: front and back."""

    id: str
    title: Prose | None
    entries: tuple[Definition, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Glossary:
    """Terms and their meanings."""

    entries: tuple[Definition, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Teacher:
    """For the facilitator's outputs only; may hold sections."""

    blocks: "tuple[Block, ...]"
    span: Span


@dataclass(frozen=True, slots=True)
class Only:
    """For these audience groups; may hold sections."""

    audience: tuple[str, ...]
    blocks: "tuple[Block, ...]"
    span: Span


@dataclass(frozen=True, slots=True)
class Narration:
    """Spoken instead of the section's text or, with `add`, besides it."""

    add: bool
    blocks: "tuple[Block, ...]"
    """The words; of a recording without words here, the section's text is what it says."""
    span: Span
    src: str = ""
    """The author's own recording, an asset of the module; empty: a voice reads the words."""
    start: float | None = None
    """Seconds from the beginning of the recording."""
    end: float | None = None


@dataclass(frozen=True, slots=True)
class Slide:
    """Shown on a slide instead of the section's text."""

    title: Prose | None
    blocks: "tuple[Block, ...]"
    span: Span


@dataclass(frozen=True, slots=True)
class Ask:
    """A question in its place; `blocks` is what stands between its first line and the answers."""

    question: Question
    blocks: "tuple[Block, ...]"
    span: Span

    @property
    def around(self) -> "tuple[Block, ...]":
        """Without the picture whose areas are asked for: the question has it itself."""
        if getattr(self.question, "picture", None) is None:
            return self.blocks
        return tuple(one for one in self.blocks if not isinstance(one, Figure))


@dataclass(frozen=True, slots=True)
class Bank:
    """Questions of which some are drawn for each attempt."""

    id: str
    draw: int
    """How many are asked; not more than there are."""
    blocks: "tuple[Block, ...]"
    """Questions that count, nothing else."""
    span: Span


@dataclass(frozen=True, slots=True)
class Scene:
    """A part of a `scenario`, only among the blocks of its question; its choices are told there."""

    id: str
    """Unique in the module."""
    title: Prose
    blocks: "tuple[Block, ...]"
    span: Span
    """Of the heading."""


@dataclass(frozen=True, slots=True)
class Section:
    """What a `##` opens: a step of the page, a slide, a chapter of the recording."""

    id: str
    """Unique in the module."""
    title: Prose
    objectives: tuple[str, ...]
    """Ids named by `{objective="…"}` at the heading: what the section teaches."""
    blocks: "tuple[Block, ...]"
    span: Span
    """Of the heading."""


Block = (
    Paragraph
    | Heading
    | Figure
    | List
    | Quote
    | CodeBlock
    | Table
    | Definitions
    | Formula
    | Divider
    | MarkupBlock
    | Callout
    | Audio
    | Video
    | Steps
    | Checklist
    | Practice
    | Details
    | Tabs
    | Cards
    | Glossary
    | Teacher
    | Only
    | Narration
    | Slide
    | Ask
    | Bank
    | Scene
    | Section
)


@dataclass(frozen=True, slots=True)
class Footnote:
    """A footnote that is mentioned; `number` from 1."""

    label: str
    number: int
    blocks: tuple[Block, ...]
    span: Span
