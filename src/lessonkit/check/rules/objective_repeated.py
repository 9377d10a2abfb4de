"""Two objectives of a module say the same.

Vì sao:
    Cùng kỹ năng, cùng bậc, cùng lời: người học thấy một điều hứa hai lần, điểm bị chia đôi, còn báo
    cáo đếm hai.

Why:
    The same skill, level and words: learners read one promise twice, points are split between the
    two, and reports count both.

Wrong:
    objectives:
      - id: muc-tieu
        text: Nêu được ba dấu hiệu lừa đảo
        skill: tt02-2025:4.2
        level: 2
      - id: lap-lai
        text: nêu được ba dấu hiệu lừa đảo.
        skill: tt02-2025:4.2
        level: 2

Right:
    objectives:
      - id: muc-tieu
        text: Nêu được ba dấu hiệu lừa đảo
        skill: tt02-2025:4.2
        level: 2

Beside: LK202 LK216

Source:
    The project's own choice. The same words with another skill are another objective.
"""

from collections.abc import Iterator

from lessonkit.base.diag import Finding, Severity
from lessonkit.check.outcomes import Key, key_of
from lessonkit.check.rule import Rule
from lessonkit.check.survey import aligned
from lessonkit.model.index import Index
from lessonkit.model.module import Module


def find(module: Module, index: Index) -> Iterator[Finding]:
    """At the text of the later one."""
    first: dict[Key, str] = {}
    for claim in aligned(module, index).claims:
        other = first.setdefault(key_of(claim), claim.id)
        if other != claim.id:
            yield Finding(claim.text_span, {"id": claim.id, "other": other})


RULE = Rule("LK416", "objective-repeated", Severity.WARNING, "0.1", find)
