"""An objective is neither taught by a section nor assessed by a question.

Vì sao:
    Mục tiêu là lời hứa với người học. Mục tiêu mà không phần nào dạy và không câu hỏi nào kiểm
    tra là lời hứa suông.

Why:
    An objective is a promise. One that no section teaches and no question assesses is not kept.

Wrong:
    objectives:
      - id: muc-tieu
        text: Nêu được ba dấu hiệu lừa đảo
        skill: tt02-2025:4.2
        level: 2
      - id: xu-ly
        text: Thực hiện được bốn bước xử lý
        skill: tt02-2025:4.2
        level: 2

Right:
    objectives:
      - id: muc-tieu
        text: Nêu được ba dấu hiệu lừa đảo
        skill: tt02-2025:4.2
        level: 2

Beside: LK216

Source:
    Biggs 1996, Enhancing teaching through constructive alignment, Higher Education 32, 347-364.
"""

from collections.abc import Iterator

from lessonkit.base.diag import Finding, Severity
from lessonkit.check.rule import Rule
from lessonkit.check.survey import survey
from lessonkit.model.index import Index
from lessonkit.model.module import Module


def find(module: Module, _index: Index) -> Iterator[Finding]:
    """At the objective."""
    seen = survey(module)
    for place, objective in enumerate(module.meta.objectives):
        if objective.id not in seen.taught and objective.id not in seen.assessed:
            yield Finding(module.place(f"objectives[{place}]"), {"id": objective.id})


RULE = Rule("LK202", "objective-unused", Severity.WARNING, "0.1", find, whole=True, shared=True)
