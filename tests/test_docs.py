"""The manual is true: its lessons check clean, its links lead somewhere, its pages are fresh."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from scripts import reference
from tests.attachments import PAPERS

import lessonkit
from lessonkit.base.diag import Severity

ROOT = Path(__file__).resolve().parents[1]
GENERATED = frozenset(reference.PAGES)
PAGES = sorted(
    path
    for pattern in ("*.md", "docs/**/*.md", "modules/*.md", "themes/*.md", "bench/*.md")
    for path in ROOT.glob(pattern)
)
FENCE = re.compile(r"^(?P<marks>`{3,})(?P<info>[^`\n]*)\n(?P<text>.*?)^(?P=marks)$", re.M | re.S)
LINK = re.compile(r"(?<!\!)\[[^\]\n]+\]\((?P<target>[^)\s]+)\)|!\[[^\]\n]*\]\((?P<picture>[^)\s]+)")
FRONT = """---
id: bai-thu
title: Bài thử
summary: Một bài để thử.
lang: {lang}
minutes: 1
audience: [nguoi-dan]
objectives:
  - id: nhan-dien
    text: Nêu được ba dấu hiệu lừa đảo
    skill: tt02-2025:4.2
    level: 2
  - id: recognise
    text: Nêu được ba việc cần làm
    skill: tt02-2025:4.1
    level: 2
authors: [Nhóm thử]
license: CC-BY-4.0
---

"""
WHOLE = ("LK2", "LK4", "LK620")
"""Codes on a lesson as a whole, which a fragment cannot satisfy."""


def _png() -> bytes:
    out = BytesIO()
    Image.new("L", (8, 8), 200).save(out, "PNG")
    return out.getvalue()


FILES = {
    "png": _png(),
    "mp3": b"ID3\x03" + bytes(7) + b"\xff\xfb\x90\x00" + bytes(413),
    "mp4": b"\x00\x00\x00\x18ftypisom\x00\x00\x02\x00isommp42",
    "vtt": "WEBVTT\n\n00:00.000 --> 00:02.500\nBạn hãy cúp máy.\n".encode(),
    "pdf": PAPERS[".pdf"],
    "docx": PAPERS[".docx"],
}
"""The smallest file of each kind that an example names."""


@dataclass(frozen=True, slots=True)
class Example:
    """A lesson, or a part of one, in a fence of the manual."""

    page: str
    line: int
    text: str

    def __str__(self) -> str:
        return f"{self.page}:{self.line}"


def examples(text: str, page: str) -> Iterator[Example]:
    """Every fence that says `markdown`, nested ones left in their outer one."""
    for match in FENCE.finditer(text):
        if match["info"].strip() == "markdown":
            line = text.count("\n", 0, match.start()) + 1
            yield Example(page, line, match["text"])


EXAMPLES = [
    example
    for path in PAGES
    if path.name not in GENERATED or path.parent != reference.FOLDER
    for example in examples(path.read_text("utf-8"), path.relative_to(ROOT).as_posix())
]


def make_files(text: str, folder: Path) -> None:
    """Whatever below `media/` the text names, made up."""
    for name in set(re.findall(r"media/([\w.-]+\.\w+)", text)):
        (folder / "media").mkdir(exist_ok=True)
        (folder / "media" / name).write_bytes(FILES[name.rpartition(".")[2]])


def faults(example: Example, folder: Path) -> list[str]:
    """Errors and warnings of an example; of a fragment only those that it could avoid."""
    lang = "en" if example.page.endswith(".en.md") else "vi"
    is_whole = example.text.startswith("---")
    text = example.text if is_whole else FRONT.format(lang=lang) + example.text
    make_files(text, folder)
    (folder / "module.md").write_text(text, "utf-8")
    return [
        f"{one.code} {one.span.start.line}: {one.message}"
        for one in lessonkit.check([folder])
        if one.severity is not Severity.INFO and (is_whole or not one.code.startswith(WHOLE))
    ]


@pytest.mark.parametrize("example", EXAMPLES, ids=str)
def test_an_example_of_the_manual_checks_clean(example: Example, tmp_path: Path) -> None:
    assert faults(example, tmp_path) == []


def test_a_bad_example_would_be_found(tmp_path: Path) -> None:
    page = "```markdown\n:::{nota}\nChữ.\n:::\n```\n"
    (example,) = examples(page, "trang.md")
    assert [fault.split(" ")[0] for fault in faults(example, tmp_path)] == ["LK130"]


def test_there_are_examples_of_every_page_that_promises_them() -> None:
    pages = {example.page for example in EXAMPLES}
    assert {"README.md", "docs/tutorial/first-lesson.md", "docs/reference/authoring.md"} <= pages


def anchors(text: str) -> set[str]:
    """Anchors of the headings, as Git hosts make them."""
    bare = FENCE.sub("", text)
    found = re.findall(r"^#{1,6} (.+)$", bare, re.M)
    kept = (re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in found)
    return set(kept)


def broken_links(path: Path) -> list[str]:
    """Targets within the repository that are not there."""
    text = FENCE.sub("", path.read_text("utf-8"))
    found = []
    for match in LINK.finditer(re.sub(r"`[^`\n]*`", "", text)):
        target = match["target"] or match["picture"]
        if re.match(r"[a-z]+:", target):
            continue
        name, _, anchor = target.partition("#")
        other = (path.parent / name).resolve() if name else path
        if not other.exists() or (anchor and anchor not in anchors(other.read_text("utf-8"))):
            found.append(target)
    return found


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(path: Path) -> None:
    assert broken_links(path) == []


def test_a_broken_link_would_be_found(tmp_path: Path) -> None:
    page = tmp_path / "a.md"
    page.write_text("# Một\n\n[x](b.md) [y](#hai) [z](#một)\n", "utf-8")
    assert broken_links(page) == ["b.md", "#hai"]


@pytest.mark.parametrize("name", sorted(reference.PAGES))
def test_generated_pages_are_fresh(name: str) -> None:
    """Else: run `python scripts/reference.py`."""
    assert (reference.FOLDER / name).read_text("utf-8") == reference.PAGES[name]()


def test_every_vietnamese_page_has_an_english_one() -> None:
    here = {path.relative_to(ROOT).as_posix() for path in PAGES}
    single = ("docs/explanation/design.md", "docs/reference/python.md")
    wanted = {
        name.replace(".md", ".en.md")
        for name in here
        if name.startswith("docs/") and not name.endswith(".en.md") and name not in single
    }
    assert wanted <= here


def test_the_design_page_stays_short() -> None:
    lines = (ROOT / "docs/explanation/design.md").read_text("utf-8").splitlines()
    assert len(lines) <= 200
