"""The module has changed since it was published, under the same version.

Vì sao:
    Hai gói cùng số bản mà khác nội dung thì không ai biết người học đang học gói nào.

Why:
    Where two packages of one version differ, nobody knows which of them learners have.

Wrong:
    Hãy cúp máy ngay.

Right:
    Hãy cúp máy.

Source:
    Project's rule: an update takes nothing from those who have learned.
"""

from collections.abc import Iterator

from lessonkit.base.diag import Finding, Severity
from lessonkit.check.published import versions
from lessonkit.check.rule import Rule
from lessonkit.model.index import Index
from lessonkit.model.module import Module


def find(module: Module, index: Index) -> Iterator[Finding]:
    """At `version`, or at the front matter."""
    was, now = versions(module, index)
    if was.content != now.content and was.version == now.version:
        yield Finding(module.place("version"), {"version": now.version})


RULE = Rule("LK246", "published-version-same", Severity.WARNING, "0.1", find, shared=True)
