"""The second reader of statements takes ours, and refuses what is wrong."""

from typing import Any

import pytest
from tests.inspect.au import Hand, changed
from tests.witness.ralph import statement_faults

from lessonkit.inspect.lrs.launch import Launch

BAD: list[tuple[str, Any]] = [
    ("verb.id", "answered"),
    ("result.score", {"scaled": 1.5}),
    ("object.definition.interactionType", "story"),
    ("place", 3),
    ("timestamp", "yesterday"),
    ("actor", {"name": "An"}),
]


def whole() -> tuple[Hand, list[dict[str, Any]]]:
    hand = Hand.launched(Launch())
    for step in ("fetch", "read", "prefer"):
        getattr(hand, step)()
    verbs = ("initialized", "answered", "passed", "completed", "terminated")
    for verb in verbs:
        assert hand.send(hand.statement(verb)).status == 200
    return hand, list(hand.platform.records.sessions[0].registration.statements)


def test_it_takes_what_the_pretend_platform_takes_and_says() -> None:
    _, statements = whole()
    assert list(statement_faults(statements)) == []


@pytest.mark.parametrize(("path", "value"), BAD)
def test_it_refuses(path: str, value: Any) -> None:
    hand, _ = whole()
    one = hand.statement("answered")
    changed(one, path, value)
    assert list(statement_faults([one]))
