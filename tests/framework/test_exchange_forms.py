"""What goes out in a form and comes back: random frameworks, and what CASE asks for."""

import dataclasses
import json
import re
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from lessonkit.framework.exchange import FORMATS, plain
from lessonkit.framework.exchange.base import Around
from lessonkit.framework.load import builtin, framework_of
from lessonkit.framework.model import Audience, Framework, Level, Match, Skill
from lessonkit.read.frameworks import framework_from

SIGNS = "aạđẩĐơữZ09 .,;:'\"<>&=+-@|#[]{}()%\\/–’你😀"
LANGS = ("vi", "en", "de")
texts = (
    st.lists(st.text(SIGNS, min_size=1, max_size=12), min_size=1, max_size=2)
    .map(lambda blocks: "\n\n".join(" ".join(block.split()) for block in blocks).strip())
    .filter(bool)
)
lines = texts.map(lambda text: text.replace("\n\n", " "))
codes = st.text("aBđ019.,-_/%&<'\"", min_size=1, max_size=5)
names = st.dictionaries(st.sampled_from(LANGS), lines, min_size=1)
some = st.dictionaries(st.sampled_from(LANGS), texts)
words = st.lists(lines.filter(lambda text: "|" not in text), max_size=3, unique=True).map(tuple)


@st.composite
def frameworks(draw: st.DrawFn) -> Framework:
    """A framework with a tree, levels, statements at them, relations and facts of all kinds."""
    held = draw(st.lists(codes, min_size=1, max_size=5, unique=True))
    numbers = draw(st.sampled_from([(), (1, 2, 3), (0, 4)]))
    levels = {n: Level(n, draw(names), draw(some), draw(some)) for n in numbers}
    skills: dict[str, Skill] = {}
    for place, code in enumerate(held):
        above = draw(st.sampled_from(["", *held[:place]]))
        at = {n: draw(names) for n in numbers if draw(st.booleans())}
        name = {"vi": draw(lines), **draw(names)}
        # A description that is the name is none.
        said = {lang: text for lang, text in draw(some).items() if text != name.get(lang)}
        skills[code] = Skill(
            code,
            name,
            above,
            said,
            at,
            draw(st.sampled_from(["", "area"])),
            keywords=draw(words),
            own_keywords=draw(words),
            notes=draw(st.just("") | texts),
            notation=draw(st.sampled_from([None, "1 (a)"])),
        )
    origins = st.sampled_from(held)
    matches = st.one_of(
        st.builds(
            Match,
            origins,
            st.sampled_from(["exactMatchOf", "isRelatedTo"]),
            st.just("tt02-2025"),
            st.just("4.2"),
        ),
        st.builds(Match, origins, st.just("isRelatedTo"), st.just("thu"), origins).filter(
            lambda one: one.origin < one.code
        ),
        st.builds(
            Match,
            origins,
            st.just("precedes"),
            st.just(""),
            st.just(""),
            st.just("https://example.org/9"),
            st.just(""),
            st.just("Chín"),
        ),
    )
    return Framework(
        "thu",
        {"vi": draw(lines), **draw(names)},
        _ordered(skills),
        levels,
        lang="vi",
        audiences={"nhom": Audience("nhom", draw(names), framework="thu", minutes=5)},
        sources=draw(words),
        doubts=tuple(draw(st.lists(names, max_size=2))),
        notes=draw(st.just("") | texts),
        completeness=draw(some),
        standing="part",
        legal_act=draw(st.just("") | lines),
        matches=tuple(dict.fromkeys(draw(st.lists(matches, max_size=3)))),
    )


def _ordered(skills: Mapping[str, Skill]) -> dict[str, Skill]:
    """Parents before what they hold, as every form has them."""
    found: dict[str, Skill] = {}

    def below(code: str) -> None:
        for one in skills.values():
            if one.parent == code:
                found[one.code] = one
                below(one.code)

    below("")
    return found


def _seen(framework: Framework, *without: str) -> Any:
    """All of it as data, relations in an order of their own."""
    data = json.loads(json.dumps(plain.whole(dataclasses.replace(framework, matches=()))))
    data["matches"] = sorted(map(repr, set(framework.matches)))
    for key in without:
        data.pop(key, None)
    return data


def _there_and_back(framework: Framework, form: str) -> Framework:
    around = Around(builtin(), id="thu", stem="thu")
    text = FORMATS.get(form).write(framework, around).text
    if form == "yaml":
        return framework_from(text.encode(), "thu.yaml")
    return FORMATS.get(form).read(text, around).framework


CALM = settings(
    max_examples=6,
    deadline=None,
    phases=(Phase.explicit, Phase.generate),
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)


@pytest.mark.parametrize("form", ["yaml", "case", "case1.0", "skos"])
@CALM
@given(framework=frameworks())
def test_nothing_is_lost_where_all_can_be_held(form: str, framework: Framework) -> None:
    assert _seen(_there_and_back(framework, form)) == _seen(framework)


@CALM
@given(framework=frameworks())
def test_opensalt_loses_only_what_is_said_of_the_whole(framework: Framework) -> None:
    again = _there_and_back(framework, "opensalt")
    gone = ("framework", "audience_groups", "matches")
    assert _seen(again, *gone) == _seen(framework, *gone)
    for one in framework.matches:
        assert any(
            (one.origin, one.relation) == (two.origin, two.relation) for two in again.matches
        )


@CALM
@given(framework=frameworks())
def test_moodle_loses_only_what_it_says(framework: Framework) -> None:
    again = _there_and_back(framework, "moodle")
    gone = ("audience_groups", "matches")
    assert _seen(again, *gone) == _seen(framework, *gone)
    kept = {one for one in framework.matches if not one.uri}
    assert {_ends(one, "thu") for one in kept} == {_ends(one, "thu") for one in again.matches}


def _ends(match: Match, own: str) -> Any:
    """Moodle says a relation within the framework of both ends."""
    return frozenset({match.origin, match.code}) if match.framework == own else match


@pytest.mark.parametrize("form", ["openedx", "openedx-json"])
@CALM
@given(framework=frameworks())
def test_open_edx_keeps_codes_names_and_places(form: str, framework: Framework) -> None:
    again = _there_and_back(framework, form)
    assert [(one.code, one.parent) for one in again.skills.values()] == [
        (one.code, one.parent) for one in framework.skills.values()
    ]
    shown = [next(iter(one.names.values())) for one in again.skills.values()]
    for one, name in zip(framework.skills.values(), shown, strict=True):
        ours = one.names["vi"].replace(" > ", " – ").replace(";", ",")
        assert name in (ours, f"{ours} ({one.code})")


@pytest.mark.parametrize("form", ["openedx", "openedx-json"])
def test_signs_that_open_edx_refuses_are_written_otherwise_and_told(form: str) -> None:
    framework = Framework("thu", {"vi": "Thử"}, {"a": Skill("a", {"vi": "Đọc; viết > nói"})})
    written = FORMATS.get(form).write(framework, Around())
    assert "Đọc, viết – nói" in written.text
    assert "reserved-sign" in {one.code for one in written.losses}


def test_every_field_of_ours_is_in_our_yaml() -> None:
    """A field that is new in the model and not in `plain` would be lost on every way out."""
    skill = Skill(
        "a",
        {"vi": "A"},
        "",
        {"vi": "S"},
        {1: {"vi": "T"}},
        "k",
        "u",
        "i",
        ("w",),
        ("o",),
        "n",
        "",
        {"case": {"x": 1}},
    )
    level = Level(1, {"vi": "L"}, cognitive="remember", notation="L", uri="u", identifier="i")
    level = dataclasses.replace(
        level, names={"vi": "L"}, stages={"vi": "S"}, statements={"vi": "T"}
    )
    whole = Framework(
        "thu",
        {"vi": "T"},
        {"a": skill},
        {1: level},
        {
            "g": Audience(
                "g",
                {"vi": "G"},
                {"vi": "W"},
                "thu",
                "w",
                {"thu": 1},
                1,
                2,
                3,
                4,
                5,
                True,
                True,
                True,
                ("phone",),
                ("thu:a@1",),
                "s",
            )
        },
        matches=(
            Match("a", "precedes", "thu", "a"),
            Match("a", "exactMatchOf", "x", "", "u", "i", "t"),
        ),
        level_matches={"x": {1: 2}},
        match_sources={"x": ("s",)},
        sources=("s",),
        doubts=({"vi": "D"},),
        completeness={"vi": "C"},
        kept={"case": {"y": [1]}},
    )
    texts_ = {
        one.name: one.name
        for one in dataclasses.fields(Framework)
        if getattr(whole, one.name) == ""
    }
    whole = dataclasses.replace(whole, **texts_)  # type: ignore[arg-type]
    empty = [
        one.name
        for kind in (whole, skill, level)
        for one in dataclasses.fields(kind)
        if getattr(kind, one.name) in ({}, (), None)
    ]
    assert empty == []
    assert framework_of(plain.whole(whole)) == whole


UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)")
URI = re.compile(r"[a-z][a-z0-9+.-]*:\S+")
NODE = {"title": str, "identifier": str, "uri": URI}
LICENSE = {
    "identifier": UUID,
    "uri": URI,
    "title": str,
    "licenseText": str,
    "lastChangeDateTime": TIME,
}
REQUIRED: dict[str, dict[str, Any]] = {
    "CFDocument": {
        "identifier": UUID,
        "uri": URI,
        "creator": str,
        "title": str,
        "lastChangeDateTime": TIME,
    },
    "CFItems": {"identifier": UUID, "uri": URI, "fullStatement": str, "lastChangeDateTime": TIME},
    "CFAssociations": {
        "identifier": UUID,
        "uri": URI,
        "associationType": str,
        "lastChangeDateTime": TIME,
        "originNodeURI": NODE,
        "destinationNodeURI": NODE,
    },
    "CFLicenses": LICENSE,
}
OPTIONAL = {
    "CFDocument": {
        "frameworkType",
        "caseVersion",
        "officialSourceURL",
        "publisher",
        "description",
        "subject",
        "subjectURI",
        "language",
        "version",
        "adoptionStatus",
        "statusStartDate",
        "statusEndDate",
        "licenseURI",
        "notes",
        "extensions",
    },
    "CFItems": {
        "alternativeLabel",
        "CFItemType",
        "humanCodingScheme",
        "listEnumeration",
        "notes",
        "language",
        "abbreviatedStatement",
        "conceptKeywords",
        "conceptKeywordsURI",
        "subject",
        "subjectURI",
        "educationLevel",
        "CFItemTypeURI",
        "licenseURI",
        "statusStartDate",
        "statusEndDate",
        "extensions",
    },
    "CFAssociations": {"sequenceNumber", "CFAssociationGroupingURI", "notes", "extensions"},
    "CFLicenses": {"description", "extensions"},
}
NOT_IN_1_0 = {"frameworkType", "caseVersion", "extensions", "targetType"}
"""Source of these tables: 1EdTech, CASE 1.0 and 1.1, JSON schema binding of getCFPackage 200."""


def _wrong(
    entry: Mapping[str, Any], required: Mapping[str, Any], more: set[str], where: str
) -> list[str]:
    found = [f"{where}.{key}: unknown" for key in set(entry) - set(required) - more]
    for key, rule in required.items():
        value = entry.get(key)
        if isinstance(rule, dict):
            found += _wrong(value or {}, rule, {"targetType"}, f"{where}.{key}")
        elif not isinstance(value, str) or (rule is not str and not rule.fullmatch(value)):
            found.append(f"{where}.{key}: {value!r}")
    return found


def wrong(package: Mapping[str, Any]) -> list[str]:
    """What in a package is not as CASE asks."""
    definitions = package.get("CFDefinitions", {})
    parts = [("CFDocument", package["CFDocument"])]
    parts += [(name, one) for name in ("CFItems", "CFAssociations") for one in package[name]]
    parts += [("CFLicenses", one) for one in definitions.get("CFLicenses", ())]
    found = [
        fault for name, one in parts for fault in _wrong(one, REQUIRED[name], OPTIONAL[name], name)
    ]
    ids = [one["identifier"] for name, one in parts]
    return found + [f"{one} twice" for one in set(ids) if ids.count(one) > 1]


@pytest.mark.parametrize("form", ["case", "case1.0"])
@pytest.mark.parametrize("name", sorted(builtin()))
def test_packages_are_as_case_asks(name: str, form: str) -> None:
    text = FORMATS.get(form).write(builtin()[name], Around(builtin())).text
    package = json.loads(text)
    assert wrong(package) == []
    if form == "case1.0":
        assert [key for key in NOT_IN_1_0 if f'"{key}":' in text] == []
    else:
        assert package["CFDocument"]["caseVersion"] == "1.1"
    nodes = {one["identifier"] for one in package["CFItems"]} | {
        package["CFDocument"]["identifier"]
    }
    for one in package["CFAssociations"]:
        assert one["originNodeURI"]["identifier"] in nodes


def test_a_package_that_is_not_would_be_found() -> None:
    package = {"CFDocument": {"identifier": "1", "extra": 1}, "CFItems": [], "CFAssociations": []}
    assert sorted(wrong(package)) == [
        "CFDocument.creator: None",
        "CFDocument.extra: unknown",
        "CFDocument.identifier: '1'",
        "CFDocument.lastChangeDateTime: None",
        "CFDocument.title: None",
        "CFDocument.uri: None",
    ]
