"""What question types made of rows have in common: their faults, and an order to begin with."""

from collections.abc import Iterable
from typing import ClassVar

from lessonkit.base.diag import Fault, fault
from lessonkit.questions.base import Question, Reply
from lessonkit.text.body import AnswerLine, Body
from lessonkit.text.inline import Prose

LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"
"""SCORM 1.2 takes one character a part of a response, so there can be no more than these."""


def count_faults(
    body: Body, name: str, count: int, least: int, most: int = len(LETTERS)
) -> list[Fault]:
    """Too few, or more than a platform can be told; that there are none the reader says."""
    if 0 < count < least:
        return [fault("LK651", body.span, block=name, count=count, least=least)]
    if count > most:
        return [fault("LK605", body.span, count=count, limit=most)]
    return []


def twice_faults(cells: Iterable[Prose]) -> list[Fault]:
    """Cells that a learner could not tell apart."""
    seen: dict[str, int] = {}
    faults = []
    for cell in cells:
        words = " ".join(cell.plain().lower().split())
        if words and words in seen:
            faults.append(fault("LK654", cell.span, text=cell.plain(), line=seen[words]))
        seen.setdefault(words, cell.span.start.line)
    return faults


def keyed_feedbacks(
    lines: Iterable[AnswerLine], count: int
) -> tuple[tuple[Prose | None, ...], list[Fault]]:
    """Of each of `count` rows what is said about it; one of no row, or a second one, is a fault."""
    found: list[Prose | None] = [None] * count
    faults = []
    for line in lines:
        place = int(line.text) - 1
        if not 0 <= place < count:
            faults.append(fault("LK616", line.span, row=line.text, count=count))
        elif found[place] is not None:
            faults.append(fault("LK614", line.span, answer=line.text))
        else:
            found[place] = line.feedback
    return tuple(found), faults


def row_replies(feedbacks: tuple[Prose | None, ...]) -> tuple[Reply, ...]:
    """One a row that has one."""
    pairs = enumerate(feedbacks)
    return tuple(Reply(str(place), text) for place, text in pairs if text is not None)


def mixed(name: str, count: int) -> tuple[int, ...]:
    """An order to show `count` things in; of two or more none stands where it belongs.

    Made once, so that paper, pages without scripts and every visit show the same. Source: Sattolo
    1986, An algorithm to generate a random cyclic permutation.
    """
    state = 2166136261
    for char in name.encode():
        state = (state ^ char) * 16777619 % 2**32
    order = list(range(count))
    for place in range(count - 1, 0, -1):
        state = (state * 1664525 + 1013904223) % 2**32
        other = state * place // 2**32
        order[place], order[other] = order[other], order[place]
    return tuple(order)


class Rowed(Question):
    """A question whose parts stand in rows; they are always shown mixed."""

    without: ClassVar[frozenset[str]] = frozenset({"shuffle"})

    rows: tuple[tuple[Prose, ...], ...]
    head: tuple[Prose, ...] = ()
    feedbacks: tuple[Prose | None, ...] = ()
    """Of each row; of a sort, of each member."""

    def mixed(self) -> tuple[int, ...]:
        """The order in which its parts are shown to begin with."""
        return mixed(self.id, len(self.rows))

    def mixes(self) -> bool:
        """Always."""
        return True

    def pieces(self) -> tuple[Prose, ...]:
        """Every cell."""
        return (*self.head, *(cell for row in self.rows for cell in row))

    def targets(self) -> tuple[Prose, ...]:
        """Every cell but the heads of columns."""
        return tuple(cell for row in self.rows for cell in row)

    def replies(self) -> tuple[Reply, ...]:
        """One a row that has one; what is right shows in each without it."""
        return (*row_replies(self.feedbacks), *self._general())

    def _share(self, right: Iterable[bool]) -> float:
        """All or nothing; with `partial` the share of what is right."""
        each = tuple(right)
        return sum(each) / len(each) if self.partial or all(each) else 0.0
