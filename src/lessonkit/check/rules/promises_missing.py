"""A programme promises nothing.

Vì sao:
    Khóa covers nói chương trình cam kết kỹ năng nào, ở bậc nào. Có nó thì công cụ chứng minh được
    chương trình, và nền tảng tìm được chương trình theo kỹ năng.

Why:
    The key covers says which skills at which level the programme promises. With it the programme
    can be proved, and a platform finds it by skill.

Wrong:
    === thu.program.yaml
    covers: []

Right:
    === thu.program.yaml
    covers: [tt02-2025:4.2@2]

Source:
    The project's own choice.
"""

from collections.abc import Iterator

from lessonkit.base.diag import Finding, Severity
from lessonkit.check.courses import courses
from lessonkit.check.gate import Catalogue
from lessonkit.check.rule import Rule
from lessonkit.model.index import Index


def find(catalogue: Catalogue, index: Index) -> Iterator[Finding]:
    """At the key or the top of the file; of those with a certificate more is said elsewhere."""
    for course in courses(catalogue, index):
        program = course.program
        if program.meta.covers or program.meta.certificate or "covers" in program.lost:
            continue
        claims = (claim for _, module in course.modules for claim in module.claims)
        claimed = (f"{one.skill}@{one.level}" for one in claims if one.skill and one.level)
        example = next(claimed, "tt02-2025:4.2@2")
        yield Finding(program.place("covers"), {"example": example})


RULE = Rule("LK451", "promises-missing", Severity.INFO, "0.1", find)
