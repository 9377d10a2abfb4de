"""An objective is at a higher level than is expected of a group that the module is for.

Vì sao:
    Bài cao hơn bậc dự kiến có thể làm người học nản, hoặc bậc ghi cao hơn điều bài thật sự dạy.
    Cũng có khi đó là chủ ý, nên đây là thông tin.

Why:
    Beyond the expected level a lesson may discourage, or claims more than it teaches. It may be
    meant so: this is information.

Wrong:
    audience: [nhom-thu]
    objectives:
      - id: muc-tieu
        text: Nêu được ba dấu hiệu lừa đảo
        skill: tt02-2025:1.1
        level: 5
    === lessonkit.toml
    [audiences.nhom-thu]
    name = "Nhóm thử"
    skills = ["tt02-2025:1.1@2"]

Right:
    audience: [nhom-thu]
    objectives:
      - id: muc-tieu
        text: Nêu được ba dấu hiệu lừa đảo
        skill: tt02-2025:1.1
        level: 2
    === lessonkit.toml
    [audiences.nhom-thu]
    name = "Nhóm thử"
    skills = ["tt02-2025:1.1@2"]

Source:
    The level that the project or a framework expects of the group; by crosswalk where it is said in
    another framework.
"""

from collections.abc import Iterator

from lessonkit.base.diag import Finding, Severity
from lessonkit.check.rule import Rule
from lessonkit.check.wanted import needs
from lessonkit.model.index import Index
from lessonkit.model.module import Module


def find(module: Module, index: Index) -> Iterator[Finding]:
    """At the level, for each group of which less is expected."""
    for place, objective in enumerate(module.meta.objectives):
        found = index.skill(objective.skill or "")
        if objective.level is None or found is None or objective.level not in found[0].levels:
            continue
        for group in module.meta.audience:
            expected = needs(index).level(group, objective.skill or "")
            if expected is not None and objective.level > expected:
                yield Finding(
                    module.place(f"objectives[{place}].level"),
                    {"level": objective.level, "group": group, "expected": expected},
                )


RULE = Rule("LK414", "level-above-audience", Severity.INFO, "0.1", find, shared=True)
