"""The report as a table for a spreadsheet: a row for each cell and group (RFC 4180).

It begins with a byte order mark, without which spreadsheets take Vietnamese for another encoding.
Times are whole seconds and skills whole references: where the comma is decimal, `2.5` and `1.1`
would become dates.
"""

import csv
from collections.abc import Iterator
from io import StringIO

from lessonkit.framework.model import name_in
from lessonkit.plan.report import Report
from lessonkit.plan.rows import Row

COLUMNS = (
    "framework", "skill", "name", "domain", "level", "audience", "state", "modules", "proved_by",
    "items", "seconds", "by_crosswalk", "asked_by", "module_ids",
)  # fmt: skip
_STEERS = ("=", "+", "-", "@", "\t", "\r")
"""A cell that begins so is a formula to a spreadsheet."""


def text(report: Report, lang: str) -> str:
    """Header and rows; names in that language."""
    out = StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for row in report.rows:
        writer.writerow([harmless(value) for value in _values(row, report, lang)])
    return "\ufeff" + out.getvalue()


def harmless(value: str) -> str:
    """The value as text, which no spreadsheet executes."""
    return f"'{value}" if value.startswith(_STEERS) else value


def _values(row: Row, report: Report, lang: str) -> Iterator[str]:
    framework = report.cover.frameworks[row.framework]
    skill = framework.skills.get(row.code)
    parent = framework.skills.get(skill.parent) if skill else None
    yield row.framework
    yield f"{row.framework}:{row.code}"
    yield name_in(skill.names, lang) if skill else ""
    yield name_in(parent.names, lang) if parent else ""
    yield "" if row.level is None else str(row.level)
    yield row.audience or ""
    yield row.state
    yield str(len(row.modules))
    yield str(len(row.proved_by))
    yield str(row.items)
    yield str(round(row.minutes * 60))
    yield str(len(row.matched))
    yield " ".join(row.asked_by)
    yield " ".join(row.modules)
