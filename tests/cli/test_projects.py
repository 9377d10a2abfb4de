"""The command line over whole projects, case by case: `tests/cases/projects/*.yml`."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.projects import lesson, project, several, tree

CASES = {
    f"{path.stem}: {name}": case
    for path in sorted((Path(__file__).parents[1] / "cases" / "projects").glob("*.yml"))
    for name, case in yaml.safe_load(path.read_text("utf-8")).items()
}
MADE = {"lessons", "broken", "programs", "settings"}
KEYS = MADE | {"args", "exit", "stdout", "stderr", "tree", "json"}

PROGRAM = """\
title: Chương trình
summary: Vài bài để thử.
audience: nguoi-dan
modules: [{modules}]
covers: ["tt02-2025:1.1@1"]
authors: [Người thử]
license: CC-BY-4.0
"""


def _masked(text: str) -> str:
    """Without what changes with the theme, the machine and the words of a rule."""
    text = re.sub(r"(lỗi LK\d+|gợi ý:) .*", r"\1 …", text)
    text = re.sub(r" *[0-9,.]+ (kB|MB)(?= |$)", _weight, text, flags=re.MULTILINE)
    return re.sub(r"[0-9]+[,.][0-9](?= (giây|s\b))", "~", text)


def _weight(match: re.Match[str]) -> str:
    return "#".rjust(len(match[0]))


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Path, dict[str, Any]]]:
    """Each case's folder and what its command did, all in one process."""
    folders = {name: _made(tmp_path_factory.mktemp("case"), case) for name, case in CASES.items()}
    done = several([(folders[name], case["args"]) for name, case in CASES.items()])
    return {name: (folders[name], one) for name, one in zip(CASES, done, strict=True)}


def _made(root: Path, case: dict[str, Any]) -> Path:
    files = {f"{name}/module.md": lesson(name) for name in case.get("lessons", ())}
    broken = {name: lesson(name).replace("[x]", "[ ]") for name in case.get("broken", ())}
    files |= {f"{name}/module.md": text for name, text in broken.items()}
    for name, modules in case.get("programs", {}).items():
        files[f"{name}.program.yaml"] = PROGRAM.format(modules=", ".join(modules))
    return project(root, files, case.get("settings", ""))


@pytest.mark.parametrize("name", CASES)
def test_case(name: str, results: dict[str, tuple[Path, dict[str, Any]]]) -> None:
    case, (root, done) = CASES[name], results[name]
    assert case.keys() <= KEYS
    assert (done["code"], "Traceback" in done["err"]) == (case["exit"], False), done
    if "stdout" in case:
        assert _masked(done["out"]) == case["stdout"]
    if "stderr" in case:
        assert done["err"] == case["stderr"]
    if "tree" in case:
        assert list(tree(root / "build")) == case["tree"]
    if "json" in case:
        json.loads(done["out"])
