"""Programmes in other languages: only words differ, and a drift is found at its place."""

from pathlib import Path
from typing import Any

import pytest
import yaml

import lessonkit
from lessonkit.base.diag import Fault
from lessonkit.model.settings import Settings
from lessonkit.read.program import program_text
from lessonkit.read.program_names import program_translations
from lessonkit.read.program_translation import read_program_translation, translation_text
from lessonkit.read.project import find_project

CASES = yaml.safe_load(
    (Path(__file__).parent.parent / "cases/program_translations.yml").read_text("utf-8")
)
ORIGINAL = """\
title: An toàn
summary: Ba bài.
audience: nguoi-dan
modules: [a, b]
certificate: Đã học xong.
"""


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_exactly_these_faults(case: dict[str, Any]) -> None:
    text = case.get("original", ORIGINAL).encode()
    original = program_text(text, "modules/thu.program.yaml", Path("modules"), Settings()).program
    assert original is not None
    reading = translation_text(case["text"].encode(), "modules/thu.program.en.yaml", original)
    assert [_line(one) for one in reading.faults] == case.get("faults", [])
    for key, value in case.get("says", {}).items():
        assert reading.program is not None
        said = getattr(reading.program.meta, key)
        assert (list(said) if isinstance(value, list) else said) == value


def _line(fault: Fault) -> str:
    start, near = fault.finding.span.start, fault.finding.args.get("near")
    return f"{start.line}:{start.column} {fault.code}" + (f" → {near}" if near else "")


def test_translations_are_found_and_their_faults_told(tmp_path: Path) -> None:
    modules = tmp_path / "modules"
    modules.mkdir()
    (tmp_path / "lessonkit.toml").touch()
    path = modules / "thu.program.yaml"
    path.write_text(ORIGINAL, "utf-8")
    for name in ("thu.program.en.yaml", "thu.program.zh-Hant.yaml", "thua.program.en.yaml"):
        (modules / name).write_text("title: Safe\n# lessonkit: ignore LK441 - x\n", "utf-8")
    found = program_translations(path)
    assert [one.name for one in found] == ["thu.program.en.yaml", "thu.program.zh-Hant.yaml"]
    told = {(one.span.file, one.code) for one in lessonkit.check([tmp_path])}
    assert ("modules/thu.program.en.yaml", "LK110") in told
    assert ("modules/thua.program.yaml", "LK100") in told


def test_one_that_cannot_be_opened_is_a_fault(tmp_path: Path) -> None:
    reading = program_text(ORIGINAL.encode(), "thu.program.yaml", tmp_path, Settings())
    assert reading.program is not None
    path = tmp_path / "thu.program.en.yaml"
    path.symlink_to("khong-co")
    root = find_project(tmp_path).root
    for target, code in (("khong-co", "LK100"), ("/etc/hostname", "LK181")):
        path.unlink()
        path.symlink_to(target)
        faults = read_program_translation(root / path.name, root, reading.program).faults
        assert [one.code for one in faults] == [code]


def test_modules_of_a_translated_programme_are_translated_too(tmp_path: Path) -> None:
    text = "title: Thử\naudience: nguoi-dan\nmodules: [a, b]\n"
    (tmp_path / "lessonkit.toml").touch()
    for name in ("a", "b"):
        folder = tmp_path / "modules" / name
        folder.mkdir(parents=True)
        (folder / "module.md").write_text(f"---\nid: {name}\ntitle: Bài\n---\n\nChữ.\n", "utf-8")
    (tmp_path / "modules/a/module.en.md").write_text("---\ntitle: A\n---\n\nWords.\n", "utf-8")
    (tmp_path / "modules/thu.program.yaml").write_text(text, "utf-8")
    (tmp_path / "modules/thu.program.en.yaml").write_text("title: Test\n", "utf-8")
    found = [one for one in lessonkit.check([tmp_path]) if one.code == "LK452"]
    assert [(one.args["id"], one.args["other"]) for one in found] == [("b", "en")]
