"""Names that an author types, and what lies behind them."""

import hashlib
import os
import unicodedata
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from tests.attachments import PAPERS

from lessonkit.model.module import Asset
from lessonkit.read.assets import AssetProblem, read_asset, unused_media
from lessonkit.read.formats import BY_KIND, BY_SUFFIX, HEAD, promised, sniff
from lessonkit.read.motion import moves
from lessonkit.read.pixels import PictureError, pixels

NFC, NFD = "màn hình.png", unicodedata.normalize("NFD", "màn hình.png")


def picture(kind: str = "PNG", size: tuple[int, int] = (4, 2)) -> bytes:
    out = BytesIO()
    Image.new("RGB", size).save(out, kind)
    return out.getvalue()


SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 12"/>'
CONTENT: dict[str, bytes] = {
    ".png": picture("PNG"),
    ".jpg": picture("JPEG"),
    ".jpeg": picture("JPEG"),
    ".webp": picture("WEBP"),
    ".gif": picture("GIF"),
    ".avif": picture("AVIF"),
    ".svg": b'<?xml version="1.0"?>\n<!-- x -->\n' + SVG,
    ".mp3": b"ID3\x04\x00" + b"\0" * 20,
    ".m4a": b"\0\0\0\x18ftypM4A \0\0\0\0M4A mp42",
    ".ogg": b"OggS\0\x02" + b"\0" * 20,
    ".oga": b"OggS\0\x02" + b"\0" * 20,
    ".opus": b"OggS\0\x02" + b"\0" * 20 + b"OpusHead",
    ".wav": b"RIFF\x24\0\0\0WAVEfmt ",
    ".mp4": b"\0\0\0\x18ftypisom\0\0\0\0isommp42",
    ".m4v": b"\0\0\0\x18ftypM4V \0\0\0\0M4V mp42",
    ".webm": b"\x1a\x45\xdf\xa3\x9f\x42\x82\x84webm",
    ".vtt": "\ufeffWEBVTT\n\n00:01.000 --> 00:02.000\nXin chào\n".encode(),
    ".srt": "1\r\n00:00:01,000 --> 00:00:02,000\r\nXin chào\r\n".encode(),
    ".txt": "Xin chào, đây là lời thoại.".encode(),
    **PAPERS,
    ".md": b"<!-- note --> **BMI** la gi?",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A module's folder, with a file beside it that is none of its business."""
    (tmp_path / "secret.png").write_bytes(picture())
    (tmp_path / "module" / "media").mkdir(parents=True)
    return tmp_path / "module"


def put(folder: Path, name: str, data: bytes | None = None) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(picture() if data is None else data)
    return path


def code(found: Asset | AssetProblem) -> str:
    return found.code if isinstance(found, AssetProblem) else "ok"


@pytest.mark.parametrize("suffix", BY_SUFFIX)
def test_every_format_is_known_by_its_content(folder: Path, suffix: str) -> None:
    data = CONTENT[suffix]
    path = put(folder, f"media/a{suffix.upper()}", data)
    found = read_asset(folder, f"media/a{suffix.upper()}")
    assert isinstance(found, Asset), found
    assert (found.path, found.type, found.size) == (path, BY_SUFFIX[suffix], len(data))
    assert found.digest == hashlib.sha256(data).hexdigest()
    expected = {"image/svg+xml": (24, 12)}.get(found.type, (4, 2))
    assert found.pixels == (expected if found.type.startswith("image/") else None)


@pytest.mark.parametrize(
    ("stored", "written"),
    [
        (NFC, NFC),
        (NFC, NFD),
        (NFD, NFC),
        (NFD, NFD),
        (NFC, "m%C3%A0n%20h%C3%ACnh.png"),
        (NFD, "m%C3%A0n%20h%C3%ACnh.png"),
        ("100%.png", "100%.png"),
        ("100%.png", "100%25.png"),
        ("a%20b.png", "a%20b.png"),
        ("Screenshot\u202fPM.png", "Screenshot\u202fPM.png"),
        ("a.b.png", "./a.b.png"),
        ("C.png", "C.png"),
    ],
)
def test_a_name_is_found_however_it_is_typed(folder: Path, stored: str, written: str) -> None:
    path = put(folder, f"media/{stored}")
    found = read_asset(folder, f"media/{written}")
    assert isinstance(found, Asset), found
    assert found.path == path


def test_of_two_that_look_alike_the_one_typed_is_taken(folder: Path) -> None:
    for number, name in enumerate((NFC, NFD), 1):
        put(folder, f"media/{name}", picture(size=(number, 1)))
    for number, name in enumerate((NFC, NFD), 1):
        found = read_asset(folder, f"media/{name}")
        assert isinstance(found, Asset)
        assert found.pixels == (number, 1)


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("/etc/passwd", "LK702"),
        ("media/../../secret.png", "LK702"),
        ("../secret.png", "LK702"),
        ("..", "LK702"),
        ("media/%2e%2e/%2e%2e/secret.png", "LK702"),
        ("media\\a.png", "LK702"),
        ("media%5Ca.png", "LK702"),
        ("media/a\x00.png", "LK702"),
        ("media/a%00.png", "LK702"),
        ("media/a\n.png", "LK702"),
        ("", "LK702"),
        (".", "LK702"),
        ("https://x.example/a.png", "LK708"),
        ("HTTP://x.example/a.png", "LK708"),
        ("//x.example/a.png", "LK708"),
        ("data:image/png;base64,AAAA", "LK708"),
        ("file:///etc/passwd", "LK708"),
        ("C:\\a.png", "LK702"),
        ("javascript:alert(1)", "LK708"),
        ("media/thiếu.png", "LK701"),
        ("media/" + "a" * 5000 + ".png", "LK701"),
        ("media/a.png/b.png", "LK701"),
        ("media/A.png", "LK705"),
        ("Media/a.png", "LK705"),
        ("media", "LK707"),
        ("media/", "LK707"),
        ("media/a.png", "ok"),
        ("media//a.png", "ok"),
    ],
)
def test_names(folder: Path, name: str, problem: str) -> None:
    put(folder, "media/a.png")
    found = read_asset(folder, name)
    assert code(found) == problem
    if isinstance(found, AssetProblem):
        assert found.args["name"] == name


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("media/man-hin.png", "media/man-hinh.png"),
        ("man-hinh.png", "media/man-hinh.png"),
        ("media/Man%20Hinh.png", "media/man-hinh.png"),
        ("media/bai.png", ""),
    ],
)
def test_a_missing_one_comes_with_what_was_meant(folder: Path, name: str, near: str) -> None:
    put(folder, "media/man-hinh.png")
    put(folder, "module.md", b"# x")
    assert read_asset(folder, name) == AssetProblem("LK701", {"name": name, "near": near})


def test_another_case_names_the_file_that_is_there(folder: Path) -> None:
    put(folder, "media/Ảnh/Đọc.png")
    args = {"name": "media/ảnh/đọc.png", "near": "media/Ảnh"}
    assert read_asset(folder, "media/ảnh/đọc.png") == AssetProblem("LK705", args)


@pytest.mark.parametrize(
    ("name", "data", "problem"),
    [
        ("a.png", b"", "LK704"),
        ("a.png", picture("JPEG"), "LK703"),
        ("a.jpg", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "LK703"),
        ("a.png", SVG, "LK703"),
        ("a.svg", b"<html><body/></html>", "LK703"),
        ("a.svg", SVG[:-2], "LK711"),
        ("a.svg", b"<!DOCTYPE svg [<!ENTITY a 'b'>]>" + SVG, "LK711"),
        ("a.svg", b'<x:svg xmlns:x="urn:x"><y:z/></x:svg>', "LK711"),
        ("a.png", picture()[:20], "LK711"),
        ("a.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 40, "LK711"),
        ("a.jpg", picture("JPEG")[:100], "LK711"),
        ("a.webp", picture("WEBP")[:20], "LK711"),
        ("a.gif", b"GIF89a\0\0\0\0\0\0\0", "LK711"),
        ("a.avif", picture("AVIF")[:60], "LK711"),
        ("a.png", picture(size=(90, 90))[:-30], "LK711"),
        ("a.jpg", picture("JPEG", (90, 90))[:-300], "LK711"),
        ("a.webp", picture("WEBP", (90, 90))[:-30], "LK711"),
        ("a.gif", picture("GIF", (90, 90)).rstrip(b";")[:-30], "LK711"),
        ("a.png", picture() + b"notes of a phone" * 9000, "ok"),
        ("a.jpg", picture("JPEG") + b"\0" * 9000, "ok"),
        ("a.gif", picture("GIF") + b"\0" * 9000, "ok"),
        ("a.png", b"MZ\x90\x00", "LK709"),
        ("a.mp3", b"\x00\x01\x02\x03", "LK709"),
        ("a.mp3", b"xin", "LK703"),
        ("a.srt", b"xin", "LK703"),
        ("a.srt", "1\n00:00:01,000 --> x".encode("utf-16"), "LK709"),
        ("a.vtt", "WEBVTT".encode("utf-16"), "LK709"),
        ("a.txt", "đông".encode("cp1258"), "LK709"),
        ("a.docx", b"PK\x03\x04", "LK715"),
        ("a.heic", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "LK709"),
        ("a.html", b"<p>", "LK709"),
        ("a.txt", b"xin chao " * HEAD + "đ".encode("cp1258"), "LK709"),
        ("a", b"chu", "LK709"),
        ("a", picture(), "ok"),
        ("a.bak", picture(), "ok"),
        ("a.m4a", CONTENT[".mp4"], "ok"),
        ("a.mp4", CONTENT[".m4a"], "ok"),
        ("a.txt", CONTENT[".srt"], "ok"),
        ("a.txt", ("đ" * HEAD).encode(), "ok"),
    ],
)
def test_contents(folder: Path, name: str, data: bytes, problem: str) -> None:
    put(folder, name, data)
    assert code(read_asset(folder, name)) == problem


def test_what_was_said_and_what_was_found_are_named(folder: Path) -> None:
    put(folder, "a.png", picture("JPEG"))
    args = {"name": "a.png", "said": "PNG", "found": "JPEG"}
    assert read_asset(folder, "a.png") == AssetProblem("LK703", args)


@pytest.mark.parametrize("kind", BY_KIND)
@pytest.mark.parametrize("suffix", [".png", ".svg", ".mp3", ".mp4", ".vtt", ".srt", ".txt"])
def test_each_place_takes_what_it_can_use(folder: Path, suffix: str, kind: str) -> None:
    put(folder, f"a{suffix}", CONTENT[suffix])
    found = read_asset(folder, f"a{suffix}", kind)
    fits = BY_SUFFIX[suffix] in BY_KIND[kind]
    assert code(found) == ("ok" if fits else "LK710")
    if isinstance(found, AssetProblem):
        assert found.args["found"] == {".vtt": "WebVTT"}.get(suffix, suffix[1:].upper())
        assert str(found.args["wanted"])


def test_too_many_pixels_by_the_header_alone(folder: Path) -> None:
    data = bytearray(picture())
    data[16:24] = (8000).to_bytes(4, "big") + (5001).to_bytes(4, "big")
    put(folder, "a.png", bytes(data))
    found = read_asset(folder, "a.png")
    assert found == AssetProblem(
        "LK706", {"name": "a.png", "width": 8000, "height": 5001, "limit": 40}
    )
    assert code(read_asset(folder, "a.png", "picture", 41)) == "ok"


def test_a_large_drawing_is_not_too_large(folder: Path) -> None:
    put(folder, "a.svg", SVG.replace(b"24 12", b"24000 12000"))
    found = read_asset(folder, "a.svg")
    assert isinstance(found, Asset)
    assert found.pixels == (24000, 12000)


def link(folder: Path, name: str, target: str) -> None:
    (folder / name).symlink_to(target)


def pipe(folder: Path) -> None:
    os.mkfifo(folder / "media/a.png")


def link_inside(folder: Path) -> None:
    put(folder, "b.png")
    link(folder, "media/a.png", "../b.png")


SPECIAL: dict[str, tuple[Callable[[Path], None], str]] = {
    "link out": (lambda folder: link(folder, "media/a.png", "../../secret.png"), "LK702"),
    "absolute link": (lambda folder: link(folder, "media/a.png", "/etc/hostname"), "LK702"),
    "link to nothing": (lambda folder: link(folder, "media/a.png", "gone.png"), "LK707"),
    "link to itself": (lambda folder: link(folder, "media/a.png", "a.png"), "LK707"),
    "link inside": (link_inside, "ok"),
    "device": (lambda folder: link(folder, "media/a.png", "/dev/zero"), "LK702"),
    "pipe": (pipe, "LK707"),
    "folder": (lambda folder: (folder / "media/a.png").mkdir(), "LK707"),
}


@pytest.mark.skipif(os.name == "nt", reason="links and pipes of Unix")
@pytest.mark.parametrize("name", SPECIAL)
def test_what_is_no_plain_file_of_the_module(folder: Path, name: str) -> None:
    make, problem = SPECIAL[name]
    make(folder)
    assert code(read_asset(folder, "media/a.png")) == problem


@pytest.mark.skipif(os.name == "nt", reason="links of Unix")
def test_a_linked_folder_does_not_lead_out(folder: Path) -> None:
    link(folder, "out", "..")
    assert code(read_asset(folder, "out/secret.png")) == "LK702"


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may read everything")
def test_no_permission(folder: Path) -> None:
    put(folder, "a.png").chmod(0)
    assert code(read_asset(folder, "a.png")) == "LK707"


def test_a_module_behind_a_link_keeps_its_files(folder: Path) -> None:
    put(folder, "media/a.png")
    link(folder.parent, "door", "module")
    assert code(read_asset(folder.parent / "door", "media/a.png")) == "ok"


def test_unused_media(folder: Path) -> None:
    for name in ("media/a.png", f"media/{NFD}", "media/in/Đọc.jpg", "media/b.mp3", "c.png"):
        put(folder, name)
    for name in ("media/.hidden.png", "media/ve.py", "media/Thumbs.db", "media/.git/d.png"):
        put(folder, name)
    asset = read_asset(folder, f"media/{NFC}")
    assert isinstance(asset, Asset)
    unused = unused_media(folder, {f"media/{NFC}": asset})
    assert unused == ("media/a.png", "media/b.mp3", "media/in/Đọc.jpg")
    assert unused_media(folder / "media", {}) == ()


@given(st.binary(max_size=200), st.sampled_from(sorted(CONTENT)))
def test_any_bytes_are_a_type_or_none(data: bytes, suffix: str) -> None:
    for one in (data, CONTENT[suffix][:8] + data):
        media_type = sniff(one)
        if media_type is not None and media_type in BY_KIND["picture"]:
            try:
                pixels(BytesIO(one), media_type)
            except PictureError:
                continue


@given(st.text(max_size=20))
def test_any_name_promises_something_or_nothing(name: str) -> None:
    assert promised(name) is None or promised(name) in BY_SUFFIX.values()


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG", "AVIF"])
@pytest.mark.parametrize("frames", [1, 2, 5])
def test_what_moves(kind: str, frames: int) -> None:
    out = BytesIO()
    images = [Image.effect_noise((90, 60), 60 + one).convert("RGB") for one in range(frames)]
    more = {"save_all": True, "append_images": images[1:], "duration": 50} if frames > 1 else {}
    images[0].save(out, kind, **more)
    data = out.getvalue()
    assert moves(BytesIO(data), f"image/{kind.lower()}") is (frames > 1)
    assert moves(BytesIO(data), "image/jpeg") is False
    for length in (0, 5, 12, 30, len(data) // 40):
        assert moves(BytesIO(data[:length]), f"image/{kind.lower()}") in (True, False)
