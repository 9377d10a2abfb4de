"""What every exchange format gives: reading, writing, and what either of them could not hold."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from lessonkit.base.diag import Arg
from lessonkit.base.errors import LessonkitError
from lessonkit.framework.model import Framework

FIXED_TIME = "2020-01-01T00:00:00Z"
"""Where nobody says when something was changed: the day that archives have too."""
EXAMPLES = 3
"""Named of each kind of loss."""
LARGEST = 200_000_000
"""Bytes of a file; the largest frameworks known have a tenth of it."""


class Unreadable(LessonkitError):
    """A file that is no framework in that format; `key` is a sentence of `[refused]`."""

    def __init__(self, key: str, **args: Arg) -> None:
        """`args` hold `where`: a line, a row or a JSON path, where there is one."""
        super().__init__(f"{key}: {args}")
        self.key = key
        self.args_said = args


@dataclass(frozen=True, slots=True)
class Loss:
    """What was not kept, or not kept as it stood; `code` is a sentence of `[loss]`."""

    code: str
    count: int
    examples: tuple[str, ...]


class Losses:
    """Collects losses by code, in the order in which they are first met."""

    def __init__(self) -> None:
        self._counts: dict[str, int] = {}
        self._examples: dict[str, list[str]] = {}

    def add(self, code: str, example: str = "", count: int = 1) -> None:
        """One more of that kind; the first few are named."""
        if count == 0:
            return
        self._counts[code] = self._counts.get(code, 0) + count
        named = self._examples.setdefault(code, [])
        if example and len(named) < EXAMPLES and example not in named:
            named.append(example if len(example) <= 60 else example[:59] + "…")

    def __iter__(self) -> Iterator[Loss]:
        return (
            Loss(code, count, tuple(self._examples[code])) for code, count in self._counts.items()
        )


@dataclass(frozen=True, slots=True)
class Around:
    """What a format must know beyond the framework itself."""

    known: Mapping[str, Framework] = field(default_factory=dict)
    """The frameworks to which others are matched, by id."""
    time: str = FIXED_TIME
    """Of the last change, where the framework says none: RFC 3339."""
    id: str = ""
    """The id that an imported framework shall have; empty: from the file."""
    stem: str = ""
    """The name of the file, for formats that hold no title."""


@dataclass(frozen=True, slots=True)
class Read:
    """A framework from a file, and what of the file it does not hold."""

    framework: Framework
    losses: tuple[Loss, ...] = ()


@dataclass(frozen=True, slots=True)
class Written:
    """A framework as text, and what of it the text does not hold."""

    text: str
    losses: tuple[Loss, ...] = ()


@dataclass(frozen=True, slots=True)
class Exchange:
    """A format."""

    name: str
    suffix: str
    read: Callable[[str, Around], Read]
    """Raises: Unreadable."""
    write: Callable[[Framework, Around], Written]
    recognises: Callable[[str], bool]
    """Whether a text is of that format, by its content; never raises."""
