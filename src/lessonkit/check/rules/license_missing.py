"""The module does not say under which licence it may be used.

Vì sao:
    Không ghi giấy phép thì mặc định không ai được chép lại hay sửa bài của bạn.

Why:
    Without a licence nobody may copy or change the lesson.

Wrong:
    license: ""

Right:
    license: CC-BY-4.0

Source:
    Berne Convention, article 5(2): protection needs no formality, so what is not allowed is
    forbidden.
"""

from collections.abc import Iterator

from lessonkit.base.diag import Finding, Severity
from lessonkit.check.rule import Rule
from lessonkit.model.index import Index
from lessonkit.model.module import Module


def find(module: Module, _index: Index) -> Iterator[Finding]:
    """At the front matter."""
    if not module.meta.license.strip():
        yield Finding(module.place("license"))


RULE = Rule(
    "LK213", "license-missing", Severity.INFO, "0.1", find, shared=True, keys=frozenset({"license"})
)
