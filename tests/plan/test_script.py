"""The script: what is said of a lesson, in which order, with which silences."""

from pathlib import Path
from textwrap import dedent

import pytest

from lessonkit.model.settings import Settings
from lessonkit.plan.page import HIDDEN, page
from lessonkit.plan.script import Chapter, Script, script
from lessonkit.read.module import read_text
from lessonkit.render.theme import load_theme
from lessonkit.text.speech.lexicon import Lexicon

HEAD = "---\nid: bai-thu\ntitle: Bài thử\n---\n\n"


def told(body: str, folder: Path, lexicon: Lexicon | None = None) -> Script:
    """The script of a lesson without faults."""
    reading = read_text(HEAD + dedent(body), "module.md", folder, Settings())
    assert reading.faults == ()
    assert reading.module is not None
    words = load_theme("default").words("vi")
    return script(page(reading.module, keep=HIDDEN), words, lexicon or Lexicon())


def chapter(body: str, folder: Path) -> Chapter:
    """That of the only section, `mot`."""
    return told(f"## Một {{#mot}}\n\n{dedent(body)}", folder).chapters[1]


def texts(one: Chapter) -> list[str]:
    """The lines, the section's title left out."""
    return [cue.text for cue in one.cues[1:]]


def test_a_lesson_begins_with_its_title_and_ends_with_a_word(tmp_path: Path) -> None:
    found = told("Mở đầu.\n\n## Một {#mot}\n\nHai câu. Câu hai.\n", tmp_path)
    assert [one.id for one in found.chapters] == ["lk-title", "mot", "lk-end"]
    assert [cue.id for cue in found.chapters[1].cues] == ["mot.1", "mot.2", "mot.3"]
    assert [cue.place for cue in found.chapters[1].cues] == [-1, 0, 0]
    assert [cue.text for cue in found.chapters[0].cues] == ["Bài thử.", "Mở đầu."]
    assert all(cue.seconds > 0 and cue.pause > 0 for cue in found.cues)


BLOCKS = {
    "steps": (
        ":::{steps}\n1. Mở máy.\n2. Bấm nút.\n:::\n",
        ["Bước 1: Mở máy.", "Bước 2: Bấm nút."],
    ),
    "list": ("2. Hai\n3. Ba\n", ["2. Hai", "3. Ba"]),
    "callout": (":::{tip}\nUống nước.\n:::\n", ["Mẹo.", "Uống nước."]),
    "pairs": ("| Tên | Tuổi |\n|---|---|\n| An | 9 |\n", ["Bảng có hai cột: Tên; Tuổi.", "An: 9."]),
    "checklist": (":::{checklist}\n:id: c\n\n- [ ] Một\n:::\n", ["Bạn tự kiểm tra:", "Một"]),
    "sort": (
        ":::{sort} Xếp nhé.\n:id: q\n\nNên\n: Ngủ\n: Chạy\n\nKhông nên\n: Đánh nhau\n:::\n",
        [
            "Câu hỏi 1.", "Xếp nhé.", "Xếp mỗi thứ vào nhóm của nó.", "Có các nhóm:", "A: Nên",
            "B: Không nên", "Những thứ cần xếp:", "1: Đánh nhau", "2: Ngủ", "3: Chạy", "Đáp án:",
            "Đánh nhau: Không nên", "Ngủ: Nên", "Chạy: Nên",
        ],
    ),
    "table": (
        "| Tên | Tuổi | Lớp |\n|---|---|---|\n| An | 9 | 4A |\n",
        ["An: Tuổi 9; Lớp – 4A."],
    ),
    "table of days": (
        "| Ngày | Việc | Giá |\n|---|---|---|\n| 5/8 | Đi chợ | 50.000đ |\n| 6/8 | - | 0đ |\n",
        ["Ngày 5/8: Việc – Đi chợ; Giá – 50.000đ.", "Ngày 6/8: Giá – 0đ."],
    ),
    "table of questions": (
        "| Hỏi | Đáp |\n|---|---|\n| Ai nói? | Xem tên. |\n",
        ["Bảng có hai cột: Hỏi; Đáp.", "Ai nói?", "Xem tên."],
    ),
    "long table": (
        "| Tên | Tuổi |\n|---|---|\n" + "| An | 9 |\n" * 40,
        ["Bảng này có 40 dòng, gồm các cột: Tên, Tuổi.", "Bạn xem bảng trong bài."],
    ),
    "details": (":::{details} Vì sao?\nVì thế.\n:::\n", ["Vì sao?", "Vì thế."]),
    "teacher": (":::{teacher}\nChỉ cho giáo viên.\n:::\n\nCho mọi người.\n", ["Cho mọi người."]),
    "slide": (":::{slide}\nChỉ để nhìn.\n:::\n\nĐể nghe.\n", ["Để nghe."]),
    "narration within a task": (
        "Chữ.\n\n::::{practice} Việc\n:id: p\n\nLàm đi.\n\n:::{narration}\nLời nói.\n:::\n::::\n",
        ["Lời nói.", "Thực hành: Việc", "Làm đi."],
    ),
    "narration": (
        "Chữ trên trang.\n\n:::{narration}\nLời nói.\n:::\n\n"
        ":::{truefalse} Trời xanh.\n:id: q\n:answer: true\n:::\n",
        ["Lời nói.", "Câu hỏi 1.", "Trời xanh.", "Câu này đúng hay sai?", "Đáp án: Đúng"],
    ),
    "besides": (
        "Chữ trên trang.\n\n:::{narration}\n:add:\n\nLời thêm.\n:::\n",
        ["Chữ trên trang.", "Lời thêm."],
    ),
    "choice": (
        ":::{choice} Chọn gì?\n:id: q\n\n- [ ] Sai nhé\n  > Chưa đúng.\n"
        "- [x] Đúng nhé\n  > Đúng. Vì đúng.\n:::\n",
        ["Câu hỏi 1.", "Chọn gì?", "A: Sai nhé", "B: Đúng nhé", "Đáp án: B: Đúng nhé", "Vì đúng."],
    ),
    "number": (
        ":::{number} Hai cộng hai?\n:id: q\n:feedback-right: Đúng rồi.\n\n= 4\n:::\n",
        ["Câu hỏi 1.", "Hai cộng hai?", "Đáp án: 4."],
    ),
    "match": (
        ":::{match} Nối nhé.\n:id: q\n\n| a | b |\n|---|---|\n| Mèo | Meo |\n"
        "| Chó | Gâu |\n| Bò | Ụm |\n:::\n",
        [
            "Câu hỏi 1.", "Nối nhé.", "Với mỗi dòng, hãy chọn ý đi cùng.", "1: Mèo", "2: Chó",
            "3: Bò", "Các ý để chọn:", "A: Ụm", "B: Meo", "C: Gâu", "Đáp án:", "Mèo: Meo",
            "Chó: Gâu", "Bò: Ụm",
        ],
    ),
    "order": (
        ":::{order} Xếp nhé.\n:id: q\n\n1. Một\n2. Hai\n3. Ba\n:::\n",
        [
            "Câu hỏi 1.", "Xếp nhé.", "Sắp xếp theo đúng thứ tự.", "Ba", "Một", "Hai", "Đáp án:",
            "1. Một", "2. Hai", "3. Ba",
        ],
    ),
    "cloze": (
        ":::{cloze} Điền nhé.\n:id: q\n\nTrời [[xanh]] quá.\n:::\n",
        ["Câu hỏi 1.", "Điền nhé.", "Trời … quá.", "Đáp án:", "Chỗ trống 1: xanh."],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", BLOCKS)
def test_blocks_say(name: str, tmp_path: Path) -> None:
    body, said = BLOCKS[name]
    assert texts(chapter(body, tmp_path)) == said


def test_after_a_question_there_is_time_to_think(tmp_path: Path) -> None:
    body = ":::{text} Tên gì?\n:id: q\n\n= An\n:::\n"
    cues = {cue.text: cue for cue in chapter(body, tmp_path).cues}
    assert cues["Tên gì?"].pause >= 4
    assert cues["Đáp án: An."].pause < 2


def test_code_formulas_and_gaps_have_their_own_reading(tmp_path: Path) -> None:
    one = chapter("Gõ `an-toan`, tính $\\frac{1}{2}$ rồi xem [the link]{lang=en}.\n", tmp_path)
    assert one.cues[1].text == "Gõ an-toan, tính 1/2 rồi xem the link."
    assert one.cues[1].spoken == "Gõ an gạch ngang toan, tính một phần hai rồi xem the linh."


def test_a_sentence_in_another_language_is_said_in_it(tmp_path: Path) -> None:
    one = chapter("[We have 2 apps.]{lang=en} Ta có 2.\n", tmp_path)
    assert [(cue.lang, cue.spoken) for cue in one.cues[1:]] == [
        ("en", "We have two apps."),
        ("vi", "Ta có hai."),
    ]


def test_long_sentences_are_cut_where_one_breathes(tmp_path: Path) -> None:
    text = ", ".join(["Bạn hãy đọc thật kỹ từng dòng trong thư"] * 6) + "."
    cues = chapter(f"{text}\n", tmp_path).cues[1:]
    assert len(cues) > 1
    assert " ".join(cue.text for cue in cues) == text
    assert all(len(cue.text.split()) <= 26 for cue in cues)


def test_the_lexicon_is_heard(tmp_path: Path) -> None:
    own = Lexicon({"vi": {"Zalo": "za lô"}})
    found = told("Mở Zalo.\n", tmp_path, own)
    assert found.chapters[0].cues[1].spoken == "Mở za lô."
