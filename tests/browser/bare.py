"""A lesson without a page: the player's core alone, driven by `session` in the frame."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.witness.browser import Lms

PLAYER = Path(__file__).parents[2] / "src" / "lessonkit" / "player"
CORE = ("namespace", "host", "tracking", "state", "merge", "store")
PLATFORM = ("values", "tell", "interactions", "scorm12", "scorm2004", "connect", "platform")
REST = ("keeper", "session", "questions/choice", "questions/truefalse", "questions/text")
SCRIPTS = (*CORE, *PLATFORM, *REST, "questions/number")
TARGETS = {"1.2": "scorm12", "2004": "scorm2004", "": "html"}

QUESTIONS: tuple[dict[str, Any], ...] = (
    {"type": "choice", "id": "cuoc-goi", "right": [1], "count": 3, "multiple": False},
    {"type": "choice", "id": "dau-hieu", "right": [0, 2], "count": 4, "multiple": True},
    {"type": "truefalse", "id": "dung-sai", "answer": True},
    {"type": "text", "id": "so-nao", "answers": [["một một ba", "113"]], "match": "fold"},
    {"type": "number", "id": "bao-nhieu", "ranges": [[11.5, 12.5]], "comma": True, "unit": "%"},
)
RIGHT: Mapping[str, Any] = {
    "cuoc-goi": [1],
    "dau-hieu": [0, 2],
    "dung-sai": True,
    "so-nao": "Một một ba",
    "bao-nhieu": "12,5 %",
}
WRONG: Mapping[str, Any] = {
    "cuoc-goi": [0],
    "dau-hieu": [0, 1],
    "dung-sai": False,
    "so-nao": "Một hai ba…",
    "bao-nhieu": "hai mươi",
}

PAGE = """<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><title>Bài thử</title><link rel="icon" href="data:,">
<script src="player.js"></script>
</head><body><p>Bài thử</p><script>
var problems = [], changes = [];
var session = lessonkit.start({data});
session.describe = function (id) {{ return "Câu hỏi " + id + "?"; }};
session.onProblem(function (one) {{ problems.push(one.kind + (one.solved ? " solved" : "")); }});
session.onChange(function (why) {{ changes.push(why); }});
</script></body></html>
"""


def lesson(version: str, **tracking: Any) -> dict[str, bytes]:
    """Files of a lesson with five questions and two sections."""
    rules = {"complete": "answered", "mastery": 0.8, "attempts": 2, **tracking}
    data = {
        "format": 1,
        "id": "bai-thu",
        "version": "1.0",
        "lang": "vi",
        "target": TARGETS[version],
        "title": "Bài thử",
        "tracking": rules,
        "sections": ["mo-dau", "ket-thuc"],
        "questions": [{"points": 1, "objective": "nhan-dien", **one} for one in QUESTIONS],
        "objectives": ["nhan-dien", "xu-ly"],
        "checklists": [{"id": "viec-lam", "count": 2, "items": ["aa", "ab"]}],
    }
    page = PAGE.format(data=json.dumps(data))
    scripts = ((PLAYER / f"{name}.js").read_bytes() for name in SCRIPTS)
    return {"index.html": page.encode(), "player.js": b"\n".join(scripts)}


ANSWER = """async (answers) => {
  for (const [id, value] of answers) {
    session.answer(id, value);
    await new Promise((done) => setTimeout(done, 35));
  }
}"""


def answer(lms: Lms, answers: Mapping[str, Any]) -> None:
    """Answer questions one after the other, each committed."""
    lms.lesson.evaluate(ANSWER, list(answers.items()))


def result(lms: Lms) -> dict[str, Any]:
    """What the lesson thinks."""
    found: dict[str, Any] = lms.lesson.evaluate("() => session.result()")
    return found


def told(lms: Lms, what: str) -> Any:
    """An expression in the lesson's frame, as JSON."""
    return json.loads(lms.lesson.evaluate(f"() => JSON.stringify({what})"))
