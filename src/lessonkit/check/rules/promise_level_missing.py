"""A promise does not say a level though its framework has some.

Vì sao:
    Khung có nhiều bậc; cam kết không nói bậc thì bài dễ nhất cũng đủ, và người học không biết mình
    sẽ đạt tới đâu.

Why:
    Where the framework has levels, a promise without one is kept by the easiest lesson, and
    learners do not know how far they will get.

Wrong:
    === thu.program.yaml
    covers: [tt02-2025:4.2]

Right:
    === thu.program.yaml
    covers: [tt02-2025:4.2@2]

Source:
    Circular 02/2025/TT-BGDĐT states outcomes by level.
"""

from collections.abc import Iterable, Iterator

from lessonkit.base.diag import Arg, Finding, Severity
from lessonkit.check.courses import courses
from lessonkit.check.gate import Catalogue
from lessonkit.check.rule import Rule
from lessonkit.model.index import Index


def find(catalogue: Catalogue, index: Index) -> Iterator[Finding]:
    """Behind the code."""
    for course in courses(catalogue, index):
        for place, one in course.asked():
            framework = index.frameworks.get(one.framework)
            if framework is None or one.code not in framework.skills:
                continue
            if one.level is None and framework.levels:
                args: dict[str, Arg] = {"skill": one.skill, "known": _known(framework.levels)}
                yield Finding(course.part(place, one, "code"), args)


def _known(levels: Iterable[int]) -> str:
    return ", ".join(map(str, sorted(levels)))


RULE = Rule("LK439", "promise-level-missing", Severity.WARNING, "0.1", find)
