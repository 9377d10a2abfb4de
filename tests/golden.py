"""Goldens: whole files that were looked at once and must not change unseen."""

from collections.abc import Mapping
from pathlib import Path

import pytest

HERE = Path(__file__).parent
GOLDENS = HERE / "goldens"
ACTUAL = HERE / "actual"
"""What was made where it differed; ignored by git."""


class Golden:
    """Compares files with those of `tests/goldens/<name>/`."""

    def __init__(self, update: bool, goldens: Path = GOLDENS, actual: Path = ACTUAL) -> None:
        self.update = update
        self.goldens = goldens
        self.actual = actual

    def compare(self, name: str, files: Mapping[str, bytes]) -> None:
        """Fail naming each file that differs, is missing or new; `--update-golden` accepts them."""
        folder = self.goldens / name
        if self.update:
            _replace(folder, files)
        kept = {
            path.relative_to(folder).as_posix(): path.read_bytes()
            for path in sorted(folder.rglob("*"))
            if path.is_file()
        }
        differing = sorted(
            file for file in kept.keys() | files.keys() if kept.get(file) != files.get(file)
        )
        if differing:
            _replace(self.actual / name, files)
            pytest.fail(
                f"golden {name}: {', '.join(differing)} differ; what was made is in"
                f" {self.actual.name}/{name}; `pytest --update-golden` accepts it"
            )


def _replace(folder: Path, files: Mapping[str, bytes]) -> None:
    for old in sorted(folder.rglob("*"), reverse=True):
        old.unlink() if old.is_file() else old.rmdir()
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
