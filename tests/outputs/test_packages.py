"""The packages of a kitchen-sink module, seen by an independent witness and by their goldens."""

import unicodedata
import zipfile
from pathlib import Path

import pytest
from tests.golden import Golden
from tests.projects import KITCHEN_SINK, command, lesson, project, tree
from tests.witness.manifest import check_package

import lessonkit

EDITIONS = {"scorm12": "1.2", "scorm2004": "2004 4th Edition"}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the kitchen sink's artefacts."""
    out = tmp_path_factory.mktemp("out")
    (outcome,) = lessonkit.build([KITCHEN_SINK], out=out)
    assert not outcome.failed, outcome.diagnostics
    return out / "kitchen-sink"


def names(path: Path) -> list[str]:
    with zipfile.ZipFile(path) as archive:
        return archive.namelist()


@pytest.mark.parametrize("output", EDITIONS)
def test_a_witness_finds_no_fault(built: Path, output: str) -> None:
    assert check_package(built / f"kitchen-sink.{output}.zip", EDITIONS[output]) == []


def test_third_edition_by_setting(tmp_path: Path) -> None:
    root = project(tmp_path, {"a/module.md": lesson("a")}, "[build]\nscorm2004_edition = 3\n")
    lessonkit.build([root], outputs=["scorm2004"])
    assert check_package(root / "build/a/a.scorm2004.zip", "2004 3rd Edition") == []


def test_manifests_are_as_they_were(built: Path, update_golden: bool) -> None:
    files = {}
    for output in EDITIONS:
        with zipfile.ZipFile(built / f"kitchen-sink.{output}.zip") as archive:
            files[f"{output}.xml"] = archive.read("imsmanifest.xml")
    Golden(update_golden).compare("manifests", files)


def test_the_page_is_as_it_was(built: Path, update_golden: bool) -> None:
    """The whole page; style, script and media have names without a digest of their content."""
    page = (built / "html" / "index.html").read_bytes()
    Golden(update_golden).compare("page", {"index.html": page})


@pytest.mark.parametrize("output", EDITIONS)
def test_manifest_comes_first_and_the_page_next(built: Path, output: str) -> None:
    assert names(built / f"kitchen-sink.{output}.zip")[:2] == ["imsmanifest.xml", "index.html"]


def test_folder_and_zip_hold_the_same(built: Path) -> None:
    with zipfile.ZipFile(built / "kitchen-sink.html.zip") as archive:
        packed = {name: archive.read(name) for name in archive.namelist()}
    assert packed == tree(built / "html")


def test_packages_hold_the_same_media_as_the_folder(built: Path) -> None:
    media = sorted(name for name in tree(built / "html") if name.startswith("media/"))
    assert media
    for output in EDITIONS:
        found = names(built / f"kitchen-sink.{output}.zip")
        assert sorted(name for name in found if name.startswith("media/")) == media


def test_names_are_ascii_slugs_told_apart(tmp_path: Path) -> None:
    """`Đọc.svg` and `đọc.svg` are one name to Windows, `Đọc` and `Đục` to a careless slug."""
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h{}v9z"/></svg>'
    pictures = ("Đọc kỹ", "Đục kỹ", "doc-ky")
    text = "".join(f"\n![Hình {n}](<media/{name}.svg>)\n" for n, name in enumerate(pictures))
    files = {f"a/media/{name}.svg": svg.format(n) for n, name in enumerate(pictures)}
    root = project(tmp_path, {"a/module.md": lesson("a", text), **files})
    (outcome,) = lessonkit.build([root], outputs=["html"])
    assert not outcome.failed, outcome.diagnostics
    found = [name for name in tree(root / "build/a/html") if name.startswith("media/")]
    assert found == ["media/doc-ky-2.svg", "media/doc-ky.svg", "media/duc-ky.svg"]


def test_control_documents_lie_at_the_root_and_are_not_listed(tmp_path: Path) -> None:
    settings = '[build]\ncontrol_documents = "schema"\n'
    root = project(tmp_path, {"a/module.md": lesson("a")}, settings)
    for name in ("scorm12/adlcp_rootv1p2.xsd", "scorm2004-4/common/x.xsd", "scorm12/note.txt"):
        path = root / "schema" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("<schema/>")
    lessonkit.build([root], outputs=["scorm12", "scorm2004"])
    old, new = (root / f"build/a/a.{output}.zip" for output in EDITIONS)
    assert "adlcp_rootv1p2.xsd" in names(old)
    assert "note.txt" not in names(old)
    assert "common/x.xsd" in names(new)
    with zipfile.ZipFile(old) as archive:
        assert b'href="adlcp' not in archive.read("imsmanifest.xml")


def test_ids_are_ncnames_even_where_the_module_begins_with_a_digit(tmp_path: Path) -> None:
    root = project(tmp_path, {"7-buoc/module.md": lesson("7-buoc")})
    lessonkit.build([root], outputs=list(EDITIONS))
    for output, edition in EDITIONS.items():
        assert check_package(root / f"build/7-buoc/7-buoc.{output}.zip", edition) == []


@pytest.mark.parametrize("edition", [3, 4])
def test_titles_with_signs_of_xml_and_zips_that_every_platform_reads(
    tmp_path: Path, edition: int
) -> None:
    text = lesson("a", "\n![Hình](<media/Ảnh số 1.svg>)\n").replace("Bài a", "'A & <b> \"c\" ]]>'")
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'
    drawing = unicodedata.normalize("NFD", "a/media/Ảnh số 1.svg")
    settings = f"[build]\nscorm2004_edition = {edition}\n"
    root = project(tmp_path, {"a/module.md": text, drawing: svg}, settings)
    lessonkit.build([root], outputs=list(EDITIONS))
    version = {"scorm12": "1.2", "scorm2004": f"2004 {'3rd' if edition == 3 else '4th'} Edition"}
    for output, said in version.items():
        path = root / f"build/a/a.{output}.zip"
        assert check_package(path, said) == []
        with zipfile.ZipFile(path) as archive:
            manifest = archive.read("imsmanifest.xml").decode()
            assert manifest.count('<title>A &amp; &lt;b&gt; "c" ]]&gt;</title>') == 2
            assert "media/anh-so-1.svg" in archive.namelist()
            for entry in archive.infolist():
                assert entry.filename.isascii()
                # No data descriptor, no extra field, version 2.0: what the oldest readers know.
                assert (entry.flag_bits & 8, entry.extra, entry.extract_version) == (0, b"", 20)


def test_mastery_is_left_to_the_player(built: Path) -> None:
    """A platform that judges by the manifest fails a learner who pauses half-way."""
    with zipfile.ZipFile(built / "kitchen-sink.scorm12.zip") as archive:
        assert b"masteryscore" not in archive.read("imsmanifest.xml")
    with zipfile.ZipFile(built / "kitchen-sink.scorm2004.zip") as archive:
        assert b'satisfiedByMeasure="true"' not in archive.read("imsmanifest.xml")


def test_unknown_outputs_are_refused_with_a_near_name(tmp_path: Path) -> None:
    root = project(tmp_path, {"a/module.md": lesson("a")})
    done = command("build", "--output", "scrom12", cwd=root)
    assert (done.returncode, done.stdout) == (2, "")
    assert "scorm12" in done.stderr
