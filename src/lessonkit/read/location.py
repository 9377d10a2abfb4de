"""Where a source lies, as its author sees it, and whether that is within the project."""

import os
from pathlib import Path


def leaves(path: Path, root: Path) -> bool:
    """Whether a link of the file or of a folder above it leads out of the project."""
    if Path(os.path.realpath(path)).is_relative_to(root.resolve()):
        return False
    below = ".." not in path.parts and path.absolute().is_relative_to(root)
    return path.is_symlink() or below


def shown(path: Path, root: Path) -> str:
    """Relative to the project, where it lies in one; a link under its own name."""
    if path.is_relative_to(root) and ".." not in path.parts:
        return path.relative_to(root).as_posix()
    folder, home = path.parent.resolve(), root.resolve()
    return (
        folder.relative_to(home) / path.name if folder.is_relative_to(home) else path
    ).as_posix()
