"""The longest state that Python counts on is the longest that the player writes."""

import json
import subprocess
from pathlib import Path
from random import Random
from typing import Any

import pytest
from tests.projects import lesson, project

import lessonkit
from lessonkit.base.diag import line_span
from lessonkit.build.state import answer_shares, encoded, longest_state
from lessonkit.questions.base import Question
from lessonkit.questions.choice import Choice
from lessonkit.questions.number import Number, NumberAnswer
from lessonkit.questions.text import ShortText, TextAnswer
from lessonkit.questions.truefalse import TrueFalse
from lessonkit.text.body import Option
from lessonkit.text.inline import Prose, Text

PLAYER = Path(lessonkit.__file__).parent / "player"
ENCODE = """
const fs = require("fs");
global.lessonkit = {};
for (const name of ["state", "parts/bank"]) {
  eval(fs.readFileSync(`${process.argv[1]}/${name}.js`, "utf8"));
}
const encode = (data, state, limit) => lessonkit.state.encode(data, state, limit).length;
const cases = JSON.parse(fs.readFileSync(0, "utf8"));
const each = ([data, state, limits]) => limits.map((limit) => encode(data, state, limit));
console.log(JSON.stringify(cases.map(each)));
"""
PHRASES = (
    "Gọi ngay tổng đài 113",
    "một một ba",
    "Hà Nội; 36 phố phường: “cũ”",
    "OTP",
    "12,5 %",
    "Không đưa mã cho ai, kể cả người nhà",
    '\\\\ ~ "quote"',
    "🙂 vâng",
)
SPAN = line_span("module.md")


def lengths(*cases: tuple[dict[str, Any], dict[str, Any], list[int]]) -> list[list[int]]:
    """Characters that the player writes for each lesson, state and room."""
    done = subprocess.run(
        ["node", "-e", ENCODE, str(PLAYER)], input=json.dumps(cases),
        capture_output=True, encoding="utf-8", check=True,
    )  # fmt: skip
    found: list[list[int]] = json.loads(done.stdout)
    return found


def _fullest(data: dict[str, Any]) -> dict[str, Any]:
    """A learner who has done everything, with scores as long as scores can be."""
    score = 0.333333
    answers = {
        one["id"]: {"tries": 99, "score": score, "answer": None, "right": True}
        for one in data["questions"]
    }
    ticks = {one["id"]: [True] * one["count"] for one in data["checklists"]}
    return {
        "attempt": 99, "complete": True, "success": "failed", "best": score,
        "place": len(data["sections"]) - 1, "seen": [True] * len(data["sections"]),
        "answers": answers, "marks": dict.fromkeys(data["objectives"], score), "ticks": ticks,
        "draws": {}, "met": {}, "hints": {},
    }  # fmt: skip


def _list(name: str, count: int) -> dict[str, Any]:
    return {"id": name, "count": count, "items": [f"{n:02}" for n in range(count)]}


@pytest.mark.parametrize("count", [1, 30])
def test_no_learner_outgrows_it(count: int) -> None:
    data = {
        "questions": [{"id": f"cau-hoi-so-{n}"} for n in range(count)],
        "objectives": [f"muc-tieu-so-{n}" for n in range(count)],
        "sections": [f"phan-so-{n}" for n in range(count)],
        "checklists": [_list(f"danh-sach-{n}", n + 1) for n in range(count)],
    }
    ((written,),) = lengths((data, _fullest(data), [0]))
    # Hashes of ids are at most seven characters and often six.
    assert written <= longest_state(data) < written + 8 * (4 * count + 2)


def _prose(text: str) -> Prose:
    return Prose((Text(text, SPAN),), SPAN)


def _question(dice: Random, number: int) -> tuple[Question, Any]:
    """A question and an answer to it."""
    common: dict[str, Any] = {"id": f"cau-{number}", "ask": _prose("?")}
    common["hint_cost"] = dice.choice([0.0, 0.25])
    match dice.randrange(4):
        case 0:
            count = dice.randrange(2, 37)
            options = tuple(Option(_prose(f"Ý {n}"), True, None) for n in range(count))
            picked = sorted(dice.sample(range(count), dice.randrange(1, count + 1)))
            return Choice(**common, options=options, multiple=True), picked
        case 1:
            return TrueFalse(**common, answer=True), dice.random() < 0.5
        case 2:
            answers = (TextAnswer(texts=(dice.choice(PHRASES),), feedback=None),)
            return ShortText(**common, answers=answers), dice.choice(PHRASES)
        case _:
            line = NumberAnswer(low=0.0, high=1.0, feedback=None)
            typed = f"{dice.randrange(-(10**6), 10**6)},5 kg"
            return Number(**common, answers=(line,), unit="kg", comma=True), typed


def _lesson(dice: Random) -> tuple[dict[str, Any], list[Question], dict[str, Any]]:
    """What the player is told of some lesson, its questions, and how far somebody is with it."""
    pairs = [_question(dice, number) for number in range(dice.randrange(40))]
    data = {
        "questions": [question.data() | {"sign": 9_999_999} for question, _ in pairs],
        "banks": [],
        "objectives": [f"muc-tieu-{n}" for n in range(dice.randrange(9))],
        "sections": [f"phan-{n}" for n in range(dice.randrange(1, 20))],
        "checklists": [_list(f"viec-{n}", dice.randrange(1, 30)) for n in range(4)],
    }
    _bank(dice, data)
    state = _fullest(data) | {"attempt": dice.randrange(1, 10**6)}
    state["success"] = dice.choice(["unknown", "passed", "failed"])
    for question, answer in pairs:
        score = dice.choice([0, 1, dice.random(), dice.random() / 10**6])
        tries = dice.randrange(1, 10**4)
        entry = {"tries": tries, "score": score, "answer": answer, "right": dice.random() < 0.5}
        state["answers"][question.id] = entry
        state["hints"] |= {question.id: True} if question.hint_cost else {}
    _draw(dice, data, state)
    return data, [question for question, _ in pairs], state


def _bank(dice: Random, data: dict[str, Any]) -> None:
    """Some of the questions stand in two banks."""
    for name in ("ngan-hang-1", "ngan-hang-2"):
        left = [one for one in data["questions"] if "bank" not in one]
        held = dice.sample(left, dice.randrange(len(left) + 1))
        for one in held:
            one["bank"] = name
        if held:
            data["banks"].append({"id": name, "draw": dice.randrange(1, len(held) + 1)})


def _draw(dice: Random, data: dict[str, Any], state: dict[str, Any]) -> None:
    """As many as two tabs can have drawn; the rest were met before, and keep nothing."""
    for bank in data["banks"]:
        held = [one["id"] for one in data["questions"] if one.get("bank") == bank["id"]]
        dice.shuffle(held)
        drawn, met = held[: 2 * bank["draw"]], held[2 * bank["draw"] :]
        state["draws"][bank["id"]], state["met"][bank["id"]] = drawn, met
        for name in met:
            del state["answers"][name]
            state["hints"].pop(name, None)


def test_no_state_is_longer_than_python_says() -> None:
    dice = Random(4096)
    lessons = [_lesson(dice) for _ in range(300)]
    rooms = [0, 4000, 4096, 10**6]
    found = lengths(*((data, state, rooms) for data, _, state in lessons))
    for (data, questions, _), (bare, third, scorm12, whole) in zip(lessons, found, strict=True):
        most = longest_state(data)
        assert bare <= most
        assert third <= max(most, 4000)
        assert scorm12 <= max(most, 4096)
        assert whole <= most + sum(one.length for one in answer_shares(questions, data))


def test_what_one_character_costs_is_what_the_player_writes_for_it() -> None:
    data: dict[str, Any] = {
        "questions": [{"id": "q"}],
        "objectives": [],
        "sections": [],
        "checklists": [],
    }
    values = [
        *map(chr, range(0x20, 0x7F)),
        "ạ",
        "đ",
        "\u20ac",
        "\U0001f642",
        "\uffff",
        [1, [2]],
        True,
    ]
    states = [
        _fullest(data) | {"answers": {"q": {"tries": 1, "score": 1, "answer": value}}}
        for value in (None, *values)
    ]
    (bare,), *found = lengths(*((data, state, [10**6]) for state in states))
    field = len(";t1vpq5b0:,nullxx")
    assert [encoded(one) for one in values] == [length - bare - field for (length,) in found]


def test_where_answers_may_not_fit_the_heaviest_are_named(tmp_path: Path) -> None:
    asked = "\n:::{{text}} Tên gọi số {n} là gì?\n:id: ten-{n}\n:objective: lam\n\n= {word}\n:::\n"
    texts = (asked.format(n=n, word="chữ dài " * n) for n in range(1, 21))
    root = project(tmp_path, {"dai/module.md": lesson("dai", "".join(texts))})
    (outcome,) = lessonkit.build([root], outputs=["html", "scorm12", "scorm2004"])
    (found,) = (one for one in outcome.diagnostics if one.code == "LK518")
    assert (found.severity, found.args["output"], found.args["limit"]) == ("info", "scorm12", 4096)
    assert str(found.args["heaviest"]).startswith("ten-20 (")


def test_a_lesson_beyond_the_limit_fails_the_build(tmp_path: Path) -> None:
    items = "".join(f"- [ ] Việc {n}\n" for n in range(2100))
    text = lesson("dai", f"\n:::{{checklist}} Việc cần làm\n:id: viec\n\n{items}:::\n")
    root = project(tmp_path, {"dai/module.md": text})
    (outcome,) = lessonkit.build([root])
    (found,) = (one for one in outcome.diagnostics if one.severity == "error")
    assert (found.code, found.args["heaviest"]) == (
        "LK511",
        "viec (6317), cau-mot (25), lam-thu (20)",
    )
    assert not (root / "build").exists()
    (outcome,) = lessonkit.build([root], outputs=["html", "scorm2004"])
    assert not outcome.failed
