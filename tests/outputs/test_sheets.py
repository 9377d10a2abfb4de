"""Sheets for who teaches and who learns: read back as PDF and as HTML, by tags and by words."""

import re
import unicodedata
from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from pypdf import PdfReader
from tests.projects import KITCHEN_SINK, lesson, picture, project, tree
from tests.sheets import tags

import lessonkit
from lessonkit.media.fitting import largest
from lessonkit.model import blocks as b
from lessonkit.model.walk import asks
from lessonkit.plan.page import HIDDEN, Page, page

SHEETS = ("guide", "answers", "handout", "checklist")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The kitchen-sink module in all sheets."""
    root = project(tmp_path_factory.mktemp("sheets"), {})
    _copy(KITCHEN_SINK, root / "modules/kitchen-sink")
    (outcome,) = lessonkit.build([root], outputs=SHEETS)
    assert not outcome.failed, [one.message for one in outcome.diagnostics]
    return root / "build/kitchen-sink"


def _copy(source: Path, target: Path) -> None:
    for name, data in tree(source).items():
        path = target / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def kitchen() -> Page:
    module = lessonkit.read(KITCHEN_SINK / "module.md").module
    assert module is not None
    return page(module, keep=HIDDEN)


def reader(built: Path, sheet: str) -> Any:
    return PdfReader(built / f"kitchen-sink.{sheet}.pdf")


def text(built: Path, sheet: str) -> str:
    return bare(" ".join(one.extract_text() for one in reader(built, sheet).pages))


def bare(said: str) -> str:
    """Letters and digits alone: lines and hyphens fall elsewhere on paper."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFC", said)).lower()


@pytest.mark.parametrize("sheet", SHEETS)
def test_a_sheet_is_tagged_and_says_its_language_and_title(built: Path, sheet: str) -> None:
    pdf = reader(built, sheet)
    root = pdf.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert str(root["/Lang"]).lower().startswith("vi")
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert "Mọi thứ trong một bài" in str(pdf.metadata.title if pdf.metadata else "")
    assert b"pdfuaid:part" in root["/Metadata"].get_object().get_data()
    assert pdf.outline, "no bookmarks"

    found = list(tags(root["/StructTreeRoot"]))
    headings = [int(name[2:]) for name, _ in found if re.fullmatch(r"/H[1-6]", name)]
    assert headings[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(headings))
    pictures = [one for name, one in found if name in ("/Figure", "/Formula")]
    assert all(str(one.get("/Alt", "")).strip() for one in pictures)
    if sheet == "guide":
        assert pictures
        assert {"/Table", "/TH", "/L", "/LI"} <= {name for name, _ in found}
        scopes = [_scope(one) for name, one in found if name == "/TH"]
        assert set(scopes) <= {"/Column", "/Row"}


def _scope(head: Any) -> str:
    """Of which cells it is the head."""
    told = head["/A"].get_object()
    every = [one.get_object() for one in told] if isinstance(told, list) else [told]
    return next((str(one["/Scope"]) for one in every if "/Scope" in one), "")


@pytest.mark.parametrize("sheet", SHEETS)
def test_pages_are_a4_and_all_fonts_are_inside(built: Path, sheet: str) -> None:
    for one in reader(built, sheet).pages:
        assert [round(float(side)) for side in one.mediabox[2:]] == [595, 842]
        for font in one["/Resources"]["/Font"].values():
            inner = font.get_object()["/DescendantFonts"][0].get_object()
            assert {"/FontFile2", "/FontFile3"} & set(inner["/FontDescriptor"].get_object())


def test_the_guide_holds_all_that_is_for_the_teacher(built: Path) -> None:
    lesson_page, found = kitchen(), text(built, "guide")
    for block in lesson_page.every:
        if isinstance(block, b.Teacher | b.Narration | b.Practice):
            assert all(bare(run) in found for run in _plain(block.blocks))
    for ask in asks(lesson_page.blocks):
        assert bare(ask.question.ask.plain()) in found
        replies = ask.question.replies()
        lacking = [one for one in replies if bare(one.text.plain()) not in found]
        if ask.question.type_name != "scenario":
            assert lacking == [], ask.question.id
    assert all(bare(one.text) in found for one in lesson_page.meta.objectives)
    assert bare("Hỏi cả lớp trước khi mở câu trả lời") in found


def _plain(blocks: tuple[b.Block, ...]) -> Iterator[str]:
    return (one.prose.plain() for one in blocks if isinstance(one, b.Paragraph))


def test_the_guide_as_a_page_says_the_same(built: Path) -> None:
    html = (built / "kitchen-sink.guide.html").read_text("utf-8")
    words = _Page()
    words.feed(html)
    words.close()
    assert words.open == []
    assert words.outside == []
    said = bare(" ".join(words.said))
    for ask in asks(kitchen().blocks):
        for reply in ask.question.replies():
            assert bare(reply.text.plain()) in said
    assert bare("Hỏi cả lớp trước khi mở câu trả lời") in said


class _Page(HTMLParser):
    """Words, elements left open, and whatever would be fetched."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self.open: list[str] = []
        self.outside: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ("meta", "img", "br", "hr"):
            self.open.append(tag)
        for name, value in attrs:
            if name == "src" and not (value or "").startswith("data:image/"):
                self.outside.append(value or "")
        assert tag not in ("script", "link", "iframe")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.said.append(data)


def test_the_answer_key_has_every_question_with_its_reasons(built: Path) -> None:
    found = text(built, "answers")
    for ask in asks(kitchen().blocks):
        assert bare(ask.question.ask.plain()) in found
        for line in ask.question.printed().right:
            if line.text is not None:
                assert bare(line.text.plain()) in found
        if ask.question.type_name != "scenario":
            assert all(bare(one.text.plain()) in found for one in ask.question.replies())
    assert bare("OTP hoặc mã OTP") in found
    assert bare("11,5–12,5 quả") in found


def test_a_hand_out_has_two_pages_at_most_and_tells_no_answer(built: Path) -> None:
    found = text(built, "handout")
    assert len(reader(built, "handout").pages) <= 2
    assert bare("Ý chính") in found
    assert bare("Mở Cài đặt") in found
    assert bare("Hỏi cả lớp trước khi mở câu trả lời") not in found
    for ask in asks(kitchen().blocks):
        hint = ask.question.hint
        replies = [one.text.plain() for one in ask.question.replies()]
        for said in (*replies, *([hint.plain()] if hint else [])):
            assert len(said) < 10 or bare(said) not in found


def test_what_has_no_room_is_said(tmp_path: Path) -> None:
    many = "\n".join(_question(number) for number in range(60))
    root = project(tmp_path, {"a/module.md": lesson("a", many)})
    (outcome,) = lessonkit.build([root], outputs=["handout"])
    (said,) = (one for one in outcome.diagnostics if one.code == "LK540")
    assert said.severity == "info"
    assert re.search(r"Tự kiểm tra \(\d+\)", said.message)
    pdf = PdfReader(root / "build/a/a.handout.pdf")
    assert len(pdf.pages) == 2
    left = int(re.findall(r"\((\d+)\)", said.message)[-1])
    shown = bare(" ".join(one.extract_text() for one in pdf.pages)).count(bare("Câu ấy số"))
    assert shown == 60 - left


def _question(number: int) -> str:
    return f"""
:::{{truefalse}} Câu ấy số {number} đúng.
:id: so-{number}
:answer: true

> true: Đúng.
> false: Chưa đúng.
:::
"""


@pytest.mark.parametrize("most", [1, 2, 7, 30])
def test_the_most_that_fits_is_found(most: int) -> None:
    assert largest(30, lambda kept: kept <= most) == most
    assert largest(1, lambda _: False) == 1


def test_a_checklist_has_boxes_for_steps_and_tasks(built: Path) -> None:
    found = text(built, "checklist")
    for said in ("Đổi mật khẩu", "Chọn Bảo mật", "Cùng người thân bật xác thực", "Họ tên"):
        assert bare(said) in found


TYPES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parents[1] / "cases/printed.yml").read_text("utf-8")
)


def test_every_type_of_question_is_in_the_sheets_for_who_teaches(tmp_path: Path) -> None:
    asked = "\n\n".join(one["source"] for one in TYPES)
    root = project(tmp_path, {"a/module.md": lesson("a", asked)})
    shown = KITCHEN_SINK / "media/man-hinh.svg"
    (root / "modules/a/media").mkdir()
    (root / "modules/a/media/man-hinh.svg").write_bytes(shown.read_bytes())
    (outcome,) = lessonkit.build([root], outputs=SHEETS)
    assert not outcome.failed, [one.message for one in outcome.diagnostics]
    module = lessonkit.read(root / "modules/a/module.md").module
    assert module is not None
    for sheet in ("guide", "answers"):
        pdf = PdfReader(root / f"build/a/a.{sheet}.pdf")
        found = bare(" ".join(one.extract_text() for one in pdf.pages))
        for ask in asks(module.blocks):
            printed = ask.question.printed()
            assert bare(ask.question.ask.plain()) in found
            for ways in printed.solution:
                assert all(bare(way) in found for way in ways)
            for line in (*printed.right, *(x for one in printed.scenes for x in one.ways if x.key)):
                assert line.text is None or bare(line.text.plain()) in found
    left = PdfReader(root / "build/a/a.handout.pdf")
    assert len(left.pages) <= 2


BARE = """\
---
id: a
title: Bài trống
lang: vi
objectives:
  - id: lam
    text: Nêu được một việc
---

## Phần {#phan}

Chỉ có một câu.
"""


def test_a_lesson_with_nothing_to_ask_or_to_do_has_sheets_all_the_same(tmp_path: Path) -> None:
    root = project(tmp_path, {"a/module.md": BARE})
    (outcome,) = lessonkit.build([root], outputs=SHEETS)
    assert not outcome.failed, [one.message for one in outcome.diagnostics]
    names = {path.name for path in (root / "build/a").iterdir()}
    assert names == {"a.guide.pdf", "a.guide.html", "a.handout.pdf", "a.checklist.pdf"}
    for sheet in ("guide", "handout", "checklist"):
        assert (
            "Nêu được một việc"
            in PdfReader(root / f"build/a/a.{sheet}.pdf").pages[0].extract_text()
        )


def test_the_way_to_the_lesson_is_on_the_hand_out_where_it_is_known(tmp_path: Path) -> None:
    settings = '[build]\nsite = "https://example.org/bai-hoc"\n'
    root = project(tmp_path, {"a/module.md": lesson("a")}, settings)
    lessonkit.build([root], outputs=["handout", "guide"])
    pdf: Any = PdfReader(root / "build/a/a.handout.pdf")
    assert bare("Học bài này trên điện thoại") in bare(pdf.pages[0].extract_text())
    found: Any = dict(reversed(list(tags(pdf.trailer["/Root"]["/StructTreeRoot"]))))
    assert str(found["/Figure"]["/Alt"]) == "https://example.org/bai-hoc/a/html/"


HARD = """
## Mọi thứ khó {#kho}

Chữ tách rời: Nghi\u0302n tu\u031b\u0300ng ê\u0303. Một hình mặt cười 😀 ở giữa câu.

{table}

{wide}

- {long}

![Hình dọc](media/doc.png)
"""


def test_hard_content_is_set_and_nothing_of_it_lost(tmp_path: Path) -> None:
    rows = "\n".join(f"| Dòng {n} | Việc {n} |" for n in range(40))
    heads = " | ".join(f"Cột {n}" for n in range(30))
    cells = " | ".join(f"ô {n}" for n in range(30))
    wide = f"| {heads} |\n|{'---|' * 30}\n| {cells} |"
    words = " ".join(f"tiếng{n}" for n in range(200)) + f"\n\n{'x' * 200}"
    more = HARD.replace("{table}", f"| Số | Việc |\n|---|---|\n{rows}").replace("{long}", words)
    more = more.replace("{wide}", wide)
    root = project(tmp_path, {"a/module.md": lesson("a", more)})
    picture(root / "modules/a/media/doc.png", (200, 900))
    (outcome,) = lessonkit.build([root], outputs=SHEETS)
    assert not outcome.failed, [one.message for one in outcome.diagnostics]
    pdf = PdfReader(root / "build/a/a.guide.pdf")
    found = bare(" ".join(one.extract_text() for one in pdf.pages))
    assert all(bare(said) in found for said in ("Dòng 39", "Việc 39", "tiếng199"))
    assert bare("Nghîn từng ễ") in found
    assert bare("Cột 28: ô 28; Cột 29: ô 29") in found, "columns too narrow for their words"
    assert "x" * 200 in found
    assert not any("x" * 120 in page.extract_text() for page in pdf.pages), "it leaves the page"


def test_a_sign_that_no_font_has_is_named(tmp_path: Path) -> None:
    root = project(tmp_path, {"a/module.md": lesson("a", "\nChữ 漢 lạ.\n")})
    (outcome,) = lessonkit.build([root], outputs=["guide"])
    (said,) = (one for one in outcome.diagnostics if one.severity == "error")
    assert said.code == "LK528"
    assert "漢" in said.message


def test_the_same_lesson_gives_the_same_sheets(built: Path, tmp_path: Path) -> None:
    root = project(tmp_path / "again", {})
    _copy(KITCHEN_SINK, root / "modules/kitchen-sink")
    lessonkit.build([root], outputs=SHEETS)
    assert tree(root / "build/kitchen-sink") == tree(built)


AWKWARD = """
Lời `#include` và #let, <b> & \\\\ $5.

:::{keypoints}
### Đề mục trong khung
- Ý
:::

:::{choice} Câu hỏi dài hơn một trang?
:id: rat-dai

%s

- [x] Có
  > Đúng.
- [ ] Không
  > Chưa đúng.
:::

| A | B | C | D | E | F | G |
|---|---|---|---|---|---|---|
| a | chữdàichữdàichữdàichữdài | b | ![](media/doc.png){decorative} | c | d | e |

:::{teacher}

## Phần của người dạy

:::{practice} Việc của lớp
Làm.
:::
:::
"""


def test_awkward_lessons_are_tagged_too_and_nothing_is_cut(tmp_path: Path) -> None:
    long = "\n\n".join(f"Đoạn số {n} của câu hỏi không bị cắt." for n in range(70))
    root = project(tmp_path, {"a/module.md": lesson("a", AWKWARD % long)})
    picture(root / "modules/a/media/doc.png", (20, 20))
    (outcome,) = lessonkit.build([root], outputs=SHEETS)
    assert not outcome.failed, [one.message for one in outcome.diagnostics]
    said = " ".join(one.extract_text() for one in PdfReader(root / "build/a/a.guide.pdf").pages)
    assert "\u200b" not in said
    found = bare(said)
    assert all(bare(f"Đoạn số {n} của câu hỏi không bị cắt") in found for n in range(70))
    assert bare("chữdài" * 4) in found
    assert bare("Lời #include và #let, <b> & \\ $5.") in found
