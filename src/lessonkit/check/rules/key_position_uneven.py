"""The right option stands in the same place too often.

Vì sao:
    Khi đáp án đúng hay nằm một chỗ, người học đoán được mà không cần đọc. Chỉ xét từ 8 câu trở
    lên.

Why:
    When the right option is mostly in one place it can be guessed. Looked at from eight questions
    on.

Wrong:
    [… 8 câu hỏi, đáp án luôn ở chỗ thứ 2]

Right:
    [… 8 câu hỏi, đáp án ở các chỗ khác nhau]

Source:
    Haladyna, Downing & Rodriguez 2002, Applied Measurement in Education 15(3), 309-334: the place
    of the right answer varies. Eight questions and six in ten are the project's choice.
"""

from collections import Counter
from collections.abc import Iterator

from lessonkit.base.diag import Arg, Finding, Severity
from lessonkit.check.items import choices
from lessonkit.check.rule import Rule
from lessonkit.model.index import Index
from lessonkit.model.module import Module

LEAST = 8
"""Questions: fewer say nothing of a habit."""
SHARE = 0.6


def find(module: Module, _index: Index) -> Iterator[Finding]:
    """At the first question; shuffled ones, and those with several right options, do not count."""
    met = [item for item in choices(module) if not item.asked.teacher]
    single = [item for item in met if not item.question.multiple]
    fixed = [item for item in single if not item.question.shuffle]
    if len(fixed) < LEAST:
        return
    places = Counter(
        next(n for n, option in enumerate(item.question.options, 1) if option.right)
        for item in fixed
    )
    place, share = places.most_common(1)[0]
    if share >= SHARE * len(fixed):
        args: dict[str, Arg] = {"share": share, "count": len(fixed), "place": place}
        yield Finding(fixed[0].asked.span, args)


RULE = Rule("LK627", "key-position-uneven", Severity.INFO, "0.1", find, whole=True, shared=True)
