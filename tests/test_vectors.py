"""The scoring vectors, which the player obeys too (`tests/js/scoring.test.js`)."""

import json
from pathlib import Path
from typing import Any

import pytest

from lessonkit.model.settings import Settings
from lessonkit.model.walk import asks
from lessonkit.questions import QUESTIONS
from lessonkit.questions.base import Question
from lessonkit.read.module import read_text

VECTORS: list[dict[str, Any]] = json.loads(
    (Path(__file__).parent / "vectors" / "scoring.json").read_text("utf-8")
)
HEAD = "---\nid: bai\ntitle: Bài\nlang: {lang}\n---\n\n## Mục\n\n{source}"


def question(vector: dict[str, Any], folder: Path) -> Question:
    """The one question of a vector's source."""
    reading = read_text(HEAD.format(**vector), "module.md", folder, Settings())
    assert reading.module is not None
    (found,) = (ask.question for ask in asks(reading.module.blocks))
    return found


def disagreements(vector: dict[str, Any], folder: Path) -> list[tuple[Any, float]]:
    """Answers whose score is another than the vector's, with that score."""
    asked = question(vector, folder)
    found = ((case, asked.score(case["answer"])) for case in vector["cases"])
    return [(case["answer"], one) for case, one in found if abs(one - case["score"]) > 1e-5]


@pytest.mark.parametrize("vector", VECTORS, ids=[one["name"] for one in VECTORS])
def test_scores(vector: dict[str, Any], tmp_path: Path) -> None:
    assert disagreements(vector, tmp_path) == []


@pytest.mark.parametrize("vector", VECTORS, ids=[one["name"] for one in VECTORS])
def test_the_player_is_given_the_same_question(vector: dict[str, Any], tmp_path: Path) -> None:
    assert json.loads(json.dumps(question(vector, tmp_path).data())) == vector["data"]


def test_every_question_type_has_vectors() -> None:
    assert {one["data"]["type"] for one in VECTORS} == set(QUESTIONS.builtin)


def test_a_wrong_score_is_seen(tmp_path: Path) -> None:
    vector = {**VECTORS[0], "cases": [{"answer": [1], "score": 0.5}]}
    assert disagreements(vector, tmp_path) == [([1], 1.0)]
