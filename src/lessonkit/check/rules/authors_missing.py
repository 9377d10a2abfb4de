"""The module does not name who made it.

Vì sao:
    Người học và người dạy cần biết hỏi ai khi thấy chỗ sai, và giấy phép thường đòi ghi tên.

Why:
    Learners and teachers need somebody to ask when something is wrong, and most licences ask for
    a name.

Wrong:
    authors: []

Right:
    authors: [Nhóm thử]

Source:
    LOM 2.3 contribute, which is filled from it; CC BY 4.0, section 3(a)(1)(A).
"""

from collections.abc import Iterator

from lessonkit.base.diag import Finding, Severity
from lessonkit.check.rule import Rule
from lessonkit.model.index import Index
from lessonkit.model.module import Module


def find(module: Module, _index: Index) -> Iterator[Finding]:
    """At the front matter."""
    if not module.meta.authors:
        yield Finding(module.place("authors"))


RULE = Rule(
    "LK214", "authors-missing", Severity.INFO, "0.1", find, shared=True, keys=frozenset({"authors"})
)
