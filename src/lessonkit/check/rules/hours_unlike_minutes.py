"""The hours of a programme do not fit the minutes of its modules.

Vì sao:
    Số giờ là điều người học và nơi cấp chứng nhận trông vào. Số giờ phải đủ cho các bài; phần hơn
    là thực hành ngoài màn hình. Hơn quá nhiều lần thì thường là gõ nhầm, hoặc chương trình còn
    thiếu bài.

Why:
    Learners and those who certify rely on the hours. They must hold all modules; what is more is
    practice away from the screen. Many times more is mostly a slip, or modules are still missing.

Wrong:
    === thu.program.yaml
    hours: 5

Right:
    === thu.program.yaml
    hours: 0.5

Source:
    The project's own choice; the limits are the sum of `minutes` and `hours_share` times it in
    `[check.limits]`.
"""

from collections.abc import Iterator

from lessonkit.base.diag import Arg, Finding, Severity
from lessonkit.check.courses import courses
from lessonkit.check.gate import Catalogue
from lessonkit.check.rule import Rule
from lessonkit.model.index import Index


def find(catalogue: Catalogue, index: Index) -> Iterator[Finding]:
    """At the number; silent where a module does not say its minutes or is not there."""
    for course in courses(catalogue, index):
        meta = course.program.meta
        said = [module.minutes for _, module in course.modules]
        minutes = sum(one for one in said if one is not None)
        if meta.hours is None or not course.whole or None in said:
            continue
        given, share = round(meta.hours * 60), index.limits.hours_share
        # Of a few minutes every fraction of an hour is many times more.
        most = max(minutes * share, minutes + 30)
        if given < minutes or given > most:
            why = "less" if given < minutes else "more"
            fitting = f"{-(-minutes // 6) / 10:g}"
            args: dict[str, Arg] = {"given": given, "minutes": minutes, "why": why}
            args |= {"share": share, "fitting": fitting, "count": len(said)}
            yield Finding(course.program.place("hours"), args)


RULE = Rule("LK447", "hours-unlike-minutes", Severity.WARNING, "0.1", find)
