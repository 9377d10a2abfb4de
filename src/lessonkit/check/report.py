"""Diagnostics in the form that was asked for, written as they come."""

from collections.abc import Iterable, Iterator
from importlib import import_module
from typing import Protocol

from lessonkit.base.diag import Diagnostic
from lessonkit.base.errors import UsageError
from lessonkit.check.excerpt import Excerpts
from lessonkit.check.formats import FORMATS


class Write(Protocol):
    """What a file in `formats/` holds as `write`."""

    def __call__(
        self, diagnostics: Iterable[Diagnostic], excerpts: Excerpts, lang: str, *, colour: bool
    ) -> Iterator[str]:
        """Pieces of text, to be written one behind the other."""


def report(
    form: str,
    diagnostics: Iterable[Diagnostic],
    excerpts: Excerpts,
    lang: str,
    *,
    colour: bool = False,
) -> Iterator[str]:
    """Pieces of text; what stands outside the modules, such as a theme's colours, is said once.

    Raises: UsageError: there is no such form.
    """
    if form not in FORMATS:
        raise UsageError(f"“{form}”? {', '.join(FORMATS)}")
    write: Write = import_module(f"lessonkit.check.formats.{form}").write
    return write(once(diagnostics), excerpts, lang, colour=colour)


def once(diagnostics: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Each finding outside a lesson once, though every lesson that is checked meets it."""
    seen: set[tuple[object, ...]] = set()
    for one in diagnostics:
        if not one.span.file.endswith(".md"):
            key = (one.code, one.span, one.message)
            if key in seen:
                continue
            seen.add(key)
        yield one
