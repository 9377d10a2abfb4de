"""Texts and what the reader must say of them: exactly these faults, exactly these blocks."""

from pathlib import Path
from typing import Any

import pytest
from tests.dump import dump, misplaced
from tests.read.cases import CASES, make_files, read_case

from lessonkit.base.codes import code
from lessonkit.base.diag import Fault
from lessonkit.base.messages import LANGS, diagnose


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['file']}: {case['name']}")
def test_exactly_these_faults_and_blocks(case: dict[str, Any], tmp_path: Path) -> None:
    folder = make_files(case, tmp_path)
    reading = read_case(case, folder)
    skip = case["skip"]
    said = [_line(fault, skip) for fault in reading.faults]
    assert said == [str(line) for line in case.get("faults", ())]
    if "blocks" in case:
        assert reading.module is not None
        assert dump(reading.module) == case["blocks"]
    if reading.module is not None and "elsewhere" not in case:
        assert misplaced(reading.module) == []
    for fault in reading.faults:
        _speaks(fault)


def _line(fault: Fault, skip: int) -> str:
    start = fault.finding.span.start
    near = fault.finding.args.get("near")
    return f"{start.line - skip}:{start.column} {fault.code}" + (f" → {near}" if near else "")


def _speaks(fault: Fault) -> None:
    """The catalogues have whole sentences for it, in which nothing is left open."""
    for lang in LANGS:
        said = diagnose(fault.code, fault.finding, lang)
        assert said.severity is code(fault.code).severity
        for name in fault.finding.args:
            assert f"{{{name}}}" not in said.message + said.hint or name == "near"
