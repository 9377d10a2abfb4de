"""The Python interface: three functions, typed, documented, there whatever was imported before."""

import subprocess
import sys
from inspect import getdoc, isfunction
from pathlib import Path

from tests.projects import BROKEN, lesson, lessons, project

import lessonkit
import lessonkit.build.pipeline
import lessonkit.check.engine
import lessonkit.read.module


def test_the_public_names_are_these() -> None:
    assert sorted(lessonkit.__all__) == ["__version__", "build", "check", "read"]


def test_functions_stay_functions_when_folders_of_their_names_are_imported() -> None:
    for name in ("read", "check", "build"):
        found = getattr(lessonkit, name)
        assert isfunction(found)
        assert "Raises" in (getdoc(found) or "")


def test_importing_it_loads_nothing() -> None:
    code = (
        "import sys, lessonkit; print(len([name for name in sys.modules if 'lessonkit' in name]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True
    )
    assert done.stdout == "1\n"


def test_read_gives_a_module(tmp_path: Path) -> None:
    root = lessons(tmp_path, "a")
    module = lessonkit.read(root / "modules/a/module.md").module
    assert module is not None
    assert module.meta.id == "a"


def test_check_gives_diagnostics_in_the_language_asked_for(tmp_path: Path) -> None:
    root = project(tmp_path, {"hong/module.md": BROKEN})
    (vi,) = (one for one in lessonkit.check([root]) if one.code == "LK602")
    (en,) = (one for one in lessonkit.check([root], lang="en") if one.code == "LK602")
    assert vi.span == en.span
    assert vi.message != en.message


def test_build_says_what_became_of_each_module(tmp_path: Path) -> None:
    alike = {"a/module.md": lesson("a"), "b/module.md": lesson("b").replace("việc b", "việc a")}
    root = project(tmp_path, alike)
    outcomes = lessonkit.build([root], outputs=["single"], out=tmp_path / "ra")
    assert [one.module for one in outcomes if one.kind == "module"] == ["a", "b"]
    (across,) = outcomes[2:]
    assert [one.code for one in across.diagnostics] == ["LK415"]
    (built,) = outcomes[0].variants[0].built
    assert built.path == "a/a.html"
    assert (tmp_path / "ra" / built.path).stat().st_size == built.size
