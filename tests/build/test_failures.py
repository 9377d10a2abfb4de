"""One bad module does not sink the others, and what stood before it stays."""

import os
import resource
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from tests.projects import BROKEN, command, lesson, lessons, project, tree

import lessonkit
from lessonkit.build import jobs, workshop
from lessonkit.build.outcome import Outcome
from lessonkit.build.sources import Source


def _codes(outcome: Outcome) -> list[str]:
    return [one.code for one in outcome.diagnostics if one.severity == "error"]


@pytest.mark.parametrize("jobs", [1, 2])
def test_the_others_are_built(tmp_path: Path, jobs: int) -> None:
    root = project(tmp_path, {
        "a/module.md": lesson("a"), "b/module.md": BROKEN, "c/module.md": lesson("c")
    })  # fmt: skip
    done = command("build", "--output", "html", "--jobs", str(jobs), cwd=root)
    assert done.returncode == 1, done.stderr
    assert sorted(path.name for path in (root / "build").iterdir()) == ["a", "c"]
    assert "LK602" in done.stdout


def test_a_failed_module_keeps_its_last_artefact_and_says_so(tmp_path: Path) -> None:
    root = lessons(tmp_path, "a")
    lessonkit.build([root])
    before = tree(root / "build")
    (root / "modules/a/module.md").write_text(lesson("a").replace("[x]", "[ ]"), "utf-8")
    (outcome,) = lessonkit.build([root])
    assert (outcome.failed, outcome.variants[0].kept) == (True, True)
    assert tree(root / "build") == before


def test_a_translation_with_an_error_does_not_sink_the_module(tmp_path: Path) -> None:
    english = "---\ntitle: Lesson a\n---\n\n## Part one\n\nRead one line.\n"
    root = project(tmp_path, {"a/module.md": lesson("a"), "a/module.en.md": english})
    (outcome,) = lessonkit.build([root], outputs=["single"])
    assert [(one.tag, one.failed) for one in outcome.variants] == [("", False), ("en", True)]
    assert list(tree(root / "build")) == ["a/a.html"]


def test_two_modules_of_one_id_do_not_overwrite_each_other(tmp_path: Path) -> None:
    root = project(tmp_path, {
        "a/module.md": lesson("a"), "b/module.md": lesson("a"), "c/module.md": lesson("c")
    })  # fmt: skip
    outcomes = lessonkit.build([root], outputs=["single"])
    assert [_codes(outcome) for outcome in outcomes] == [["LK513"], ["LK513"], []]
    (one,) = lessonkit.build([root / "modules/a"], outputs=["single"])
    assert _codes(one) == ["LK513"]
    assert "LK513" in [found.code for found in lessonkit.check([root])]


def test_our_own_fault_costs_one_module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = lessons(tmp_path, "a", "b")
    real = jobs.job

    def job(source: Source, *rest: Any) -> object:
        if source.reading.file == "modules/a/module.md":
            raise ZeroDivisionError
        return real(source, *rest)

    monkeypatch.setattr(workshop, "job", job)
    bad, good = lessonkit.build([root], outputs=["single"])
    assert (_codes(bad), good.failed) == (["LK590"], False)


def test_what_cannot_be_written_is_said_in_a_sentence(tmp_path: Path) -> None:
    root = lessons(tmp_path, "a", "b")
    (root / "build").mkdir()
    (root / "build" / "a").write_text("in the way")
    bad, good = lessonkit.build([root], outputs=["single"])
    assert (_codes(bad), good.failed) == (["LK591"], False)
    assert (root / "build" / "a").read_text() == "in the way"


def test_a_full_disk_leaves_the_old_whole(tmp_path: Path) -> None:
    root = lessons(tmp_path, "a")
    lessonkit.build([root])
    before = tree(root / "build")
    (root / "modules/a/module.md").write_text(lesson("a", "\nMột câu nữa.\n"), "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "lessonkit", "build", "--jobs", "1"],
        cwd=root, capture_output=True, encoding="utf-8", check=False, timeout=60,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096)),
    )  # fmt: skip
    assert done.returncode == 1, done.stderr
    assert "LK591" in done.stdout
    assert tree(root / "build") == before


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_without_permission_is_said_in_a_sentence(tmp_path: Path) -> None:
    root = lessons(tmp_path, "a")
    (root / "build").mkdir(mode=stat.S_IRUSR | stat.S_IXUSR)
    (outcome,) = lessonkit.build([root])
    assert _codes(outcome) == ["LK591"]


def test_left_overs_of_a_killed_build_are_cleared(tmp_path: Path) -> None:
    root = lessons(tmp_path, "a")
    lessonkit.build([root])
    old = root / "build/a/.html.lk-old-999999999"
    (root / "build/a/html").rename(old)
    (root / "build/a/.a.html.lk-new-999999999").write_text("half")
    (root / "modules/a/module.md").write_text(lesson("a").replace("[x]", "[ ]"), "utf-8")
    lessonkit.build([root])
    assert not list((root / "build").rglob(".*"))
    assert (root / "build/a/html/index.html").is_file()


def test_an_interruption_leaves_whole_files_and_no_left_overs(tmp_path: Path) -> None:
    root = lessons(tmp_path, *(f"bai-{n}" for n in range(60)))
    process = subprocess.Popen(
        [sys.executable, "-m", "lessonkit", "build", "--jobs", "2"],
        cwd=root, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8",
        start_new_session=True,
    )  # fmt: skip
    until = time.monotonic() + 30
    while not list((root / "build").glob("*/*.scorm2004.zip")) and time.monotonic() < until:
        time.sleep(0.02)
    os.killpg(process.pid, signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert process.returncode == 130, (out, err)
    assert "Traceback" not in out + err
    assert not list((root / "build").rglob(".*"))
    assert len(list((root / "build").iterdir())) < 60


KILLER = """\
import multiprocessing, os, signal
from lessonkit.build import jobs, workshop
real = workshop.Workshop.build
def build(self, path):
    if path.parent.name == "b" and multiprocessing.parent_process():
        os.kill(os.getpid(), signal.SIGKILL)
    return real(self, path)
workshop.Workshop.build = build
"""


def test_a_killed_process_costs_one_module(tmp_path: Path) -> None:
    root = lessons(tmp_path / "p", "a", "b", "c", "d")
    (tmp_path / "sitecustomize.py").write_text(KILLER)
    arguments = ("build", "--output", "single", "--jobs", "2")
    path = os.pathsep.join((str(tmp_path), os.environ.get("PYTHONPATH", "")))
    done = command(*arguments, cwd=root, env={"PYTHONPATH": path})
    assert done.returncode == 1, done.stderr
    assert "LK590" in done.stdout
    assert sorted(path.name for path in (root / "build").iterdir()) == ["a", "c", "d"]
