"""`lessonkit play` of pages without a manifest: it says what stands around the page."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from tests.projects import lesson, project

import lessonkit
from lessonkit.cli.main import run
from lessonkit.inspect import play

PLAIN = "trang web"
NOTE = "trang tự tìm API của SCORM 1.2"


@contextmanager
def nowhere(*_: Any, **__: Any) -> Iterator[str]:
    """No server."""
    yield "http://127.0.0.1/"


@pytest.mark.parametrize(("profile", "kind"), [("", PLAIN), ("kolibri", "SCORM 1.2")])
@pytest.mark.parametrize("folder", [False, True])
def test_what_is_played(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
    profile: str, kind: str, folder: bool,
) -> None:  # fmt: skip
    root = project(tmp_path, {"a/module.md": lesson("a")})
    (outcome,) = lessonkit.build([root], outputs=["html"], profile=profile or None)
    assert not outcome.failed
    names = [path for path in (root / "build" / "a").iterdir() if path.is_dir() is folder]
    (path,) = names
    monkeypatch.setattr(play, "playing", nowhere)
    monkeypatch.setattr("lessonkit.cli.play._wait", lambda: None)
    assert run(["play", str(path), "--no-browser", "--lang", "vi"]) == 0
    said = capsys.readouterr()
    assert f"({kind})" in said.out
    assert (NOTE in said.err) is (profile != "")
