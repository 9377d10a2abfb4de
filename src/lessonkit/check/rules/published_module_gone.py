"""A published module is no longer in the project.

Vì sao:
    Mọi kết quả được giữ theo mã của bài. Bài mang mã khác là một bài khác, với nền tảng và với
    trình duyệt của người học.

Why:
    All results are kept under the id of a module. Under another id it is another module, to
    platforms and to the browsers of learners.

Wrong:
    id: cup-may-ngay

Right:
    id: bai-thu

Source:
    Project's rule: an update takes nothing from those who have learned.
"""

from collections.abc import Iterator

from lessonkit.base.diag import Finding, Severity
from lessonkit.check.rule import Rule
from lessonkit.model.index import Index
from lessonkit.model.module import Module
from lessonkit.model.published import Published
from lessonkit.plan.published import published


def find(module: Module, index: Index) -> Iterator[Finding]:
    """At the module's table in `lessonkit.lock`, the same for every module of the project."""
    new = tuple(name for name in index.modules if name not in index.published)
    for name, one in index.published.items():
        if name not in index.modules:
            same = one.questions and name != module.meta.id and module.meta.id in new
            near = module.meta.id if same and _asks(module, one) else ""
            yield Finding(index.published_at[name], {"id": name, "near": near})


def _asks(module: Module, was: Published) -> bool:
    """Whether the module asks what that one asked."""
    now = {one.ask for one in published(module).questions.values()}
    return {one.ask for one in was.questions.values()} <= now


RULE = Rule("LK248", "published-module-gone", Severity.WARNING, "0.1", find, shared=True)
