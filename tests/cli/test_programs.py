"""Programmes on the command line: found, named by path, mended; their modules come with them."""

from pathlib import Path

import pytest
from tests.courses import lesson
from tests.projects import many

import lessonkit
from lessonkit.read.project import find_modules, find_project

T = "tt02-2025"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Two modules in one folder, two programmes in another, one of them with faults."""
    (tmp_path / "lessonkit.toml").touch()
    for name in ("a", "b", "c"):
        folder = tmp_path / "modules" / "bai" / name
        folder.mkdir(parents=True)
        (folder / "module.md").write_text(lesson(f"{name} for nguoi-dan: {T}:4.2@2"), "utf-8")
    courses = tmp_path / "modules" / "chuong-trinh"
    courses.mkdir()
    text = f"title: Một\naudience: nguoi-dan\nmodules: [b, a]\ncovers: [{T}:4.2@2]\n"
    (courses / "mot.program.yaml").write_text(text, "utf-8")
    (courses / "hai.program.yaml").write_text(text.replace("[b, a]", "[b, aa]"), "utf-8")
    return tmp_path


def test_the_modules_of_a_programme_come_with_it(root: Path) -> None:
    project = find_project(root)
    courses = project.root / "modules" / "chuong-trinh"
    for path in (courses / "mot.program.yaml", courses / "mot.program.en.yaml"):
        path.touch()
        assert [one.parent.name for one in find_modules(project, (path,))] == ["b", "a"]
    both = find_modules(project, (project.root / "modules/bai/a", courses))
    assert [one.parent.name for one in both] == ["a", "b"]
    assert len(find_modules(project, (project.root / "modules",))) == 3


def _codes(root: Path, *paths: str) -> set[str]:
    found = lessonkit.check([root / path for path in paths])
    return {one.code for one in found if one.span.file.endswith(".yaml")}


def test_programmes_are_checked_where_they_or_a_folder_above_is_named(root: Path) -> None:
    assert _codes(root, ".") == {"LK432"}
    assert _codes(root, "modules/chuong-trinh") == {"LK432"}
    assert _codes(root, "modules/chuong-trinh/hai.program.yaml") == {"LK432"}
    assert _codes(root, "modules/chuong-trinh/mot.program.yaml") == set()
    assert _codes(root, "modules/bai") == set()


def test_one_that_cannot_be_read_or_is_misnamed_is_told_of(root: Path) -> None:
    (root / "modules" / "hong.program.yaml").write_text("title: [", "utf-8")
    (root / "modules" / "ba.programme.yml").write_text("title: Ba\n", "utf-8")
    broken, misnamed, built, other = many(
        root,
        ["check", "modules/hong.program.yaml"],
        ["check", "modules/ba.programme.yml"],
        ["build", "modules/hong.program.yaml"],
        ["check", "modules/bai/a/khac.yaml"],
    )
    assert "LK148" in broken["out"]
    assert "ba.program.yaml" in misnamed["out"]
    assert (broken["code"], misnamed["code"], built["code"], other["code"]) == (1, 1, 1, 2)
    assert not (root / "build" / "a").exists()


def test_check_mends_a_programme(root: Path) -> None:
    path = root / "modules" / "chuong-trinh" / "mot.program.yaml"
    text = path.read_text("utf-8")
    path.write_text(text.replace(f"{T}:4.2@2", f"{T}: 4.2@2"), "utf-8")
    (done,) = many(root, ["check", "--fix", "modules/chuong-trinh/mot.program.yaml"])
    assert "1 chỗ" in done["err"]
    assert path.read_text("utf-8") == text
