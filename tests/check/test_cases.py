"""Cases of `tests/cases/rules`: a text, and exactly what is found in it.

A file is named by its rule and holds a list of `title`, `text` and `expect`. The text is a fragment
as in the manual (see `lessons.whole`); `expect` lists `line:column code`, lines counted from the
fragment's first one, or from the file's where the fragment is a whole module. `lang` sets the
language of the lesson, `limits` and `severity` settings of the project; `published` is the fragment
as `lessonkit.lock` has it; `audiences` are tables of `lessonkit.toml`. What stands in another file
has its name in front.
"""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.check.lessons import check, expanded, whole

from lessonkit.base.diag import Diagnostic
from lessonkit.check.rules import NAMES
from lessonkit.model.audience import OwnAudience
from lessonkit.model.limits import Limits
from lessonkit.model.settings import CheckSettings, Settings

FOLDER = Path(__file__).parents[1] / "cases" / "rules"


@dataclass(frozen=True)
class Case:
    """One text."""

    file: str
    title: str
    text: str
    expect: tuple[str, ...]
    lang: str = "vi"
    limits: tuple[tuple[str, Any], ...] = ()
    severity: tuple[tuple[str, Any], ...] = ()
    published: str = ""
    audiences: str = "{}"
    """As JSON."""


@cache
def cases() -> tuple[Case, ...]:
    """All there are."""
    return tuple(
        Case(
            path.stem,
            one["title"],
            one["text"].rstrip("\n"),
            tuple(one["expect"]),
            one.get("lang", "vi"),
            tuple(one.get("limits", {}).items()),
            tuple(one.get("severity", {}).items()),
            one.get("published", "").rstrip("\n"),
            json.dumps(one.get("audiences", {})),
        )
        for path in sorted(FOLDER.glob("*.yml"))
        for one in yaml.safe_load(path.read_text(encoding="utf-8"))
    )


@pytest.mark.parametrize("case", cases(), ids=lambda case: f"{case.file}: {case.title}")
def test_exactly_this_is_found(case: Case, tmp_path: Path) -> None:
    text = whole(case.text).replace("lang: vi", f"lang: {case.lang}")
    limits = Limits(**({"question_seconds": 1} | dict(case.limits)))
    tables = json.loads(case.audiences).items()
    settings = Settings(
        check=CheckSettings(limits=limits, severity=dict(case.severity)),
        audiences={name: OwnAudience.model_validate_json(json.dumps(one)) for name, one in tables},
    )
    fragment = expanded(case.text)
    first = text[: text.find(fragment)].count("\n") if fragment in text else 0
    published = whole(case.published) if case.published else ""
    found = check(text, tmp_path, settings=settings, published=published)

    assert [shown(one, first) for one in found] == list(case.expect)


def shown(one: Diagnostic, first: int) -> str:
    """`line:column code`, with the file in front where it is not the lesson's."""
    start = one.span.start
    if one.span.file != "module.md":
        return f"{one.span.file} {start.line}:{start.column} {one.code}"
    return f"{start.line - first}:{start.column} {one.code}"


def test_every_rule_has_a_case_file() -> None:
    files = {path.stem for path in FOLDER.glob("*.yml")}

    assert files == set(NAMES.values())


def test_every_file_shows_a_text_without_the_fault() -> None:
    """So that a rule which finds everywhere is seen."""
    codes = {name: code for code, name in NAMES.items()}
    clean = {
        case.file
        for case in cases()
        if not any(codes[case.file] in expected for expected in case.expect)
    }

    assert clean == set(NAMES.values())
