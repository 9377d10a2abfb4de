"""Questions as rules look at them: their options in words, and where their option lines stand."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from lessonkit.base.diag import Span, line_span
from lessonkit.check.phrases import bare
from lessonkit.check.survey import Asked, Survey, survey
from lessonkit.model.module import Module
from lessonkit.questions.choice import Choice
from lessonkit.text.body import Option

_OPTION_LINES = 12
"""No question has more option lines than this below its opener."""


@dataclass(frozen=True, eq=False)
class Options:
    """A choice with the words of its options."""

    asked: Asked
    question: Choice
    texts: tuple[str, ...]

    @cached_property
    def bares(self) -> tuple[str, ...]:
        """The words of each, in lower case, without punctuation."""
        return tuple(bare(text) for text in self.texts)

    @cached_property
    def asked_bare(self) -> str:
        """What is asked, in the same form."""
        return bare(self.question.ask.plain())

    def right(self) -> list[str]:
        """The words of the right ones."""
        return [text for text, one in self.pairs() if one.right]

    def wrong(self) -> list[str]:
        """The words of the wrong ones."""
        return [text for text, one in self.pairs() if not one.right]

    def pairs(self) -> Iterator[tuple[str, Option]]:
        """Each option with its words, in the author's order."""
        return zip(self.texts, self.question.options, strict=True)


def choices(module: Module) -> tuple[Options, ...]:
    """Every `choice` of the module, in order; those of the last module are kept."""
    seen = survey(module)
    if not _last or _last[0][0] is not seen:
        _last[:] = [(seen, tuple(_choices(seen)))]
    return _last[0][1]


_last: list[tuple[Survey, tuple[Options, ...]]] = []


def _choices(seen: Survey) -> Iterator[Options]:
    for asked in seen.asked:
        question = asked.question
        if isinstance(question, Choice):
            yield Options(asked, question, tuple(one.text.plain() for one in question.options))


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


def spoken(module: Module, phrases: tuple[str, ...]) -> tuple[str, ...]:
    """Those of the phrases that stand in any option of the module: mostly none does."""
    every = "\n".join(text for item in choices(module) for text in item.bares)
    return tuple(one for one in phrases if f" {one} " in every)


def says(words: str, said: tuple[str, ...]) -> bool:
    """Whether a `bare` text is one of these phrases, perhaps with a word or two around it."""
    return any(f" {one} " in words and words.count(" ") <= one.count(" ") + 4 for one in said)
