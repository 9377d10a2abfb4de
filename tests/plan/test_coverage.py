"""What modules cover, from small values: the cases are data."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from lessonkit.base.diag import line_span
from lessonkit.framework.load import read_framework
from lessonkit.framework.model import Audience, Framework
from lessonkit.model.settings import CoverageSettings, Settings
from lessonkit.plan.alignment import Alignment, Claim
from lessonkit.plan.changes import changes, turned
from lessonkit.plan.coverage import Key, coverage
from lessonkit.plan.report import Report, below, proved_share, reference_of, report
from lessonkit.plan.rows import Row

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "coverage.yml").read_text("utf-8"))
SPAN = line_span("module.md")
A = """
framework: {id: a, title_vi: Khung A}
levels: [{level: 1, name_vi: Bậc 1}, {level: 2, name_vi: Bậc 2}, {level: 3, name_vi: Bậc 3}]
domains:
  - code: '1'
    name_vi: Miền một
    competences:
      - {code: '1.1', name_vi: Một một}
      - {code: '1.2', name_vi: Một hai}
      - {code: '1.3', name_vi: Một ba}
  - code: '2'
    name_vi: Miền hai
    competences: [{code: '2.1', name_vi: Hai một}]
crosswalks:
  - {framework: b, relation: exactMatchOf, levels: {1: 10, 2: 20, 3: 30}, pairs: {'1.1': X}}
"""
B = """
framework: {id: b, title_vi: Khung B}
levels: [{level: 10, name_vi: A}, {level: 20, name_vi: B}, {level: 30, name_vi: C}]
domains: [{code: X, name_vi: Ích}]
"""
C = """
framework: {id: c, title_vi: Khung C}
domains: [{code: k, name_vi: Ca}]
"""


def frameworks() -> dict[str, Framework]:
    return {one.id: one for one in map(read_framework, (A, B, C))}


def claim(text: str, number: int, count: int) -> Claim:
    """`skill@level taught items`, and `-group` for whom it is kept from."""
    reference, taught, items, *lacking = text.split()
    skill, _, level = reference.removeprefix("-").partition("@")
    return Claim(
        id=f"m{number}", text=f"Làm được {skill}", skill=skill, level=int(level) if level else None,
        share=1 / count, taught=tuple(f"p{n}" for n in range(int(taught))), practised=(),
        items=tuple(f"c{n}" for n in range(int(items))), points=1, span=SPAN, text_span=SPAN,
        skill_span=SPAN, level_span=SPAN, lacking=tuple(one[1:] for one in lacking),
    )  # fmt: skip


def module(name: str, facts: Mapping[str, Any]) -> Alignment:
    claims = facts["claims"]
    return Alignment(
        id=name, title=f"Bài {name}", summary="", lang="vi", version="1.0",
        minutes=facts.get("minutes"), audience=tuple(facts.get("audience", ())), requires=(),
        license="", file=f"modules/{name}/module.md",
        claims=tuple(claim(one, place, len(claims)) for place, one in enumerate(claims)), span=SPAN,
    )  # fmt: skip


def reported(case: Mapping[str, Any], only: str | None = None) -> Report:
    asked = case.get("profiles", {})
    groups = {
        name: Audience(
            name, {"vi": name}, within=within, skills=tuple(asked.get(name, ())), own_profile=True
        )
        for name, within in (("dan", ""), ("can-bo", ""), ("nguoi-gia", "dan"))
    }
    modules = (module(name, facts) for name, facts in case["modules"].items())
    return report(coverage(modules, frameworks(), groups, only), (), Settings())


def told(row: Row) -> str:
    asked = f" {','.join(row.asked_by)}" if row.asked_by else ""
    matched = f" ≈{','.join(row.matched)}" if row.matched else ""
    who = f"{','.join(row.proved_by)} / {','.join(row.modules)}{matched}".lstrip()
    head = f"{reference_of(row)} {row.audience or '*'} {row.state}{asked}"
    return f"{head}: {who}, {row.minutes:g} min, {row.items}"


def named(key: Key) -> str:
    return f"{key[0]}:{key[1]}" + ("" if key[2] is None else f"@{key[2]}")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_what_modules_cover(case: Mapping[str, Any]) -> None:
    found = reported(case)
    assert [told(row) for row in found.rows] == case["rows"]
    needs = [
        f"{reference_of(one)} {one.by} {one.why or 'proved ' + ','.join(one.proved_by)}"
        for one in found.needs
    ]
    assert needs == case.get("needs", [])
    weak = case.get("thin"), case.get("overlaps"), case.get("unproved"), case.get("adrift")
    spots = [f"{named(one.key)} {','.join(one.modules)}" for one in found.overlaps]
    lines = (
        [named(one.key) for one in found.thin] if weak[0] is not None else None,
        spots if weak[1] is not None else None,
        [f"{one.id} {of.skill}" for one, of in found.unproved] if weak[2] is not None else None,
        [f"{name} {of.skill or '-'}" for name, of in found.cover.adrift],
    )
    assert (*lines[:3], lines[3] or None) == weak


def test_a_report_on_one_framework_counts_lessons_of_another_by_crosswalk() -> None:
    found = reported({"modules": {"mot": {"minutes": 2, "claims": ["a:1.1@1 1 2"]}}}, only="b")
    assert [told(row) for row in found.rows] == ["b:X@10 * proved: mot / mot ≈mot, 2 min, 2"]


def test_thresholds_name_what_is_below() -> None:
    case = {
        "modules": {"mot": {"minutes": 2, "audience": ["dan"], "claims": ["a:1.2@1 1 2"]}},
        "profiles": {"dan": ["a:1.2@1", "a:2.1@1", "a:1.3@1"], "can-bo": ["a:1.2@1"]},
    }
    needs = reported(case).needs
    assert proved_share(()) is None
    for settings, expected in (
        ({}, []),
        ({"fail_under": 33.0}, [("can-bo", 0)]),
        ({"fail_under": 34.0}, [("dan", 33), ("can-bo", 0)]),
        ({"fail_under": 90.0, "fail_under_for": {"dan": 33.0, "can-bo": 0.0}}, []),
    ):
        limits = CoverageSettings.model_validate(settings)
        assert [(one.who, int(one.value)) for one in below(needs, limits)] == expected


def test_changes_are_told_cell_by_cell() -> None:
    facts = {"minutes": 2, "audience": ["dan"], "claims": ["a:1.2@1 1 2"]}
    before = {"modules": {"mot": facts}, "profiles": {"dan": ["a:1.2@1", "a:2.1@1"]}}
    after = {
        "modules": {
            "mot": facts | {"claims": ["a:1.2@1 1 0"]},
            "hai": facts | {"claims": ["a:2.1@1 1 1"]},
        },
        "profiles": before["profiles"],
    }
    was, now = reported(before), reported(after)
    assert not list(changes(was.rows, was.rows))
    moved = [(one.kind, told(one.row)[:7], one.row.audience, one.proof)
             for one in changes(was.rows, now.rows)]  # fmt: skip
    assert moved == [
        ("changed", "a:1.2@1", None, -1),
        ("added", "a:2.1@1", None, 1),
        ("changed", "a:1.2@1", "dan", -1),
        ("added", "a:2.1@1", "dan", 1),
    ]
    assert [one.kind for one in changes(now.rows, was.rows)] == [
        "changed", "changed", "lost", "lost",
    ]  # fmt: skip
    assert [(one.code, one.proved) for one in turned(was.needs, now.needs)] == [
        ("1.2", False), ("2.1", True),
    ]  # fmt: skip
