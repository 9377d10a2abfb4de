"""A programme is for an audience group that is not known.

Vì sao:
    Nhóm người học phải có trong một khung đang dùng hay trong lessonkit.toml; nếu không, không
    biết chương trình dành cho ai và cam kết nào được chứng minh cho họ.

Why:
    A group must be in a framework in use or in lessonkit.toml, or nobody knows for whom the
    programme is and which promises are proved for them.

Wrong:
    === thu.program.yaml
    audience: nguoi-dam

Right:
    === thu.program.yaml
    audience: nguoi-dan

Source:
    A dangling reference; built-in groups are those of Decision 757/QĐ-BKHCN.
"""

from collections.abc import Iterator

from lessonkit.base.diag import Arg, Finding, Severity
from lessonkit.base.near import nearest
from lessonkit.check.courses import courses
from lessonkit.check.gate import Catalogue
from lessonkit.check.rule import Rule
from lessonkit.model.index import Index


def find(catalogue: Catalogue, index: Index) -> Iterator[Finding]:
    """At the id of the group."""
    for course in courses(catalogue, index):
        name = course.program.meta.audience
        if name not in index.audiences and "audience" not in course.program.lost:
            near = nearest(name, index.audiences) or ""
            args: dict[str, Arg] = {"id": name, "known": ", ".join(index.audiences), "near": near}
            yield Finding(course.program.place("audience"), args)


RULE = Rule("LK435", "program-audience-unknown", Severity.ERROR, "0.1", find)
