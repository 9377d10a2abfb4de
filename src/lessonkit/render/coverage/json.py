"""The report as JSON: for other programs, and to compare with later.

Its keys are described in `docs/reference/coverage.md`. A key may be added without raising the
version; none is changed or dropped without.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from lessonkit.framework.model import Framework
from lessonkit.plan.alignment import Alignment
from lessonkit.plan.changes import Change
from lessonkit.plan.coverage import shared
from lessonkit.plan.needs import Need
from lessonkit.plan.report import Report, Since
from lessonkit.plan.rows import Row
from lessonkit.plan.spots import Spot

FORMAT = "lessonkit-coverage"
VERSION = 1


def text(report: Report, lang: str) -> str:  # noqa: ARG001  (data has no language)
    """One object; names of skills are given in every language that the framework has."""
    return json.dumps(document(report), ensure_ascii=False, indent=1) + "\n"


def document(report: Report) -> dict[str, Any]:
    """The object, of plain data."""
    cover = report.cover
    found = {
        "format": FORMAT,
        "version": VERSION,
        "title": report.title,
        "day": report.day or None,
        "audience": report.audience,
        "framework": report.framework,
        "part": report.part,
        "totals": _totals(report),
        "frameworks": [_framework(one, report) for one in cover.frameworks.values()],
        "audiences": [_audience(name, report) for name in report.groups],
        "cells": [_row(one) for one in report.rows],
        "needs": [_need(one) for one in report.needs],
        "thin": [_spot(one) for one in report.thin],
        "overlaps": [_spot(one) for one in report.overlaps],
        "unproved": list(_unproved(report)),
        "adrift": [
            {"module": module, "objective": claim.id, "skill": claim.skill or None}
            for module, claim in cover.adrift
        ],
        "modules": [_module(one) for one in cover.modules_for(report.audience)],
        "not_counted": [{"file": one.file, "errors": one.errors} for one in report.uncounted],
        "below": [
            {
                "kind": one.kind,
                "who": one.who,
                "value": round(one.value, 2),
                "least": one.least,
                "reference": one.reference or None,
            }
            for one in report.below
        ],
    }
    return found | ({"since": _since(report.since)} if report.since else {})


def _totals(report: Report) -> Mapping[str, Any]:
    modules = tuple(report.cover.modules_for(report.audience))
    items = {(one.id, item) for one in modules for claim in one.claims for item in claim.items}
    return {
        "modules": len(modules),
        "minutes": report.cover.minutes(report.audience),
        "items": len(items),
        "programs": len(report.programs),
        "needs": len(report.needs),
        "proved": sum(1 for one in report.needs if one.proved),
    }


def _framework(one: Framework, report: Report) -> Mapping[str, Any]:
    met = {row.code for row in report.rows if row.framework == one.id}
    met |= {need.code for need in report.needs if need.framework == one.id}
    return {
        "id": one.id,
        "titles": dict(one.titles),
        "legal_act": one.legal_act or None,
        "standing": one.standing or None,
        "completeness": dict(one.completeness),
        "doubts": [dict(doubt) for doubt in one.doubts],
        "sources": list(one.sources),
        "skills": len(one.skills),
        "levels": list(one.levels),
        "names": {code: dict(one.skills[code].names) for code in one.skills if code in met},
    }


def _audience(name: str, report: Report) -> Mapping[str, Any]:
    group = report.cover.audiences.get(name)
    return {
        "id": name,
        "names": dict(group.names) if group else {},
        "own_profile": bool(group and group.own_profile),
        "minutes": report.cover.minutes(name),
        "modules": sum(1 for _ in report.cover.modules_for(name)),
    }


def _row(one: Row) -> dict[str, Any]:
    return {
        "framework": one.framework,
        "code": one.code,
        "level": one.level,
        "audience": one.audience,
        "state": one.state,
        "modules": list(one.modules),
        "proved_by": list(one.proved_by),
        "matched": list(one.matched),
        "minutes": one.minutes,
        "items": one.items,
        "asked_by": list(one.asked_by),
    }


def _need(one: Need) -> dict[str, Any]:
    return {
        "kind": one.kind,
        "by": one.by,
        "audience": one.audience,
        "framework": one.framework,
        "code": one.code,
        "level": one.level,
        "own": one.own,
        "proved": one.proved,
        "why": one.why or None,
        "proved_by": list(one.proved_by),
        "items": one.items,
    }


def _spot(one: Spot) -> dict[str, Any]:
    framework, code, level = one.key
    place = {"framework": framework, "code": code, "level": level}
    return place | {"modules": list(one.modules), "items": one.items}


def _unproved(report: Report) -> Iterator[dict[str, Any]]:
    for module, claim in report.unproved:
        yield {
            "module": module.id,
            "objective": claim.id,
            "skill": claim.skill,
            "level": claim.level,
            "taught": bool(claim.taught),
            "assessed": bool(claim.items),
        }


def _module(one: Alignment) -> dict[str, Any]:
    return {
        "id": one.id,
        "title": one.title,
        "file": one.file,
        "version": one.version,
        "lang": one.lang,
        "minutes": one.minutes,
        "audience": list(one.audience),
        "objectives": [
            {
                "id": claim.id,
                "text": claim.text,
                "skill": claim.skill or None,
                "level": claim.level,
                "minutes": round(minutes, 2),
                "taught": list(claim.taught),
                "practised": list(claim.practised),
                "items": list(claim.items),
                "proved": claim.proved,
            }
            for claim, minutes in shared(one)
        ],
    }


def _since(since: Since) -> dict[str, Any]:
    return {
        "name": since.name,
        "not_counted": since.uncounted,
        "changes": [_change(one) for one in since.changes],
        "turned": [_need(one) for one in since.turned],
    }


def _change(one: Change) -> dict[str, Any]:
    sides = {"before": one.before, "after": one.after}
    rows = {side: None if row is None else _row(row) for side, row in sides.items()}
    return {"kind": one.kind, "proof": one.proof, **rows}
