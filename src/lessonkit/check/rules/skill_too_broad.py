"""An objective is aligned to a whole domain instead of one of its skills.

Vì sao:
    Một miền gồm nhiều kỹ năng. Bài ngắn chỉ dạy một phần nhỏ; chọn đúng kỹ năng thì mới biết còn
    thiếu gì.

Why:
    A domain holds several skills, and a short lesson teaches a small part of one. Naming that one
    shows what is still missing.

Wrong:
    objectives:
      - id: muc-tieu
        text: Nêu được ba dấu hiệu lừa đảo
        skill: tt02-2025:4
        level: 2

Right:
    objectives:
      - id: muc-tieu
        text: Nêu được ba dấu hiệu lừa đảo
        skill: tt02-2025:4.2
        level: 2

Source:
    Circular 02/2025/TT-BGDĐT states outcomes for competences, not for domains.
"""

from collections.abc import Iterator

from lessonkit.base.diag import Arg, Finding, Severity
from lessonkit.check.rule import Rule
from lessonkit.framework.model import name_in
from lessonkit.framework.tree import below
from lessonkit.model.index import Index
from lessonkit.model.module import Module


def find(module: Module, index: Index) -> Iterator[Finding]:
    """At the skill."""
    for place, objective in enumerate(module.meta.objectives):
        found = index.skill(objective.skill or "")
        if found is None:
            continue
        framework, skill = found
        inner = [one.code for one in below(framework, skill.code)]
        if inner:
            name = name_in(skill.names, module.meta.lang)
            args: dict[str, Arg] = {
                "skill": objective.skill or "",
                "name": name,
                "known": ", ".join(inner),
            }
            yield Finding(module.place(f"objectives[{place}].skill"), args)


RULE = Rule("LK409", "skill-too-broad", Severity.INFO, "0.1", find, shared=True)
