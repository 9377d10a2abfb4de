"""A story half told, beside an answer: never longer than Python counts on."""

import json
import subprocess
from pathlib import Path
from typing import Any

import lessonkit
from lessonkit.build.state import answer_shares, longest_state
from lessonkit.model.settings import Settings
from lessonkit.model.walk import asks
from lessonkit.questions.base import Question
from lessonkit.questions.scenario import LONGEST, MOST_SCENES, MOST_WAYS
from lessonkit.read.module import read_text

PLAYER = Path(lessonkit.__file__).parent / "player"
WALK = """
const fs = require("fs");
global.lessonkit = { questions: {} };
for (const name of ["state", "questions/scenario"]) {
  eval(fs.readFileSync(`${process.argv[1]}/${name}.js`, "utf8"));
}
const [data, state, steps] = JSON.parse(fs.readFileSync(0, "utf8"));
const { id } = data.questions[0];
const written = [];
for (let way = [], step = 0; step < steps.length; step += 1) {
  way = lessonkit.questions.scenario.onward(data.questions[0], way, steps[step]);
  state.answers[id].answer = way;
  lessonkit.ways.set(state, id, way);
  written.push([way.length, lessonkit.state.encode(data, state, 1e6).length]);
}
console.log(JSON.stringify(written));
"""


def story() -> Question:
    """As large as one can be: eight choices lead back to the beginning, the last one onward."""
    scenes = [
        f"### Cảnh {n} {{#canh-{n}}}\n\n"
        + ("- [Về](#canh-0)\n" if n else "- [Sang](#canh-2)\n") * (MOST_WAYS - 1)
        + f"- [Đi](#canh-{n + 1})\n"
        for n in range(MOST_SCENES - 1)
    ]
    last = f"### Cảnh cuối {{#canh-{MOST_SCENES - 1}}}\n"
    front = "---\nid: bai\ntitle: Bài\nlang: vi\n---\n\n## Mục\n\n:::{scenario} Đi đâu?\n:id: a\n\n"
    text = "\n".join([front, *scenes, last, ":::\n"])
    module = read_text(text, "module.md", Path("bai"), Settings()).module
    assert module is not None
    return next(asks(module.blocks)).question


def walked(question: Question, steps: list[int]) -> tuple[dict[str, Any], list[list[int]]]:
    """What the player is told, and steps kept and characters written after each step."""
    data = {
        "questions": [question.data() | {"sign": 9_999_999}],
        "objectives": [],
        "sections": ["s"],
        "checklists": [],
    }
    entry = {"tries": 10**6, "score": 0.333333, "right": False, "answer": None}
    state = {
        "attempt": 10**6, "complete": True, "success": "failed", "best": 0.333333, "place": 0,
        "seen": [True], "answers": {question.id: entry}, "marks": {}, "ticks": {}, "hints": {},
    }  # fmt: skip
    done = subprocess.run(
        ["node", "-e", WALK, str(PLAYER)], input=json.dumps([data, state, steps]),
        capture_output=True, encoding="utf-8", check=True,
    )  # fmt: skip
    found: list[list[int]] = json.loads(done.stdout)
    return data, found


def test_a_way_is_never_longer_than_python_says() -> None:
    question = story()
    onward, back = MOST_WAYS - 1, MOST_WAYS - 2
    steps = [onward] * (MOST_SCENES - 2) + [back, onward] * 20 + [onward] * (MOST_SCENES - 3)
    data, written = walked(question, steps)
    most = longest_state(data) + sum(one.length for one in answer_shares([question], data))
    assert max(length for length, _ in written) == LONGEST - 1
    longest = max(characters for _, characters in written)
    # A hash may be six characters, and a way ends a step before there is no room.
    assert most - 12 <= longest <= most
