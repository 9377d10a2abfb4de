"""The lexicon of a project and of a lesson: what it says, and what is wrong with it."""

from pathlib import Path

import pytest
from tests.projects import lesson, many, project

from lessonkit.base.codes import Code, all_codes
from lessonkit.read.lexicon import NAME, read_lexicon

SHOWN = tuple(one for one in all_codes() if one.name.startswith("lexicon-") and one.wrong)


def faults(text: str, folder: Path, name: str = NAME) -> list[str]:
    """`line:column code` of each fault."""
    (folder / name).write_text(text, "utf-8")
    _, found = read_lexicon(folder, folder, "vi")
    starts = ((one.finding.span.start, one.code) for one in found)
    return [f"{start.line}:{start.column} {code}" for start, code in starts]


@pytest.mark.parametrize("code", SHOWN, ids=lambda code: code.code)
def test_wrong_shows_the_fault_and_right_does_not(code: Code, tmp_path: Path) -> None:
    wrong, right = (one.partition("\n")[2] for one in (code.wrong.strip(), code.right.strip()))
    assert [one.split()[1] for one in faults(wrong, tmp_path)] == [code.code]
    assert faults(right, tmp_path) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []),
        ("# chưa có gì\n", []),
        ("A: a\nB:\nC: [x]\nD: 4\n", ["2:3 LK730", "3:4 LK730", "4:4 LK730"]),
        ("A: a\nA: á\n", ["2:1 LK107"]),
        ("numbers:\n  linh: 7\n  tam: tám\n", ["2:9 LK730", "3:3 LK731"]),
        ("en:\n  Zalo: Zah=lo\n", ["2:9 LK732"]),
        ("- a\n- b\n", ["1:1 LK176"]),
        ("A: 'a\n", ["1:4 LK146"]),
    ],
)
def test_every_fault_has_its_place(text: str, found: list[str], tmp_path: Path) -> None:
    assert sorted(faults(text, tmp_path)) == found


def test_a_file_that_nobody_would_read_is_told(tmp_path: Path) -> None:
    assert faults("A: a\n", tmp_path, "lexicon.yml") == ["1:1 LK733"]


def test_what_stands_there_is_heard_the_lesson_before_the_project(tmp_path: Path) -> None:
    body = lesson("a").replace("Đọc một câu ngắn.", "Mở Zalo ở Cồn Cỏ, trang 105.")
    root = project(tmp_path, {"a/module.md": body, "b/module.md": lesson("b")})
    (root / NAME).write_text("Zalo: za lô\nCồn Cỏ: cồn\nnumbers:\n  linh: lẻ\n", "utf-8")
    (root / "modules/a" / NAME).write_text("Cồn Cỏ: đảo Cồn Cỏ\n", "utf-8")
    heard, refused, wrong = many(
        root,
        ["script", "--spoken", "modules/a"],
        ["script", "--translation", "en", "modules/a"],
        ["check"],
    )
    assert "→ Mở za lô ở đảo Cồn Cỏ, trang một trăm lẻ năm." in heard["out"]
    assert refused["code"] == 2
    assert wrong["code"] == 0, wrong["out"]


def test_faults_of_both_stop_nothing_but_are_told(tmp_path: Path) -> None:
    root = project(tmp_path, {"a/module.md": lesson("a")})
    (root / NAME).write_text("4G: 4 gờ\n", "utf-8")
    (root / "modules/a" / NAME).write_text("A: 5\n", "utf-8")
    (checked,) = many(root, ["check", "--format", "github"])
    assert checked["code"] == 1
    assert "file=lexicon.yaml,line=1" in checked["out"]
    assert "file=modules/a/lexicon.yaml,line=1" in checked["out"]
