"""The command line on terminals and pipes of all kinds."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.projects import command, lessons

from lessonkit.cli.console import Console
from lessonkit.cli.main import guarded
from lessonkit.cli.progress import Progress
from lessonkit.cli.table import table, width
from lessonkit.cli.words import Words, preferred
from lessonkit.text.weight import weight


@pytest.mark.parametrize(
    ("arguments", "environ", "lang"),
    [
        ([], {}, "vi"),
        ([], {"LANG": "en_GB.UTF-8"}, "en"),
        ([], {"LANG": "fr_FR.UTF-8"}, "vi"),
        ([], {"LANG": "en_US", "LC_ALL": "vi_VN"}, "vi"),
        ([], {"LANG": "en_US", "LESSONKIT_LANG": "vi"}, "vi"),
        (["--lang", "en"], {"LESSONKIT_LANG": "vi"}, "en"),
        (["--lang=en", "check"], {}, "en"),
        (["new", "module", "x", "--lang", "en"], {}, "vi"),
        (["--lang"], {}, "vi"),
        (["--lang", "de"], {}, "vi"),
    ],
)
def test_language_of_messages(arguments: list[str], environ: dict[str, str], lang: str) -> None:
    assert preferred(arguments, environ) == lang


def test_columns_are_measured_as_terminals_show_them() -> None:
    assert [width(text) for text in ("Bài", "Ba\u0300i", "課")] == [3, 3, 2]
    rows = [["Bài", "9"], ["a", "10"], ["課程", "1"]]
    assert list(table(rows, frozenset({1}))) == ["Bài    9", "a     10", "課程   1"]


@pytest.mark.parametrize(
    ("size", "vi", "en"),
    [(0, "0 B", "0 B"), (999, "999 B", "999 B"), (999_499, "999 kB", "999 kB"),
     (999_500, "1,0 MB", "1.0 MB"), (12_345_678, "12,3 MB", "12.3 MB")],
)  # fmt: skip
def test_weights_are_in_human_units(size: int, vi: str, en: str) -> None:
    assert (weight(size, "vi"), weight(size, "en")) == (vi, en)


def test_a_narrow_encoding_gets_letters_without_marks(tmp_path: Path) -> None:
    done = command("build", "x", cwd=tmp_path, env={"PYTHONIOENCODING": "ascii"})
    assert done.stderr == 'Loi: Khong tim thay "x". Hay kiem tra lai duong dan.\n'


def test_a_closed_pipe_is_no_fault(tmp_path: Path) -> None:
    lessons(tmp_path, "a")
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-m", "lessonkit", "check"], cwd=tmp_path, stdout=writing,
        stderr=subprocess.PIPE, check=False, timeout=60,
    )  # fmt: skip
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize(
    ("environ", "tty", "coloured"),
    [({}, True, True), ({}, False, False), ({"NO_COLOR": "1"}, True, False),
     ({"TERM": "dumb"}, True, False), ({"FORCE_COLOR": "1"}, False, True)],
)  # fmt: skip
def test_colours_only_where_they_are_wanted(
    environ: dict[str, str], tty: bool, coloured: bool
) -> None:
    console = Console(Words("vi"), _Stream(tty), _Stream(tty), environ)
    assert (console.paint("x", "error") != "x") is coloured


class _Stream(io.StringIO):
    def __init__(self, tty: bool) -> None:
        super().__init__()
        self._tty = tty

    def isatty(self) -> bool:
        return self._tty


def test_our_own_fault_is_a_sentence_and_an_exit_code() -> None:
    err = _Stream(False)
    console = Console(Words("en"), _Stream(False), err, {})

    def work() -> int:
        raise ZeroDivisionError("secret")

    assert guarded(console, work) == 1
    assert err.getvalue().startswith("Error: lessonkit met a fault of its own (ZeroDivisionError)")


def test_the_traceback_is_there_for_those_who_ask() -> None:
    console = Console(Words("en"), _Stream(False), _Stream(False), {"LESSONKIT_DEBUG": "1"})

    def work() -> int:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        guarded(console, work)


def test_progress_waits_and_cleans_up(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter((0.0, 0.5, 1.5, 1.5))
    monkeypatch.setattr("time.monotonic", lambda: next(clock))
    stream = _Stream(True)
    with Progress(stream, "Dựng", 4) as progress:
        progress.show(1)
        assert stream.getvalue() == ""
        progress.show(2)
        assert stream.getvalue() == "\rDựng [############............] 2/4"
    assert stream.getvalue().endswith("\r" + " " * 35 + "\r")


def test_no_progress_where_nobody_watches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("time.monotonic", iter((0.0, 9.0)).__next__)
    stream = _Stream(False)
    with Progress(stream, "x", 2) as progress:
        progress.show(1)
    assert stream.getvalue() == ""
