"""Frameworks: the built-in ones hold together, and all that a file says is read."""

from pathlib import Path

import pytest

from lessonkit.framework import addresses, load
from lessonkit.framework.crosswalk import EXACT, Crosswalk
from lessonkit.framework.load import builtin
from lessonkit.framework.model import Framework, Level, Skill, name_in
from lessonkit.read.frameworks import framework_from

DATA = Path(load.__file__).with_name("data")


@pytest.mark.parametrize("framework", builtin().values(), ids=lambda one: one.id)
def test_a_built_in_framework_holds_together(framework: Framework) -> None:
    assert framework.titles
    assert framework.sources or framework.doubts
    assert framework.standing
    for said in (framework.completeness, *framework.doubts):
        assert set(said) == {"vi", "en"}
    for code, skill in framework.skills.items():
        assert code == skill.code
        assert skill.names
        assert not skill.parent or not framework.skills[skill.parent].parent
    for level in framework.levels.values():
        assert level.names
    for group in framework.audiences.values():
        assert group.names["vi"]
        assert group.framework == framework.id


@pytest.mark.parametrize("path", sorted(DATA.glob("*.yaml")), ids=lambda path: path.stem)
def test_the_quick_way_and_the_careful_one_read_the_same(path: Path) -> None:
    assert framework_from(path.read_bytes(), path.name) == builtin()[path.stem]


def test_what_is_built_in() -> None:
    counts = {
        name: (len(one.skills), len(one.levels), len(one.audiences), one.standing)
        for name, one in builtin().items()
    }
    assert counts == {
        "bdhvs-757": (0, 0, 4, "part"),
        "digcomp-2.2": (26, 8, 0, "whole"),
        "digcomp-3.0": (26, 0, 0, "part"),
        "moet-ai-2422": (17, 0, 0, "secondary"),
        "tt02-2025": (30, 8, 0, "whole"),
        "tt18-2026": (26, 3, 0, "secondary"),
    }


def test_skills_are_found_by_their_codes() -> None:
    frameworks = builtin()
    skill = frameworks["tt02-2025"].skills["4.2"]
    assert skill.kind == "competence"
    assert skill.parent == "4"
    assert "mã OTP" in skill.own_keywords
    assert not skill.keywords
    assert (
        addresses.of_skill(frameworks["tt02-2025"], "4.2")
        == "urn:lessonkit:framework:tt02-2025:4.2"
    )
    assert "nguoi-dan" in frameworks["bdhvs-757"].audiences


def test_an_iri_holds_any_code() -> None:
    framework = Framework("thu", {"vi": "Thử"}, {"a": Skill("a", {}, uri="https://example.org/a")})
    assert addresses.iri(framework, "a") == "https://example.org/a"
    assert addresses.iri(framework, 'Kỹ/50%"<#') == (
        "urn:lessonkit:framework:thu:K%E1%BB%B9%2F50%25%22%3C%23"
    )


@pytest.mark.parametrize("uri", ["", "CFItems/9", "https://example.org/a b", "khung", "https:"])
def test_what_is_no_address_is_no_name(uri: str) -> None:
    skills = {"a": Skill("a", {}, uri=uri)}
    framework = Framework("thu", {"vi": "Thử"}, skills, {1: Level(1, {"vi": "B"}, uri=uri)})
    assert addresses.iri(framework, "a") == "urn:lessonkit:framework:thu:a"
    assert addresses.iri_of_level(framework, 1) == "urn:lessonkit:framework:thu:level:1"


def test_crosswalks_of_the_built_in_ones() -> None:
    frameworks, walk = builtin(), Crosswalk(builtin())
    ours, theirs = frameworks["tt02-2025"], frameworks["digcomp-2.2"]
    inner = [code for code, skill in ours.skills.items() if skill.parent and code[0] < "6"]
    assert len(inner) == 21
    for code in inner:
        (match,) = walk.matched(f"tt02-2025:{code}")
        assert match.reference == f"digcomp-2.2:{code}"
        assert ours.skills[code].names["en"] == theirs.skills[code].names["en"]
        assert match.levels == {level: level for level in range(1, 9)}
        assert [one.reference for one in walk.related(f"digcomp-2.2:{code}")] == [
            f"digcomp-3.0:{code}"
        ]
    assert not walk.matched("tt02-2025:6.1")
    for framework in frameworks.values():
        for one in framework.matches:
            assert one.origin in framework.skills
            assert one.code in frameworks[one.framework].skills
            assert (one.relation == EXACT) == (framework.id == "tt02-2025")


def test_names_fall_back() -> None:
    assert name_in({"vi": "Một", "en": "One"}, "en-GB") == "One"
    assert name_in({"vi": "Một"}, "fr") == "Một"
    assert name_in({"de": "Eins"}, "fr") == "Eins"
    assert name_in({}, "fr") == ""
