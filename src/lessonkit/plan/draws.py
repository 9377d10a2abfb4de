"""What a learner meets of a bank: of its questions only some, and nobody knows which."""

from collections.abc import Iterable, Iterator

from lessonkit.model import blocks as b
from lessonkit.model.walk import questions
from lessonkit.questions.base import Question


def least_points(every: Iterable[b.Block]) -> float:
    """What the unluckiest draw has to give; `every`: outer blocks before those inside them."""
    return sum(_points(every))


def _points(every: Iterable[b.Block]) -> Iterator[float]:
    banked: set[str] = set()
    for block in every:
        if isinstance(block, b.Bank):
            held = questions(block)
            banked.update(one.id for one in held)
            yield from sorted(one.points for one in held if one.assessed)[: block.draw]
        elif isinstance(block, b.Ask) and block.question.id not in banked:
            yield block.question.points if block.question.assessed else 0.0


def always_asks(bank: b.Bank, objective: str) -> bool:
    """Whether every draw has a question about an objective."""
    held = questions(bank)
    others = sum(one.objective != objective for one in held)
    return others < min(bank.draw, len(held))


def least_points_for(banks: Iterable[b.Bank], loose: Iterable[Question], objective: str) -> float:
    """What the unluckiest draw has to give for an objective; `loose` are questions of no bank."""
    return _loose(loose, objective) + sum(
        sum(sorted(own)[: max(0, min(bank.draw, held) - (held - len(own)))])
        for bank, held, own in _own(banks, objective)
    )


def mean_points_for(banks: Iterable[b.Bank], loose: Iterable[Question], objective: str) -> float:
    """What all draws together have to give for an objective, shared out over them."""
    return _loose(loose, objective) + sum(
        sum(own) * min(bank.draw, held) / held for bank, held, own in _own(banks, objective)
    )


def _loose(loose: Iterable[Question], objective: str) -> float:
    return sum(one.points for one in loose if one.assessed and one.objective == objective)


def _own(
    banks: Iterable[b.Bank], objective: str
) -> Iterator[tuple[b.Bank, int, tuple[float, ...]]]:
    """Each bank, how many questions it holds, and the points of those about the objective."""
    for bank in banks:
        held = questions(bank)
        own = tuple(one.points for one in held if one.objective == objective)
        if own:
            yield bank, len(held), own
