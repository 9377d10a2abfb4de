"""The helper of goldens is shown to fail."""

from pathlib import Path

import pytest
from tests.golden import Golden


def test_equal_files_pass(tmp_path: Path) -> None:
    (tmp_path / "g" / "one").mkdir(parents=True)
    (tmp_path / "g" / "one" / "a.txt").write_bytes(b"a")
    Golden(False, tmp_path / "g", tmp_path / "a").compare("one", {"a.txt": b"a"})
    assert not (tmp_path / "a").exists()


@pytest.mark.parametrize("files", [{"a.txt": b"b"}, {}, {"a.txt": b"a", "b.txt": b""}])
def test_changed_missing_and_new_files_fail(tmp_path: Path, files: dict[str, bytes]) -> None:
    (tmp_path / "g" / "one").mkdir(parents=True)
    (tmp_path / "g" / "one" / "a.txt").write_bytes(b"a")
    with pytest.raises(pytest.fail.Exception, match=r"golden one: (a|b)\.txt"):
        Golden(False, tmp_path / "g", tmp_path / "a").compare("one", files)


def test_update_accepts_and_drops_what_is_gone(tmp_path: Path) -> None:
    golden = Golden(True, tmp_path / "g", tmp_path / "a")
    golden.compare("one", {"x/a.txt": b"a", "b.txt": b"b"})
    golden.compare("one", {"b.txt": b"c"})
    assert [path.name for path in (tmp_path / "g").rglob("*.txt")] == ["b.txt"]
