"""How questions stand on paper: every type, what is right on it, and types from outside."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, ClassVar

import pytest
import yaml
from tests.check.lessons import make_media

from lessonkit.base.diag import line_span
from lessonkit.model.settings import Settings
from lessonkit.model.walk import asks
from lessonkit.questions import QUESTIONS
from lessonkit.questions.base import Question
from lessonkit.questions.printed import Line, Printed
from lessonkit.read.module import read_text
from lessonkit.render.theme import load_theme
from lessonkit.text.inline import Prose, Text

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "cases/printed.yml").read_text("utf-8")
)
FRONT = "---\nid: bai\ntitle: Bài\n---\n\n## Phần {#phan}\n\n"


@pytest.mark.parametrize("case", CASES, ids=[one["name"] for one in CASES])
def test_on_paper(case: dict[str, Any], tmp_path: Path) -> None:
    make_media(case["source"], tmp_path)
    reading = read_text(FRONT + case["source"], "module.md", tmp_path, Settings())
    assert reading.module is not None, reading.faults
    question = next(asks(reading.module.blocks)).question
    assert question.type_name == case["type"]
    assert "\n".join(_lines(question.printed())) + "\n" == case["printed"]


def test_each_type_has_a_case_and_words() -> None:
    assert {case["type"] for case in CASES} == set(QUESTIONS.builtin)
    told = {case["printed"].split()[0] for case in CASES} | {"open"}
    for lang in ("vi", "en"):
        words = load_theme("default").words(lang)
        assert all(words(f"paper.how-{how}") for how in sorted(told))


def test_what_is_assessed_has_a_key() -> None:
    for case in CASES:
        unmarked = case["type"] in ("scale", "reflect")
        has_key = any(sign in case["printed"] for sign in ("(", "solution", "ends-"))
        assert has_key is not unmarked, case["name"]


def test_a_type_from_outside_is_answered_on_lines() -> None:
    span = line_span("module.md")
    pieces = (Prose((Text("đỏ", span),), span), Prose((Text("xanh", span),), span))

    class Colour(Question):
        type_name: ClassVar[str] = "colour"

        def pieces(self) -> tuple[Prose, ...]:
            return pieces

    asked = Colour(id="mau", ask=pieces[0])
    assert [*_lines(asked.printed())] == ["open none", "- đỏ", "- xanh", "rules 3"]


def _lines(printed: Printed) -> Iterator[str]:
    yield f"{printed.how} {printed.mark}"
    yield from map(_line, printed.lines)
    yield from (f"pool {_line(one)}" for one in printed.pool)
    for area in printed.areas:
        yield f"area {area.label} {area.left:g} {area.top:g} {area.width:g} {area.height:g}"
    for scene in printed.scenes:
        yield f"scene {scene.number} {scene.title.plain()} {scene.ends}".rstrip()
        yield from map(_line, scene.ways)
    if printed.rules:
        yield f"rules {printed.rules} {printed.unit}".rstrip()
    yield from (f"solution {' / '.join(ways)}" for ways in printed.solution)


def _line(line: Line) -> str:
    parts = [
        line.label or "-",
        line.text.plain() if line.text else "",
        f"={line.word}" if line.word else "",
        f"({line.key})" if line.key else "",
        f"→ {line.to}" if line.to else "",
        f"· {line.reply.plain()}" if line.reply else "",
    ]
    return " ".join(part for part in parts if part)
