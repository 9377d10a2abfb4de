"""Two readings of the rules of tracking: the player's, and one made from the manual alone."""

import json
import subprocess
from itertools import cycle
from pathlib import Path
from random import Random
from typing import Any

import pytest
from tests.witness.tracking import Learner, play

TESTS = Path(__file__).parent.parent
VECTORS: list[dict[str, Any]] = json.loads((TESTS / "vectors/tracking.json").read_text("utf-8"))
STORIES = 1500


def learner(case: dict[str, Any]) -> Learner:
    """Whoever did what the case says."""
    numbers = cycle(case.get("randoms", [case.get("random", 0)]))
    return play(case["lesson"], case["acts"], lambda: next(numbers))


def unlike(found: dict[str, Any], wanted: dict[str, Any]) -> dict[str, Any]:
    """What was found otherwise than wanted."""
    return {name: found[name] for name, value in wanted.items() if not _near(found[name], value)}


def _near(found: Any, wanted: Any) -> bool:
    if isinstance(wanted, bool) or not isinstance(wanted, int | float):
        return bool(found == wanted)
    return isinstance(found, int | float) and abs(found - wanted) < 1e-5


@pytest.mark.parametrize("vector", VECTORS, ids=[one["name"] for one in VECTORS])
def test_vectors(vector: dict[str, Any]) -> None:
    one = learner(vector)
    verdict = one.verdict()
    assert unlike(verdict, vector["result"]) == {}
    if "drawn" in vector:
        assert [question["id"] for question in one.asked()] == vector["drawn"]
    for name, wanted in vector.get("objectives", {}).items():
        assert unlike(one.objective(name), wanted) == {}
    status = verdict["success"] if verdict["success"] != "unknown" else ""
    assert (status or ("completed" if verdict["complete"] else "incomplete")) == vector["scorm12"]


def test_another_verdict_is_seen() -> None:
    vector = next(one for one in VECTORS if one["result"].get("score") == 1)
    assert unlike(learner(vector).verdict(), {"score": 0.5}) == {"score": 1}


def _lesson(dice: Random) -> dict[str, Any]:
    questions: list[dict[str, Any]] = []
    banks: list[dict[str, Any]] = []
    for number in range(dice.randrange(6)):
        one: dict[str, Any] = {"id": f"q{number}", "points": dice.choice([0, 1, 1, 2.5])}
        one |= dice.choice([{}, {"objective": "o1"}, {"objective": "o2"}])
        one |= dice.choice([{}, {"attempts": dice.randrange(1, 4)}])
        one |= dice.choice([{}, {"cost": dice.choice([0.1, 0.25, 0.5])}])
        if dice.random() < 0.1:
            one = {key: one[key] for key in one if key != "cost"} | {"assessed": False}
        questions.append(one)
    for name in ("b1", "b2")[: dice.randrange(3)]:
        held = dice.randrange(1, 6)
        banks.append({"id": name, "draw": dice.randrange(1, held + 1)})
        for number in range(held):
            one = {"id": f"{name}-{number}", "points": dice.choice([1, 2]), "bank": name}
            one |= dice.choice([{}, {"objective": "o1"}])
            one |= dice.choice([{}, {"attempts": 2, "cost": 0.5}])
            questions.append(one)
    rule = {
        "complete": dice.choice(["viewed", "answered", "passed"]),
        "mastery": dice.choice([None, 0, 0.5, 0.8, 1]),
        "attempts": dice.choice([None, 1, 1, 2, 3]),
    }
    sections = [f"s{number}" for number in range(dice.randrange(4))]
    found = {"tracking": rule, "sections": sections, "questions": questions}
    return found | {"objectives": ["o1", "o2"]} | ({"banks": banks} if banks else {})


def _acts(dice: Random, lesson: dict[str, Any]) -> list[list[Any]]:
    """Answers mostly; whoever has answered everything often tries again."""
    names = [one["id"] for one in lesson["questions"]] or ["q0"]
    acts: list[list[Any]] = []
    for _ in range(dice.randrange(30)):
        kind = dice.random()
        if kind < 0.12 and lesson["sections"]:
            acts.append(["see", dice.randrange(len(lesson["sections"]))])
        elif kind < 0.25:
            acts.append(["hint", dice.choice(names)])
        elif kind < 0.4:
            acts.append(["retry", dice.choice(["all", "wrong"])])
        elif kind < 0.5:
            acts += [["answer", name, dice.choice([0, 0.5, 1])] for name in names]
        else:
            acts.append(["answer", dice.choice(names), dice.choice([0, 0.5, 1, 1])])
    return acts


def _story(dice: Random) -> dict[str, Any]:
    lesson = _lesson(dice)
    numbers = [dice.random() for _ in range(7)]
    return {"lesson": lesson, "acts": _acts(dice, lesson), "randoms": numbers}


def test_random_learners_have_the_same_verdict_in_both() -> None:
    dice = Random(2026)
    stories = [_story(dice) for _ in range(STORIES)]
    done = subprocess.run(
        ["node", str(TESTS / "js/verdicts.js")], input=json.dumps(stories),
        capture_output=True, encoding="utf-8", check=True, timeout=120,
    )  # fmt: skip
    told = json.loads(done.stdout)
    assert len(told) == STORIES
    for story, said in zip(stories, told, strict=True):
        one = learner(story)
        verdict = one.verdict() | {"asked": [question["id"] for question in one.asked()]}
        assert unlike(verdict, said["result"] | {"asked": said["asked"]}) == {}, story
        for wanted in said["objectives"]:
            name = wanted.pop("id")
            assert unlike(one.objective(name), wanted) == {}, (name, story)
    words = [said["result"]["success"] for said in told]
    # Of every kind there are many: nobody passes a test that nobody fails.
    assert all(words.count(word) > STORIES / 30 for word in ("passed", "failed", "unknown"))
