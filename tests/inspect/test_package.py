"""Packages as they come: ours, those of others, broken and hostile ones."""

import io
import struct
import zipfile
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.inspect import packages
from tests.inspect.packages import TWO_SCOS, item, manifest, packed, resource, zipped

from lessonkit.inspect.contents import BROKEN, open_contents
from lessonkit.inspect.course import Sco
from lessonkit.inspect.fault import PackageFault
from lessonkit.inspect.package import Package, open_package

PAGE = "<!doctype html><title>x</title>"
ONE = manifest(item("a", "r"), resource("r", "a.html"))
BILLION = ONE.replace("<manifest", '<!DOCTYPE m [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><manifest')
DEEP = ONE.replace("<resources>", "<x>" * 200 + "</x>" * 200 + "<resources>")
NESTED = packed({"goi.zip": packed({"imsmanifest.xml": ONE})})
BAD = {
    "html page": ("bai.html", PAGE.encode(), "page", 2),
    "no zip": ("bai.zip", b"Rar!\x1a\x07", "not-zip", 2),
    "cut off": ("bai.zip", packed({"a.html": PAGE, "imsmanifest.xml": ONE})[:60], "damaged", 1),
    "no files": ("bai.zip", packed({}), "empty", 2),
    "neither manifest nor page": ("bai.zip", packed({"a.html": PAGE}), "no-manifest", 1),
    "folder zipped": ("bai.zip", packed({"bai/imsmanifest.xml": ONE}), "manifest-elsewhere", 1),
    "zip in zip": ("bai.zip", NESTED, "zip-in-zip", 1),
    "manifest no xml": ("bai.zip", packed({"imsmanifest.xml": "<a>"}), "bad-manifest", 1),
    "manifest other xml": ("bai.zip", packed({"imsmanifest.xml": "<a/>"}), "bad-manifest", 1),
    "entities": ("bai.zip", packed({"imsmanifest.xml": BILLION, "a.html": ""}), "bad-manifest", 1),
    "deep": ("bai.zip", packed({"imsmanifest.xml": DEEP, "a.html": ""}), "bad-manifest", 1),
    "nothing launched": ("bai.zip", packed({"imsmanifest.xml": manifest("", "")}), "no-launch", 1),
    "launch file missing": ("bai.zip", packed({"imsmanifest.xml": ONE}), "no-file", 1),
    "other spelling": (
        "bai.zip", packed({"imsmanifest.xml": ONE, "A.html": ""}), "no-file-near", 1
    ),
    "launched elsewhere": (
        "bai.zip",
        packed({"imsmanifest.xml": ONE.replace("a.html", "https://example.org/")}),
        "no-launch",
        1,
    ),
    "0 bytes": ("bai.zip", b"", "nothing", 2),
    "bare list": ("cmi5.xml", b"<courseStructure/>", "bare-manifest", 2),
    "cmi5 zipped with its folder": (
        "bai.zip", packed({"bai/cmi5.xml": ONE}), "manifest-elsewhere", 1
    ),
    "other case": ("bai.zip", packed({"CMI5.XML": ONE}), "manifest-spelling", 1),
    "marks apart": (
        "bai.zip",
        packed({"imsmanifest.xml": ONE.replace("a.html", "Bài.html"), "Ba\u0300i.html": PAGE}),
        "no-file-marks",
        1,
    ),
    "climbs": ("bai.zip", packed({"../x.html": PAGE, "index.html": PAGE}), "climbs", 1),
    "climbs backwards": ("bai.zip", packed({"a\\..\\..\\x": PAGE}), "climbs", 1),
    "absolute": ("bai.zip", packed({"/etc/x.html": PAGE}), "climbs", 1),
    "drive": ("bai.zip", packed({"C:/x.html": PAGE}), "climbs", 1),
    "link": ("bai.zip", packages.linked(), "link", 1),
    "locked": ("bai.zip", packages.locked(), "locked", 1),
    "too many": ("bai.zip", packages.boasting(), "too-many", 1),
    "bomb": ("bai.zip", packages.bomb(), "bomb", 1),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_what_is_no_good_package_is_refused(name: str, tmp_path: Path) -> None:
    file, data, key, code = BAD[name]
    (tmp_path / file).write_bytes(data)
    with pytest.raises(PackageFault) as caught:
        open_package(tmp_path / file)
    assert (caught.value.key, caught.value.exit_code) == (key, code)


def test_what_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PackageFault, match="absent"):
        open_package(tmp_path / "khong.zip")


def test_a_source_and_a_folder_of_packages_are_told_apart(tmp_path: Path) -> None:
    zipped(tmp_path / "bai.scorm12.zip", {"imsmanifest.xml": ONE})
    with pytest.raises(PackageFault, match="many"):
        open_package(tmp_path)
    (tmp_path / "module.md").write_text("x")
    with pytest.raises(PackageFault, match="module"):
        open_package(tmp_path)


LK_DATA = '<script type="application/json" id="lk-data">%s</script>'
ALONE = {
    "of another tool": ("", "", False),
    "made for no platform": (LK_DATA % '{"target": "html"}', "", False),
    "SCORM 1.2, as for Kolibri": (LK_DATA % '{"target": "scorm12"}', "1.2", True),
    "SCORM 2004": (LK_DATA % '{"target": "scorm2004"}', "2004", True),
    "cmi5": (LK_DATA % '{"target": "cmi5"}', "", False),
    "no JSON": (LK_DATA % "{", "", False),
    "no table": (LK_DATA % "[1]", "", False),
    "odd": (LK_DATA % '{"target": ["scorm12"]}', "", False),
    "deep": (LK_DATA % ("[" * 100_000), "", False),
    "very large": (LK_DATA % '{"target": "scorm12"}' + " " * 8_000_001, "", False),
}
"""Pages without a manifest: what stands in them, what they speak, whether anything is tracked."""


@pytest.mark.parametrize("name", ALONE)
def test_a_page_without_manifest_gets_the_api_it_looks_for(name: str, tmp_path: Path) -> None:
    text, version, tracked = ALONE[name]
    package = opened(tmp_path, {"index.html": PAGE + text})
    (part,) = package.course.parts
    assert (package.course.version, part.tracked, package.manifest) == (version, tracked, "")


def test_a_common_cartridge_is_no_scorm(tmp_path: Path) -> None:
    space = (
        'xmlns="http://www.imsglobal.org/xsd/imsccv1p3/imscp_v1p1"'
        ' xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3"'
    )
    text = manifest(item("a", "r"), resource("r", "a.html"), space, "1.3.0")
    assert opened(tmp_path, {"imsmanifest.xml": text, "a.html": PAGE}).course.version == ""


@given(
    st.lists(st.tuples(st.integers(0, 10**4), st.integers(0, 255)), max_size=6), st.integers(0, 40)
)
def test_damage_of_any_kind_is_told(bytes_: list[tuple[int, int]], lost: int) -> None:
    data = bytearray(packed(TWO_SCOS))
    for place, byte in bytes_:
        data[place % len(data)] = byte
    with TemporaryDirectory() as folder:
        path = Path(folder) / "goi.zip"
        path.write_bytes(data[: len(data) - lost])
        try:
            contents = open_package(path).contents
        except PackageFault:
            return
        for name in contents.names:
            with suppress(*BROKEN), contents.open(name) as file:
                file.read()
        contents.close()


def test_a_damaged_manifest_is_refused(tmp_path: Path) -> None:
    data = bytearray(packed({"imsmanifest.xml": ONE * 5, "a.html": PAGE}))
    data[50:70] = b"x" * 20
    (tmp_path / "bai.zip").write_bytes(data)
    with pytest.raises(PackageFault, match="damaged-file"):
        open_package(tmp_path / "bai.zip")


def scos(package: Package) -> list[Sco]:
    """Its parts in SCORM."""
    return [one for one in package.course.parts if isinstance(one, Sco)]


def opened(folder: Path, files: dict[str, str]) -> Package:
    package = open_package(zipped(folder / "goi.zip", files))
    package.contents.close()
    return package


def test_two_parts_begin_in_one_file(tmp_path: Path) -> None:
    course = opened(tmp_path, TWO_SCOS).course
    assert (course.title, course.version) == ("Hai phần", "1.2")
    assert [(one.id, one.address, one.file) for one in course.parts] == [
        ("a", "noi%20dung/choi.html?part=1", "noi dung/choi.html"),
        ("b", "noi%20dung/choi.html?part=2", "noi dung/choi.html"),
    ]


def test_what_a_platform_is_told_in_1_2(tmp_path: Path) -> None:
    more = "<adlcp:masteryscore>80</adlcp:masteryscore><adlcp:datafromlms>x=1</adlcp:datafromlms>"
    files = {
        "imsmanifest.xml": manifest(item("a", "r", more), resource("r", "a.html")),
        "a.html": PAGE,
    }
    (sco,) = scos(opened(tmp_path, files))
    assert (sco.mastery, sco.data, sco.tracked) == ("80", "x=1", True)


def test_what_a_platform_is_told_in_2004(tmp_path: Path) -> None:
    more = (
        '<adlcp:completionThreshold completedByMeasure="true" minProgressMeasure="0.7"/>'
        '<imsss:sequencing><imsss:objectives><imsss:primaryObjective objectiveID="P"'
        ' satisfiedByMeasure="true"><imsss:minNormalizedMeasure>0.6</imsss:minNormalizedMeasure>'
        '</imsss:primaryObjective><imsss:objective objectiveID="o1"/></imsss:objectives>'
        "</imsss:sequencing>"
    )
    text = manifest(
        item("a", "r", more), resource("r", "a.html"), packages.SCORM2004, "2004 3rd Edition"
    )
    course = opened(tmp_path, {"imsmanifest.xml": text, "a.html": PAGE}).course
    (sco,) = scos(opened(tmp_path, {"imsmanifest.xml": text, "a.html": PAGE}))
    assert (course.version, course.edition) == ("2004", "2004 3rd Edition")
    assert (sco.mastery, sco.threshold, sco.objectives) == ("0.6", "0.7", ("P", "o1"))


@pytest.mark.parametrize(
    ("base", "href", "parameters", "address"),
    [
        ("", "a.html", "", "a.html"),
        ("", "./b/../a.html", "", "a.html"),
        ("", "../../a.html", "", "a.html"),
        ("b/", "a.html", "?x=1", "b/a.html?x=1"),
        ("", "a.html?y=2", "&amp;x=1", "a.html?y=2&x=1"),
        ("", "a.html#p", "x=1", "a.html?x=1#p"),
        ("", "a.html", "#p", "a.html#p"),
        ("", "a.html#q", "#p", "a.html#q"),
        ("", "b\\a.html", "", "b/a.html"),
        ("", "b c/a.html", "", "b%20c/a.html"),
    ],
)
def test_addresses(base: str, href: str, parameters: str, address: str, tmp_path: Path) -> None:
    more = f' xml:base="{base}"' if base else ""
    text = manifest(
        item("a", "r", attributes=f'parameters="{parameters}"'), resource("r", href, more)
    )
    names = ("a.html", "b/a.html", "b c/a.html")
    files = {"imsmanifest.xml": text, **dict.fromkeys(names, PAGE)}
    (sco,) = opened(tmp_path, files).course.parts
    assert sco.address == address


def test_files_that_are_listed_and_not_there_are_told(tmp_path: Path) -> None:
    text = ONE.replace(
        '"a.html"/>',
        '"a.html"><file href="a.html"/><file href="khong%20co.css"/></resource>',
    )
    assert opened(tmp_path, {"imsmanifest.xml": text, "a.html": PAGE}).missing == ("khong co.css",)


def test_a_page_without_a_manifest_is_played_untracked(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(PAGE)
    course = open_package(tmp_path).course
    assert (course.version, course.parts[0].tracked) == ("", False)


def test_a_folder_gives_nothing_from_outside_it(tmp_path: Path) -> None:
    inside = tmp_path / "goi"
    inside.mkdir()
    (inside / "index.html").write_text(PAGE)
    (tmp_path / "bi-mat.txt").write_text("x")
    (inside / "link.txt").symlink_to(tmp_path / "bi-mat.txt")
    contents = open_contents(inside)
    assert contents.names == {"index.html"}
    for name in ("../bi-mat.txt", "link.txt"):
        with pytest.raises(KeyError):
            contents.open(name)


def test_names_with_backslashes_are_found(tmp_path: Path) -> None:
    files = {"imsmanifest.xml": ONE.replace('"a.html"', '"b/a.html"'), "b\\a.html": PAGE}
    assert opened(tmp_path, files).course.parts[0].file == "b/a.html"


def test_the_list_of_a_wide_zip_is_measured(tmp_path: Path) -> None:
    path = zipped(tmp_path / "goi.zip", {"index.html": PAGE})
    data = path.read_bytes()
    end = data.rindex(b"PK\x05\x06")
    length, offset = struct.unpack("<LL", data[end + 12 : end + 20])
    # APPNOTE 4.3.14 and 4.3.15; whole but for the count, for some readers compare the rest.
    wide = struct.pack(
        "<4sQHHLLQQQQ", b"PK\x06\x06", 44, 45, 45, 0, 0, 10**6, 10**6, length, offset
    )
    locator = struct.pack("<4sLQL", b"PK\x06\x07", 0, end, 1)
    path.write_bytes(data[:end] + wide + locator + data[end:])
    assert zipfile.is_zipfile(path)
    with pytest.raises(PackageFault, match="too-many"):
        open_package(path)


def test_the_hand_made_zips_are_zips() -> None:
    """Else they would be refused for a reason that is not theirs."""
    for data in (packages.linked(), packages.locked(), packages.bomb(), NESTED):
        assert zipfile.is_zipfile(io.BytesIO(data))


def test_names_are_read_without_dots(tmp_path: Path) -> None:
    files = {"./imsmanifest.xml": ONE, ".//a.html": PAGE}
    assert opened(tmp_path, files).contents.names == {"imsmanifest.xml", "a.html"}
