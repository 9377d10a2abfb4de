"""Killed or out of room at any step: the old artefact or the new one is there, whole."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

PROGRAM = Path(__file__).with_name("faults.py")
pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals and fork of Unix")


def steps(base: Path, *arguments: str) -> list[dict[str, Any]]:
    command = [sys.executable, "-W", "error", str(PROGRAM), str(base), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120)
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize("fault", ["kill", "disk full"])
@pytest.mark.parametrize(
    ("shape", "way"), [("folder", "one step"), ("folder", "two steps"), ("zip", ""), ("file", "")]
)
def test_old_or_new(tmp_path: Path, shape: str, way: str, fault: str) -> None:
    found = steps(tmp_path, shape, fault, way)
    assert len(found) > (20 if shape == "folder" else 5)
    for step in found:
        renaming = way == "two steps" and step["event"].startswith(
            "os.rename /out/.artefact.lk-new"
        )
        assert step["after"] in ("old", "new") or (renaming and step["after"] == "nothing"), step
        assert step["recovered"] in ("old", "new"), step
        assert step["left"] == [], step
        assert step["recovered"] == step["after"] or step["after"] == "nothing", step
        assert step["ended"] in ({"killed"} if fault == "kill" else {"well", "disk full"}), step
        if step["ended"] == "well":
            assert step["after"] == "new", step
        if step["ended"] == "disk full":
            assert (step["after"], step["beside"]) == ("old", []), step
    assert {step["recovered"] for step in found} >= {"old"}


def test_the_swap_is_one_step_where_the_system_can(tmp_path: Path) -> None:
    """At no moment is the folder missing: no step of the usual way renames it."""
    found = steps(tmp_path, "folder", "kill", "one step")
    if any("lk-old" in step["event"] for step in found):
        pytest.skip("this system cannot exchange two names")
    assert all(step["after"] in ("old", "new") for step in found)
