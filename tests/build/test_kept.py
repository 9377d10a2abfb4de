"""Signs of what learners keep: the same where nothing changed for them, others where it did."""

from pathlib import Path
from typing import Any

import pytest
from tests.projects import LESSON, lesson, project

from lessonkit.plan.kept import is_sign, item_signs
from lessonkit.plan.page import page
from lessonkit.read.module import read_module
from lessonkit.read.project import find_project
from lessonkit.read.translation import read_translation
from lessonkit.render.data import lesson_data

TICKS = "\n:::{checklist} Việc cần làm\n:id: viec\n\n- [ ] Một\n- [ ] Hai\n- [ ] Một\n:::\n"


def signs(tmp_path: Path, text: str, audience: str | None = None) -> dict[str, Any]:
    """Of everything kept, by id."""
    root = project(tmp_path, {"a/module.md": text})
    reading = read_module(root / "modules/a/module.md", root, find_project(root).settings)
    assert reading.module is not None
    return of(lesson_data(page(reading.module, audience), "html"))


def of(data: dict[str, Any]) -> dict[str, Any]:
    """The signs in what the player is told."""
    found: dict[str, Any] = {one["id"]: one["sign"] for one in data["questions"]}
    return found | {one["id"]: one["items"] for one in data["checklists"]}


def test_only_what_an_answer_points_at_changes_its_sign(tmp_path: Path) -> None:
    text = lesson("a", TICKS)
    was = signs(tmp_path, text)
    for same in (
        text.replace("Bạn nên làm gì trước?", "Trước hết bạn làm gì?"),
        text.replace("> Chưa đúng.", "> Chưa đúng đâu."),
        text.replace("- [ ] Bỏ qua", "- [ ]   **Bỏ**  qua"),
        text.replace("- [x] Đọc kỹ", "- [ ] Đọc kỹ").replace("- [ ] Bỏ", "- [x] Bỏ"),
        text.replace("license:", "version: '9'\nlicense:"),
    ):
        assert signs(tmp_path, same) == was
    for other in (
        text.replace("Bỏ qua", "Bỏ đi"),
        text.replace("Bỏ qua", "@").replace("Hỏi lại", "Bỏ qua").replace("@", "Hỏi lại"),
        text.replace("- [ ] Hỏi lại\n  > Chưa đúng.\n", ""),
    ):
        assert signs(tmp_path, other)["cau-mot"] != was["cau-mot"]


GAPS = "Một tá có [[12|mười hai]] quả, cháy gọi [[114]], [[*không|có]]."
CLOZE = f"\n:::{{cloze}} Điền.\n:id: dien\n\n{GAPS}\n:::\n"


def test_a_typed_gap_is_known_by_its_first_way(tmp_path: Path) -> None:
    text = lesson("a", CLOZE)
    was = signs(tmp_path, text)["dien"]
    for same in (
        text.replace("12|mười hai", "12|mười hai|một chục và hai"),
        text.replace("Một tá có", "Mỗi tá có"),
    ):
        assert signs(tmp_path, same)["dien"] == was
    for other in (
        text.replace("[[12|mười hai]]", "@").replace("[[114]]", "[[12]]").replace("@", "[[114]]"),
        text.replace("[[114]]", "[[115]]"),
        text.replace(", cháy gọi [[114]]", ""),
        text.replace("[[114]]", "[[*114|115]]"),
    ):
        assert signs(tmp_path, other)["dien"] != was


def test_a_tick_belongs_to_the_words_of_its_item(tmp_path: Path) -> None:
    one, two, again = signs(tmp_path, lesson("a", TICKS))["viec"]
    moved = TICKS.replace("- [ ] Một\n- [ ] Hai", "- [ ] Ba\n- [ ] Hai\n- [ ] Một")
    new, second, first, last = signs(tmp_path, lesson("a", moved))["viec"]
    assert (first, second, last) == (one, two, again)
    assert new not in (one, two, again)


def test_signs_within_a_list_differ_up_to_all_there_are() -> None:
    items = tuple(f"Việc {n}" for n in range(36**2))
    assert len(set(item_signs(items))) == 36**2
    assert len(item_signs((*items, "thêm"))) == 36**2 + 1


def test_a_translation_and_a_variant_read_what_was_kept_of_the_module(tmp_path: Path) -> None:
    root = project(tmp_path, {"a/module.md": lesson("a", TICKS)})
    source = root / "modules/a/module.md"
    other = LESSON.format(id="a").replace("Bỏ qua", "Skip").replace("Đọc kỹ", "Read well")
    path = source.with_name("module.en.md")
    path.write_text(f"---\ntitle: One\n---\n{other.split('---', 2)[2]}{TICKS}", "utf-8")
    settings = find_project(root).settings
    original = read_module(source, root, settings).module
    assert original is not None
    translated = read_translation(path, "module.en.md", original, settings).module
    assert translated is not None
    kept = of(lesson_data(page(original), "html"))
    assert of(lesson_data(page(translated), "html")) == kept
    assert of(lesson_data(page(original, "nguoi-dan"), "html")) == kept


@pytest.mark.parametrize("number", [0, 1, 8_999, 9_000, 8_999_999, 9_000_000, 2**32 - 1])
def test_signs_of_before_follow_from_those_of_now(number: int) -> None:
    """As they were given out: 1000 to 9999, of the same number."""
    now, before = 1_000_000 + number % 9_000_000, 1000 + number % 9000
    assert is_sign(now, now)
    assert is_sign(before, now)
    assert not is_sign(before + 1, now)
