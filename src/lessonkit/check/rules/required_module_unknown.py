"""A module that is to be done before is not in the project.

Vì sao:
    Người học không thể học trước một bài không có. Thường là gõ nhầm mã của bài.

Why:
    Nobody can do a lesson first that is not there. Most often its id is mistyped.

Wrong:
    requires: [mat-khau-mahn]

Right:
    requires: [mat-khau-manh]

Source:
    A dangling reference: the project has no such module.
"""

from collections.abc import Iterator

from lessonkit.base.diag import Finding, Severity
from lessonkit.base.near import nearest
from lessonkit.check.rule import Rule
from lessonkit.model.index import Index
from lessonkit.model.module import Module


def find(module: Module, index: Index) -> Iterator[Finding]:
    """At the id."""
    for place, name in enumerate(module.meta.requires):
        if name not in index.modules:
            near = nearest(name, index.modules) or ""
            yield Finding(module.place(f"requires[{place}]"), {"id": name, "near": near})


RULE = Rule("LK217", "required-module-unknown", Severity.ERROR, "0.1", find, shared=True)
