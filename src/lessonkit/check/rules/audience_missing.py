"""The module does not say for whom it is.

Vì sao:
    Biết viết cho ai thì công cụ mới kiểm tra được độ dài câu cho nhóm ấy, và người học mới biết
    bài có dành cho mình không.

Why:
    Sentence length and wording are checked for the group; and learners see whether the lesson is
    for them.

Wrong:
    audience: []

Right:
    audience: [nguoi-dan]

Source:
    The project's own choice; LOM 5.5 intendedEndUserRole and 5.6 context are filled from it.
"""

from collections.abc import Iterator

from lessonkit.base.diag import Finding, Severity
from lessonkit.check.rule import Rule
from lessonkit.model.index import Index
from lessonkit.model.module import Module


def find(module: Module, index: Index) -> Iterator[Finding]:
    """At the front matter, where the project knows any group."""
    if not module.meta.audience and index.audiences:
        yield Finding(module.place("audience"), {"example": next(iter(index.audiences))})


RULE = Rule(
    "LK212",
    "audience-missing",
    Severity.INFO,
    "0.1",
    find,
    shared=True,
    keys=frozenset({"audience"}),
)
