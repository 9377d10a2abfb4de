"""An objective is not aligned to any skill.

Vì sao:
    Gắn mục tiêu vào khung năng lực thì mới biết bài này góp gì cho chương trình, và nền tảng mới
    tìm được bài theo kỹ năng.

Why:
    Alignment to a framework shows what the lesson adds to a programme, and lets a platform find
    it by skill.

Wrong:
    objectives:
      - id: muc-tieu
        text: Nêu được ba dấu hiệu lừa đảo

Right:
    objectives:
      - id: muc-tieu
        text: Nêu được ba dấu hiệu lừa đảo
        skill: tt02-2025:4.2
        level: 2

Source:
    The project's own choice; LOM 9 classification is filled from it.
"""

from collections.abc import Iterator

from lessonkit.base.diag import Finding, Severity
from lessonkit.check.rule import Rule
from lessonkit.model.index import Index
from lessonkit.model.module import Module

NATIONAL = "tt02-2025"
"""Circular 02/2025/TT-BGDĐT: the digital competence framework for learners in Viet Nam."""


def find(module: Module, index: Index) -> Iterator[Finding]:
    """At the objective, where a framework with skills is used; LK410 tells of a level alone."""
    example = _example(index)
    if not example:
        return
    for place, objective in enumerate(module.meta.objectives):
        if not objective.skill and objective.level is None:
            yield Finding(
                module.place(f"objectives[{place}]"), {"id": objective.id, "example": example}
            )


def _example(index: Index) -> str:
    """A skill of a framework in use; in Vietnamese projects of the circular, where that is one."""
    vietnamese = index.settings.lang.split("-", maxsplit=1)[0].lower() == "vi"
    names = sorted(index.frameworks, key=lambda name: vietnamese and name != NATIONAL)
    known = ((name, code) for name in names for code in index.frameworks[name].skills)
    return next((f"{name}:{code}" for name, code in known if "." in code), "")


RULE = Rule(
    "LK405",
    "skill-missing",
    Severity.INFO,
    "0.1",
    find,
    shared=True,
    keys=frozenset({"objectives"}),
)
