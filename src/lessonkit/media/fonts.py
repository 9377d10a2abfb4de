"""The fonts that drawn things are set in: files of packages, never those of the machine.

Be Vietnam Pro is made for Vietnamese; Inter has the signs that it lacks (→ ≤ ≥ ✓ ✗).
"""

from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path

from lessonkit.base.errors import ToolMissing

FAMILIES = {"Be Vietnam Pro": "fontpkg_be_vietnam_pro", "Inter": "fontpkg_inter"}
"""Family to the package that brings it, as it is imported; the first is asked first."""


def folders() -> tuple[Path, ...]:
    """Where the files of all families lie. Raises: ToolMissing."""
    return tuple(Path(str(files(_known(package)) / "files")) for package in FAMILIES.values())


def versions() -> str:
    """`fontpkg-inter 4.1, …`. Raises: ToolMissing."""
    return ", ".join(_versions())


def licences() -> Iterator[tuple[str, str]]:
    """Family and text of its licence, for what carries the font. Raises: ToolMissing."""
    for family, package in FAMILIES.items():
        yield family, (files(_known(package)) / "LICENSE").read_text("utf-8")


def _versions() -> Iterator[str]:
    for package in FAMILIES.values():
        name = _known(package).replace("_", "-")
        try:
            yield f"{name} {version(name)}"
        except PackageNotFoundError as error:
            raise _missing(name) from error


def _known(package: str) -> str:
    if find_spec(package) is None:
        raise _missing(package.replace("_", "-"))
    return package


def _missing(name: str) -> ToolMissing:
    return ToolMissing(f'{name}: pip install "lessonkit[pdf]"')
