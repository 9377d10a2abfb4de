"""What a card says: few points, whole ones, and only words."""

from pathlib import Path

import pytest
from tests.projects import lesson

from lessonkit.model.settings import Settings
from lessonkit.plan.card import LONGEST, MOST, Card, card
from lessonkit.plan.page import page
from lessonkit.read.module import read_text


def read(more: str) -> Card:
    module = read_text(lesson("a", more), "module.md", Path(), Settings()).module
    assert module is not None
    return card(page(module))


def said(found: Card) -> list[str]:
    return ["".join(text for text, _ in point) for point in found.points]


CASES = {
    "items": ("- **Dài:** từ 16 ký tự.\n- Riêng.", ["Dài: từ 16 ký tự.", "Riêng."]),
    "paragraphs": ("Một câu.\n\nHai câu.", ["Một câu.", "Hai câu."]),
    "link, code and note": ("- Bấm [Gửi](https://a.vn), gõ `113`", ["Bấm Gửi, gõ 113"]),
    "too long": (f"- {'dài ' * (LONGEST // 4 + 1)}\n- Ngắn", ["Ngắn"]),
    "more than words": ("- Ghi $x^2$\n- ~~Bỏ~~\n- Được\n\n  và nữa\n- Ngắn", ["Ngắn"]),
    "many": ("\n".join(f"- Điều {n}" for n in range(9)), [f"Điều {n}" for n in range(MOST)]),
}


@pytest.mark.parametrize("name", CASES)
def test_takes_points_to_be_remembered(name: str) -> None:
    body, expected = CASES[name]
    found = read(f"\n## Nhớ\n\n:::{{keypoints}}\n{body}\n:::\n")
    assert (found.kind, said(found)) == ("keypoints", expected)


def test_strong_words_stay_strong() -> None:
    (point,) = read("\n## Nhớ\n\n:::{keypoints}\n- **Dài:** ra\n:::\n").points
    assert point == (("Dài:", True), (" ra", False))


@pytest.mark.parametrize("more", ["", "\n## Nhớ\n\n:::{keypoints}\n- $x$\n:::\n"])
def test_takes_what_will_be_able_to_be_done_else(more: str) -> None:
    found = read(more)
    assert (found.kind, said(found)) == ("goals", ["Thực hiện được việc a"])


def test_a_second_box_serves_where_the_first_holds_no_points() -> None:
    box = "\n\n:::{keypoints}\n- %s\n:::\n"
    assert said(read("\n## Nhớ" + box % "$x$" + box % "Hai")) == ["Hai"]
