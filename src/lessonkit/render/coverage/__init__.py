"""The report on coverage as a page, a table, a note for a merge request, and data."""

from collections.abc import Callable
from importlib import import_module

from lessonkit.plan.report import Report

FORMATS = ("md", "html", "json", "csv")
"""Each is a file of this package with `text(report, lang)`."""


def text(form: str, report: Report, lang: str) -> str:
    """The report in that format, in Vietnamese or English."""
    write: Callable[[Report, str], str] = import_module(f"{__name__}.{form}").text
    return write(report, lang)
