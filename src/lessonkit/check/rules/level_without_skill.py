"""An objective has a level but no skill.

Vì sao:
    Bậc là bậc của một kỹ năng trong khung; đứng một mình, con số không có nghĩa.

Why:
    A level is the level of a framework's skill; alone the number means nothing.

Wrong:
    objectives:
      - id: muc-tieu
        text: Nêu được ba dấu hiệu lừa đảo
        level: 2

Right:
    objectives:
      - id: muc-tieu
        text: Nêu được ba dấu hiệu lừa đảo
        skill: tt02-2025:4.2
        level: 2

Source:
    Levels are defined by each framework.
"""

from collections.abc import Iterator

from lessonkit.base.diag import Arg, Finding, Severity
from lessonkit.check.rule import Rule
from lessonkit.model.index import Index
from lessonkit.model.module import Module


def find(module: Module, _index: Index) -> Iterator[Finding]:
    """At the level."""
    for place, objective in enumerate(module.meta.objectives):
        if objective.level is not None and not objective.skill:
            args: dict[str, Arg] = {"id": objective.id, "level": objective.level}
            yield Finding(module.place(f"objectives[{place}].level"), args)


RULE = Rule(
    "LK410",
    "level-without-skill",
    Severity.WARNING,
    "0.1",
    find,
    shared=True,
    keys=frozenset({"objectives"}),
)
