"""The cases of `tests/cases/read`: a text or a body, the files beside it, what is to be found.

A case has a `name` and one of `body` (a minimal front matter is put before it, lines count from the
body's first), `front` (front matter without its dashes; lines count from the file's first), `text`
(a whole file) or `hex` (bytes). `files` names what lies beside: a kind of `MAKERS`, a text behind
`text `, or `-> target` for a link. `original` is the `module.md` that the text translates.
`elsewhere` says that some text comes from another file, so that its words are not at its place.
`faults` are `line:column code`, with `→ near match` where there is one; `blocks` is a dump.
"""

import struct
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import yaml
from tests.attachments import MACROS, OLD_WORD, PAPERS, archive

from lessonkit.model.settings import Settings
from lessonkit.read.module import Reading, read_module
from lessonkit.read.translation import read_translation

FOLDER = Path(__file__).parent.parent / "cases" / "read"
FRONT = "---\nid: bai-thu\ntitle: Bài thử\n---\n"


def _load() -> Iterator[dict[str, Any]]:
    for path in sorted(FOLDER.glob("*.yml")):
        for case in yaml.safe_load(path.read_text("utf-8")):
            yield case | {"file": path.stem, "skip": FRONT.count("\n") if "body" in case else 0}


CASES = tuple(_load())


def data_of(case: dict[str, Any]) -> bytes:
    """The bytes of the file."""
    if "hex" in case:
        return bytes.fromhex(case["hex"])
    if "repeat" in case:
        text, times = str(case["repeat"][0]), int(case["repeat"][1])
        return (FRONT + text * times).encode()
    if "body" in case:
        text = FRONT + case["body"]
    elif "front" in case:
        text = f"---\n{case['front']}---\n"
    else:
        text = case["text"]
    return str(text).encode("utf-8")


def read_case(case: dict[str, Any], folder: Path) -> Reading:
    """The reading of a case whose files are made."""
    settings = Settings(raw_html=case.get("raw_html", False), lang=case.get("lang", "vi"))
    root = folder.parent
    name = "module.en.md" if "original" in case else "module.md"
    path = folder / name
    if not path.is_symlink():
        path.write_bytes(data_of(case))
    if "original" not in case:
        return read_module(path, root, settings)
    source = folder / "module.md"
    source.write_text(case["original"], "utf-8")
    original = read_module(source, root, settings).module
    assert original is not None
    return read_translation(path, name, original, settings)


def make_files(case: dict[str, Any], tmp_path: Path) -> Path:
    """The folder of the module, with what lies in it."""
    folder = tmp_path / str(case.get("folder", "bai-thu"))
    folder.mkdir()
    for name, kind in case.get("files", {}).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if kind.startswith("-> "):
            path.symlink_to(kind[3:])
        elif kind.startswith("text "):
            path.write_text(kind[5:], "utf-8")
        elif kind == "folder":
            path.mkdir()
        else:
            path.write_bytes(MAKERS[kind]())
    return folder


def png(width: int = 8, height: int = 8) -> bytes:
    """A grey picture."""
    rows = (b"\x00" + b"\xc8" * width) * height if width * height < 1_000_000 else b""
    parts = (
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)),
        (b"IDAT", zlib.compress(rows)),
        (b"IEND", b""),
    )
    chunks = (
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


MAKERS: dict[str, Callable[[], bytes]] = {
    "png": png,
    "huge png": lambda: png(20_000, 20_000),
    "mp3": lambda: b"ID3\x03\x00\x00\x00\x00\x00\x00" + b"\xff\xfb\x90\x00" + bytes(413),
    "mp4": lambda: struct.pack(">I", 24) + b"ftypisom\x00\x00\x02\x00isommp42",
    "vtt": "WEBVTT\n\n00:00.000 --> 00:02.500\nXin chào.\n".encode,
    "empty": bytes,
    "pdf": lambda: PAPERS[".pdf"],
    "cut pdf": lambda: PAPERS[".pdf"][:-9],
    "docx": lambda: PAPERS[".docx"],
    "cut docx": lambda: PAPERS[".docx"][:-30],
    "xlsx": lambda: PAPERS[".xlsx"],
    "odt": lambda: PAPERS[".odt"],
    "docm": lambda: MACROS,
    "doc": lambda: OLD_WORD,
    "zip": lambda: archive(("virus.exe", "MZ")),
    "exe": lambda: b"MZ\x90\x00\x03" + bytes(range(256)),
    "old text": lambda: "đông".encode("cp1258"),
    "noise": lambda: bytes(range(256)),
}
