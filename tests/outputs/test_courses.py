"""Packages of cmi5 and xAPI: what platforms read in them, by schema, by golden and by rule."""

import re
import xml.etree.ElementTree as ET
import zipfile
from pathlib import Path

import pytest
from tests.golden import Golden
from tests.projects import KITCHEN_SINK, lesson, project
from tests.witness import places
from tests.witness.schemas import course_faults, course_schema

import lessonkit
from lessonkit.base.errors import SettingsError

FILES = {"cmi5": "cmi5.xml", "xapi": "tincan.xml"}
SPACE = "{https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd}"
BASE = 'iri = "https://example.org/lessons/"\n'


def read(package: Path, kind: str) -> bytes:
    with zipfile.ZipFile(package) as archive:
        return archive.read(FILES[kind])


def unit(root: Path, name: str = "a") -> ET.Element:
    """The assignable unit of a project's only lesson."""
    whole = ET.fromstring(read(root / f"build/{name}/{name}.cmi5.zip", "cmi5"))
    found = whole.find(f"{SPACE}au")
    assert found is not None
    return found


def built(tmp_path: Path, text: str, settings: str = "") -> Path:
    root = project(tmp_path, {"a/module.md": text}, f"[build]\n{settings}")
    (outcome,) = lessonkit.build([root], outputs=list(FILES))
    assert not outcome.failed, outcome.diagnostics
    return root


@pytest.fixture(scope="module")
def kitchen_sink(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Its two packages."""
    out = tmp_path_factory.mktemp("out")
    (outcome,) = lessonkit.build([KITCHEN_SINK], out=out, outputs=list(FILES))
    assert not outcome.failed, outcome.diagnostics
    return out / "kitchen-sink"


def test_course_files_are_as_they_were(kitchen_sink: Path, update_golden: bool) -> None:
    files = {
        name: read(kitchen_sink / f"kitchen-sink.{kind}.zip", kind) for kind, name in FILES.items()
    }
    Golden(update_golden).compare("courses", files)


@pytest.mark.parametrize("kind", FILES)
def test_the_schema_finds_no_fault(kitchen_sink: Path, tmp_path: Path, kind: str) -> None:
    bare = lesson("b").replace("summary: Một bài để thử.\n", "")
    bare = re.sub(r"objectives:.*?license", "license", bare, flags=re.S).replace(
        ":objective: lam\n", ""
    )
    root = project(tmp_path, {"b/module.md": bare}, f"[build]\n{BASE}")
    lessonkit.build([root], outputs=[kind])
    try:
        course_schema(kind)
    except places.MissingToolError as error:
        pytest.skip(str(error))
    for package in (kitchen_sink / f"kitchen-sink.{kind}.zip", root / f"build/b/b.{kind}.zip"):
        assert list(course_faults(read(package, kind), kind)) == []


def test_the_schema_does_find_faults() -> None:
    try:
        course_schema("cmi5")
    except places.MissingToolError as error:
        pytest.skip(str(error))
    assert list(course_faults(b"<courseStructure/>", "cmi5"))
    assert list(course_faults(b"<tincan/>", "xapi"))


@pytest.mark.parametrize("kind", FILES)
def test_the_list_comes_first_and_the_page_next(kitchen_sink: Path, kind: str) -> None:
    with zipfile.ZipFile(kitchen_sink / f"kitchen-sink.{kind}.zip") as archive:
        assert archive.namelist()[:2] == [FILES[kind], "index.html"]
        page = archive.read("index.html").decode()
    assert f'"target":"{kind}"' in page
    assert "connect-src" in page


@pytest.mark.parametrize(
    ("tracking", "settings", "move_on", "mastery"),
    [
        ("complete: viewed", "", "Completed", None),
        ("complete: viewed\n  mastery: 0.8", "", "Completed", None),
        ("complete: answered", "", "Completed", None),
        ("complete: answered\n  mastery: 0.66666", "", "Completed", "0.6667"),
        ("complete: passed\n  mastery: 1", "", "CompletedAndPassed", "1"),
        ("complete: passed\n  mastery: 0.8", 'move_on = "NotApplicable"', "NotApplicable", "0.8"),
        ("complete: answered\n  mastery: 0", 'move_on = "Passed"', "Passed", "0"),
    ],
)
def test_when_a_platform_counts_it_as_done(
    tmp_path: Path, tracking: str, settings: str, move_on: str, mastery: str | None
) -> None:
    text = lesson("a").replace("complete: answered\n  mastery: 0.8", tracking)
    found = unit(built(tmp_path, text, settings))
    assert (found.get("moveOn"), found.get("masteryScore")) == (move_on, mastery)


@pytest.mark.parametrize("asked", ["Passed", "CompletedAndPassed"])
def test_a_pass_that_nobody_can_give_is_a_fault(tmp_path: Path, asked: str) -> None:
    text = lesson("a").replace("  mastery: 0.8\n", "")
    root = project(tmp_path, {"a/module.md": text}, f'[build]\nmove_on = "{asked}"\n')
    (outcome,) = lessonkit.build([root], outputs=["cmi5", "xapi"])
    assert [
        (one.code, one.span.start.line) for one in outcome.diagnostics if one.code == "LK519"
    ] == [("LK519", 17)]
    (outcome,) = lessonkit.build([root], outputs=["scorm12", "xapi"])
    assert not outcome.failed


def test_names_stay_and_differ(tmp_path: Path) -> None:
    files = {"a/module.md": lesson("a"), "a/module.en.md": english(), "b/module.md": lesson("b")}
    ids: dict[str, set[str | None]] = {"": set(), BASE: set()}
    for settings, found in ids.items():
        root = project(tmp_path / str(len(settings)), files, f"[build]\n{settings}")
        for audience in (None, "nguoi-dan"):
            outcomes = lessonkit.build([root], outputs=["cmi5"], audience=audience)
            assert not any(one.failed for one in outcomes)
        for package in sorted(root.glob("build/*/*.cmi5.zip")):
            whole = ET.fromstring(read(package, "cmi5"))
            found |= {one.get("id") for one in whole.iter() if one.tag in NAMED}
    base = "https://example.org/lessons/"
    wanted = {f"{base}{name}" for name in ("a", "a.en", "a.nguoi-dan", "a.en.nguoi-dan", "b",
                                           "b.nguoi-dan")}  # fmt: skip
    assert ids[BASE] == wanted | {f"{one}#.course" for one in wanted}
    assert len(ids[""]) == len(ids[BASE])
    assert {str(one)[:9] for one in ids[""]} == {"urn:uuid:"}


NAMED = (f"{SPACE}au", f"{SPACE}course")


def english() -> str:
    """A translation of the lesson."""
    return """---
lang: en
title: Lesson a
summary: A lesson.
objectives:
  - id: lam
    text: Do one thing
---

## Part one {#mot}

Read a short sentence.

:::{choice} What should you do first?
:id: cau-mot
:objective: lam

- [x] Read closely
  > Right.
- [ ] Skip it
  > Not yet.
- [ ] Ask again
  > Not yet.
:::

:::{practice} Try it
:id: lam-thu

Do it once.
:::
"""


def test_words_are_in_the_lessons_language(tmp_path: Path) -> None:
    files = {"a/module.md": lesson("a"), "a/module.en.md": english()}
    root = project(tmp_path, files, f"[build]\n{BASE}")
    (outcome,) = lessonkit.build([root], outputs=list(FILES))
    assert not outcome.failed, outcome.diagnostics
    whole = read(root / "build/a/a.en.cmi5.zip", "cmi5").decode()
    assert set(re.findall(r'lang="([^"]+)"', whole)) == {"en"}
    assert "Do one thing" in whole
    assert "Tìm" not in whole


def test_words_of_xml_are_words(tmp_path: Path) -> None:
    text = lesson("a").replace("Bài a", "'A & <b> \"c\" ]]>'").replace("Thực hiện được", "<img> &")
    root = built(tmp_path, text)
    for kind in FILES:
        whole = ET.fromstring(read(root / f"build/a/a.{kind}.zip", kind))
        assert 'A & <b> "c" ]]>' in [one.text for one in whole.iter()]


@pytest.mark.parametrize(
    ("setting", "said"),
    [
        ('iri = "example.org/"', "example.org"),
        ('iri = "https://example.org"', "ends with a slash"),
        ('iri = "https://example.org/bài#"', "ends with a slash"),
        ('iri = ""', "ends with a slash"),
        ('iri = "https://example.org/a b/"', "ends with a slash"),
        ('move_on = "Pased"', "Passed"),
        ("move_on = 1", "move_on"),
    ],
)
def test_settings_that_cannot_be(tmp_path: Path, setting: str, said: str) -> None:
    root = project(tmp_path, {"a/module.md": lesson("a")}, f"[build]\n{setting}\n")
    with pytest.raises(SettingsError, match=re.escape(said)):
        lessonkit.build([root], outputs=["cmi5"])


@pytest.mark.parametrize(
    "base", ["https://example.org/", "http://a.vn:8080/bài/học/", "urn:example:lessons:"]
)
def test_bases_that_can_be(tmp_path: Path, base: str) -> None:
    root = built(tmp_path, lesson("a"), f'iri = "{base}"\n')
    assert unit(root).get("id") == f"{base}a"
