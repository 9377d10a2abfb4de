"""One way of making a file out of others: what it is given, and what is kept of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from lessonkit.read.assets import AssetProblem


@dataclass(frozen=True, slots=True)
class Work:
    """All that a step may know: the same work and tools give the same bytes."""

    name: str
    """What an author calls it, for problems."""
    params: Mapping[str, int | float | str]
    texts: Mapping[str, str]
    source: Path | None
    """The asset that it is made of, where there is one."""
    inputs: Mapping[str, Path]
    """What was made before, by the step's own names, in order."""


@dataclass(frozen=True, slots=True)
class Step:
    """A kind of derivative that is kept in the store."""

    version: int
    """To be raised whenever the same work gives other bytes."""
    tools: Callable[[], str]
    """Names and versions of the programs, libraries and fonts that the bytes depend on.

    Raises: ToolMissing: one of them is not installed.
    """
    run: Callable[[Work, Path], AssetProblem | None]
    """Writes the file at that path, or says why not.

    Raises: ToolMissing. OSError: the disk is full, or a source has gone.
    """
