"""An objective names a skill but no level, though the framework has levels.

Vì sao:
    Cùng một kỹ năng có nhiều bậc. Không ghi bậc thì không biết bài dạy đến đâu, và chương trình
    không chứng minh được điều đã cam kết.

Why:
    A skill has several levels. Without one nobody knows how far the lesson goes, and no programme
    can count on it.

Wrong:
    objectives:
      - id: muc-tieu
        text: Nêu được ba dấu hiệu lừa đảo
        skill: tt02-2025:4.2

Right:
    objectives:
      - id: muc-tieu
        text: Nêu được ba dấu hiệu lừa đảo
        skill: tt02-2025:4.2
        level: 2

Source:
    Circular 02/2025/TT-BGDĐT: each competence is stated level by level.
"""

from collections.abc import Iterator

from lessonkit.base.diag import Finding, Severity
from lessonkit.check.rule import Rule
from lessonkit.model.index import Index
from lessonkit.model.module import Module


def find(module: Module, index: Index) -> Iterator[Finding]:
    """At the skill."""
    for place, objective in enumerate(module.meta.objectives):
        if objective.level is not None or not objective.skill:
            continue
        found = index.skill(objective.skill)
        if found is not None and found[0].levels:
            known = ", ".join(str(level) for level in sorted(found[0].levels))
            yield Finding(
                module.place(f"objectives[{place}].skill"), {"id": objective.id, "known": known}
            )


RULE = Rule(
    "LK404",
    "level-missing",
    Severity.INFO,
    "0.1",
    find,
    shared=True,
    keys=frozenset({"objectives"}),
)
