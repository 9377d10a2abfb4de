"""Ignores applied: what they hide, and what is wrong with them."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from lessonkit.base.diag import Fault, Finding, Severity, Span, fault
from lessonkit.base.ignore import Ignore
from lessonkit.base.near import nearest


@dataclass(frozen=True, slots=True)
class Found:
    """A finding under its code, before it has words."""

    code: str
    name: str
    severity: Severity
    finding: Finding
    fixed: bool = False
    """Of reading: nothing lowers or hides it."""


def suppressed(
    found: list[Found], ignores: tuple[Ignore, ...], meta_line: int
) -> tuple[list[Found], frozenset[int]]:
    """What is left, and the places in `ignores` of those that hid something.

    `meta_line` is the line of the opening `---`, where findings on the whole front matter stand.
    """
    left: list[Found] = []
    used: set[int] = set()
    for one in found:
        hiding = [
            n
            for n, ignore in enumerate(ignores)
            if not one.fixed and hides(ignore, one.code, one.name, one.finding.span, meta_line)
        ]
        used.update(hiding)
        if not hiding:
            left.append(one)
    return left, frozenset(used)


def hides(ignore: Ignore, code: str, name: str, span: Span, meta_line: int) -> bool:
    """Whether the comment silences that code or name at that place."""
    if not ignore.reason or ignore.code.casefold() not in (code.casefold(), name):
        return False
    if span.file != ignore.span.file:
        return False
    line = span.start.line
    return ignore.target_line <= line <= ignore.last_line or (ignore.meta and line == meta_line)


def ignore_faults(
    ignores: tuple[Ignore, ...],
    used: frozenset[int],
    known: Iterable[str],
    silent: Callable[[str], bool],
) -> Iterator[Fault]:
    """Comments that say no code that is known, give no reason, or hide nothing.

    `silent` tells of a code or name whether it was not looked for this time.
    """
    names = tuple(known)
    folded = {name.casefold() for name in names}
    for place, ignore in enumerate(ignores):
        if not ignore.code:
            yield fault("LK904", ignore.span, said=ignore.reason)
        elif ignore.code.casefold() not in folded:
            near = nearest(ignore.code, names) or ""
            yield fault("LK903", ignore.span, said=ignore.code, near=near)
        elif not ignore.reason:
            yield fault("LK901", ignore.span, said=ignore.code)
        elif place not in used and not silent(ignore.code):
            yield fault("LK902", ignore.span, said=ignore.code)
