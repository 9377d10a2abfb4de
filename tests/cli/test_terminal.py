"""The command line on terminals and pipes of all kinds."""

import io
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.projects import BROKEN, bare, command, lesson, lessons, project

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
        (["check", "--lang", "en"], {}, "en"),
        (["explain", "--lang=en", "LK301"], {}, "en"),
        (["--lang", "vi", "check", "--lang", "en"], {}, "en"),
        (["check", "--", "--lang", "en"], {}, "vi"),
        (["new", "module", "x", "--lang", "en"], {}, "vi"),
        (["--lang", "en", "new", "module", "x", "--lang", "vi"], {}, "en"),
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


@pytest.mark.parametrize(
    ("arguments", "code"),
    [(["check"], 1), (["check", "--format", "json"], 1), (["build"], 1), (["--help"], 0),
     (["check", "modules/a"], 0), (["--version"], 0), (["explain", "LK301"], 0)],
)  # fmt: skip
def test_who_reads_no_more_changes_no_exit_code(
    arguments: list[str], code: int, tmp_path: Path
) -> None:
    project(tmp_path, {"a/module.md": lesson("a"), "b/module.md": BROKEN, "c/module.md": BROKEN})
    reading, writing = os.pipe()
    os.close(reading)
    done = started(arguments, tmp_path, stdout=writing)
    os.close(writing)
    assert (done.returncode, done.stderr) == (code, "")


def started(arguments: list[str], cwd: Path, **streams: Any) -> subprocess.CompletedProcess[str]:
    """`lessonkit` with these streams, and with an error stream to be read."""
    command = [sys.executable, "-m", "lessonkit", *arguments]
    given = {"stderr": subprocess.PIPE, **streams}
    return subprocess.run(
        command, cwd=cwd, env=bare(), encoding="utf-8", check=False, timeout=60, **given
    )


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full")
@pytest.mark.parametrize("arguments", [["check"], ["--help"], ["--version"], ["build"]])
def test_a_full_disk_behind_the_output_is_said(arguments: list[str], tmp_path: Path) -> None:
    lessons(tmp_path, "a")
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = started(arguments, tmp_path, stdout=full)
        said = "Lỗi: Không in được kết quả: ổ đĩa đã đầy.\n"
        assert (done.returncode, done.stderr) == (1, said)
        silent = started(["nope"], tmp_path, stderr=full)
    assert silent.returncode == 2


@pytest.mark.skipif(sys.platform == "win32", reason="needs a shell that closes streams")
@pytest.mark.parametrize(
    ("arguments", "code"), [("check", 1), ("--version", 0), ("new module x", 0)]
)
def test_closed_streams_are_no_fault(arguments: str, code: int, tmp_path: Path) -> None:
    project(tmp_path, {"b/module.md": BROKEN})
    line = f'"{sys.executable}" -m lessonkit {arguments} <&- >&-'
    done = subprocess.run(
        ["sh", "-c", line], cwd=tmp_path, env=bare(), stderr=subprocess.PIPE, encoding="utf-8",
        check=False, timeout=60,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (code, "")


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
@pytest.mark.parametrize("name", ["lessonkit.base.memory", "click", "lessonkit.cli.check", "yaml"])
def test_stopping_while_modules_are_loaded_gives_no_traceback(name: str, tmp_path: Path) -> None:
    lessons(tmp_path, "a")
    code = (
        "import os, signal, sys\n"
        "class Stop:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        f"        if name == {name!r}: os.kill(os.getpid(), signal.SIGINT)\n"
        "sys.meta_path.insert(0, Stop())\n"
        "sys.argv = ['lessonkit', 'check']\n"
        "from lessonkit.__main__ import main\n"
        "sys.exit(main())\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, env=bare(), capture_output=True,
        encoding="utf-8", check=False, timeout=60,
    )  # fmt: skip
    assert "Traceback" not in done.stderr
    assert done.returncode in (-2, 130)


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
