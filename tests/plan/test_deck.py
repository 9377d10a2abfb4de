"""Where slides begin: nothing is lost, nothing is too full, and what goes together stays so."""

from pathlib import Path

import pytest
from tests.projects import KITCHEN_SINK, lesson, project
from tests.sheets import job_of

from lessonkit.model import blocks as b
from lessonkit.model.walk import prose
from lessonkit.outputs.base import full
from lessonkit.plan.deck import TIENG, Deck, deck
from lessonkit.plan.fragments import tieng_of
from lessonkit.plan.room import TALL, height
from lessonkit.plan.slide import Slide
from lessonkit.text.tieng import words
from lessonkit.text.widths import lines, width

MODULES = Path(__file__).parents[2] / "modules"


def deck_of(root: Path, more: str) -> Deck:
    """The slides of a lesson that ends with these sections."""
    folder = project(root, {"a/module.md": lesson("a", more)})
    return deck(full(job_of(folder / "modules/a/module.md")))


def of(found: Deck, section: str) -> list[Slide]:
    return [one for one in found.slides if one.section == section]


def said(blocks: tuple[b.Block, ...]) -> list[str]:
    return [word for run in prose(blocks) for word in words(run.plain())]


LESSONS = [KITCHEN_SINK / "module.md", *sorted(MODULES.glob("*/module.md"))[:6]]


@pytest.mark.parametrize("file", LESSONS, ids=lambda file: file.parent.name)
def test_nothing_of_a_lesson_is_lost(file: Path) -> None:
    page = full(job_of(file))
    found = deck(page)
    for section in page.sections:
        slides = of(found, section.id) if not section.teacher else list(found.slides)
        kept = {word for one in slides for word in said((*one.blocks, *one.notes, *one.teacher))}
        kept |= {word for one in slides if one.title for word in words(one.title.plain())}
        lost = [word for word in said(section.blocks) if word not in kept]
        assert lost == []


def test_a_story_tells_what_follows_and_how_it_ends() -> None:
    found = of(deck(full(job_of(KITCHEN_SINK / "module.md"))), "cau-hoi")
    begun, *scenes = [one for one in found if not any(isinstance(x, b.Ask) for x in one.blocks)]
    assert begun.stage == "story"
    assert [one.stage for one in scenes] == ["", "", "ends-right", "ends-wrong"]
    assert said(scenes[0].notes) == words("Gọi điện hỏi lại – Chuông đổ rất lâu.")
    assert said(scenes[-1].notes) == words("Gọi lại một cuộc mất một phút.")


@pytest.mark.parametrize("file", LESSONS, ids=lambda file: file.parent.name)
def test_no_slide_is_too_full(file: Path) -> None:
    found = deck(full(job_of(file)))
    ids = [one.id for one in found.slides]
    assert len(ids) == len(set(ids))
    for one in found.slides:
        if one.kind == "content":
            followed = all(isinstance(block, b.Steps) for block in one.blocks)
            most = TIENG * (1.4 if followed else 1.25)
            if not any(isinstance(block, b.Table) for block in one.blocks):
                assert sum(tieng_of(block) for block in one.blocks) <= most
            assert sum(height(block) for block in one.blocks) <= TALL


ANNOUNCED = """
## Báo trước {#bao-truoc}

Bác Tư nghe điện thoại của người lạ vào buổi sáng, đúng lúc bác đang tưới cây ở ngoài sân. Người ấy
nói rất gấp và không cho bác hỏi lại. Cuộc gọi này có đủ ba dấu hiệu:

- Xưng danh là công an để bạn tin ngay.
- Giục gấp, dọa nạt để bạn khỏi kịp nghĩ.
- Đòi tiền, đòi mã, hoặc bảo bạn cài ứng dụng lạ.
"""


def test_what_announces_a_list_stands_with_it(tmp_path: Path) -> None:
    first, second = of(deck_of(tmp_path, ANNOUNCED), "bao-truoc")
    assert said(first.blocks)[-3:] == ["bác", "hỏi", "lại"]
    assert said(second.blocks)[:3] == ["Cuộc", "gọi", "này"]
    assert isinstance(second.blocks[-1], b.List)
    assert len(second.blocks[-1].items) == 3


def test_a_picture_stands_with_the_words_before_it(tmp_path: Path) -> None:
    words_of = "Một câu dài vừa phải để nói về điều ấy cho rõ. " * 3
    text = f"\n## Hình {{#hinh}}\n\n{words_of}\n\n![Một ô](o.svg)\n\n{words_of}\n"
    folder = project(tmp_path, {"a/module.md": lesson("a", text)})
    (folder / "modules/a/o.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"><path d="M0 0h4v3H0z"/></svg>'
    )
    first, second = of(deck(full(job_of(folder / "modules/a/module.md"))), "hinh")
    assert [type(one) for one in first.blocks] == [b.Paragraph, b.Figure]
    assert [type(one) for one in second.blocks] == [b.Paragraph]


def test_a_bullet_of_two_hundred_words_goes_on(tmp_path: Path) -> None:
    sentences = " ".join(f"Câu thứ {n} nói rõ hơn một chút về việc ấy." for n in range(20))
    found = of(deck_of(tmp_path, f"\n## Dài {{#dai}}\n\n- {sentences}\n- Ngắn.\n"), "dai")
    assert [one.part for one in found] == list(range(1, len(found) + 1))
    assert len(found) >= 5
    shown = [word for one in found for word in said(one.blocks)]
    assert shown == words(sentences + " Ngắn")
    assert all(sum(tieng_of(block) for block in one.blocks) <= TIENG * 1.15 for one in found)


def test_words_without_a_full_stop_are_parted_between_words(tmp_path: Path) -> None:
    found = of(deck_of(tmp_path, "\n## Dài {#dai}\n\n" + "chữ " * 199 + "**hết**\n"), "dai")
    shown = [word for one in found for word in said(one.blocks)]
    assert shown == ["chữ"] * 199 + ["hết"]
    assert len(found) >= 5


def test_a_table_of_forty_rows_goes_on_with_its_head(tmp_path: Path) -> None:
    rows = "\n".join(f"| Dòng {n} | giá trị {n} |" for n in range(40))
    table = f"\n## Bảng {{#bang}}\n\n| Tên | Số |\n|---|---|\n{rows}\n"
    found = of(deck_of(tmp_path, table), "bang")
    tables = [block for one in found for block in one.blocks if isinstance(block, b.Table)]
    assert 4 <= len(tables) == len(found) <= 6
    assert {one.head[0].prose.plain() for one in tables} == {"Tên"}
    names = [row[0].prose.plain() for one in tables for row in one.rows]
    assert names == [f"Dòng {n}" for n in range(40)]


def test_steps_go_on_with_their_numbers(tmp_path: Path) -> None:
    steps = "\n".join(f"{n}. Bước thứ {n} là mở **Cài đặt** rồi chọn mục ấy." for n in range(1, 9))
    text = f"\n## Bước {{#buoc}}\n\n:::{{steps}} Làm\n{steps}\n:::\n"
    found = of(deck_of(tmp_path, text), "buoc")
    starts = [block.start for one in found for block in one.blocks if isinstance(block, b.Steps)]
    counts = [len(block.items) for one in found for block in one.blocks
              if isinstance(block, b.Steps)]  # fmt: skip
    assert starts == [1 + sum(counts[:at]) for at in range(len(counts))]
    assert len(starts) > 1


AUTHOR = """
## Trang riêng {#rieng}

Đoạn thứ nhất nói về dấu hiệu.

:::{slide} Hai dấu hiệu
- Giục
- Dọa
:::

Đoạn thứ hai.

:::{truefalse} Giục là dấu hiệu.
:id: giuc
:objective: lam
:answer: true

> true: Đúng.
> false: Chưa đúng.
:::

:::{teacher}
Hỏi cả lớp.
:::
"""


def test_what_the_author_shows_stands_for_the_text(tmp_path: Path) -> None:
    first, question, answer = of(deck_of(tmp_path, AUTHOR), "rieng")
    assert first.title is not None
    assert first.title.plain() == "Hai dấu hiệu"
    assert said(first.blocks) == ["Giục", "Dọa"]
    assert said(first.notes) == words("Đoạn thứ nhất nói về dấu hiệu")
    assert first.places == (0, 1)
    assert [question.kind, answer.kind] == ["question", "answer"]
    assert said(question.notes) == words("Đoạn thứ hai")
    assert said(answer.teacher) == words("Hỏi cả lớp")
    assert [first.id, question.id, answer.id] == ["rieng", "rieng-2", "rieng-3"]


@pytest.mark.parametrize(
    "opened",
    [
        "::::{practice} Việc\n:id: viec\n\nHiện ra.",
        "::::{slide} Trang\nHiện ra.",
        "::::{truefalse} Đúng?\n:id: dung\n:answer: true\n\nHiện ra.",
        "::::{practice} Việc\n:id: viec\n\n- Hiện ra.\n\n> Trích.",
    ],
    ids=["practice", "slide", "question", "list"],
)
def test_what_is_for_teachers_is_shown_nowhere(tmp_path: Path, opened: str) -> None:
    hidden = ":::{teacher}\nKín.\n:::\n\n:::{narration}\nNói.\n:::"
    deeper = opened.replace("> Trích.", "  :::{teacher}\n  Sâu.\n  :::")
    slides = of(deck_of(tmp_path, f"\n## Hai {{#hai}}\n\n{deeper}\n\n{hidden}\n::::\n"), "hai")
    shown = [word for one in slides for word in said(one.blocks)]
    assert "Hiện" in shown
    assert not {"Kín", "Nói", "Sâu"} & set(shown)
    assert {"Kín"} <= {word for one in slides for word in said(one.teacher)} <= {"Kín", "Sâu"}
    assert [word for one in slides for word in said(one.notes)].count("Nói") == 1


def test_a_slide_that_leads_has_the_text_behind_it(tmp_path: Path) -> None:
    pairs = "".join(f":::{{slide}}\n{n}.\n:::\n\nLời {n}.\n\n" for n in ("một", "hai"))
    text = f"\n## Hai {{#hai}}\n\n{pairs}"
    one, two = of(deck_of(tmp_path, text), "hai")
    assert [said(one.notes), said(two.notes)] == [["Lời", "một"], ["Lời", "hai"]]
    assert [one.places, two.places] == [(0, 1), (2, 3)]


def test_a_section_named_like_another_s_second_slide_keeps_its_name(tmp_path: Path) -> None:
    text = "\n## A {#x}\n\n" + "Một câu dài vừa phải ở đây. " * 20 + "\n\n## B {#x-2}\n\nChữ.\n"
    found = deck_of(tmp_path, text)
    assert [one.id for one in of(found, "x-2")] == ["x-2"]
    assert [one.id for one in of(found, "x")][:2] == ["x", "x-3"]


def test_text_is_measured_as_it_is_set() -> None:
    assert width("Đường ễ Ậ") == pytest.approx(5.0, abs=0.4)
    assert lines("một hai ba bốn", 4.2) == 2
    assert lines("x" * 100, 10) > 4
    assert lines("a\nb", 10) == 2
