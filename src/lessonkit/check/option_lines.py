"""Where the option lines of a question stand; the question itself does not keep their places."""

from lessonkit.base.diag import Span, line_span
from lessonkit.check.survey import Asked, survey
from lessonkit.model.module import Module

_OPTION_LINES = 12
"""No question has more option lines than this below its opener."""


def option_line(module: Module, asked: Asked, key: str, value: str) -> Span:
    """Where the value of `:key: value` stands below the question's opener, else what is asked."""
    lines = survey(module).lines
    first = asked.ask.span.start.line
    for number in range(first + 1, min(first + _OPTION_LINES, len(lines)) + 1):
        line = lines[number - 1]
        if line.strip().startswith(f":{key}:"):
            column = line.find(value, line.index(f":{key}:") + len(key) + 2)
            if column >= 0:
                return line_span(module.source, number, column + 1, len(value))
    return asked.span
