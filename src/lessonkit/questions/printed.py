"""How a question stands on paper: what is to be ticked, written or numbered, and what is right.

Values, no words: `how`, `word` and `ends` name strings of a theme (`paper.how-<how>`,
`question.<word>`, `question.<ends>`).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from lessonkit.text.body import Option
from lessonkit.text.inline import Picture, Prose

Mark = Literal["box", "circle", "blank", "gap", "none"]
"""What stands before a line: a square where several may be ticked, a circle where one is, a short
rule for a letter or a number; `gap`: it is a gap of the running text and not printed again."""
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
TICK = "x"
"""The key of a line that is to be ticked."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a question."""

    label: str
    """`A`, `B` … or `1`, `2` …; empty: it is not named."""
    text: Prose | None
    word: str = ""
    """In place of a text of the author's: `true`, `false`."""
    key: str = ""
    """What a right sheet has at its mark: `TICK`, a letter or a number; empty: nothing."""
    reply: Prose | None = None
    """Told to who ticks it, or of this row."""
    to: int = 0
    """Of a choice in a story: the number of the scene where it goes on; 0: nowhere."""


@dataclass(frozen=True, slots=True)
class Area:
    """A part of the picture, named by the label of its line; per cent of the picture."""

    label: str
    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class PrintedScene:
    """A scene of a story; what stands in it lies among the blocks of the question."""

    number: int
    """From 1."""
    id: str
    title: Prose
    ways: tuple[Line, ...]
    ends: str = ""
    """Of an end: `ends`, `ends-right`, `ends-partly` or `ends-wrong`; empty where it goes on."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A question as a sheet has it, in an order that is always the same."""

    how: str
    """What is to be done; `open` where the type says nothing more than its text."""
    mark: Mark = "none"
    lines: tuple[Line, ...] = ()
    pool: tuple[Line, ...] = ()
    """What the letters mean that are to be written."""
    rules: int = 0
    """Empty lines to write on."""
    unit: str = ""
    """Behind the line that is written on."""
    solution: tuple[tuple[str, ...], ...] = ()
    """Of each place that is written in, every right way to fill it."""
    picture: Picture | None = None
    areas: tuple[Area, ...] = ()
    scenes: tuple[PrintedScene, ...] = ()

    @property
    def right(self) -> tuple[Line, ...]:
        """Lines with something at their mark."""
        return tuple(line for line in self.lines if line.key)

    @property
    def has_key(self) -> bool:
        """Whether anything of it is right or wrong."""
        told = any(one.ends not in ("", "ends") for one in self.scenes)
        return bool(self.right or self.solution or told)


def ticked(options: tuple[Option, ...], order: Iterable[int], *, keyed: bool) -> tuple[Line, ...]:
    """Lettered options; without `keyed` none of them is right."""
    return tuple(
        Line(
            LETTERS[number] if number < len(LETTERS) else str(number + 1),
            options[place].text,
            key=TICK if keyed and options[place].right else "",
            reply=options[place].feedback,
        )
        for number, place in enumerate(order)
    )
