"""The codes of the reader: each has words, and sources that show it and its cure."""

import re
from pathlib import Path

import pytest
from tests.read.cases import CASES, FRONT, MAKERS, make_files, png, read_case

import lessonkit
from lessonkit.base.codes import Code, all_codes
from lessonkit.base.messages import LANGS, words
from lessonkit.model.settings import Settings
from lessonkit.read.module import Reading, read_module
from lessonkit.read.program import ProgramReading, read_program
from lessonkit.read.translation import read_translation

SOURCES = Path(lessonkit.__file__).parent
OURS = tuple(
    code for code in all_codes() if re.fullmatch(r"LK(1\d\d|43\d|6[015]\d|70\d|710|715)", code.code)
)
SHOWN = tuple(code for code in OURS if code.wrong)
UNSHOWN = {"LK100": "a file that cannot be opened", "LK119": "a type that no model has"}
"""Codes that no text shows, and why; the other ones without a source are shown by a case."""


def _reading(source: str, folder: Path, *, bare: bool = False) -> Reading | ProgramReading:
    """The reading of a source of the table: a module, a body, a translation, or a programme."""
    folder.mkdir()
    if source.startswith("=== "):
        name, _, text = source.removeprefix("=== ").partition("\n")
        path = folder / name
        path.write_text(text, "utf-8")
        return read_program(path, folder.parent, Settings())
    media = folder / "media"
    media.mkdir()
    for name, kind in (
        ("hinh.png", "png"), ("png-that.jpg", "png"), ("khong-lo.png", "huge png"),
        ("rong.png", "empty"), ("la.png", "noise"), ("ghi-am.mp3", "mp3"),
        ("to-roi.pdf", "pdf"), ("cat-ngang.pdf", "cut pdf"),
    ):  # fmt: skip
        (media / name).write_bytes(MAKERS[kind]())
    (media / "hình một.png").write_bytes(png())
    (media / "thu-muc.png").mkdir()
    first, *others = re.split(r"^=== (.+)\n", source, flags=re.MULTILINE)
    text = first if first.startswith("---") or bare else FRONT + first
    path = folder / "module.md"
    path.write_text(text + "\n", "utf-8")
    reading = read_module(path, folder.parent, Settings())
    if not others:
        return reading
    assert reading.module is not None
    assert reading.faults == ()
    other = folder / others[0]
    other.write_text(others[1] + "\n", "utf-8")
    return read_translation(other, others[0], reading.module, Settings())


@pytest.mark.parametrize("code", SHOWN, ids=lambda code: code.code)
def test_wrong_shows_the_fault_and_right_does_not(code: Code, tmp_path: Path) -> None:
    wrong = _reading(code.wrong, tmp_path / "bai-thu", bare=code.code == "LK104")
    assert {fault.code for fault in wrong.faults} == {code.code}
    right = _reading(code.right, tmp_path / "bai-dung")
    assert [fault.code for fault in right.faults] == []


def test_every_code_is_shown_somewhere(tmp_path: Path) -> None:
    left = {code.code for code in OURS} - {code.code for code in SHOWN} - set(UNSHOWN)
    named = {str(line).split()[1] for case in CASES for line in case.get("faults", ())}
    assert left <= named


@pytest.mark.parametrize("folder", ["read", "questions", "framework", "text"])
def test_every_code_in_the_source_is_in_the_table(folder: str) -> None:
    known = {code.code for code in all_codes()}
    for path in sorted((SOURCES / folder).glob("*.py")):
        named = set(re.findall(r"\bLK\d{3}\b", path.read_text("utf-8")))
        assert named <= known, path.name


def test_every_code_of_the_table_is_in_the_source() -> None:
    folders = ("read", "questions", "framework", "text")
    texts = (path.read_text("utf-8") for one in folders for path in (SOURCES / one).glob("*.py"))
    named = set(re.findall(r"\bLK\d{3}\b", "".join(texts)))
    assert {code.code for code in OURS} - named == set()


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("code", OURS, ids=lambda code: code.code)
def test_words_are_whole_sentences(code: Code, lang: str) -> None:
    said = words(code.code, lang)
    assert said.message
    assert said.hint
    assert said.why.endswith((".", "!"))
    assert not said.message.endswith(".")
    assert not re.search(r"pydantic|yaml\.|Error", said.message + said.hint + said.near)


def test_every_case_has_its_own_name(tmp_path: Path) -> None:
    names = [(case["file"], case["name"]) for case in CASES]
    assert len(names) == len(set(names))
    assert len(names) >= 90
    assert read_case(CASES[0], make_files(CASES[0], tmp_path)).faults
