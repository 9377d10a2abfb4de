"""The text holds a note of the author's to come back to.

Vì sao:
    “TODO”, “cần bổ sung” là lời nhắc của người viết, không phải của bài.

Why:
    “TODO” and “to be written” are for the writer, not for the learner.

Wrong:
    Ba dấu hiệu là: TODO.

Right:
    Ba dấu hiệu là xưng danh, giục gấp và đòi tiền.

Source:
    The project's own choice; every checker of lessons among our peers has it.
"""

from collections.abc import Iterator

from lessonkit.base.diag import Finding, Severity
from lessonkit.check.phrases import phrases
from lessonkit.check.rule import Rule
from lessonkit.check.survey import survey
from lessonkit.model.index import Index
from lessonkit.model.module import Module


def find(module: Module, _index: Index) -> Iterator[Finding]:
    """At the words, in everything that is read."""
    seen = survey(module)
    said = [one for one in phrases(module.meta.lang).placeholders if one in seen.lower]
    if not said:
        return
    for run in seen.runs:
        for phrase in said:
            if f" {phrase} " in run.bare:
                at = run.text.lower().find(phrase)
                shown = run.text[at : at + len(phrase)]
                yield Finding(seen.place(run, at, len(phrase)), {"found": shown})


RULE = Rule("LK222", "placeholder-left", Severity.WARNING, "0.1", find)
