"""The server of the tests, and what a missing tool means."""

import io
import json
import subprocess
import urllib.error
import urllib.request
import zipfile
from pathlib import Path

import pytest
from tests.witness import places
from tests.witness.server import LessonServer, byte_range, content_type


def test_a_zip_is_served_from_memory(server: LessonServer) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("media/a.svg", "<svg/>")
    path = server.mount(buffer.getvalue(), "one")
    with urllib.request.urlopen(f"{server.origin}{path}media/a.svg") as answer:
        assert (answer.read(), answer.headers["Content-Type"]) == (b"<svg/>", "image/svg+xml")


def test_what_is_not_there_is_remembered(server: LessonServer) -> None:
    for path in ("/lesson/none.js", "/npm/../package.json", "/lms/server.py"):
        with pytest.raises(urllib.error.HTTPError) as caught:
            urllib.request.urlopen(f"{server.origin}{path}")
        caught.value.close()
    assert server.missed() == ["/lesson/none.js", "/npm/../package.json", "/lms/server.py"]


def test_a_part_of_a_file(server: LessonServer) -> None:
    server.mount({"a.mp3": b"0123456789"})
    asked = urllib.request.Request(f"{server.origin}/lesson/a.mp3", headers={"Range": "bytes=2-4"})
    with urllib.request.urlopen(asked) as answer:
        assert (answer.status, answer.read()) == (206, b"234")
        assert answer.headers["Content-Range"] == "bytes 2-4/10"


@pytest.mark.parametrize(
    ("header", "part"),
    [
        ("", None),
        ("bytes=-", None),
        ("bytes=0-1,3-4", None),
        ("bytes=20-", None),
        ("bytes=8-", (8, 9)),
        ("bytes=-3", (7, 9)),
        ("bytes=0-99", (0, 9)),
    ],
)
def test_ranges(header: str, part: tuple[int, int] | None) -> None:
    assert byte_range(header, 10) == part


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.html", "text/html; charset=utf-8"),
        ("a.JS", "text/javascript; charset=utf-8"),
        ("a.odd", "application/octet-stream"),
    ],
)
def test_media_types(name: str, kind: str) -> None:
    assert content_type(name) == kind


def test_a_missing_tool_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(places.MissingToolError, match="chromium"):
        places.chromium()
    with pytest.raises(places.MissingToolError, match="npm ci"):
        places.npm_package("no-such-package")


def test_the_lock_names_no_registry() -> None:
    lock = json.loads((places.TESTS / "package-lock.json").read_text(encoding="utf-8"))
    wanted = json.loads((places.TESTS / "package.json").read_text(encoding="utf-8"))
    assert [name for name, one in lock["packages"].items() if "resolved" in one] == []
    assert lock["packages"][""]["devDependencies"] == wanted["devDependencies"]
    assert all(version[0].isdigit() for version in wanted["devDependencies"].values())


@pytest.mark.npm
def test_the_lms_keeps_its_types() -> None:
    tsc = places.npm_package("typescript") / "bin" / "tsc"
    flags = ["--checkJs", "--noEmit", "--strict", "--target", "es2022", "--lib", "es2022,dom"]
    script = str(places.WITNESS / "lms.js")
    done = subprocess.run(
        ["node", tsc, *flags, script], capture_output=True, text=True, check=False
    )
    assert done.stdout == ""
