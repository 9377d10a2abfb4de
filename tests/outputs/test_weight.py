"""What a learner's phone must fetch before the lesson can be read: real packages, without media."""

import gzip
import zipfile
from pathlib import Path

import pytest

import lessonkit

MODULES = Path(__file__).parents[2] / "modules"
SOURCES = sorted(path.parent for path in MODULES.glob("*/module.md"))
BUDGET = 30_000
"""Bytes of page, style and script together, gzipped."""
STORE_BUDGET = 35_000
"""The same where the page itself speaks to a store of statements, and no platform's script does."""
STORES = ("cmi5", "xapi")


@pytest.mark.parametrize("folder", SOURCES, ids=lambda folder: folder.name)
def test_lessons_are_within_the_budget(folder: Path, tmp_path: Path) -> None:
    outputs = ("html", "scorm12", "scorm2004", "cmi5", "xapi")
    outcomes = lessonkit.build([folder], out=tmp_path, outputs=outputs)
    assert not any(outcome.failed for outcome in outcomes)
    packages = sorted(tmp_path.rglob("*.zip"))
    assert len(packages) >= len(outputs)
    heavy = {path.name: weight for path in packages if (weight := _weight(path)) > _most(path)}
    assert heavy == {}


def _weight(package: Path) -> int:
    with zipfile.ZipFile(package) as archive:
        parts = [archive.read(name) for name in ("index.html", "style.css", "lesson.js")]
    return sum(len(gzip.compress(part, 9)) for part in parts)


def _most(package: Path) -> int:
    return STORE_BUDGET if package.name.split(".")[-2] in STORES else BUDGET
