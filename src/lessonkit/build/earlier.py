"""An earlier report on coverage, kept as JSON, read to compare with."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from lessonkit.base.errors import LessonkitError
from lessonkit.plan.needs import Need
from lessonkit.plan.rows import Row

MOST_BYTES = 100_000_000


@dataclass(frozen=True, slots=True)
class Earlier:
    """What there was."""

    rows: tuple[Row, ...]
    needs: tuple[Need, ...]
    uncounted: int
    """Files that had errors."""


class NoReport(LessonkitError):
    """A file is no report of ours; `reason` and `path` let the caller say it in any language."""

    def __init__(
        self, reason: Literal["not-report", "future", "other-scope", "unreadable"], path: Path
    ) -> None:
        super().__init__(f"{path}: {reason}")
        self.reason = reason
        self.path = path


def read_report(
    path: Path, audience: str | None, framework: str | None, *, part: bool = False
) -> Earlier:
    """The rows and needs of a JSON report.

    Raises: NoReport: it cannot be opened, is another thing, of a later version, or was made with
    other paths, `--audience` or `--framework`, so that all would seem changed.
    """
    data = _loaded(path)
    if not isinstance(data, dict) or data.get("format") != "lessonkit-coverage":
        raise NoReport("not-report", path)
    version = data.get("version")
    if not isinstance(version, int) or version != 1:
        raise NoReport("future" if isinstance(version, int) else "not-report", path)
    scope = data.get("audience"), data.get("framework"), data.get("part", False)
    if scope != (audience, framework, part):
        raise NoReport("other-scope", path)
    try:
        return Earlier(
            tuple(_row(one) for one in data["cells"]),
            tuple(_need(one) for one in data["needs"]),
            len(data["not_counted"]),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise NoReport("not-report", path) from error


def _loaded(path: Path) -> Any:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise NoReport("not-report", path)
        return json.loads(path.read_text("utf-8-sig"))
    except OSError as error:
        raise NoReport("unreadable", path) from error
    except (ValueError, RecursionError) as error:
        raise NoReport("not-report", path) from error


def _row(one: Any) -> Row:
    return Row(
        _text(one["framework"]), _text(one["code"]), _whole(one["level"]),
        None if one["audience"] is None else _text(one["audience"]), "proved",
        _names(one["modules"]), _names(one["proved_by"]), _names(one["matched"]),
        round(float(one["minutes"]), 2), int(one["items"]), _names(one["asked_by"]),
    )  # fmt: skip


def _need(one: Any) -> Need:
    kind = one["kind"]
    if kind not in ("profile", "promise"):
        raise ValueError(kind)
    return Need(
        kind, _text(one["by"]), _text(one["audience"]), _text(one["framework"]), _text(one["code"]),
        _whole(one["level"]), bool(one["own"]), _names(one["proved_by"]), int(one["items"]),
        "" if one["proved"] else "absent",
    )  # fmt: skip


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _whole(value: Any) -> int | None:
    if value is not None and (not isinstance(value, int) or isinstance(value, bool)):
        raise TypeError(value)
    return value


def _names(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise TypeError(value)
    return tuple(map(_text, value))
