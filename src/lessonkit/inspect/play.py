"""The two servers of `play`, started and stopped together."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lessonkit.inspect.kept import Kept
from lessonkit.inspect.package import Package, launches
from lessonkit.inspect.sites import StageSite, ToolSite
from lessonkit.inspect.web import Server


@dataclass(frozen=True, slots=True)
class Words:
    """What the page says: its own texts by name, and those of faults by code."""

    lang: str
    page: Mapping[str, str]
    script: Mapping[str, str]
    faults: Mapping[str, str]


@contextmanager
def playing(
    package: Package, words: Words, *, port: int = 0, keep: Path | None = None
) -> Iterator[str]:
    """The address of the page, which is there until the block ends.

    Raises: OSError: the port is taken; NoPackage: `keep` is a file of another kind.
    """
    kept = Kept(keep)
    tool = Server(port)
    try:
        stage = Server()
    except OSError:
        tool.close()
        raise
    try:
        title = package.course.title
        stage.start(StageSite(package.contents, words.lang, title, tool.origin, stage.origin))
        tool.start(
            ToolSite(words.lang, words.page, _course(package, words), f"{stage.address}stage.html",
                     stage.origin, tool.origin, kept)
        )  # fmt: skip
        yield tool.address
    finally:
        tool.close()
        stage.close()


def _course(package: Package, words: Words) -> Mapping[str, Any]:
    course = package.course
    return {
        "title": course.title,
        "version": course.version,
        "edition": course.edition,
        "scos": list(launches(course)),
        "words": dict(words.script),
        "faults": dict(words.faults),
    }
