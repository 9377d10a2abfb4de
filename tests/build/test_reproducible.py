"""The same input gives the same bytes, wherever and by whomever it is built."""

import shutil
import subprocess
import sys
from pathlib import Path

from tests.projects import KITCHEN_SINK, bare, lesson, picture, project, tree

ELSEWHERE = {"TZ": "Asia/Ho_Chi_Minh", "PYTHONHASHSEED": "7", "LC_ALL": "C", "LANG": "vi_VN"}


def _built(root: Path, umask: int, env: dict[str, str], jobs: int) -> dict[str, bytes]:
    subprocess.run(
        [sys.executable, "-m", "lessonkit", "build", "--jobs", str(jobs)],
        cwd=root, env=bare(env), umask=umask, check=True,
        stdout=subprocess.DEVNULL, timeout=120,
    )  # fmt: skip
    return tree(root / "build")


def _project(root: Path) -> Path:
    sources = {"a/module.md": lesson("a", "\n![Hình](media/x.png)\n"), "b/module.md": lesson("b")}
    project(root, sources)
    picture(root / "modules/a/media/x.png")
    shutil.copytree(KITCHEN_SINK, root / "modules/kitchen-sink")
    return root


def test_two_builds_in_different_worlds_are_equal(tmp_path: Path) -> None:
    here = _built(_project(tmp_path / "one"), 0o022, {"TZ": "UTC", "PYTHONHASHSEED": "1"}, 1)
    there = _built(_project(tmp_path / "hai ba" / "ở đây"), 0o077, ELSEWHERE, 2)
    assert here == there
    assert "kitchen-sink/kitchen-sink.scorm12.zip" in here


def test_files_can_be_read_by_all_whatever_the_umask(tmp_path: Path) -> None:
    root = project(tmp_path, {"a/module.md": lesson("a")})
    _built(root, 0o077, {}, 1)
    modes = {path.stat().st_mode & 0o777 for path in (root / "build").rglob("*") if path.is_file()}
    assert modes == {0o644}


def test_the_day_of_archives_is_fixed_or_given(tmp_path: Path) -> None:
    root = project(tmp_path, {"a/module.md": lesson("a")})
    plain = _built(root, 0o022, {}, 1)["a/a.html.zip"]
    given = _built(root, 0o022, {"SOURCE_DATE_EPOCH": "1700000000"}, 1)["a/a.html.zip"]
    odd = _built(root, 0o022, {"SOURCE_DATE_EPOCH": "soon"}, 1)["a/a.html.zip"]
    assert plain != given
    assert plain == odd
