"""What was worked out a moment ago, for outputs that ask the same of one lesson after another."""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

A = TypeVar("A")
V = TypeVar("V")

MOST = 4
"""A lesson and its translations, which are built in turns; more would only hold memory."""


def lately(
    key: Callable[[Any], tuple[object, ...]],
) -> Callable[[Callable[[A], V]], Callable[[A], V]]:
    """Keep what a function of one argument said of the last few keys.

    Keys are alike when they hold the same objects, not equal ones: nothing is compared or hashed.
    """

    def keeping(work: Callable[[A], V]) -> Callable[[A], V]:
        kept: list[tuple[tuple[object, ...], V]] = []

        @wraps(work)
        def asked(argument: A) -> V:
            wanted = key(argument)
            for known, value in kept:
                if len(known) == len(wanted) and all(map(_is, known, wanted)):
                    return value
            value = work(argument)
            kept[MOST - 1 :] = []
            kept.insert(0, (wanted, value))
            return value

        return asked

    return keeping


def _is(one: object, other: object) -> bool:
    return one is other
