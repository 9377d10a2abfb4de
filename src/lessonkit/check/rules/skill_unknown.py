"""An objective names a skill that its framework does not have.

Vì sao:
    Mã kỹ năng phải có trong khung, nếu không thì bài không được tính cho kỹ năng nào.

Why:
    The code must be in the framework, or the lesson counts for no skill at all.

Wrong:
    objectives:
      - id: muc-tieu
        text: Nêu được ba dấu hiệu lừa đảo
        skill: tt02-2025:4.7
        level: 2

Right:
    objectives:
      - id: muc-tieu
        text: Nêu được ba dấu hiệu lừa đảo
        skill: tt02-2025:4.2
        level: 2

Source:
    A dangling reference: the framework has no such code.
"""

from collections.abc import Iterator

from lessonkit.base.diag import Finding, Severity
from lessonkit.base.near import nearest
from lessonkit.check.rule import Rule
from lessonkit.framework.model import name_in
from lessonkit.model.index import Index
from lessonkit.model.module import Module


def find(module: Module, index: Index) -> Iterator[Finding]:
    """At the skill."""
    for place, objective in enumerate(module.meta.objectives):
        name, _, code = (objective.skill or "").partition(":")
        framework = index.frameworks.get(name)
        if framework is None or code in framework.skills:
            continue
        near = nearest(code, framework.skills) or ""
        title = name_in(framework.skills[near].names, module.meta.lang) if near else ""
        yield Finding(
            module.place(f"objectives[{place}].skill"),
            {"framework": name, "code": code, "near": near, "name": title},
        )


RULE = Rule("LK402", "skill-unknown", Severity.ERROR, "0.1", find, shared=True)
