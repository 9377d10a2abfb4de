"""No module of the programme proves a promise.

Vì sao:
    Chương trình cam kết với người học và với nơi cấp chứng nhận. Cam kết chỉ được tính khi một bài
    của chương trình, dành cho nhóm này, có mục tiêu ở kỹ năng ấy từ bậc đã cam kết trở lên, có phần
    dạy và có câu hỏi kiểm tra. Thông báo nói còn thiếu điều nào, và bài nào gần nhất. Cam kết một
    miền được chứng minh khi có ít nhất một kỹ năng trong miền đạt; bài gắn với khung khác được tính
    khi hai khung nói rõ hai kỹ năng là một.

Why:
    A programme makes its promises to learners and to those who certify. One counts only where a
    module of the programme, for this group, has an objective of that skill at that level or above,
    teaches it and asks about it. The message says what is missing and which module comes nearest.
    A promised domain is proved by one of its skills; a module aligned to another framework counts
    where the frameworks say that both skills are the same.

Wrong:
    === thu.program.yaml
    covers: [tt02-2025:4.2@3]

Right:
    === thu.program.yaml
    covers: [tt02-2025:4.2@2]

Source:
    The programme's own words against its modules; that only what is taught and assessed counts is
    the project's own choice.
"""

from collections.abc import Iterator

from lessonkit.base.diag import Arg, Finding, Severity
from lessonkit.check.courses import Course, courses
from lessonkit.check.gate import Catalogue
from lessonkit.check.rule import Rule
from lessonkit.framework.model import name_in
from lessonkit.model.audiences import holds
from lessonkit.model.index import Index
from lessonkit.plan.promises import Promise


def find(catalogue: Catalogue, index: Index) -> Iterator[Finding]:
    """At the promise; silent where a module is not there or not whole, for it might prove it."""
    for course in courses(catalogue, index):
        for promise in course.promises if course.whole else ():
            # A module that is not for the group at all is told of by itself.
            aside = promise.partly == "other-audience" and _aside(course, promise)
            if promise.partly not in ("", "unknown") and not aside:
                yield Finding(promise.span, _args(course, promise))


def _aside(course: Course, promise: Promise) -> bool:
    module = course.catalogue.modules[promise.nearest]
    return not holds(course.index.audiences, module.audience, course.program.meta.audience)


def _args(course: Course, promise: Promise) -> dict[str, Arg]:
    framework = course.index.frameworks[promise.framework]
    why = str(promise.partly)
    if why == "lower" and promise.nearest_level is None:
        why = "unlevelled"
    return {
        "promise": course.program.meta.covers[promise.place],
        "name": name_in(framework.skills[promise.code].names, course.program.meta.lang),
        "skill": promise.skill,
        "level": "" if promise.level is None else promise.level,
        "module": promise.nearest,
        "objective": promise.nearest_claim,
        "has": "" if promise.nearest_level is None else promise.nearest_level,
        "audience": course.program.meta.audience,
        "near": course.elsewhere.get(promise.place, ""),
        "why": why,
    }


RULE = Rule("LK441", "promise-not-proved", Severity.ERROR, "0.1", find)
