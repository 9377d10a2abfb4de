"""An objective names a level that its framework does not have.

Vì sao:
    Mỗi khung có các bậc của mình; bậc ngoài khung không có nghĩa.

Why:
    Each framework has its own levels; any other number means nothing.

Wrong:
    objectives:
      - id: muc-tieu
        text: Nêu được ba dấu hiệu lừa đảo
        skill: tt02-2025:4.2
        level: 9

Right:
    objectives:
      - id: muc-tieu
        text: Nêu được ba dấu hiệu lừa đảo
        skill: tt02-2025:4.2
        level: 2

Source:
    The levels that the framework's own act or report defines.
"""

from collections.abc import Iterator

from lessonkit.base.diag import Arg, Finding, Severity
from lessonkit.check.rule import Rule
from lessonkit.model.index import Index
from lessonkit.model.module import Module


def find(module: Module, index: Index) -> Iterator[Finding]:
    """At the level; a framework of which only a part is here may have any that is not."""
    for place, objective in enumerate(module.meta.objectives):
        framework = index.frameworks.get((objective.skill or "").partition(":")[0])
        if framework is None or objective.level is None:
            continue
        if not framework.levels and framework.standing in ("part", "secondary"):
            continue
        if objective.level not in framework.levels:
            known = ", ".join(str(level) for level in sorted(framework.levels))
            args: dict[str, Arg] = {
                "framework": framework.id,
                "level": objective.level,
                "known": known,
                "why": "" if known else "none",
            }
            yield Finding(module.place(f"objectives[{place}].level"), args)


RULE = Rule("LK403", "level-unknown", Severity.ERROR, "0.1", find, shared=True)
