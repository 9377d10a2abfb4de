"""Choices as rules look at them: their options in words."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from lessonkit.check.phrases import bare
from lessonkit.check.survey import Asked, Survey, survey
from lessonkit.model.module import Module
from lessonkit.questions.choice import Choice
from lessonkit.text.body import Option


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
        if type(question) is Choice:
            yield Options(asked, question, tuple(one.text.plain() for one in question.options))


def spoken(module: Module, phrases: tuple[str, ...]) -> tuple[str, ...]:
    """Those of the phrases that stand in any option of the module: mostly none does."""
    every = "\n".join(text for item in choices(module) for text in item.bares)
    return tuple(one for one in phrases if f" {one} " in every)


def says(words: str, said: tuple[str, ...]) -> bool:
    """Whether a `bare` text is one of these phrases, perhaps with a word or two around it."""
    return any(f" {one} " in words and words.count(" ") <= one.count(" ") + 4 for one in said)
