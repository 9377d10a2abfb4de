"""Programmes as files: what is found in them, where, and what is left of the rest."""

import os
from pathlib import Path
from typing import Any

import pytest
import yaml

import lessonkit
from lessonkit.base.codes import code
from lessonkit.base.diag import Fault
from lessonkit.base.messages import LANGS, diagnose
from lessonkit.check.fix import edited
from lessonkit.model.settings import Settings
from lessonkit.read.program import ProgramReading, program_text, read_program
from lessonkit.read.project import find_programs, find_project

CASES = yaml.safe_load((Path(__file__).parent.parent / "cases/programs.yml").read_text("utf-8"))
PLAIN = "title: Công dân số\naudience: nguoi-dan\nmodules: [a]\n"


def _read(text: str, file: str = "modules/cong-dan-so.program.yaml") -> ProgramReading:
    text = text.replace("{ten_nghin}", ",".join(f"a{n}" for n in range(10_000)))
    return program_text(text.encode(), file, Path("modules"), Settings())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_exactly_these_faults(case: dict[str, Any]) -> None:
    reading = _read(case["text"], f"modules/{case.get('file', 'cong-dan-so.program.yaml')}")
    assert [_line(one) for one in reading.faults] == case.get("faults", [])
    assert [one.code for one in reading.ignores] == case.get("ignored", [])
    assert (reading.program is None) == case.get("none", False)
    program = reading.program
    if program is None:
        return
    assert sorted(program.lost) == case.get("lost", [])
    if "covers" in case:
        assert list(program.meta.covers) == case["covers"]
    places = {name: program.place(f"modules[{n}]") for n, name in enumerate(program.meta.modules)}
    for name, column in case.get("modules", {}).items():
        assert places[name].start.column == column


def _line(fault: Fault) -> str:
    for lang in LANGS:
        said = diagnose(fault.code, fault.finding, lang)
        assert said.severity is code(fault.code).severity
        assert "{" not in said.message + said.hint
        assert "front matter" not in said.message + said.hint
        assert "phần đầu bài" not in said.message + said.hint
    start, near = fault.finding.span.start, fault.finding.args.get("near")
    return f"{start.line}:{start.column} {fault.code}" + (f" → {near}" if near else "")


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("covers: [tt02-2025: 4.10@2]", "covers: [tt02-2025:4.10@2]"),
        ('covers:\n  - "tt02-2025:4.2 @ 3"', "covers:\n  - tt02-2025:4.2@3"),
        ("covers: tt02-2025:4.1@2", "covers: [tt02-2025:4.1@2]"),
        ("version: 1.10", 'version: "1.10"'),
    ],
)
def test_cures(wrong: str, right: str) -> None:
    reading = _read(PLAIN + wrong)
    edits = [edit for one in reading.faults for edit in one.finding.fix]
    assert edited(reading.text, edits) == PLAIN + right
    assert _read(PLAIN + right).faults == ()


def test_a_part_of_an_entry_has_its_place() -> None:
    program = _read(PLAIN + "covers:\n  - 'tt02-2025:2@2'\n").program
    assert program is not None
    parts = (program.part("covers[0]", "tt02-2025"), program.part("covers[0]", "2", 11))
    assert [(one.start.column, one.end.column) for one in parts] == [(6, 15), (16, 17)]
    assert program.part("covers[0]", "khác") == program.place("covers[0]")


def _project(root: Path) -> Path:
    (root / "modules" / "a").mkdir(parents=True)
    (root / "modules" / "a" / "module.md").write_text("---\ntitle: A\n---\n", "utf-8")
    for name in (
        "b.program.yaml",
        "a/a.program.yaml",
        "b.program.en.yaml",
        "x.yaml",
        "program.yaml",
    ):
        (root / "modules" / name).write_text(PLAIN, "utf-8")
    return root


def test_programmes_are_found_sorted_and_once(tmp_path: Path) -> None:
    project = find_project(_project(tmp_path))
    modules = project.root / "modules"
    every = (modules / "a/a.program.yaml", modules / "b.program.yaml")
    assert find_programs(project) == every
    assert find_programs(project, (modules / "b.program.en.yaml", modules)) == every[::-1]
    assert find_programs(project, (modules / "a",)) == every[:1]
    assert find_programs(project, (modules / "a" / "module.md",)) == ()


def test_links_and_folders_named_like_programmes(tmp_path: Path) -> None:
    root = _project(tmp_path / "project")
    modules = root / "modules"
    (modules / "c.program.yaml").mkdir()
    (tmp_path / "ngoai.yaml").write_text(PLAIN, "utf-8")
    (modules / "d.program.yaml").symlink_to(tmp_path / "ngoai.yaml")
    (modules / "e.program.yaml").symlink_to("khong-co")
    (modules / "f.program.yaml").symlink_to("b.program.yaml")
    os.mkfifo(modules / "g.program.yaml")
    (modules / "h.program.yaml").symlink_to("h.program.yaml")
    project = find_project(root)
    found = {
        path.name[0]: [one.code for one in read_program(path, project.root, Settings()).faults]
        for path in find_programs(project, (modules,))
    }
    assert found == {
        "a": [], "b": [], "c": ["LK100"], "d": ["LK181"], "e": ["LK100"], "f": [], "g": ["LK100"],
        "h": ["LK100"],
    }  # fmt: skip
    told = {one.span.file: one.code for one in lessonkit.check([root])}
    assert told["modules/h.program.yaml"] == "LK100"
