"""A promise names a skill that its framework does not have.

Vì sao:
    Mã kỹ năng phải có trong khung, nếu không thì không bài nào chứng minh được cam kết.

Why:
    The code must be in the framework, or no lesson can prove the promise.

Wrong:
    === thu.program.yaml
    covers: [tt02-2025:4.7@2]

Right:
    === thu.program.yaml
    covers: [tt02-2025:4.2@2]

Source:
    A dangling reference: the framework has no such code.
"""

from collections.abc import Iterator

from lessonkit.base.diag import Finding, Severity
from lessonkit.base.near import nearest
from lessonkit.check.courses import courses
from lessonkit.check.gate import Catalogue
from lessonkit.check.rule import Rule
from lessonkit.framework.model import name_in
from lessonkit.model.index import Index


def find(catalogue: Catalogue, index: Index) -> Iterator[Finding]:
    """At the code."""
    for course in courses(catalogue, index):
        for place, one in course.asked():
            framework = index.frameworks.get(one.framework)
            if framework is None or one.code in framework.skills:
                continue
            near = nearest(one.code, framework.skills) or ""
            lang = course.program.meta.lang
            name = name_in(framework.skills[near].names, lang) if near else ""
            args = {"framework": one.framework, "code": one.code, "near": near, "name": name}
            yield Finding(course.part(place, one, "code"), args)


RULE = Rule("LK437", "promise-skill-unknown", Severity.ERROR, "0.1", find)
