"""A programme gives a certificate but promises nothing.

Vì sao:
    Giấy chứng nhận nói người học đã đạt được điều gì. Chương trình không cam kết kỹ năng nào thì
    giấy chỉ nói được là đã học xong, và không ai kiểm tra được.

Why:
    A certificate says what its holder can do. Of a programme that promises no skill it can only
    say that it was finished, and nobody can verify more.

Wrong:
    === thu.program.yaml
    certificate: Đã học xong chương trình.
    covers: []

Right:
    === thu.program.yaml
    certificate: Đã học xong chương trình.
    covers: [tt02-2025:4.2@2]

Source:
    Open Badges 3.0: an Achievement is aligned to what it stands for.
"""

from collections.abc import Iterator

from lessonkit.base.diag import Finding, Severity
from lessonkit.check.courses import Course, courses
from lessonkit.check.gate import Catalogue
from lessonkit.check.rule import Rule
from lessonkit.model.index import Index


def find(catalogue: Catalogue, index: Index) -> Iterator[Finding]:
    """At the certificate."""
    for course in courses(catalogue, index):
        program = course.program
        if program.meta.certificate and not program.meta.covers and "covers" not in program.lost:
            yield Finding(program.place("certificate"), {"example": _example(course)})


def _example(course: Course) -> str:
    """What its modules claim already, or any skill at all."""
    claims = (claim for _, module in course.modules for claim in module.claims if claim.skill)
    claim = next(claims, None)
    if claim is None:
        return "tt02-2025:4.2@2"
    return claim.skill if claim.level is None else f"{claim.skill}@{claim.level}"


RULE = Rule("LK450", "certificate-without-promises", Severity.WARNING, "0.1", find)
