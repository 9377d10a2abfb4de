"""What a learner meets of a bank: of its questions only some, and nobody knows which."""

from collections.abc import Iterable, Iterator

from lessonkit.model import blocks as b
from lessonkit.model.walk import questions


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
