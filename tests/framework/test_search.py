"""Finding skills by words: with marks and without, the best first."""

import time
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from lessonkit.framework.load import builtin
from lessonkit.framework.model import Framework, Skill
from lessonkit.framework.search import Hit, search

CASES = Path(__file__).parents[1] / "cases" / "frameworks" / "search.yml"


def label(hit: Hit) -> str:
    return f"{hit.framework}:{hit.code}" if hit.kind == "skill" else hit.code or hit.framework


@pytest.mark.parametrize(
    "case", yaml.safe_load(CASES.read_text("utf-8")), ids=lambda case: repr(case["typed"])
)
def test_what_is_found_first(case: dict[str, Any]) -> None:
    found = search(builtin(), case["typed"])
    labels = [label(one) for one in found.hits]
    first = case.get("first", [])
    assert labels[: len(first)] == first
    assert found.near == case.get("near", False)
    if case.get("only"):
        assert len(labels) == len(first)
    if "field" in case:
        assert {one.field for one in found.hits[: len(first)]} == {case["field"]}


def test_the_same_marks_come_first() -> None:
    names = ("mat", "mắt", "mật", "Mắt")
    skills = {str(at): Skill(str(at), {"vi": name}) for at, name in enumerate(names)}
    known = {"thu": Framework("thu", {"vi": "Thử"}, skills)}
    assert [one.text for one in search(known, "mắt").hits] == ["mắt", "Mắt", "mat"]
    assert [one.text for one in search(known, "mat").hits] == ["mat", "mắt", "mật", "Mắt"]
    assert [one.text for one in search(known, "mặt").hits] == ["mat"]


def test_a_framework_of_thousands_is_searched_at_once() -> None:
    skills = {
        str(at): Skill(str(at), {"en": f"Understand that {at} things are counted and compared"})
        for at in range(1500)
    }
    known = {"thu": Framework("thu", {"vi": "Thử"}, skills)}
    start = time.process_time()
    assert label(search(known, "1499 things").hits[0]) == "thu:1499"
    assert search(known, "thingz qwertyuiop").near
    assert time.process_time() - start < 10


@settings(max_examples=60)
@given(st.text(max_size=12))
def test_anything_may_be_typed(typed: str) -> None:
    found = search(builtin(), typed)
    assert len({(one.kind, label(one)) for one in found.hits}) == len(found.hits)
