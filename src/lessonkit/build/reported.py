"""Findings that no rule makes, given severity and words as those of rules are."""

import os
import traceback
from collections.abc import Iterable, Iterator

from lessonkit.base import codes
from lessonkit.base.diag import Arg, Diagnostic, Finding, Span, line_span
from lessonkit.base.errors import PluginFault
from lessonkit.base.messages import diagnose
from lessonkit.build.outcome import portable
from lessonkit.check.levels import fixed, levels
from lessonkit.check.suppress import hides
from lessonkit.model.index import Index
from lessonkit.read.module import Reading


def reported(code: str, span: Span, index: Index, lang: str, **args: Arg) -> Iterator[Diagnostic]:
    """The diagnostic, unless the project has turned it off."""
    known = codes.code(code)
    severity = levels(index.settings.check).of(known.code, known.name, known.severity)
    if severity is not None:
        yield portable(diagnose(code, Finding(span, args), lang, severity, known.name))


def heeded(found: Iterable[Diagnostic], reading: Reading) -> Iterator[Diagnostic]:
    """Those that no comment of the lesson silences."""
    module = reading.module
    meta_line = module.place("").start.line if module is not None else 1
    for one in found:
        kept = fixed(one.code, codes.code(one.code).severity)
        if kept or not any(
            hides(ignore, one.code, one.name, one.span, meta_line) for ignore in reading.ignores
        ):
            yield one


def internal_fault(
    error: Exception, name: str, file: str, index: Index, lang: str
) -> tuple[Diagnostic, ...]:
    """LK590: we broke, not the lesson; in full only where somebody asks for it."""
    if os.environ.get("LESSONKIT_DEBUG", "") not in ("", "0"):
        traceback.print_exception(error)
    kind = str(error) if isinstance(error, PluginFault) else type(error).__name__
    return tuple(reported("LK590", line_span(file), index, lang, module=name, kind=kind))
