"""A published checklist or practice task has another id now, or is gone.

Vì sao:
    Dấu đánh dấu được giữ theo mã của danh sách. Mã không còn thì người học mất các dấu của mình.

Why:
    Ticks are kept under the id of a list. Where it is gone, learners lose theirs.

Wrong:
    :::{checklist}
    :id: viec-nha

    - [ ] Lưu số 113
    :::

Right:
    :::{checklist}
    :id: viec-can-lam

    - [ ] Lưu số 113
    :::

Beside: LK246

Source:
    Project's rule: an update takes nothing from those who have learned.
"""

from collections.abc import Iterator

from lessonkit.base.diag import Finding, Severity
from lessonkit.check.published import gone, versions
from lessonkit.check.rule import Rule
from lessonkit.model.index import Index
from lessonkit.model.module import Module


def find(module: Module, index: Index) -> Iterator[Finding]:
    """At the front matter; names the list that has the same items."""
    was, now = versions(module, index)
    return gone(module, was.lists, now.lists, tuple)


RULE = Rule("LK245", "published-ticks-gone", Severity.WARNING, "0.1", find, whole=True, shared=True)
