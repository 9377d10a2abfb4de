"""What stands within a line of running text."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from lessonkit.base.diag import Span

if TYPE_CHECKING:
    from pydantic_core import CoreSchema


@dataclass(frozen=True, slots=True)
class Text:
    """Characters, NFC, as they are shown."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Strong:
    """Strong importance."""

    inner: "tuple[Inline, ...]"
    span: Span


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Stress."""

    inner: "tuple[Inline, ...]"
    span: Span


@dataclass(frozen=True, slots=True)
class Strike:
    """No longer valid."""

    inner: "tuple[Inline, ...]"
    span: Span


@dataclass(frozen=True, slots=True)
class Phrase:
    """A passage with attributes: `[two-step sign-in]{lang=en}`."""

    inner: "tuple[Inline, ...]"
    lang: str
    """BCP 47, empty where it is the language around."""
    classes: tuple[str, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Code:
    """What is typed or shown by a machine."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Link:
    """A link; `href` is as the author wrote it, checked to be of a safe scheme."""

    href: str
    inner: "tuple[Inline, ...]"
    title: str
    lang: str
    span: Span


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture, in a line of text or as the content of a figure."""

    src: str
    """The name of an asset of the module."""
    alt: str
    decorative: bool
    width: str
    """`25`, `50`, `75` or `100` per cent of the column, the nearest to what was asked; or empty."""
    classes: tuple[str, ...]
    span: Span

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> "CoreSchema":
        """Taken as it is by pydantic."""
        from pydantic_core import core_schema

        return core_schema.is_instance_schema(cls)


@dataclass(frozen=True, slots=True)
class Math:
    """A formula in LaTeX and what it became; `mathml` is empty where it cannot be read."""

    tex: str
    mathml: str
    span: Span


@dataclass(frozen=True, slots=True)
class NoteRef:
    """The mark of a footnote; `number` from 1 in the order of first mention."""

    label: str
    number: int
    span: Span


@dataclass(frozen=True, slots=True)
class Break:
    """A line that ends here."""

    span: Span


@dataclass(frozen=True, slots=True)
class Gap:
    """A place to fill in, of a `cloze`."""

    place: int
    """From 0, among the gaps of its question."""
    count: int
    """How many the question has."""
    choices: tuple[tuple[int, str], ...]
    """Of a drop-down, in the order shown, each with its place in the author's; else empty."""
    size: int
    """Letters it has room for, the same for all that are typed: the width tells nothing."""
    span: Span


@dataclass(frozen=True, slots=True)
class Markup:
    """Raw HTML that a project has allowed and that has been sanitised."""

    html: str
    span: Span


Inline = (
    Text
    | Strong
    | Emphasis
    | Strike
    | Phrase
    | Code
    | Link
    | Picture
    | Math
    | NoteRef
    | Break
    | Gap
    | Markup
)


@dataclass(frozen=True, slots=True)
class Prose:
    """A run of inlines with its place."""

    inlines: tuple[Inline, ...]
    span: Span

    def __bool__(self) -> bool:
        return bool(self.inlines)

    def plain(self) -> str:
        """The words alone: alternative texts stand for pictures, TeX for formulas."""
        return "".join(plain(inline) for inline in self.inlines).strip()

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> "CoreSchema":
        """A question, which pydantic validates, takes prose as it is."""
        from pydantic_core import core_schema

        return core_schema.is_instance_schema(cls)


def plain(inline: Inline) -> str:
    """The words of one inline."""
    match inline:
        case Text(text=text) | Code(text=text):
            return text
        case Strong() | Emphasis() | Strike() | Phrase() | Link():
            return "".join(plain(one) for one in inline.inner)
        case Picture():
            return inline.alt
        case Math():
            return inline.tex
        case Break():
            return "\n"
        case Gap():
            return "___"
        case NoteRef() | Markup():
            return ""


def walk(inlines: tuple[Inline, ...]) -> Iterator[Inline]:
    """Every inline, depth first, outer before inner."""
    for inline in inlines:
        yield inline
        match inline:
            case Strong() | Emphasis() | Strike() | Phrase() | Link():
                yield from walk(inline.inner)
            case _:
                pass
