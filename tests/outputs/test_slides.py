"""Slides as a document and as pictures: tagged, the same each time, and no part beside the page."""

import re
from html import unescape
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader
from tests.projects import KITCHEN_SINK, lesson, picture, project
from tests.sheets import job_of, made

import lessonkit
from lessonkit.model.walk import prose
from lessonkit.outputs import slides_pdf
from lessonkit.outputs.frames import deck_of, frame
from lessonkit.outputs.typeset import pen
from lessonkit.render.deck.reasons import reasons_html
from lessonkit.render.media import Media
from lessonkit.render.pen import Pen
from lessonkit.render.print.slides import slide


def words(text: str) -> str:
    return " ".join(text.split())


def test_the_slides_are_a_tagged_document(tmp_path: Path) -> None:
    job = job_of(KITCHEN_SINK / "module.md")
    (step,) = slides_pdf.needs(job)
    pdf = made(job, step, tmp_path / "a")
    reader = PdfReader(BytesIO(pdf))
    deck = deck_of(job)
    assert len(reader.pages) == len(deck.slides)
    assert reader.metadata is not None
    assert reader.metadata.title == job.page.meta.title
    assert b"pdfuaid" in pdf
    titles = {words(one.title.plain()) for one in deck.slides if one.title and one.kind != "answer"}
    (_top, below) = reader.outline
    assert isinstance(below, list)
    assert titles - {words(one.title or "") for one in below if not isinstance(one, list)} == set()
    assert made(job, step, tmp_path / "b") == pdf


@pytest.mark.parametrize("number", [0, 2, 8])
def test_a_slide_is_a_picture_of_its_own(tmp_path: Path, number: int) -> None:
    job = job_of(KITCHEN_SINK / "module.md")
    shown = deck_of(job).slides[number]
    with Image.open(BytesIO(made(job, frame(job, shown), tmp_path))) as seen:
        assert seen.size == (1280, 720)
        colours = seen.convert("RGB").getcolors(1_000_000)
    assert colours is not None
    assert len(colours) > 10
    background = max(colours)[1]
    assert background in ((11, 67, 96), (253, 252, 249), (233, 242, 246))


def test_who_speaks_has_every_reply_and_every_hint() -> None:
    job = job_of(KITCHEN_SINK / "module.md")
    deck, hand = deck_of(job), Pen(job.theme, "vi", Media())
    html = "".join(reasons_html(one, hand) for one in deck.slides)
    told = [run.plain() for one in deck.slides for run in prose(one.notes)]
    text = words(unescape(re.sub(r"<[^>]+>", "", html)) + " ".join(told))
    for question in job.page.questions:
        said = [one.text for one in question.replies()]
        for one in (*said, *([question.hint] if question.hint else [])):
            assert words(one.plain()) in text


def test_a_question_says_what_to_do_with_it() -> None:
    job = job_of(KITCHEN_SINK / "module.md")
    shown = [slide(one, deck_of(job), pen(job)) for one in deck_of(job).slides]
    over = [one["kicker"] for one in shown if one["kind"] in ("question", "answer")]
    asked = [one["b"][0] for one in shown if one["b"] and one["b"][0]["k"] == "ask"]
    assert all(f"Câu hỏi {one['number']}" == one["label"] for one in asked)
    assert [one["number"] for one in asked] == sorted(one["number"] for one in asked)
    assert "Câu hỏi 1 · Chọn một câu trả lời" in over
    assert "Câu hỏi 2 · Chọn tất cả câu trả lời đúng" in over
    assert "Câu hỏi 2 · Đáp án" in over
    assert "Hết câu chuyện: kết thúc tốt" in over


def test_the_picture_of_a_question_stands_there_once() -> None:
    job = job_of(KITCHEN_SINK.parent / "every-question/module.md")
    shown = [slide(one, deck_of(job), pen(job)) for one in deck_of(job).slides]
    asked = [one["b"][0] for one in shown if one["kind"] == "question"]
    (areas,) = [one for one in asked if one["type"] == "hotspot"]
    assert areas["b"] == []
    assert areas["picture"]["alt"]


def test_what_is_added_changes_no_other_picture(tmp_path: Path) -> None:
    found = []
    for number, more in enumerate(("", "\n## Thêm {#them}\n\nMột câu.\n")):
        root = project(tmp_path / str(number), {"a/module.md": lesson("a", more)})
        job = job_of(root / "modules/a/module.md")
        found.append({one.id: frame(job, one) for one in deck_of(job).slides})
    before, after = found
    assert after.keys() - before.keys() == {"them"}
    assert [name for name in before if before[name] != after[name]] == []


def test_every_kind_of_question_is_asked_and_answered(tmp_path: Path) -> None:
    source = KITCHEN_SINK.parent / "every-question" / "module.md"
    root = project(tmp_path, {"a/module.md": source.read_text("utf-8")})
    picture(root / "modules/a/media/anh.png")
    (outcome,) = lessonkit.build([root], outputs=["slides"])
    assert not outcome.failed, [one.message for one in outcome.diagnostics]
    (html,) = (path.read_text("utf-8") for path in (root / "build").rglob("*.slides.html"))
    assert html.count("<b>không</b>") == 1


def test_a_long_word_stays_on_its_slide(tmp_path: Path) -> None:
    root = project(tmp_path, {"a/module.md": lesson("a", f"\n{'x' * 200}\n")})
    job = job_of(root / "modules/a/module.md")
    shown = next(one for one in deck_of(job).slides if "x" * 200 in str(one.blocks))
    with Image.open(BytesIO(made(job, frame(job, shown), tmp_path))) as seen:
        edge = seen.convert("RGB").crop((1210, 0, 1280, 640)).getcolors()
    assert edge is not None
    assert len(edge) == 1
