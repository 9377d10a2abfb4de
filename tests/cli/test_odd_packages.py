"""`play` and `diff` on what is no package, or no good one: one sentence, the right exit code."""

import io
import os
import re
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest
from tests.inspect import packages
from tests.inspect.packages import packed
from tests.projects import many

PAGE = "<!doctype html><title>x</title>"


def stored_elsewhere() -> bytes:
    """A zip packed in a way that platforms do not read."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_BZIP2) as archive:
        archive.writestr("index.html", PAGE)
    return out.getvalue()


FILES: dict[str, tuple[bytes, str, int]] = {
    "rong.zip": (b"", "is an empty file", 2),
    "chu.zip": (b"hello", "is no .zip file", 2),
    "cut.zip": (packed({"index.html": PAGE * 50})[:70], "is damaged", 1),
    "bom.zip": (packages.bomb(), "grows far too large", 1),
    "khoa.zip": (packages.locked(), "locked with a password", 1),
    "link.zip": (packages.linked(), "a link to another file", 1),
    "dai.zip": (packages.boasting(), "more than 20000 files", 1),
    "leo.zip": (packed({"../x": PAGE, "index.html": PAGE}), "leads out of it", 1),
    "goc.zip": (packed({"/etc/x": PAGE, "index.html": PAGE}), "leads out of it", 1),
    "dia.zip": (packed({"C:\\x": PAGE, "index.html": PAGE}), "leads out of it", 1),
    "la.zip": (stored_elsewhere(), "platforms cannot read", 1),
    "esc.zip": (packed({"\x1b[2J\x07/../../x": PAGE}), "leads out of it", 1),
    "khoa-hoc.xml": (b"<courseStructure/>", "only the list of a package", 2),
}


def said(done: dict[str, Any]) -> str:
    """What went wrong, which is one line that steers no terminal."""
    text = str(done["err"])
    assert (done["out"], text.count("\n")) == ("", 1), text
    assert re.search("[\x00-\x09\x0b-\x1f\x7f\u202e]", text) is None, ascii(text)
    assert "Traceback" not in text
    assert "LESSONKIT_DEBUG" not in text
    return text


def test_bad_files_are_told_in_a_sentence_by_both(tmp_path: Path) -> None:
    for name, (data, _, _) in FILES.items():
        (tmp_path / name).write_bytes(data)
    runs = [
        [command, *[name] * (1 + (command == "diff")), "--lang", "en"]
        for name in FILES
        for command in ("play", "diff")
    ]
    for run, done in zip(runs, many(tmp_path, *runs), strict=True):
        _, words, code = FILES[run[1]]
        assert words in said(done), run
        assert done["code"] == (code if run[0] == "play" else 2), run


def test_folders_and_names_are_told_as_well(tmp_path: Path) -> None:
    (tmp_path / "rong").mkdir()
    (tmp_path / "build" / "bai").mkdir(parents=True)
    (tmp_path / "build" / "bai" / "bai.cmi5.zip").write_bytes(packed({"index.html": PAGE}))
    (tmp_path / "trang.html").write_text(PAGE)
    (tmp_path / "rong.html").write_bytes(b"")
    wanted = {
        "rong": ("holds no files", "neither built by lessonkit"),
        "build": ("bai/bai.cmi5.zip", "bai/bai.cmi5.zip"),
        "build/bai": ("several packages", "several packages"),
        "trang.html": ("is a web page", "neither built by lessonkit"),
        "rong.html": ("is an empty file", "neither built by lessonkit"),
        "khong-co.zip": ("is not there", "cannot be opened"),
        "a" * 300 + ".zip": ("cannot be read", "cannot be opened"),
        "x\x1b[2J.zip": ("is not there", "cannot be opened"),
    }
    runs = [run for name in wanted for run in (["play", name], ["diff", name, name])]
    found = iter(many(tmp_path, *([*run, "--lang", "en"] for run in runs)))
    for name, sentences in wanted.items():
        for words in sentences:
            done = next(found)
            assert words in said(done), name
            assert done["code"] == 2, name


@pytest.mark.skipif(sys.platform == "win32", reason="pipes and devices are files of Unix")
def test_a_pipe_and_a_device_are_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "ong.zip")
    (tmp_path / "vo-tan.zip").symlink_to("/dev/zero")
    names = ("ong.zip", "vo-tan.zip")
    runs = [run for name in names for run in (["play", name], ["diff", name, name])]
    for done in many(tmp_path, *([*run, "--lang", "en"] for run in runs)):
        assert ("is no .zip file" in said(done), done["code"]) == (True, 2)
