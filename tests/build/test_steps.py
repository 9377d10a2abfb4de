"""What is dear is made once, in rounds where it must be, and kept for the next build."""

import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.build.test_programs import programme
from tests.projects import command, lesson, project

import lessonkit
from lessonkit.base.files import Bundle, File
from lessonkit.build import extras
from lessonkit.build.outcome import Outcome
from lessonkit.media.step import Step, Work
from lessonkit.media.steps import STEPS, step
from lessonkit.outputs import OUTPUTS
from lessonkit.outputs.base import Derivative, Job, Output
from lessonkit.outputs.site import SHOWN
from lessonkit.read.assets import AssetProblem

RAN: list[str] = []
"""What was made, in order."""


def _run(work: Work, path: Path) -> AssetProblem | None:
    RAN.append(work.texts["said"])
    if "hỏng" in work.texts["said"]:
        return AssetProblem("LK711", {"name": work.name})
    heard = "".join(one.read_text("utf-8") for one in work.inputs.values())
    path.write_text(work.texts["said"] + heard, "utf-8")
    return None


STEP = Step(1, lambda: "none", _run)


def _words(job: Job) -> tuple[Derivative, ...]:
    return tuple(
        Derivative("echo", one.id, "", texts=(("said", one.title.plain()),))
        for one in job.page.sections
    )


def _whole(job: Job) -> Derivative:
    length = sum(job.file(one).size for one in _words(job))
    inputs = tuple((one.name, one) for one in _words(job))
    return Derivative("echo", "", "", (("length", length),), (("said", f"{length} "),), inputs)


def _needs(job: Job) -> tuple[Derivative, ...]:
    return _words(job) if job.lacks(*_words(job)) else (*_words(job), _whole(job))


def _render(job: Job) -> Bundle:
    from pathlib import PurePosixPath

    return Bundle((File(PurePosixPath("echo.txt"), job.file(_whole(job))),))


ECHO = Output("echo", (("files", ""),), SHOWN, _needs, _render, rounds=True, reader="teacher")


@pytest.fixture(autouse=True)
def echo(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """An output of two rounds, for teachers, and the step that it needs."""
    monkeypatch.setitem(STEPS, "echo", f"{__name__}:STEP")
    monkeypatch.setattr(OUTPUTS, "builtin", {**OUTPUTS.builtin, "echo": ""})
    monkeypatch.setitem(OUTPUTS._loaded, "echo", ECHO)
    monkeypatch.setattr(
        "lessonkit.media.steps.import_module", lambda _name: __import__("sys").modules[__name__]
    )
    step.cache_clear()
    RAN.clear()
    yield
    step.cache_clear()


def build(root: Path, *outputs: str) -> tuple[Outcome, ...]:
    return tuple(lessonkit.build([root], outputs=list(outputs or ("echo",)), jobs=1))


def test_a_second_round_knows_what_the_first_has_made(tmp_path: Path) -> None:
    root = project(tmp_path, {"a/module.md": lesson("a")})
    build(root)
    assert (root / "build/a/a.echo.txt").read_text("utf-8") == "12 Phần một"
    assert RAN == ["Phần một", "12 "]


def test_only_what_holds_a_change_is_made_again(tmp_path: Path) -> None:
    two = lesson("a", "\n## Phần hai {#hai}\n\nĐọc câu nữa.\n")
    root = project(tmp_path, {"a/module.md": two})
    build(root)
    RAN.clear()
    (same,) = build(root)
    assert RAN == []
    assert not any(one.changed for variant in same.variants for one in variant.built)
    (root / "modules/a/module.md").write_text(two.replace("Phần hai", "Phần cuối"), "utf-8")
    (other,) = build(root)
    assert RAN == ["Phần cuối", "25 "]
    assert all(one.changed for variant in other.variants for one in variant.built)


def test_what_is_made_no_more_is_taken_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = project(tmp_path, {"a/module.md": lesson("a")})
    build(root)
    (root / "build/a/a.mine.txt").write_text("của tôi", "utf-8")
    less = replace(ECHO, names=("echo.txt",), render=lambda _job: Bundle(()))
    monkeypatch.setitem(OUTPUTS._loaded, "echo", less)
    build(root)
    assert [path.name for path in (root / "build/a").iterdir()] == ["a.mine.txt"]


def test_what_cannot_be_made_is_told_at_its_section(tmp_path: Path) -> None:
    text = lesson("a").replace("## Phần một", "## Phần hỏng")
    root = project(tmp_path, {"a/module.md": text})
    (outcome,) = build(root)
    (found,) = (one for one in outcome.diagnostics if one.code == "LK711")
    assert outcome.failed
    assert found.span.start.line == text.splitlines().index("## Phần hỏng {#mot}") + 1


def test_what_cannot_be_made_keeps_no_other_kind_away(tmp_path: Path) -> None:
    text = lesson("a").replace("## Phần một", "## Phần hỏng")
    root = project(tmp_path, {"a/module.md": text})
    (outcome,) = build(root, "html", "echo")
    assert (outcome.failed, [one.code for one in outcome.diagnostics]) == (True, ["LK711"])
    assert [one.output for one in outcome.variants[0].built] == ["html", "html"]
    assert (root / "build/a/html/index.html").is_file()


def test_what_is_for_teachers_lies_beside_what_learners_are_given(tmp_path: Path) -> None:
    root = programme(tmp_path)
    outcomes = build(root, "html", "echo")
    assert not any(one.failed for one in outcomes), [one.diagnostics for one in outcomes]
    given = [path for path in (root / "build/ct").rglob("*") if "echo" in path.name]
    assert given == []
    with zipfile.ZipFile(root / "build/ct/ct.program.zip") as zipped:
        assert not any("echo" in name for name in zipped.namelist())
    with zipfile.ZipFile(root / "build/ct.teacher.zip") as zipped:
        assert zipped.namelist() == ["01-a/a.echo.txt", "02-b/b.echo.txt"]


def test_a_programme_that_is_the_same_stays_as_it_stands(tmp_path: Path) -> None:
    root = programme(tmp_path)
    build(root, "html", "echo")
    again = build(root, "html", "echo")
    assert not any(one.changed for out in again for each in out.variants for one in each.built)


def test_a_missing_extra_is_said_before_any_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = project(tmp_path, {"a/module.md": lesson("a")})
    poor = Output(
        "echo", (("files", ""),), frozenset(), _needs, _render, rounds=True, extras=("pdf",)
    )
    monkeypatch.setitem(OUTPUTS._loaded, "echo", poor)
    monkeypatch.setitem(extras.MODULES, "pdf", ("no_such_module",))
    with pytest.raises(extras.ExtraMissing, match=r"lessonkit\[pdf\]"):
        build(root)
    assert RAN == []
    assert not (root / "build").exists()


def test_what_pages_carry_is_missed_by_pages_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = '[build]\ninclude = ["handout"]\n[epub]\nfont = true\n'
    root = project(tmp_path, {"a/module.md": lesson("a")}, settings)
    monkeypatch.setitem(extras.MODULES, "pdf", ("no_such_module",))
    lessonkit.build([root], outputs=["single"])
    with pytest.raises(extras.ExtraMissing) as caught:
        lessonkit.build([root], outputs=["html"])
    assert (caught.value.outputs, caught.value.carried) == (("handout",), ("handout",))
    with pytest.raises(extras.ExtraMissing) as caught:
        lessonkit.build([root], outputs=["epub"])
    assert (caught.value.outputs, caught.value.carried) == (("epub",), ())


def test_build_again_says_what_has_changed(tmp_path: Path) -> None:
    root = project(tmp_path, {"a/module.md": lesson("a"), "b/module.md": lesson("b")})
    command("build", "--output", "scorm12", cwd=root)
    (root / "modules/b/module.md").write_text(lesson("b", "\nThêm một câu.\n"), "utf-8")
    before = (root / "build/a/a.scorm12.zip").stat().st_mtime_ns
    said = command("build", "--output", "scorm12", cwd=root)
    assert "1 sản phẩm đổi, 1 giữ nguyên từ lần dựng trước." in said.stdout
    assert (root / "build/a/a.scorm12.zip").stat().st_mtime_ns == before
