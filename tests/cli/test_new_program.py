"""`lessonkit new program`: promises what the modules prove, and nothing else."""

from pathlib import Path

import pytest
from tests.courses import lesson
from tests.projects import many

from lessonkit.model.settings import Settings
from lessonkit.read.program import read_program

T = "tt02-2025"
MODULES = (
    f"a for nguoi-dan after b: {T}:4.2@2, {T}:4.1@3 unasked",
    f"b for nguoi-dan: {T}:4.2@1, {T}:1.1@1",
    f"c for cbccvc: {T}:2.3@4",
    f"d for nguoi-dan in en: {T}:5.1@1",
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "lessonkit.toml").touch()
    for told in MODULES:
        folder = tmp_path / "modules" / told[0]
        folder.mkdir(parents=True)
        (folder / "module.md").write_text(lesson(told), "utf-8")
    return tmp_path


def test_a_new_programme_promises_what_is_proved_in_the_order_required(root: Path) -> None:
    made, checked = many(
        root, ["new", "program", "an-toan"], ["check", "modules/an-toan.program.yaml"]
    )
    assert made["code"] == 0, made["err"]
    program = read_program(root / "modules/an-toan.program.yaml", root, Settings()).program
    assert program is not None
    meta = program.meta
    assert (meta.id, meta.lang, meta.audience) == ("an-toan", "vi", "nguoi-dan")
    assert meta.modules == ("b", "a")
    assert meta.covers == (f"{T}:1.1@1", f"{T}:4.2@2")
    assert "program.yaml" not in checked["out"]


REFUSED = (
    (["program", "a"], "“a” đã là mã của một bài"),
    (["program", "Chương trình"], "ví dụ “chuong-trinh”."),
    (["program", "x", "--module", "aa"], "Không có bài nào mang mã “aa”."),
    (["program", "x", "--audience", "nguoi-dam"], "Có phải bạn muốn gõ “nguoi-dan”?"),
    (["program", "x", "--lang", "fr"], "Chưa có bài nào viết bằng “fr”"),
    (["an-toan"], "lessonkit new program an-toan"),
    (["programm"], "Có phải bạn muốn gõ “program”?"),
)


def test_what_cannot_be_made_is_refused_in_a_sentence(root: Path) -> None:
    done = many(root, *(["new", *arguments] for arguments, _ in REFUSED))
    for one, (_, said) in zip(done, REFUSED, strict=True):
        assert one["code"] == 2
        assert said in one["err"]
    assert not list(root.glob("modules/*.yaml"))


def test_a_project_without_modules_has_no_programme(tmp_path: Path) -> None:
    (done,) = many(tmp_path, ["new", "program", "x"])
    assert "Dự án chưa có bài nào" in done["err"]
    assert not list(tmp_path.iterdir())
