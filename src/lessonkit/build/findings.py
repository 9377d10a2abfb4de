"""What only a build can know, in the same words as all that is found."""

from collections.abc import Iterator

from lessonkit.base import codes
from lessonkit.base.diag import Arg, Diagnostic, Finding, Span
from lessonkit.base.messages import diagnose
from lessonkit.check.engine import checker
from lessonkit.model.index import Index
from lessonkit.model.walk import walk
from lessonkit.outputs.base import Output
from lessonkit.plan.page import Page

LIGHT = 30_000
"""Bytes, compressed, of a lesson without its media: the project's budget for a slow network."""


def found(code: str, span: Span, index: Index, lang: str, **args: Arg) -> Iterator[Diagnostic]:
    """The diagnostic, unless the project has turned it off."""
    known = codes.code(code)
    severity = checker(index).levels.of(known.code, known.name, known.severity)
    if severity is not None:
        yield diagnose(code, Finding(span, args), lang, severity, known.name)


def not_shown(
    page: Page, outputs: tuple[Output, ...], index: Index, lang: str
) -> Iterator[Diagnostic]:
    """LK501: blocks that some of the outputs cannot show, each once, with the outputs named."""
    for block in walk(page.blocks):
        kind = type(block).__name__
        lacking = [output.name for output in outputs if kind not in output.can]
        if lacking:
            names = ", ".join(lacking)
            yield from found("LK501", block.span, index, lang, block=kind.lower(), outputs=names)
