"""What holds for a group: of the project, of the framework, and of the groups around it."""

import json
from typing import Any

import pytest

from lessonkit.framework.model import Audience, Framework, Skill
from lessonkit.model.audience import OwnAudience
from lessonkit.model.audiences import (
    audiences,
    facts,
    holds,
    joined,
    learners,
    profile_label,
    spread,
    wider,
)
from lessonkit.model.limits import Limits
from lessonkit.model.settings import CheckSettings, Settings

SKILLS = {
    code: Skill(code, {"vi": code}, parent)
    for code, parent in (("1", ""), ("1.1", "1"), ("1.2", "1"), ("2", ""))
}
GROUPS = {
    "rong": Audience(
        "rong", {"vi": "Rộng", "en": "Wide"}, narration=True, minutes=9, sentence_tieng=40,
        skills=("k:1.1@1",), source="Khung", level={"k": 1},
    ),
    "hep": Audience("hep", {"vi": "Hẹp"}, within="rong"),
}  # fmt: skip
KNOWN = {"k": Framework("k", {"vi": "K"}, skills=SKILLS, audiences=GROUPS)}


def settings(tables: dict[str, Any], **limits: Any) -> Settings:
    """A project with these tables of groups."""
    own = {name: OwnAudience.model_validate_json(json.dumps(one)) for name, one in tables.items()}
    return Settings(audiences=own, check=CheckSettings(limits=Limits(**limits)))


@pytest.mark.parametrize(
    ("tables", "limits", "group", "key", "expected"),
    [
        ({}, {}, "hep", "sentence_tieng", (40, "rong", "framework")),
        ({}, {"sentence_tieng_for": {"hep": 7}}, "hep", "sentence_tieng", (7, "hep", "project")),
        ({}, {"sentence_tieng_for": {"rong": 7}}, "hep", "sentence_tieng", (7, "rong", "project")),
        (
            {"rong": {"sentence_tieng": 5}},
            {"sentence_tieng_for": {"rong": 7}},
            "hep",
            "sentence_tieng",
            (5, "rong", "project"),
        ),
        ({"hep": {"narration": False}}, {}, "hep", "narration", (False, "hep", "project")),
        ({"hep": {"level": {"m": 3}}}, {}, "hep", "level.k", (1, "rong", "framework")),
        (
            {"nguoi-dan": {"name": "Dân"}},
            {},
            "nguoi-dan",
            "sentence_tieng",
            (25, "nguoi-dan", "lessonkit"),
        ),
    ],
)  # fmt: skip
def test_the_nearest_word_holds_and_says_whose_it_is(
    tables: dict[str, Any],
    limits: dict[str, Any],
    group: str,
    key: str,
    expected: tuple[Any, str, str],
) -> None:
    project = settings(tables, **limits)
    said = facts(joined(KNOWN, project), project)[group][key]
    assert (said.value, said.group, said.by) == expected


def test_a_profile_is_labelled_by_whose_it_is() -> None:
    """Limits of the project beside a framework's profile do not make the profile its own."""
    tables = {
        "hep": {"minutes": 5},
        "moi": {"name": "Mới", "within": "rong", "skills": ["k:1@2", "k:1.2@3"], "source": "Dự án"},
        "trong": {"name": "Trong", "within": "moi", "source": "Phút"},
        "la": {"name": "Lạ"},
    }
    found = audiences(KNOWN, settings(tables))
    told = {name: (one.skills, one.own, profile_label(one, "vi")) for name, one in found.items()}
    mine = ("k:1.1@2", "k:1.2@3")
    assert told == {
        "rong": (("k:1.1@1",), False, "hồ sơ kỹ năng theo khung năng lực"),
        "hep": (("k:1.1@1",), True, "hồ sơ kỹ năng theo khung năng lực"),
        "moi": (mine, True, "hồ sơ kỹ năng do dự án đặt"),
        "trong": (mine, True, "hồ sơ kỹ năng do dự án đặt"),
        "la": ((), False, "chưa biết hồ sơ kỹ năng của nhóm này"),
    }
    sources = {name: one.source for name, one in found.items()}
    assert sources == {"rong": "Khung", "hep": "Khung", "moi": "Dự án", "trong": "Dự án", "la": ""}


def test_names_are_given_for_all_languages_or_for_some() -> None:
    tables = {"rong": {"name": {"vi": "Bà con"}}, "hep": {"name": "Hẹp hơn"}, "moi": {"name": "M"}}
    found = audiences(KNOWN, settings(tables))
    assert found["rong"].names == {"vi": "Bà con", "en": "Wide"}
    assert found["hep"].names == {"vi": "Hẹp hơn"}
    assert (found["moi"].names, found["moi"].framework) == ({"vi": "M"}, "")


def test_who_is_part_of_a_group_is_met_by_what_is_for_it() -> None:
    found = audiences(KNOWN, settings({"trong": {"name": "Trong", "within": "hep"}}))
    assert wider(found, "trong") == ("trong", "hep", "rong")
    assert wider(found, "la") == ("la",)
    assert [holds(found, named, "hep") for named in ((), ("rong",), ("hep",), ("trong",))] == [
        True, True, True, False,
    ]  # fmt: skip
    assert learners(found, ("hep",)) == {
        "hep": frozenset({"hep", "rong"}),
        "trong": frozenset({"trong", "hep", "rong"}),
    }


@pytest.mark.parametrize(
    ("profile", "skills"),
    [
        (["d:A@2"], {"d:A.1.1@2", "d:A.1.2@2", "d:A.2@2"}),
        (["d:A.1@3", "d:A@2"], {"d:A.1.1@3", "d:A.1.2@3", "d:A.2@2"}),
        (["d:A.1.2@1", "d:A.1@3", "d:A@2"], {"d:A.1.1@3", "d:A.1.2@1", "d:A.2@2"}),
    ],
)
def test_a_domain_of_a_profile_stands_for_all_that_it_holds_however_deep(
    profile: list[str], skills: set[str]
) -> None:
    parents = {"A": "", "A.1": "A", "A.1.1": "A.1", "A.1.2": "A.1", "A.2": "A"}
    deep = {code: Skill(code, {"vi": code}, parent) for code, parent in parents.items()}

    assert set(spread(tuple(profile), {"d": Framework("d", {"vi": "D"}, skills=deep)})) == skills
