"""Lists of units in cmi5 and xAPI: what is launched, and where they are not what is asked for."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.inspect.packages import zipped
from tests.inspect.xapi_packages import COURSE, SPACE, XAPI, au, structure, words

from lessonkit.base import messages
from lessonkit.inspect.course import Course, Unit
from lessonkit.inspect.fault import PackageFault
from lessonkit.inspect.package import launches, open_package
from lessonkit.inspect.structure import read_structure
from lessonkit.inspect.tincan import read_tincan

ONE, HEAD = au("mot"), words("Bài mot")


def units(course: Course) -> list[Unit]:
    return [one for one in course.parts if isinstance(one, Unit)]


def odd(text: str) -> list[str]:
    """Codes of what is not as it should be."""
    return [one.code for one in read_structure(text.encode()).oddities]


def test_units_stand_in_their_blocks_with_all_that_is_told(tmp_path: Path) -> None:
    package = open_package(zipped(tmp_path / "goi.zip", COURSE))
    course = package.course
    assert (course.title, course.version, course.oddities) == ("Khóa thử", "cmi5", ())
    first, second = units(course)
    assert (first.id, first.address) == ("https://vd.example/mot", "bai.html?x=1")
    assert (first.move_on, first.mastery, first.blocks) == ("CompletedAndPassed", 0.8, ())
    assert (second.blocks, second.parameters, second.mastery) == (("Chương hai",), "rude", None)
    told = list(launches(course))[1]
    assert (told["blocks"], told["moveOn"], told["ownWindow"]) == (
        ["Chương hai"],
        "Completed",
        False,
    )


def test_space_around_what_is_said_goes_and_space_within_stays() -> None:
    more = "<launchParameters>\n {&quot;a&quot;:  1}\n</launchParameters>"
    key = "<entitlementKey> khóa-1 </entitlementKey>"
    text = structure(au("mot", "  bai.html  ", 'launchMethod="OwnWindow"', more + key))
    (unit,) = units(read_structure(text.encode()))
    assert (unit.parameters, unit.entitlement) == ('{"a":  1}', "khóa-1")
    assert (unit.address, unit.own_window) == ("bai.html", True)


FAULTS = {
    "an old namespace": (structure(ONE, "http://www.adlnet.gov/cmi5/v1"), ["structure-space"]),
    "no namespace": (structure(ONE).replace(f' xmlns="{SPACE}"', ""), ["structure-space"]),
    "the course has no IRI": (structure(ONE, head="khoa"), ["structure-iri"]),
    "a unit has no id": (
        structure(ONE.replace('id="https://vd.example/mot"', "")), ["structure-no-id"],
    ),
    "an id twice": (structure(ONE + ONE), ["structure-twice"]),
    "no description": (
        structure(ONE.replace("<langstring lang=\"vi\">Mô tả</langstring>", "")),
        ["structure-unsaid"],
    ),
    "a word that is none of five": (
        structure(au("mot", attributes='moveOn="completed"')), ["structure-value"],
    ),
    "mastery in hundredths": (
        structure(au("mot", attributes='masteryScore="80"')), ["structure-value"],
    ),
    "mastery that is no number": (
        structure(au("mot", attributes='masteryScore="NaN"')), ["structure-value"],
    ),
    "another method": (
        structure(au("mot", attributes='launchMethod="Popup"')), ["structure-value"],
    ),
    "a name of the launch": (
        structure(au("mot", "bai.html?fetch=1")), ["structure-query"],
    ),
    "one unit elsewhere": (
        structure(ONE + au("hai", "https://example.org/x")), ["structure-away"],
    ),
    "no url": (structure(ONE + au("hai", "")), ["structure-url"]),
    "in another order": (
        structure(ONE.replace(HEAD, "").replace("</url>", "</url>" + HEAD)),
        ["structure-order", "structure-order"],
    ),
    "an element nobody knows": (
        structure(au("mot", more="<mastery>1</mastery>")), ["structure-unknown"],
    ),
    "an element of another namespace": (
        structure(au("mot", more='<x xmlns="urn:x">1</x>')), [],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", FAULTS)
def test_what_is_odd_is_told(name: str) -> None:
    text, codes = FAULTS[name]
    assert odd(text) == codes


@pytest.mark.parametrize("lang", messages.LANGS)
def test_all_that_is_odd_has_words(lang: str) -> None:
    table = Path(messages.__file__).parent / "messages" / f"play.{lang}.toml"
    known = tomllib.loads(table.read_text("utf-8"))["manifest"]
    assert set(known) == {code for _, codes in FAULTS.values() for code in codes}


REFUSED = {
    "all elsewhere": (structure(au("mot", "https://example.org/x")), "elsewhere"),
    "all elsewhere without a scheme": (structure(au("mot", "//example.org/x")), "elsewhere"),
    "a script for an address": (structure(au("mot", "javascript:alert(1)")), "elsewhere"),
    "no unit": (structure(""), "no-unit"),
    "no XML": ("<courseStructure", "bad-manifest"),
    "other XML": ("<manifest/>", "bad-manifest"),
    "entities": ('<!DOCTYPE x [<!ENTITY a "b">]>' + structure(ONE), "bad-manifest"),
    "too deep": (structure("<block>" * 150 + "</block>" * 150), "bad-manifest"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_launched_is_refused(name: str) -> None:
    text, key = REFUSED[name]
    with pytest.raises(PackageFault) as caught:
        read_structure(text[text.index("<") :].encode())
    assert caught.value.key == key


def test_a_course_may_be_large() -> None:
    course = read_structure(structure("".join(au(f"a{n}") for n in range(1200))).encode())
    assert len(course.parts) == 1200
    assert course.oddities == ()


@pytest.mark.parametrize(
    ("lang", "titles"), [("vi", ["Bài một", "Bài hai"]), ("en", ["First", "Bài hai"])]
)
def test_activities_of_a_language(lang: str, titles: list[str], tmp_path: Path) -> None:
    course = open_package(zipped(tmp_path / "goi.zip", XAPI), lang).course
    assert [one.title for one in course.parts] == titles
    assert [one.address for one in course.parts] == ["xapi.html", "xapi.html?b=2"]
    assert (course.version, course.oddities) == ("xapi", ())


def test_odd_activities_are_told() -> None:
    text = XAPI["tincan.xml"].replace("https://vd.example/xapi/hai", "bai hai")
    text = text.replace("http://projecttincan.com/tincan.xsd", "urn:x")
    text = text.replace('<description lang="vi">Mô tả</description>', "", 1)
    found = [one.code for one in read_tincan(text.encode(), "vi").oddities]
    assert found == ["structure-space", "structure-unsaid", "structure-iri"]


def test_activities_elsewhere_are_refused() -> None:
    text = XAPI["tincan.xml"].replace("xapi.html", "http://example.org/xapi.html")
    with pytest.raises(PackageFault, match="elsewhere"):
        read_tincan(text.encode(), "vi")


@pytest.mark.parametrize("name", ["cmi5.xml", "tincan.xml"])
def test_a_file_that_is_not_there_is_told(name: str, tmp_path: Path) -> None:
    files = {name: (COURSE | XAPI)[name]}
    with pytest.raises(PackageFault) as caught:
        open_package(zipped(tmp_path / "goi.zip", files))
    assert (caught.value.key, caught.value.said["manifest"]) == ("no-file", name)


@given(st.text(max_size=40), st.text(max_size=40))
def test_no_value_breaks_a_reader(one: str, other: str) -> None:
    safe = [text.replace("&", "").replace("<", "").replace('"', "") for text in (one, other)]
    text = structure(
        au("mot", f"bai.html?{safe[0]}", f'masteryScore="{safe[1]}" moveOn="{safe[0]}"')
    )
    try:
        course = read_structure(text.encode("utf-8", "surrogatepass"))
    except PackageFault:
        return
    assert all(one.mastery is None or 0 <= one.mastery <= 1 for one in units(course))
