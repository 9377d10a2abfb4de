"""Two modules for the same learners claim the same outcome.

Vì sao:
    Cùng kỹ năng, cùng bậc, cùng một câu mục tiêu: người học gặp hai bài như một, còn báo cáo đếm
    một điều hai lần. Nhiều bài cho cùng một kỹ năng và bậc thì không sao, miễn mỗi bài một mục
    tiêu.

Why:
    The same skill, level and words: learners meet one lesson twice, and reports count one thing
    double. Several lessons on a skill and level are well, each with an objective of its own.

Wrong:
    objectives:
      - id: muc-tieu
        text: Nêu được ba dấu hiệu lừa đảo
        skill: tt02-2025:4.2
        level: 2
    === bai-hai
    objectives:
      - id: muc-tieu
        text: Nêu được ba dấu hiệu lừa đảo.
        skill: tt02-2025:4.2
        level: 2

Right:
    objectives:
      - id: muc-tieu
        text: Nêu được ba dấu hiệu lừa đảo
        skill: tt02-2025:4.2
        level: 2
    === bai-hai
    objectives:
      - id: muc-tieu
        text: Nêu được bốn bước xử lý cuộc gọi lừa đảo
        skill: tt02-2025:4.2
        level: 2

Source:
    The project's own choice: an outcome is a skill, a level and the words of the objective, without
    their case and punctuation; skills are the same by exact matches of crosswalks, too.
"""

from collections.abc import Iterator

from lessonkit.base.diag import Arg, Finding, Severity
from lessonkit.check.gate import Catalogue
from lessonkit.check.outcomes import repeated
from lessonkit.check.rule import Rule
from lessonkit.model.index import Index


def find(catalogue: Catalogue, index: Index) -> Iterator[Finding]:
    """At the objective's text, in the module that comes later; it names the earlier one."""
    for one, other in repeated(catalogue.modules.values(), index):
        line = other.claim.text_span.start.line
        args: dict[str, Arg] = {"id": one.claim.id, "other": other.module.id}
        args |= {"file": other.module.file, "line": line}
        yield Finding(one.claim.text_span, args)


RULE = Rule("LK415", "outcome-claimed-twice", Severity.WARNING, "0.1", find)
