"""What the platform makes of a registration. Source: cmi5 9.3, 13.1.4 (moveOn)."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from lessonkit.inspect.lrs.forms import Json, is_number
from lessonkit.inspect.lrs.session import (
    COMPLETED,
    FAILED,
    PASSED,
    is_defined,
    verb_of,
)

_PROGRESS = "https://w3id.org/xapi/cmi5/result/extensions/progress"


@dataclass(frozen=True, slots=True)
class Verdict:
    """As a report would show it."""

    completed: bool
    passed: bool
    failed: bool
    scaled: float | None
    """Of the last Passed or Failed that has one."""
    progress: int | None
    """0 to 100: 100 when completed, else the last that was told."""
    satisfied: bool
    """By the moveOn of the launch."""

    @property
    def success(self) -> str:
        """`passed`, `failed` or `unknown`; a pass is never taken back."""
        return "passed" if self.passed else "failed" if self.failed else "unknown"


def verdict(statements: Iterable[Json], move_on: str) -> Verdict:
    """Of the defined statements alone; others are no business of it (cmi5 7.1.3)."""
    said: set[str] = set()
    scaled: float | None = None
    progress: int | None = None
    for one in statements:
        progress = _progress(one, progress)
        if not is_defined(one):
            continue
        verb = verb_of(one)
        said.add(verb)
        if verb in (PASSED, FAILED):
            scaled = _scaled(one, scaled)
    done, passed = COMPLETED in said, PASSED in said
    return Verdict(
        done,
        passed,
        FAILED in said,
        scaled,
        100 if done else progress,
        satisfied(move_on, completed=done, passed=passed),
    )


def satisfied(move_on: str, *, completed: bool, passed: bool) -> bool:
    """Source: cmi5 13.1.4."""
    return {
        "Passed": passed,
        "Completed": completed,
        "CompletedAndPassed": completed and passed,
        "CompletedOrPassed": completed or passed,
        "NotApplicable": True,
    }.get(move_on, False)


def _inner(whole: Json, *path: str) -> Any:
    found: Any = whole
    for name in path:
        found = found.get(name) if isinstance(found, dict) else None
    return found


def _scaled(statement: Json, before: float | None) -> float | None:
    found = _inner(statement, "result", "score", "scaled")
    return float(found) if is_number(found) else before


def _progress(statement: Json, before: int | None) -> int | None:
    found = _inner(statement, "result", "extensions", _PROGRESS)
    return found if isinstance(found, int) and not isinstance(found, bool) else before
