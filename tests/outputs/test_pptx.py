"""Slides to be edited: read back by python-pptx, their XML against the schemas' order."""

import unicodedata
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from pptx import Presentation
from tests.projects import KITCHEN_SINK, LESSON, picture, project
from tests.witness.slides import A, P, crowded, disorder

import lessonkit

P14 = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MIXED = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
SVG = "{http://schemas.microsoft.com/office/drawing/2016/SVG/main}svgBlip"
DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
WORDS = " ".join(f"chữ{number}" for number in range(200))
ROWS = "\n".join(f"Dòng {number} | Việc cần làm số {number}" for number in range(1, 41))
NFD = unicodedata.normalize("NFD", "Tiếng Việt ghép dấu rời: ễ, ộ, Ậ")
STEPS = "\n".join(
    f"{number}. Bấm vào ô thứ {number} rồi chờ máy tải xong." for number in range(1, 19)
)
ODD = f"""
## Chữ khó 😀 {{#kho}}

- {WORDS}
- {NFD}
- Biểu tượng 👩‍👩‍👧 → ≥ ✓ và `<b>&amp;"`

## Bảng dài {{#bang}}

Việc | Nội dung
--- | :---:
{ROWS}

## Nhiều bước {{#buoc}}

:::{{steps}}
{STEPS}
:::

## Bảng rộng {{#rong}}

{" | ".join(f"Cột {n}" for n in range(1, 31))}
{" | ".join("---" for _ in range(30))}
{" | ".join(f"ô-thứ-{n}" for n in range(1, 31))}

## Lời {{#loi}}

Đoạn này chỉ để đọc, nói về hai dấu hiệu của kẻ lừa đảo.

Người gọi giục bạn làm ngay.

:::{{slide}} Hai dấu hiệu
- Giục
:::

:::{{narration}}
Đoạn này chỉ để đọc, nói về hai dấu hiệu của kẻ lừa đảo nhé.
:::

## Hình cao {{#cao}}

Một câu đứng cạnh hình.

![Tấm bảng rất cao](media/cao.png "Hình đứng")

## Hình to {{#to}}

Xem [một trang có dấu](<https://example.org/đường dẫn?q=a b>).

![Tấm ảnh rất rộng](media/to.png)

## Trống {{#trong}}

:::{{teacher}}
Chỉ người dạy đọc.
:::
"""


def built(source: Path, out: Path) -> bytes:
    (outcome,) = lessonkit.build([source], out=out, outputs=["pptx"])
    assert not outcome.failed, [one.message for one in outcome.diagnostics]
    return (out / outcome.module / f"{outcome.module}.pptx").read_bytes()


@pytest.fixture(scope="module")
def sink(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return built(KITCHEN_SINK, tmp_path_factory.mktemp("sink"))


@pytest.fixture(scope="module")
def every(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    root, source = tmp_path_factory.mktemp("every"), KITCHEN_SINK.parent / "every-question"
    project(root, {"moi/module.md": (source / "module.md").read_text("utf-8")})
    picture(root / "modules/moi/media/anh.png")
    return built(root / "modules/moi", root / "out")


@pytest.fixture(scope="module")
def odd(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    root = tmp_path_factory.mktemp("odd")
    project(root, {"kho/module.md": LESSON.format(id="kho") + ODD})
    picture(root / "modules/kho/media/cao.png", (300, 2400))
    picture(root / "modules/kho/media/to.png", (5000, 2500))
    return built(root / "modules/kho", root / "out")


def parts(data: bytes) -> Iterator[tuple[str, Any]]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")):
                yield name, etree.fromstring(archive.read(name))


def texts(shown: Any) -> list[str]:
    return [
        shape.text_frame.text for slide in shown.slides for shape in slide.shapes
        if shape.has_text_frame
    ]  # fmt: skip


@pytest.mark.parametrize("which", ["sink", "every", "odd"])
def test_every_part_is_in_order_and_nothing_is_crowded(
    which: str, request: pytest.FixtureRequest
) -> None:
    data: bytes = request.getfixturevalue(which)
    assert {name: found for name, root in parts(data) if (found := disorder(root))} == {}
    shown = Presentation(BytesIO(data))
    assert {
        place: found for place, one in enumerate(shown.slides, 1) if (found := crowded(one))
    } == {}


def test_the_witness_sees_what_is_wrong(sink: bytes) -> None:
    shown = Presentation(BytesIO(sink))
    slide = shown.slides[2]
    body = slide.placeholders[1]
    body.text_frame.text = "rất dài " * 400
    body.left = -200000
    marks = body._element.find(f".//{A}r/{A}rPr") or etree.SubElement(
        body._element.find(f".//{A}r"), f"{A}rPr"
    )
    etree.SubElement(marks, f"{A}latin")
    etree.SubElement(marks, f"{A}solidFill")
    assert crowded(slide)[1:] == ["Nội dung 2 is outside", "Tiêu đề 1 meets Nội dung 2"]
    assert crowded(slide)[0].startswith("Nội dung 2: ")
    assert disorder(slide._element) == ["rPr: solidFill too late"]


def test_what_a_teacher_edits_are_placeholders_of_named_layouts(sink: bytes) -> None:
    shown = Presentation(BytesIO(sink))
    assert (shown.slide_width, shown.slide_height) == (12192000, 6858000)
    layouts = [layout.name for layout in shown.slide_layouts]
    assert layouts[:2] == ["Trang mở đầu", "Nội dung"]
    assert {"Chữ và hình", "Bảng", "Câu hỏi", "Đáp án", "Thực hành"} <= set(layouts)
    for slide in shown.slides:
        places = {one.placeholder_format.idx for one in slide.slide_layout.placeholders}
        assert slide.shapes.title.text_frame.text.strip()
        for shape in slide.shapes:
            if shape.is_placeholder:
                assert shape.placeholder_format.idx in places | {3, 4}, (slide.name, shape.name)
        loose = [one for one in slide.shapes if not one.is_placeholder and one.has_text_frame]
        assert loose == []
        names = [shape.name for shape in slide.shapes]
        assert len(set(names)) == len(names)


def test_each_run_has_its_language(sink: bytes) -> None:
    found = {
        (run.get("lang"), run.getparent().findtext(f"{A}t"))
        for name, root in parts(sink)
        if name.startswith(("ppt/slides/slide", "ppt/notesSlides/notes"))
        for run in root.iter(f"{A}rPr")
    }
    assert {lang for lang, _ in found} == {"vi-VN", "en-US"}
    assert ("en-US", "two-step sign-in") in found


def test_lists_tables_and_pictures_are_what_they_are(sink: bytes) -> None:
    roots = [root for name, root in parts(sink) if name.startswith("ppt/slides/slide")]
    kinds = {one.get("type") for root in roots for one in root.iter(f"{A}buAutoNum")}
    assert kinds == {"arabicPeriod", "alphaUcPeriod"}
    assert any(one.get("lvl") == "1" for root in roots for one in root.iter(f"{A}pPr"))
    (table,) = [one for root in roots for one in root.iter(f"{A}tbl")]
    assert table.find(f"{A}tblPr").get("firstRow") == "1"
    frame = table.getparent().getparent().getparent()
    assert frame.find(f"{P}nvGraphicFramePr/{P}cNvPr").get("descr") == "Danh sách (tiếp)"
    pictures = [one for root in roots for one in root.iter(f"{P}pic")]
    described = {one.find(f"{P}nvPicPr/{P}cNvPr").get("descr") for one in pictures}
    assert "Màn hình điện thoại có ô nhập mật khẩu" in described
    bare = [one for one in pictures if not one.find(f"{P}nvPicPr/{P}cNvPr").get("descr")]
    assert bare
    assert all(one.find(f".//{DECORATIVE}") is not None for one in bare)
    assert any(one.find(f".//{SVG}") is not None for one in pictures)
    with zipfile.ZipFile(BytesIO(sink)) as archive:
        media = {Path(name).suffix for name in archive.namelist() if "/media/" in name}
    assert media == {".png", ".svg"}


def test_notes_tell_what_to_say_and_why(sink: bytes) -> None:
    shown = Presentation(BytesIO(sink))
    notes = "\n".join(
        slide.notes_slide.notes_text_frame.text for slide in shown.slides if slide.has_notes_slide
    )
    for words in (
        "Bây giờ chúng ta xem các khối.", "Hỏi cả lớp trước khi mở câu trả lời.",
        "Chú thích 1: Chú thích thứ nhất, có mã.", "Chưa đúng: Chuyển tiền ngay – Không ai thu",
        "one-time password",
    ):  # fmt: skip
        assert words in notes
    shown_words = "\n".join(texts(shown))
    assert "Hỏi cả lớp" not in shown_words
    assert "Đáp án đúng: A, B" in shown_words


def test_every_question_is_asked_and_answered(every: bytes) -> None:
    shown = Presentation(BytesIO(every))
    titles = [slide.shapes.title.text_frame.text for slide in shown.slides]
    assert len(set(titles)) == len(titles), titles
    asked = [one for one in titles if one.startswith("Câu hỏi") and "đáp án" not in one]
    answered = [one for one in titles if "đáp án" in one]
    assert len(asked) > len(answered) > 8
    layouts = {slide.slide_layout.name for slide in shown.slides}
    assert {"Câu hỏi", "Câu hỏi ghép", "Đáp án"} <= layouts
    framed = [one for slide in shown.slides for one in slide.shapes if one.name.startswith("Vùng")]
    assert {one.text_frame.text for one in framed} >= {"A", "B"}


def test_choices_of_a_story_lead_to_its_scenes(sink: bytes) -> None:
    shown = Presentation(BytesIO(sink))
    slides = {slide.shapes.title.text_frame.text: slide for slide in shown.slides}
    scene = slides["2 · Họ giục"]
    led = {
        run.text: scene.part.related_part(run._r.rPr.find(f"{A}hlinkClick").get(f"{R}id")).slide
        for paragraph in scene.placeholders[1].text_frame.paragraphs
        for run in paragraph.runs
    }
    assert [(text, to.shapes.title.text_frame.text) for text, to in led.items()] == [
        ("Đọc lại tin nhắn → 1", "1 · Tin nhắn"),
        ("Gửi tiền → 4", "4 · Không ai trả lời"),
    ]


def test_a_story_begins_and_ends_with_a_way_to_its_first_scene(sink: bytes) -> None:
    shown = Presentation(BytesIO(sink))
    slides = {slide.shapes.title.text_frame.text: slide for slide in shown.slides}
    for title, told in (
        ("Hàng xóm hỏi vay tiền qua tin nhắn", "Đọc từng cảnh và chọn việc bạn sẽ làm."),
        ("3 · Hàng xóm không nhắn", "Hết câu chuyện: kết thúc tốt."),
        ("4 · Không ai trả lời", "Hết câu chuyện: kết thúc chưa tốt."),
    ):
        slide = slides[title]
        (panel,) = [one for one in slide.placeholders if told in one.text_frame.text]
        (link,) = panel._element.iter(f"{A}hlinkClick")
        to = slide.part.related_part(link.get(f"{R}id")).slide
        assert to.shapes.title.text_frame.text == "1 · Tin nhắn"


def test_spare_questions_stand_on_hidden_slides(sink: bytes) -> None:
    shown = Presentation(BytesIO(sink))
    hidden = [one for one in shown.slides if one._element.get("show") == "0"]
    titles = [one.shapes.title.text_frame.text for one in hidden]
    assert titles == ["Câu hỏi dự phòng 1", "Câu hỏi dự phòng 1 – đáp án"]
    assert "Tên hiện trên màn hình" in hidden[0].placeholders[1].text_frame.text
    assert "Tên ấy giả được." in hidden[1].notes_slide.notes_text_frame.text


def test_formulas_are_equations_where_a_line_cannot_tell_them(sink: bytes) -> None:
    found = [root for name, root in parts(sink) if name.startswith("ppt/slides/slide")]
    (whole,) = [one for root in found for one in root.iter(f"{MIXED}AlternateContent")]
    choice, fallback = whole
    assert choice.get("Requires") == "a14 aink"
    assert set(choice.get("Requires").split()) <= choice.nsmap.keys()
    assert [one.tag for one in choice[0][0]] == [f"{MATH}f", f"{MATH}r", f"{MATH}rad"]
    assert "".join(fallback.itertext()) == "a/b = √c"
    notes = [root for name, root in parts(sink) if name.startswith("ppt/notesSlides/")]
    assert not any(list(root.iter(f"{MIXED}AlternateContent")) for root in notes)


def test_notes_say_each_thing_once(odd: bytes) -> None:
    shown = Presentation(BytesIO(odd))
    (slide,) = [one for one in shown.slides if one._element.cSld.get("name") == "loi"]
    assert slide.notes_slide.notes_text_frame.text.split("\n") == [
        "Nói với lớp",
        "Đoạn này chỉ để đọc, nói về hai dấu hiệu của kẻ lừa đảo nhé.",
        "Trong bài còn viết",
        "Người gọi giục bạn làm ngay.",
    ]


def test_addresses_are_such_as_a_package_may_hold(odd: bytes) -> None:
    targets = [
        one.get("Target") for name, root in parts(odd) if name.endswith(".rels")
        for one in root if one.get("TargetMode") == "External"
    ]  # fmt: skip
    assert targets == ["https://example.org/%C4%91%C6%B0%E1%BB%9Dng%20d%E1%BA%ABn?q=a%20b"]


def test_sections_links_and_no_movement(sink: bytes) -> None:
    found = dict(parts(sink))
    sections = list(found["ppt/presentation.xml"].iter(f"{P14}section"))
    names = [one.get("name") for one in sections]
    assert (names[0], names[-1]) == ("Mở đầu", "Kết thúc")
    assert "Chữ và bảng" in names
    ids = [one.get("id") for one in found["ppt/presentation.xml"].iter(f"{P14}sldId")]
    order = [one.get("id") for one in found["ppt/presentation.xml"].iter(f"{P}sldId")]
    assert ids == order
    slides = [root for name, root in found.items() if name.startswith("ppt/slides/slide")]
    assert not any(list(root.iter(f"{P}timing", f"{P}transition")) for root in slides)
    jumps = [one.get("action") for root in slides for one in root.iter(f"{A}hlinkClick")]
    assert "ppaction://hlinksldjump" in jumps
    names = [root.find(f"{P}cSld").get("name") for root in slides]
    assert len(set(names)) == len(names)
    assert {"lk-title", "chu-va-bang", "lk-end"} <= set(names)


def test_the_same_lesson_gives_the_same_bytes_and_survives_a_save(
    sink: bytes, tmp_path: Path
) -> None:
    assert built(KITCHEN_SINK, tmp_path) == sink
    with zipfile.ZipFile(BytesIO(sink)) as archive:
        names = archive.namelist()
        assert names[0] == "[Content_Types].xml"
        assert names[3:] == sorted(names[3:])
        assert {one.date_time for one in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert "docProps/app.xml" not in names
    saved = BytesIO()
    shown = Presentation(BytesIO(sink))
    shown.save(saved)
    assert texts(Presentation(saved)) == texts(shown)
    core = shown.core_properties
    assert (core.language, core.author) == ("vi-VN", "Nhóm lessonkit")
    assert core.title.startswith("Mọi thứ trong một bài")


def test_odd_things_are_shown_whole(odd: bytes) -> None:
    shown = Presentation(BytesIO(odd))
    words = "\n".join(texts(shown))
    assert all(f"chữ{number}" in words for number in range(200))
    assert "👩‍👩‍👧" in words
    assert unicodedata.normalize("NFC", NFD) in words
    tables = [shape.table for slide in shown.slides for shape in slide.shapes if shape.has_table]
    wide = [one for one in tables if one.cell(0, 0).text == "Cột 1"]
    heads = [[cell.text for cell in next(iter(one.rows)).cells] for one in wide]
    assert [head for row in heads for head in row[1:]] == [f"Cột {n}" for n in range(2, 31)]
    assert {row[0] for row in heads} == {"Cột 1"}
    tables = [one for one in tables if one not in wide]
    assert len(tables) > 2
    assert {table.cell(0, 0).text for table in tables} == {"Việc"}
    rows = [row.cells[0].text for table in tables for row in list(table.rows)[1:]]
    assert rows == [f"Dòng {number}" for number in range(1, 41)]
    pictures = {
        shape._element.nvPicPr.cNvPr.get("descr"): shape
        for slide in shown.slides for shape in slide.shapes
        if shape._element.tag == f"{P}pic"
    }  # fmt: skip
    tall, wide = pictures["Tấm bảng rất cao"], pictures["Tấm ảnh rất rộng"]
    assert tall.height / tall.width == pytest.approx(8, rel=0.01)
    assert wide.width / wide.height == pytest.approx(2, rel=0.01)
    assert max(wide.image.size) <= 1600
    notes = [one.notes_slide.notes_text_frame.text for one in shown.slides if one.has_notes_slide]
    assert any("Chỉ người dạy đọc." in one for one in notes)


def test_steps_that_go_on_are_numbered_on(odd: bytes) -> None:
    roots = [root for name, root in parts(odd) if name.startswith("ppt/slides/slide")]
    steps = [
        (root, para.find(f"{A}pPr/{A}buAutoNum").get("startAt", "1"), text)
        for root in roots
        for para in root.iter(f"{A}p")
        if (text := "".join(para.itertext())).startswith("Bấm vào ô thứ")
    ]
    assert len({id(root) for root, _, _ in steps}) > 1
    assert {text.split()[4] for _, _, text in steps} == {str(n) for n in range(1, 19)}
    assert all(text.split()[4] == start for _, start, text in steps)
