"""The servers of `play`, started and stopped together."""

from collections.abc import Iterator, Mapping
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lessonkit.inspect.attempts import Attempts
from lessonkit.inspect.kept import Kept
from lessonkit.inspect.lrs.platform import Platform
from lessonkit.inspect.package import Package, launches
from lessonkit.inspect.sites import CONTENT, RETURNED, LrsSite, StageSite, ToolSite
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
    with ExitStack() as stack:
        tool, stage = (stack.enter_context(closing(Server(one))) for one in (port, 0))
        title = package.course.title
        stage.start(StageSite(package.contents, words.lang, title, tool.origin, stage.origin))
        attempts = None
        if package.course.version in ("cmi5", "xapi"):
            lrs = stack.enter_context(closing(Server()))
            platform = Platform(lrs.address)
            lrs.start(LrsSite(platform, stage.origin))
            attempts = Attempts(platform, package.course, f"{stage.address}{CONTENT}",
                                f"{stage.address}{RETURNED}", words.lang, kept)  # fmt: skip
            stack.callback(attempts.keep)
        tool.start(
            ToolSite(words.lang, words.page, _course(package, words), f"{stage.address}stage.html",
                     stage.origin, tool.origin, kept, attempts)
        )  # fmt: skip
        yield tool.address


def _course(package: Package, words: Words) -> Mapping[str, Any]:
    course = package.course
    return {
        "title": course.title,
        "version": course.version,
        "edition": course.edition,
        "manifest": package.manifest,
        "parts": list(launches(course)),
        "odd": [{**one.args, "code": one.code, "clause": one.clause, "level": one.level}
                for one in course.oddities],
        "words": dict(words.script),
        "faults": dict(words.faults),
    }  # fmt: skip
