"""The command line over whole projects, case by case: `tests/cases/projects/*.yml`."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.projects import command, lesson, project, tree

CASES = {
    f"{path.stem}: {name}": case
    for path in sorted((Path(__file__).parents[1] / "cases" / "projects").glob("*.yml"))
    for name, case in yaml.safe_load(path.read_text("utf-8")).items()
}
KEYS = {"lessons", "broken", "settings", "args", "exit", "stdout", "stderr", "tree", "json"}


def _masked(text: str) -> str:
    """Without what changes with the theme and with the machine."""
    text = re.sub(r" *[0-9,.]+ (kB|MB)(?= |$)", _weight, text, flags=re.MULTILINE)
    return re.sub(r"[0-9]+[,.][0-9](?= (giây|s\b))", "~", text)


def _weight(match: re.Match[str]) -> str:
    return "#".rjust(len(match[0]))


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_case(case: dict[str, Any], tmp_path: Path) -> None:
    assert case.keys() <= KEYS
    files = {f"{name}/module.md": lesson(name) for name in case.get("lessons", ())}
    files |= {
        f"{name}/module.md": lesson(name).replace("[x]", "[ ]") for name in case.get("broken", ())
    }
    project(tmp_path, files, case.get("settings", ""))
    done = command(*case["args"], cwd=tmp_path)
    assert (done.returncode, "Traceback" in done.stderr) == (case["exit"], False), done.stderr
    if "stdout" in case:
        assert _masked(done.stdout) == case["stdout"]
    if "stderr" in case:
        assert done.stderr == case["stderr"]
    if "tree" in case:
        assert list(tree(tmp_path / "build")) == case["tree"]
    if "json" in case:
        json.loads(done.stdout)
