"""The minutes that are promised differ much from an estimate.

Vì sao:
    Người học xếp thời gian theo con số bạn hứa. Ước tính dựa vào số tiếng và số câu hỏi, chưa
    tính phim, ghi âm và việc làm ngoài màn hình, nên đây chỉ là thông tin.

Why:
    Learners plan by the minutes you promise. The estimate counts tiếng and questions, not clips,
    recordings and tasks away from the screen; so this is information.

Wrong:
    minutes: 8

Right:
    minutes: 1

Source:
    Reading speed, seconds a question and the allowed difference are the project's choice
    ([check.limits]); circular 32/2018 asks 90-100 tiếng a minute aloud of grade 5 (secondary
    source).
"""

from collections.abc import Iterator

from lessonkit.base.diag import Finding, Severity
from lessonkit.check.groups import longest
from lessonkit.check.rule import Rule
from lessonkit.check.survey import survey
from lessonkit.model import blocks as b
from lessonkit.model.index import Index
from lessonkit.model.module import Module


def find(module: Module, index: Index) -> Iterator[Finding]:
    """At the number; a module with recordings of unknown length is left alone."""
    minutes = module.meta.minutes
    if minutes is None or _plays(module):
        return
    estimate, likely = longest(module, index)
    share = index.limits.estimate_share
    if likely > minutes * share or (minutes > 1 and minutes > max(1.0, likely) * share):
        yield Finding(
            module.place("minutes"),
            {
                "minutes": minutes,
                "estimate": max(1, round(likely)),
                "tieng": estimate.tieng,
                "questions": estimate.questions,
            },
        )


def _plays(module: Module) -> bool:
    seen = survey(module)
    recordings: tuple[b.Audio | b.Video, ...] = (*seen.of(b.Audio), *seen.of(b.Video))
    return any(one.end is None for one in recordings)


RULE = Rule("LK206", "minutes-unlike-estimate", Severity.INFO, "0.1", find, whole=True, shared=True)
