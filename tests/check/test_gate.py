"""The gate over a library: nothing without a fault, and exactly the fault that is put in."""

import json
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.library import library
from tests.projects import lesson, project

import lessonkit
from lessonkit.base.diag import Diagnostic
from lessonkit.build.index import project_index
from lessonkit.check.across import check_catalogue, part
from lessonkit.check.engine import check_module
from lessonkit.check.gate import Gathered, Part
from lessonkit.model.audiences import audiences
from lessonkit.model.index import Index
from lessonkit.model.settings import Settings
from lessonkit.read.module import Reading, read_text
from lessonkit.read.program import ProgramReading, program_text
from lessonkit.read.project import find_project

CASES = yaml.safe_load(
    (Path(__file__).parents[1] / "cases" / "gate.yml").read_text(encoding="utf-8")
)
END = ".program.yaml"


def test_a_library_without_faults_has_no_findings(tmp_path: Path) -> None:
    """Read from disk, with translations, as an author would."""
    for name, text in library().items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    assert [str(one) for one in lessonkit.check([tmp_path])] == []


def test_a_programme_that_cannot_be_read_is_there_all_the_same(tmp_path: Path) -> None:
    """Whoever requires it is not told that there is none of that id."""
    texts = {
        "lessonkit.toml": "",
        "modules/tep.program.yaml": "id: truoc\ntitle: Trước\naudience: [nguoi-dan\n- a\n",
        "modules/sau.program.yaml": "title: Sau\naudience: nguoi-dan\nmodules: [khong-co]\n"
        "requires: [truoc]\n",
    }
    for name, text in texts.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")

    codes = {one.code for one in lessonkit.check([tmp_path])}

    assert "LK432" in codes
    assert "LK445" not in codes


class Shelf:
    """The library as it was read once; a change costs only what it touches."""

    def __init__(self, folder: Path) -> None:
        self.texts = library()
        self.settings = _settings(self.texts["lessonkit.toml"])
        project = find_project(folder)
        assert project.settings == self.settings
        self.index = project_index(project)
        self.readings = {
            name: self.read(name, text)
            for name, text in self.texts.items()
            if name.endswith("/module.md")
        }
        self.parts = {name: part(one, self.index) for name, one in self.readings.items()}

    def read(self, name: str, text: str) -> Reading:
        """A module of that text."""
        return read_text(text, name, Path(name).parent, self.settings)

    def found(self, changed: dict[str, str]) -> Iterator[Diagnostic]:
        """All that is found in the library with these other texts."""
        fresh = {
            name: self.read(name, text) for name, text in changed.items() if name in self.parts
        }
        index, readings = self._index(changed, fresh), {**self.readings, **fresh}
        parts: dict[str, Part] = {}
        for name, reading in readings.items():
            if "lessonkit.toml" in changed or name in fresh or self._touched(reading, fresh):
                yield from check_module(reading, index, "vi")
                parts[name] = part(reading, index)
        every = tuple({**self.parts, **parts}.values())
        yield from check_catalogue(Gathered(every, tuple(self._programs(changed))), index, "vi")

    def _index(self, changed: dict[str, str], fresh: dict[str, Reading]) -> Index:
        metas = (one.module.meta for one in fresh.values() if one.module is not None)
        modules = {**self.index.modules, **{one.id: one.requires for one in metas}}
        settings = _settings(changed.get("lessonkit.toml", self.texts["lessonkit.toml"]))
        groups = audiences(self.index.frameworks, settings)
        read = (one.program for one in self._programs(changed))
        programs = {one.meta.id: one for one in read if one is not None}
        return replace(
            self.index, modules=modules, settings=settings, audiences=groups, programs=programs
        )

    def _programs(self, changed: dict[str, str]) -> Iterator[ProgramReading]:
        for name, text in {**self.texts, **changed}.items():
            if name.endswith(END):
                yield program_text(text.encode(), name, Path("modules"), self.settings)

    def _touched(self, reading: Reading, fresh: dict[str, Reading]) -> bool:
        """Whether it may stand in a circle with what was changed: its series is the same."""
        series = reading.file.rpartition("-")[0]
        return any(name.rpartition("-")[0] == series for name in fresh)


def _settings(text: str) -> Settings:
    return Settings.model_validate_json(json.dumps(tomllib.loads(text)))


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    """Read once for all changes."""
    folder = tmp_path_factory.mktemp("library")
    for name, text in library().items():
        if not name.endswith(".en.md"):
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    return Shelf(folder)


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["title"]))
def test_what_is_put_in_is_found_and_nothing_else(case: dict[str, Any], shelf: Shelf) -> None:
    changed = dict(_changed(case["change"], shelf.texts))
    found = sorted(
        f"{one.code} {one.span.file}:{one.span.start.line}" for one in shelf.found(changed)
    )
    texts = {**shelf.texts, **changed}

    assert found == sorted(_expected(said, texts) for said in case["expect"])


def _changed(
    change: dict[str, list[list[str]]], texts: dict[str, str]
) -> Iterator[tuple[str, str]]:
    for name, pairs in change.items():
        file = _file(name, texts)
        text = texts[file]
        for old, new in pairs:
            assert old in text, (file, old)
            text = text.replace(old, new, 1)
        yield file, text


def _file(name: str, texts: dict[str, str]) -> str:
    ways = (name, f"modules/{name}/module.md", f"modules/{name}{END}")
    return next(way for way in ways if way in texts)


def _expected(said: str, texts: dict[str, str]) -> str:
    """`LK403 a-1-1-1 | level: 9` with the number of the line that holds that text."""
    head, _, part_of_line = said.partition(" | ")
    code, name = head.split()
    file = _file(name, texts)
    lines = texts[file].split("\n")
    number = next(n for n, line in enumerate(lines, 1) if part_of_line in line)
    return f"{code} {file}:{number}"


@pytest.mark.parametrize(("standing", "codes"), [("", ["LK403"]), ("part", [])])
def test_a_framework_without_levels_has_none_unless_only_a_part_of_it_is_here(
    tmp_path: Path, standing: str, codes: list[str]
) -> None:
    said = f"  standing: {standing}\n" if standing else ""
    head = f"framework:\n  id: rieng\n  title_vi: Khung riêng\n{said}"
    own = f"{head}skills:\n- {{code: A, name_vi: Việc}}\n"
    text = lesson("a").replace("tt02-2025:1.1", "rieng:A")
    root = project(tmp_path, {"a/module.md": text})
    (root / "frameworks").mkdir()
    (root / "frameworks" / "rieng.yaml").write_text(own, "utf-8")

    assert [one.code for one in lessonkit.check([root])] == codes
