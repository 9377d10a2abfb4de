"""Programmes: a folder and a zip with their page and all their lessons, whole or not at all."""

import gzip
import hashlib
import json
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest
from tests.catalogue import SCHEMA, WORDS, faults, words
from tests.projects import BROKEN, lesson, lessons, tree

import lessonkit
from lessonkit.build import binding
from lessonkit.build.outcome import Outcome
from lessonkit.inspect.package import open_package

PROGRAM = """\
title: Chương trình thử
summary: Hai bài để thử.
audience: nguoi-dan
modules: [a, b]
covers: ["tt02-2025:1.1@1"]
hours: 1.5
certificate: Đã học xong hai bài.
authors: [Người thử]
license: CC-BY-4.0
"""

LIGHT = 13_000
"""Bytes of the page as a server sends them, whose own words are few here."""


def programme(root: Path, text: str = PROGRAM) -> Path:
    """A project with the lessons `a` and `b`, and the programme `ct` of both."""
    lessons(root, "a", "b")
    (root / "modules/ct.program.yaml").write_text(text, "utf-8")
    return root


def built(root: Path, **asked: Any) -> Outcome:
    """What became of the programme."""
    asked = {"outputs": ["html", "scorm12"], **asked}
    (found,) = [one for one in lessonkit.build([root], **asked) if one.kind == "program"]
    return found


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bundle of two lessons as pages, single files and packages."""
    root = programme(tmp_path_factory.mktemp("programme"))
    outcome = built(root, outputs=["html", "single", "scorm12"])
    assert not outcome.failed, outcome.diagnostics
    return root / "build/ct"


def test_what_lies_in_a_bundle(bundle: Path) -> None:
    names = {path.split("/")[0] for path in tree(bundle)}
    beside = {"index.html", "catalogue.json", "SHA256SUMS", "README.txt", "ct.program.zip"}
    assert names >= beside | {"modules", "moodle"}
    assert {"html/index.html", "a.html", "a.html.zip", "a.scorm12.zip"} <= {
        path.removeprefix("modules/a/") for path in tree(bundle)
    }


def test_the_zip_holds_the_folder(bundle: Path) -> None:
    files = tree(bundle)
    del files["ct.program.zip"]
    with zipfile.ZipFile(bundle / "ct.program.zip") as zipped:
        assert {name: zipped.read(name) for name in zipped.namelist()} == files
        assert {one.date_time for one in zipped.infolist()} == {(2020, 1, 1, 0, 0, 0)}


def test_the_sums_are_those_of_all_files(bundle: Path) -> None:
    files = tree(bundle)
    lines = (line.partition("  ") for line in files["SHA256SUMS"].decode().splitlines())
    sums = {path: digest for digest, _, path in lines}
    assert list(sums) == sorted(sums)
    assert sums == {
        path: hashlib.sha256(data).hexdigest()
        for path, data in files.items()
        if path not in ("SHA256SUMS", "ct.program.zip")
    }


def test_the_lessons_are_those_that_were_built(bundle: Path) -> None:
    built = tree(bundle.parent / "a")
    assert {f"modules/a/{path}": data for path, data in built.items()}.items() <= tree(
        bundle
    ).items()


def test_what_can_be_done_is_told_in_the_authors_words(bundle: Path) -> None:
    page = (bundle / "index.html").read_text("utf-8")
    (outcome,) = re.findall('<li class="lk-outcome">(.*?)</li>', page, re.DOTALL)
    assert re.findall("<span>(.*?)</span>", outcome) == [
        "Thực hiện được việc a",
        "Thực hiện được việc b",
    ]
    (skill,) = re.findall("<small>(.*?)</small>", outcome)
    assert skill.startswith("Duyệt, tìm kiếm và lọc dữ liệu")
    assert skill.endswith("· học ở bài 1, 2")
    assert ":root{font-size:var(--lk-large)}" not in page


def test_the_page_is_large_where_its_group_needs_it(tmp_path: Path) -> None:
    root = programme(tmp_path, PROGRAM.replace("hours: 1.5", "hours: 0.5"))
    (root / "lessonkit.toml").write_text("[audiences.nguoi-dan]\nlarge_text = true\n", "utf-8")
    assert not built(root, outputs=["scorm12"]).failed
    page = (root / "build/ct/index.html").read_text("utf-8")
    assert ":root{font-size:var(--lk-large)}" in page
    assert "30 phút, kể cả thực hành" in page


def test_the_page_is_light(bundle: Path) -> None:
    assert len(gzip.compress((bundle / "index.html").read_bytes(), 9)) <= LIGHT


def test_the_catalogue_tells_of_every_file_once(bundle: Path) -> None:
    told = json.loads((bundle / "catalogue.json").read_text("utf-8"))
    assert faults(told) == []
    files = tree(bundle)
    listed = list(told["files"])
    for module in told["modules"]:
        for edition in module["editions"]:
            for one in edition["artefacts"]:
                listed += one["files"]
                assert one["size"] == sum(file["size"] for file in one["files"])
                assert one["launch"] is None or one["launch"] in files
    unlisted = ("catalogue.json", "SHA256SUMS", "ct.program.zip")
    assert sorted(one["path"] for one in listed) == sorted(files.keys() - {*unlisted})
    for one in listed:
        data = files[one["path"]]
        assert (one["size"], one["sha256"]) == (len(data), hashlib.sha256(data).hexdigest())


def test_the_catalogue_tells_what_is_learnt(bundle: Path) -> None:
    told = json.loads((bundle / "catalogue.json").read_text("utf-8"))
    (framework,) = told["frameworks"]
    table = (bundle / framework["moodle"]).read_text("utf-8")
    assert table.startswith("Parent ID number,ID number,Short name,")
    (promise,) = told["program"]["promises"]
    assert (promise["framework"], promise["code"], promise["level"]) == ("tt02-2025", "1.1", 1)
    assert promise["proved_by"] == ["a", "b"]
    assert [module["id"] for module in told["modules"]] == ["a", "b"]
    (skill,) = told["modules"][0]["skills"]
    assert (skill["iri"], skill["proved"]) == ("urn:lessonkit:framework:tt02-2025:1.1", True)


def test_a_flawed_catalogue_would_be_found(bundle: Path) -> None:
    told = json.loads((bundle / "catalogue.json").read_text("utf-8"))
    told["program"]["hours"] = "1.5"
    told["modules"][0]["new"] = 1
    del told["files"][0]["sha256"]
    assert len(faults(told)) == 3


def test_a_bundle_can_be_played_and_is_named(bundle: Path) -> None:
    package = open_package(bundle / "ct.program.zip")
    package.contents.close()
    course = package.course
    assert (course.program, course.version, course.title) == (True, "", "Chương trình thử")


def test_two_builds_are_the_same_bytes(bundle: Path, tmp_path: Path) -> None:
    built(programme(tmp_path), outputs=["html", "single", "scorm12"])
    assert tree(tmp_path / "build") == tree(bundle.parent)


def test_a_module_that_fails_keeps_the_old_programme(tmp_path: Path) -> None:
    root = programme(tmp_path)
    built(root)
    before = tree(root / "build/ct")
    (root / "modules/b/module.md").write_text(BROKEN.replace("id: hong", "id: b"), "utf-8")
    outcome = built(root)
    assert [(one.failed, one.kept) for one in outcome.variants] == [(True, True)]
    assert "LK521" in [one.code for one in outcome.diagnostics]
    assert tree(root / "build/ct") == before


def test_a_promise_that_is_not_proved_keeps_the_old_programme(tmp_path: Path) -> None:
    root = programme(tmp_path)
    built(root)
    before = tree(root / "build/ct")
    source = root / "modules/ct.program.yaml"
    source.write_text(PROGRAM.replace("1.1@1", "1.1@8"), "utf-8")
    outcome = built(root)
    assert [(one.failed, one.kept) for one in outcome.variants] == [(True, True)]
    assert tree(root / "build/ct") == before


def test_a_folder_of_somebody_elses_is_not_replaced(tmp_path: Path) -> None:
    root = programme(tmp_path)
    built(root)
    (root / "build/ct/luan-van.txt").write_text("của tôi", "utf-8")
    outcome = built(root)
    assert "LK591" in [one.code for one in outcome.diagnostics]
    assert (root / "build/ct/luan-van.txt").read_text("utf-8") == "của tôi"


def test_a_variant_lies_beside_the_programme(tmp_path: Path) -> None:
    root = programme(tmp_path)
    built(root)
    before = tree(root / "build/ct")
    assert not built(root, audience="nguoi-dan", profile="moodle").failed
    assert tree(root / "build/ct") == before
    other = json.loads((root / "build/ct.nguoi-dan--moodle/catalogue.json").read_text("utf-8"))
    assert [one["audience"] for one in other["modules"][0]["editions"]] == ["nguoi-dan"]


def test_a_programme_for_others_is_passed_over(tmp_path: Path) -> None:
    outcome = built(programme(tmp_path), audience="cbccvc")
    assert (outcome.passed_over, outcome.failed) == (True, False)
    assert not list((tmp_path / "build").glob("ct*"))


def test_lessons_without_pages_are_told_of_as_learnt_elsewhere(tmp_path: Path) -> None:
    root = programme(tmp_path)
    built(root, outputs=["scorm12", "badge"])
    page = (root / "build/ct/index.html").read_text("utf-8")
    assert "<script" not in page.replace('<script type="application/json"', "")
    assert "hệ thống học" in page
    assert 'href="modules/' not in page


def test_a_killed_build_leaves_the_old_programme(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = programme(tmp_path)
    built(root)
    before = tree(root / "build/ct")
    (root / "modules/a/module.md").write_text(lesson("a", "\nMột câu nữa.\n"), "utf-8")

    def stop(*_: object, **__: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(binding, "pack_folder", stop)
    with pytest.raises(KeyboardInterrupt):
        built(root)
    assert tree(root / "build/ct") == before
    assert not list((root / "build").glob(".*"))


def test_the_schema_says_no_more_than_is_checked() -> None:
    assert words(SCHEMA) <= WORDS


def test_each_language_has_a_page_and_its_own_lessons(tmp_path: Path) -> None:
    root = programme(tmp_path)
    other = "title: A trial programme\nsummary: Two lessons.\ncertificate: Both lessons done.\n"
    (root / "modules/ct.program.en.yaml").write_text(other, "utf-8")
    front = (
        "---\nlang: en\ntitle: Lesson a\nobjectives:\n  - id: lam\n    text: Do one thing\n---\n"
    )
    english = front + lesson("a").partition("\n---\n")[2]
    (root / "modules/a/module.en.md").write_text(english, "utf-8")
    outcome = built(root)
    assert not outcome.failed, outcome.diagnostics
    page = (root / "build/ct/index.en.html").read_text("utf-8")
    assert '<html lang="en"' in page
    assert 'href="modules/a/en.html/index.html?program=../../../index.en.html">Lesson a' in page
    assert 'hreflang="vi" lang="vi">Bài b' in page
    assert 'href="index.html" hreflang="vi"' in page
    told = json.loads((root / "build/ct/catalogue.json").read_text("utf-8"))
    assert [one["path"] for one in told["program"]["pages"]] == ["index.html", "index.en.html"]
    assert faults(told) == []
