"""The longest state that Python counts on is the longest that the player writes."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from tests.projects import lesson, project

import lessonkit
from lessonkit.build.state import longest_state

PLAYER = Path(lessonkit.__file__).parent / "player"
ENCODE = """
const fs = require("fs");
global.lessonkit = {};
eval(fs.readFileSync(process.argv[1] + "/state.js", "utf8"));
const [data, state] = JSON.parse(fs.readFileSync(0, "utf8"));
console.log(lessonkit.state.encode(data, state, 0).length);
"""


def _fullest(data: dict[str, Any]) -> dict[str, Any]:
    """A learner who has done everything, with scores as long as scores can be."""
    score = 0.333333
    answers = {
        one["id"]: {"tries": 99, "score": score, "answer": None} for one in data["questions"]
    }
    ticks = {one["id"]: [True] * one["count"] for one in data["checklists"]}
    return {
        "attempt": 99, "complete": True, "success": "failed", "best": score,
        "place": len(data["sections"]) - 1, "seen": [True] * len(data["sections"]),
        "answers": answers, "marks": dict.fromkeys(data["objectives"], score), "ticks": ticks,
    }  # fmt: skip


@pytest.mark.parametrize("count", [1, 30])
def test_no_learner_outgrows_it(count: int) -> None:
    data = {
        "questions": [{"id": f"cau-hoi-so-{n}"} for n in range(count)],
        "objectives": [f"muc-tieu-so-{n}" for n in range(count)],
        "sections": [f"phan-so-{n}" for n in range(count)],
        "checklists": [{"id": f"danh-sach-{n}", "count": n + 1} for n in range(count)],
    }
    done = subprocess.run(
        ["node", "-e", ENCODE, str(PLAYER)], input=json.dumps([data, _fullest(data)]),
        capture_output=True, encoding="utf-8", check=True,
    )  # fmt: skip
    written = int(done.stdout)
    # Hashes of ids are at most seven characters and often six.
    assert written <= longest_state(data) < written + 8 * (4 * count + 2)


def test_a_lesson_beyond_the_limit_fails_the_build(tmp_path: Path) -> None:
    items = "".join(f"- [ ] Việc {n}\n" for n in range(2100))
    text = lesson("dai", f"\n:::{{checklist}} Việc cần làm\n:id: viec\n\n{items}:::\n")
    root = project(tmp_path, {"dai/module.md": text})
    (outcome,) = lessonkit.build([root])
    assert [one.code for one in outcome.diagnostics if one.severity == "error"] == ["LK511"]
    assert not (root / "build").exists()
    (outcome,) = lessonkit.build([root], outputs=["html", "scorm2004"])
    assert not outcome.failed
