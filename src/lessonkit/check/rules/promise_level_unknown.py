"""A promise names a level that its framework does not have.

Vì sao:
    Bậc ngoài khung thì không bài nào đạt tới được.

Why:
    No lesson can reach a level that the framework does not have.

Wrong:
    === thu.program.yaml
    covers: [tt02-2025:4.2@9]

Right:
    === thu.program.yaml
    covers: [tt02-2025:4.2@2]

Source:
    Levels are defined by each framework.
"""

from collections.abc import Iterator

from lessonkit.base.diag import Arg, Finding, Severity
from lessonkit.check.courses import courses
from lessonkit.check.gate import Catalogue
from lessonkit.check.rule import Rule
from lessonkit.model.index import Index


def find(catalogue: Catalogue, index: Index) -> Iterator[Finding]:
    """At the level."""
    for course in courses(catalogue, index):
        for place, one in course.asked():
            framework = index.frameworks.get(one.framework)
            if framework is None or one.code not in framework.skills:
                continue
            if one.level is not None and one.level not in framework.levels:
                known = ", ".join(map(str, framework.levels))
                why = "" if known else "none"
                args: dict[str, Arg] = {"framework": one.framework, "level": one.level}
                args |= {"known": known, "why": why}
                yield Finding(course.part(place, one, "level"), args)


RULE = Rule("LK438", "promise-level-unknown", Severity.ERROR, "0.1", find)
