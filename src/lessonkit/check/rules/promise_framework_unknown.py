"""A promise names a framework that the project does not use.

Vì sao:
    Cam kết theo một khung không có thì không ai biết nó nói về kỹ năng nào.

Why:
    Nobody can tell what skill a promise means whose framework is not there.

Wrong:
    === thu.program.yaml
    covers: [tt02-2024:4.2@2]

Right:
    === thu.program.yaml
    covers: [tt02-2025:4.2@2]

Source:
    A dangling reference: no such framework is in use.
"""

from collections.abc import Iterator

from lessonkit.base.diag import Arg, Finding, Severity
from lessonkit.base.near import nearest
from lessonkit.check.courses import courses
from lessonkit.check.gate import Catalogue
from lessonkit.check.rule import Rule
from lessonkit.model.index import Index


def find(catalogue: Catalogue, index: Index) -> Iterator[Finding]:
    """At the framework's id."""
    for course in courses(catalogue, index):
        for place, one in course.asked():
            if one.framework not in index.frameworks:
                near = nearest(one.framework, index.frameworks) or ""
                known = ", ".join(index.frameworks)
                args: dict[str, Arg] = {"id": one.framework, "near": near, "known": known}
                yield Finding(course.part(place, one, "framework"), args)


RULE = Rule("LK436", "promise-framework-unknown", Severity.ERROR, "0.1", find)
