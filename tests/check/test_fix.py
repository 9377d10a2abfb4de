"""Cures are applied whole, safely, and leave everything else as it was."""

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.check.lessons import index, whole

from lessonkit.base.diag import Diagnostic, Edit, Pos, Severity, Span
from lessonkit.check.engine import check_module
from lessonkit.check.fix import edited, fix_file, fix_text
from lessonkit.model.settings import Settings
from lessonkit.read.module import read_text

FILE = "module.md"


def edit(line: int, first: int, last: int, text: str) -> Edit:
    """On one line, columns from 1."""
    return Edit(Span(FILE, Pos(line, first), Pos(line, last)), text)


def diagnostic(*fix: Edit, code: str = "LK1", severity: Severity = Severity.WARNING) -> Diagnostic:
    return Diagnostic(code, code, severity, fix[0].span, "", "", {}, fix)


def look_for(word: str, by: str) -> Callable[[str], tuple[Diagnostic, ...]]:
    """Something that finds each `word` and would put `by` in its place."""

    def look(text: str) -> tuple[Diagnostic, ...]:
        return tuple(
            diagnostic(edit(number, at + 1, at + 1 + len(word), by))
            for number, line in enumerate(text.split("\n"), 1)
            for at in range(len(line))
            if line.startswith(word, at)
        )

    return look


def test_edits_are_applied_from_the_last_to_the_first() -> None:
    edits = (edit(1, 1, 1, "« "), edit(1, 4, 4, " »"), edit(3, 1, 2, ""), edit(2, 9, 9, "!"))

    assert edited("một\nhai\nxba", edits) == "« một »\nhai!\nba"


def test_all_places_are_mended() -> None:
    fixed = fix_text("tôi xx\nxx và xx", FILE, look_for("xx", "y"))

    assert fixed.text == "tôi y\ny và y"
    assert len(fixed.done) == 3


def test_of_cures_that_touch_each_other_one_waits_for_the_next_round() -> None:
    def look(text: str) -> tuple[Diagnostic, ...]:
        if text == "abc":
            return diagnostic(edit(1, 1, 3, "x")), diagnostic(edit(1, 2, 4, "y"))
        return (diagnostic(edit(1, 2, 3, "z")),) if text == "xc" else ()

    assert fix_text("abc", FILE, look).text == "xz"


def test_a_cure_that_brings_a_new_error_is_not_applied() -> None:
    def look(text: str) -> tuple[Diagnostic, ...]:
        bad = (edit(1, 1, 1, ""),)
        worse = (diagnostic(*bad, code="LK9", severity=Severity.ERROR),) if "!" in text else ()
        return (
            *worse,
            *look_for("a", "!")(text),
            *look_for("b", "c")(text),
        )

    fixed = fix_text("a b", FILE, look)

    assert fixed.text == "a c"
    assert len(fixed.done) == 1


def test_a_cure_that_never_ends_is_stopped() -> None:
    fixed = fix_text("a", FILE, look_for("a", "aa"))

    assert len(fixed.text) <= 32


def test_edits_of_another_file_are_left_alone() -> None:
    other = Edit(Span("khac.md", Pos(1, 1), Pos(1, 1)), "x")

    assert fix_text("a", FILE, lambda _: (diagnostic(other),)).done == ()


def test_a_file_keeps_its_line_ends_and_its_mark(tmp_path: Path) -> None:
    path = tmp_path / FILE
    path.write_bytes(b"\xef\xbb\xbfxx\r\nb\r\n")
    path.chmod(0o600)
    done = fix_file(path, FILE, look_for("xx", "y\nz"))

    assert path.read_bytes() == b"\xef\xbb\xbfy\r\nz\r\nb\r\n"
    assert path.stat().st_mode & 0o777 == 0o600
    assert len(done) == 1


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"a\r\nxx\nc\rd", b"a\r\ny\nz\nc\rd"),
        (b"a\rxx\rc\n", b"a\ry\rz\rc\n"),
        (b"xx\r\na\nxx", b"y\r\nz\r\na\ny\nz"),
        (b"xx", b"y\nz"),
    ],
)
def test_each_line_keeps_its_own_end(before: bytes, after: bytes, tmp_path: Path) -> None:
    path = tmp_path / FILE
    path.write_bytes(before)
    fix_file(path, FILE, look_for("xx", "y\nz"))

    assert path.read_bytes() == after


def test_a_cure_that_joins_lines_takes_the_end_between_them(tmp_path: Path) -> None:
    path = tmp_path / FILE
    path.write_bytes(b"a\r\nb\nc\rd\r\n")
    joined = Edit(Span(FILE, Pos(2, 2), Pos(3, 1)), " ")

    def look(text: str) -> tuple[Diagnostic, ...]:
        return (diagnostic(joined),) if "b\nc" in text else ()

    fix_file(path, FILE, look)

    assert path.read_bytes() == b"a\r\nb c\rd\r\n"


def test_a_file_too_large_to_be_read_is_not_cut(tmp_path: Path) -> None:
    path = tmp_path / FILE
    path.write_bytes(b"xx" + b"a" * 1_000_000)

    assert fix_file(path, FILE, look_for("xx", "y")) == ()
    assert path.stat().st_size == 1_000_002


def test_a_file_without_cure_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / FILE
    path.write_bytes(b"a\r\nb\n")
    before = path.stat().st_mtime_ns

    assert fix_file(path, FILE, lambda _: ()) == ()
    assert (path.read_bytes(), path.stat().st_mtime_ns) == (b"a\r\nb\n", before)


def test_bytes_that_are_no_text_are_left_alone(tmp_path: Path) -> None:
    path = tmp_path / FILE
    path.write_bytes(b"\xff\xfe")

    assert fix_file(path, FILE, look_for("a", "b")) == ()


def test_real_faults_are_mended(tmp_path: Path) -> None:
    """A question without an id, a version that YAML takes for a number, marks written apart."""
    text = whole("Đo\u0323c ba\u0300i.").replace("lang: vi", "version: 1.0")
    text = text.replace(":id: giuc-chuyen-tien\n", "")
    path = tmp_path / FILE
    path.write_text(text, encoding="utf-8")
    settings = Settings()

    def look(source: str) -> tuple[Diagnostic, ...]:
        return check_module(read_text(source, FILE, tmp_path, settings), index(settings), "vi")

    done = {one.code for one in fix_file(path, FILE, look)}

    assert done == {"LK113", "LK124", "LK140"}
    after = path.read_text(encoding="utf-8")
    assert 'version: "1.0"' in after
    assert "Đọc bài." in after
    assert ":id: nguoi-la-giuc-ban-chuyen-tien\n" in after
    assert not any(one.fix for one in look(after))


def test_an_error_that_was_only_hidden_stops_no_cure(tmp_path: Path) -> None:
    """`mastery-unreachable` is silent while the lesson has faults; the last cure brings it out."""
    front = "---\nid: a\ntitle: A\nversion: 1.10\ntracking: {complete: passed, mastery: 0.8}\n---\n"
    body = ":::{truefalse} A?\n:answer: true\n:points: 0\n:::\n"

    def look(text: str) -> tuple[Diagnostic, ...]:
        reading = read_text(text, FILE, tmp_path, Settings())
        return check_module(reading, index(Settings()), "en")

    fixed = fix_text(front + body, FILE, look)

    assert {one.code for one in fixed.done} == {"LK113", "LK140"}
    assert [one.code for one in look(fixed.text) if one.severity is Severity.ERROR] == ["LK223"]
