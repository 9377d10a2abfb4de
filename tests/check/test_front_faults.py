"""A fault in the front matter hides no other: the body is read, and the rules run."""

from pathlib import Path

import pytest
from tests.check.lessons import check, whole

from lessonkit.check.engine import checked
from lessonkit.model.settings import Settings
from lessonkit.read.module import read_text

LESSON = whole("![](media/hinh.png)\n\n:::{note}\n:::")
BODY_FAULTS = ["LK301", "LK144"]
END = LESSON.index("---\n", 4)

CHANGES: dict[str, tuple[str, str, list[str]]] = {
    "an id that is none": ("id: bai-thu", "id: Bài Thử", ["LK114"]),
    "no title": ("title: Bài thử\n", "", ["LK110"]),
    "a title that is a list": ("title: Bài thử", "title: [a]", ["LK112"]),
    "no summary in words": ("summary: Một bài để thử.", "summary: {a: b}", ["LK112"]),
    "a language that is none": ("lang: vi", "lang: tiếng Việt", ["LK114"]),
    "a number for a version": ("lang: vi", "lang: vi\nversion: 1.10", ["LK113"]),
    "an unknown key": ("lang: vi", "lang: vi\nmauc: 5", ["LK111"]),
    "minutes in words": ("minutes: 1", "minutes: ba", ["LK117"]),
    "an audience that is no list": ("[nguoi-dan]", "nguoi-dan", ["LK121"]),
    "authors that are no list": ("authors: [Nhóm thử]", "authors: Nhóm thử", ["LK121"]),
    "a licence that is a list": ("license: CC-BY-4.0", "license: [a]", ["LK112"]),
    "an objective without its id": ("- id: muc-tieu", "- level: 2\n    id:", ["LK169", "LK107"]),
    "an objective of a bad id": ("- id: muc-tieu", "- id: Mục tiêu", ["LK114"]),
    "an objective without its text": ("text: Nêu được ba dấu hiệu lừa đảo", "", ["LK110"]),
    "an objective that is text": ("- id: muc-tieu\n    text: Nêu", "- Nêu", ["LK125"]),
    "a level in words": ("level: 2", "level: hai", ["LK117"]),
    "a skill that is a list": ("skill: tt02-2025:4.2", "skill: [a]", ["LK112"]),
    "an unknown key of an objective": ("level: 2", "level: 2\n    bac: 2", ["LK111"]),
    "a completion that is none": (
        "lang: vi",
        "lang: vi\ntracking: {complete: xong, mastery: 0.8}",
        ["LK116"],
    ),
    "two at once": ("lang: vi\nminutes: 1", "lang: tiếng\nminutes: ba", ["LK114", "LK117"]),
    "a quote never closed": ("title: Bài thử", 'title: "Bài thử', ["LK146"]),
    "a list": (LESSON[4:END], "- a\n", ["LK176"]),
    "no front matter": (LESSON[: END + 4], "", ["LK104"]),
    "a front matter never closed": (LESSON[: END + 4], LESSON[:END], ["LK105"]),
    "one never closed that is none": (LESSON[: END + 4], "---\nChữ\n", ["LK105"]),
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_fault_at_the_top_hides_none_below(name: str, tmp_path: Path) -> None:
    folder = tmp_path / "bai-thu"
    folder.mkdir()
    old, new, expected = CHANGES[name]
    assert old in LESSON
    found = check(LESSON.replace(old, new, 1), folder)
    assert sorted(one.code for one in found) == sorted(expected + BODY_FAULTS)
    body = [one.span.start.line for one in found if one.code in BODY_FAULTS]
    assert body[1] - body[0] == 2


def test_what_has_a_fault_at_the_top_is_not_built(tmp_path: Path) -> None:
    text = whole("").replace("lang: vi", "lang: vi\nversion: 1.10")
    reading = read_text(text, "module.md", tmp_path, Settings())
    assert reading.module is not None
    assert reading.module.lost == {"version"}
    assert checked(reading.module, check(text, tmp_path)) is None


def test_places_of_objectives_below_a_faulty_one_hold(tmp_path: Path) -> None:
    more = "objectives:\n  - id: Mục\n    text: Một\n  - id: hai\n    text: Hai\n    skill: x:1\n"
    reading = read_text(f"---\nid: a\ntitle: b\n{more}---\n", "module.md", tmp_path, Settings())
    module = reading.module
    assert module is not None
    assert [one.id for one in module.meta.objectives] == ["hai"]
    assert module.place("objectives[0].skill").start.line == 9


@pytest.mark.parametrize("folder", ["😀", "Bài một", "a" * 300, "con"])
def test_a_folder_of_any_name_gives_an_id_to_go_on_with(folder: str, tmp_path: Path) -> None:
    reading = read_text("---\nx: 1\n---\nChữ.", "module.md", tmp_path / folder, Settings())
    assert reading.module is not None
    assert "LK110" in {fault.code for fault in reading.faults}
