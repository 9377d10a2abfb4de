"""Open edX's block reads the samples; optional, for it must be prepared with a package index.

python -m tests.witness.xblock prepare
"""

import zipfile
from pathlib import Path

import pytest
from tests.witness import places, xblock
from tests.witness.calls import Call

CASES = Path(__file__).parents[1] / "cases" / "witness"


@pytest.fixture
def prepared() -> None:
    """Skip where the block is not installed: no test of this project downloads anything."""
    try:
        xblock.python()
    except places.MissingToolError as error:
        pytest.skip(str(error))


def packed(sample: str, target: Path) -> Path:
    """A sample as a zip file."""
    with zipfile.ZipFile(target / "lesson.zip", "w") as archive:
        for file in sorted((CASES / sample).iterdir()):
            archive.write(file, file.name)
    return target / "lesson.zip"


def said(fn: str, *pairs: tuple[str, str]) -> list[Call]:
    """Accepted writes."""
    return [{"fn": fn, "args": list(pair), "result": "true", "error": "0"} for pair in pairs]


@pytest.mark.parametrize(("sample", "version"), [("sco12", "SCORM_12"), ("sco2004", "SCORM_2004")])
def test_what_it_reads(prepared: None, tmp_path: Path, sample: str, version: str) -> None:
    found = xblock.read(packed(sample, tmp_path))
    assert (found.launch, found.launch_exists, found.version) == ("index.html", True, version)
    assert (found.warnings, found.grade) == ([], None)
    assert found.titles == ["Bài mẫu", "Bài mẫu"]


def test_what_it_keeps(prepared: None, tmp_path: Path) -> None:
    score, status = ("cmi.core.score.raw", "80"), ("cmi.core.lesson_status", "passed")
    package = packed("sco12", tmp_path)
    right = xblock.read(package, said("LMSSetValue", score, status), "1.2")
    assert (right.completion, right.success, right.grade) == ("completed", "passed", 0.8)
    failed = ("cmi.core.lesson_status", "failed")
    assert xblock.read(package, said("LMSSetValue", score, failed), "1.2").grade == 0


def test_a_package_without_a_manifest_is_refused(prepared: None, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "none.zip", "w") as archive:
        archive.writestr("index.html", "")
    with pytest.raises(RuntimeError, match=r"imsmanifest\.xml"):
        xblock.read(tmp_path / "none.zip")


def test_where_it_is_not_prepared(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    with pytest.raises(places.MissingToolError, match="prepare"):
        xblock.python()
