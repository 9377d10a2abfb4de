"""An edition of a lesson, from its source or from a package: what two of them are compared by."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from lessonkit.base import codes
from lessonkit.base.diag import Severity
from lessonkit.base.errors import LessonkitError
from lessonkit.build.told import Told
from lessonkit.model.walk import prose
from lessonkit.plan.kept import digest, words
from lessonkit.plan.page import page
from lessonkit.read.module import Reading, read_module
from lessonkit.read.project import SOURCE, find_project
from lessonkit.read.translation import read_translation
from lessonkit.render.data import lesson_data
from lessonkit.text.inline import Math, Picture, Prose
from lessonkit.text.inline import walk as inlines

Kind = Literal["source", "package"]
Fault = Literal["missing", "no-lesson", "future", "several", "faulty"]


class Unreadable(LessonkitError):
    """What cannot be compared; `reason` and `path` let the caller say it in any language."""

    def __init__(self, path: Path, reason: Fault) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Edition:
    """What learners have, or will have."""

    kind: Kind
    told: Told
    titles: Mapping[str, str] = field(default_factory=dict)
    """Of sections, by id; those with pictures or formulas are left out."""
    asks: Mapping[str, str] = field(default_factory=dict)
    """What is asked, by the id of the question, likewise."""
    texts: Mapping[str, str] = field(default_factory=dict)
    """Digests of all that stands in a section; of one kind of edition they can be compared."""


def of_source(path: Path) -> Edition:
    """The lesson in a `module.md` or in a translation beside one.

    Raises: Unreadable: it has faults of reading. SettingsError: as `find_project`.
    """
    reading = _reading(path)
    faults = (codes.code(one.code).severity for one in reading.faults)
    if reading.module is None or Severity.ERROR in faults:
        raise Unreadable(path, "faulty")
    shown = page(reading.module)
    titles = {one.id: _plain(one.title) for one in shown.sections}
    asks = {one.id: _plain(one.ask) for one in shown.questions}
    texts = {
        one.id: digest("\n".join(words(run) for run in prose(one.blocks))) for one in shown.sections
    }
    return Edition(
        "source",
        Told.model_validate(lesson_data(shown, "html")),
        {name: text for name, text in titles.items() if text},
        {name: text for name, text in asks.items() if text},
        texts,
    )


def _reading(path: Path) -> Reading:
    project = find_project(path)
    try:
        whole = read_module(path.with_name(SOURCE), project.root, project.settings)
        if path.name == SOURCE or whole.module is None:
            return whole
        return read_translation(path, path.name, whole.module, project.settings)
    except OSError as error:
        raise Unreadable(path, "missing") from error


def _plain(run: Prose) -> str:
    if any(isinstance(one, Picture | Math) for one in inlines(run.inlines)):
        return ""
    return " ".join(run.plain().split())
