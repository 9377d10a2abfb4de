"""Files that a lesson hands out: in every artefact, or said to be missing from it."""

import re
import unicodedata
import zipfile
from base64 import b64decode
from pathlib import Path

import pytest
from tests.attachments import PAPERS, pdf
from tests.projects import lesson, project
from tests.witness.manifest import check_package

import lessonkit
from lessonkit.build.outcome import Outcome

NFD = unicodedata.normalize("NFD", "Tờ rơi số 1.pdf")
TEXT = """
Tải [tờ rơi **mới**](<media/Tờ rơi số 1.pdf>) và [mẫu đơn](<mẫu & đơn.docx> "Để in"){lang=vi}.

:::{choice} Xem [bảng số](media/bang.csv) rồi chọn.
:id: c1
:hint: Có trong [tờ rơi](<media/Tờ rơi số 1.pdf>).
- [x] Một
  > Đúng, theo [bảng số](media/bang.csv).
- [ ] Hai
:::

:::{teacher}
Chỉ dành cho người dạy: [đáp án](dap-an.odt).
:::
"""


def built(tmp_path: Path, size: int = 0) -> tuple[Path, Outcome]:
    files = {
        f"a/media/{NFD}": pdf(size),
        "a/mẫu & đơn.docx": PAPERS[".docx"],
        "a/media/bang.csv": PAPERS[".csv"],
        "a/dap-an.odt": PAPERS[".odt"],
    }
    root = project(tmp_path, {"a/module.md": lesson("a", TEXT)})
    for name, data in files.items():
        path = root / "modules" / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
    (outcome,) = lessonkit.build([root])
    assert not outcome.failed, outcome.diagnostics
    return root / "build/a", outcome


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The artefacts of the lesson with light files."""
    return built(tmp_path_factory.mktemp("light"))[0]


def links(html: str) -> list[tuple[str, str, str]]:
    """Address, name to be saved under and text of each link that saves a file."""
    found = re.findall(r'<a href="([^"]+)" download="([^"]+)"[^>]*>(.*?)</a>', html)
    return [(str(a), str(b), str(c)) for a, b, c in found]


def test_a_page_beside_its_files_links_to_them(folder: Path) -> None:
    found = links((folder / "html/index.html").read_text("utf-8"))
    first = ("media/to-roi-so-1.pdf", "Tờ rơi số 1.pdf")
    kind = f"PDF, {len(pdf())}\N{NO-BREAK SPACE}B"
    assert found[0] == (*first, f"tờ rơi <strong>mới</strong> ({kind})")
    assert found[1][:2] == ("media/mau-don.docx", "mẫu &amp; đơn.docx")
    assert {one[0] for one in found} == {first[0], found[1][0], "media/bang.csv"}
    assert sum(one[0] == first[0] for one in found) == 2
    for url, _, _ in found:
        assert (folder / "html" / url).is_file()
    assert (folder / "html" / first[0]).read_bytes() == pdf()


def test_the_facilitators_file_stays_behind(folder: Path) -> None:
    assert not list((folder / "html/media").glob("dap-an*"))


@pytest.mark.parametrize("output", ["html", "scorm12", "scorm2004"])
def test_packages_carry_and_list_them(folder: Path, output: str) -> None:
    with zipfile.ZipFile(folder / f"a.{output}.zip") as archive:
        names = set(archive.namelist())
        papers = {"media/to-roi-so-1.pdf", "media/mau-don.docx", "media/bang.csv"}
        assert papers == {name for name in names if name.startswith("media/")}
        assert archive.read("media/to-roi-so-1.pdf") == pdf()
        if output != "html":
            manifest = archive.read("imsmanifest.xml").decode()
            listed = set(re.findall(r'<file href="([^"]+)"', manifest))
            assert listed == names - {"imsmanifest.xml"}
    edition = {"scorm12": "1.2", "scorm2004": "2004 4th Edition"}.get(output)
    assert edition is None or check_package(folder / f"a.{output}.zip", edition) == []


def test_one_file_holds_them_inside(folder: Path) -> None:
    found = links((folder / "a.html").read_text("utf-8"))
    kind, _, data = found[0][0].partition(";base64,")
    assert (kind, b64decode(data)) == ("data:application/pdf", pdf())


def test_what_is_too_heavy_for_one_file_is_said_in_it_and_to_the_author(tmp_path: Path) -> None:
    folder, outcome = built(tmp_path, 4_500_000)
    said = [one for one in outcome.diagnostics if one.code == "LK517"]
    assert [(one.args["name"], one.args["outputs"]) for one in said] == [
        ("media/Tờ rơi số 1.pdf", "single")
    ]
    page = (folder / "a.html").read_text("utf-8")
    assert len(page) < 1_000_000
    assert "tờ rơi <strong>mới</strong> (PDF, 4,5\N{NO-BREAK SPACE}MB, không kèm" in page
    assert "media/" not in "".join(url for url, _, _ in links(page))
    assert "media/to-roi-so-1.pdf" in (folder / "html/index.html").read_text("utf-8")
