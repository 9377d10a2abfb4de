"""Crosswalks: both ways, over several frameworks, with levels, and never more than is said."""

from collections.abc import Mapping

import pytest

from lessonkit.framework.crosswalk import Crosswalk
from lessonkit.framework.model import Framework, Match, Skill

A_TO_B = {1: 1, 2: 1, 3: 2}


def frameworks(*said: str, levels: bool = True) -> Mapping[str, Framework]:
    """Each of `said` is `here:code relation there:code`, said by the framework named first."""
    found: dict[str, Framework] = {}
    for name in "abc":
        matches = []
        for one in said:
            here, relation, there = one.split()
            if here.startswith(f"{name}:"):
                other, _, code = there.partition(":")
                matches.append(Match(here.partition(":")[2], relation, other, code))
        mapped = {"b": A_TO_B} if name == "a" and levels else {}
        skills = {code: Skill(code, {"vi": code}) for code in ("1", "2")}
        found[name] = Framework(
            name, {"vi": name}, skills, matches=tuple(matches), level_matches=mapped
        )
    return found


@pytest.mark.parametrize(
    ("said", "asked", "exact", "other"),
    [
        (["a:1 exactMatchOf b:1"], "a:1", ["b:1"], []),
        (["a:1 exactMatchOf b:1"], "b:1", ["a:1"], []),
        (["a:1 exactMatchOf b:1"], "a:2", [], []),
        (["a:1 exactMatchOf b:1"], "không có", [], []),
        (["a:1 isRelatedTo b:1"], "a:1", [], ["b:1"]),
        (["a:1 isPartOf b:1"], "b:1", [], ["a:1"]),
        (["a:1 exactMatchOf b:1", "b:1 exactMatchOf c:2"], "a:1", ["b:1", "c:2"], []),
        (["a:1 exactMatchOf b:1", "c:2 exactMatchOf b:1"], "a:1", ["b:1", "c:2"], []),
        (["a:1 exactMatchOf b:1", "b:1 isRelatedTo c:2"], "a:1", ["b:1"], []),
        (["a:1 exactMatchOf b:1", "b:1 exactMatchOf a:1"], "a:1", ["b:1"], []),
        (["a:1 exactMatchOf b:1", "b:1 exactMatchOf c:1", "c:1 exactMatchOf a:1"], "a:1",
         ["b:1", "c:1"], []),
        (["a:1 exactMatchOf b:1", "a:2 exactMatchOf b:1"], "a:1", ["b:1"], []),
        (["a:1 exactMatchOf b:1", "a:1 isRelatedTo b:1"], "a:1", ["b:1"], []),
        (["a:1 exactMatchOf a:2"], "a:1", [], []),
        (["a:1 isPartOf a:2"], "a:1", [], []),
        (["a:1 exactMatchOf x:9"], "a:1", ["x:9"], []),
        (["a:1 exactMatchOf a:1"], "a:1", [], []),
    ],
)  # fmt: skip
def test_what_a_skill_is_elsewhere(
    said: list[str], asked: str, exact: list[str], other: list[str]
) -> None:
    walk = Crosswalk(frameworks(*said))
    assert [one.reference for one in walk.matched(asked)] == exact
    assert [one.reference for one in walk.related(asked)] == other


def test_levels_go_both_ways() -> None:
    known = frameworks("a:1 exactMatchOf b:1")
    (there,) = Crosswalk(known).matched("a:1")
    assert there.levels == A_TO_B
    assert there.exact
    (here,) = Crosswalk(known).matched("b:1")
    # Level 1 there is level 1 or 2 here, and shows only the less.
    assert here.levels == {1: 1, 2: 3}
    assert here.said_by == ("a",)


def test_levels_are_joined_and_what_is_unknown_stays_so() -> None:
    known = frameworks("a:1 exactMatchOf b:1", "c:2 exactMatchOf b:1")
    there = Crosswalk(known).matched("a:1")
    assert [(one.reference, dict(one.levels)) for one in there] == [("b:1", A_TO_B), ("c:2", {})]
    assert there[1].said_by == ("a", "c")


def test_who_knows_of_levels_is_heard_first() -> None:
    known = frameworks("b:1 exactMatchOf a:1", "a:1 exactMatchOf b:1")
    (there,) = Crosswalk(known).matched("a:1")
    assert there.levels == A_TO_B


def test_the_direction_of_a_relation_is_told() -> None:
    known = frameworks("a:1 isPartOf b:1")
    assert [one.inverse for one in Crosswalk(known).related("a:1")] == [False]
    assert [one.inverse for one in Crosswalk(known).related("b:1")] == [True]


def test_what_is_within_a_framework_is_apart() -> None:
    walk = Crosswalk(frameworks("a:1 isPartOf a:2", "a:1 isRelatedTo b:1"))
    assert [(one.reference, one.inverse) for one in walk.within("a:1")] == [("a:2", False)]
    assert [(one.reference, one.inverse) for one in walk.within("a:2")] == [("a:1", True)]
