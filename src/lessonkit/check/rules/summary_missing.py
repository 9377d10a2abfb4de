"""The module has no summary.

Vì sao:
    Tóm tắt là một hai câu cho người chọn bài: nó đi theo bài lên nền tảng và vào trang mục lục.

Why:
    The summary is a sentence or two for who chooses a lesson; it goes with it to the platform and
    into lists.

Wrong:
    summary: ""

Right:
    summary: Ba dấu hiệu của một cuộc gọi lừa đảo và việc cần làm ngay.

Source:
    LOM 1.4 description, which is filled from it.
"""

from collections.abc import Iterator

from lessonkit.base.diag import Finding, Severity
from lessonkit.check.rule import Rule
from lessonkit.model.index import Index
from lessonkit.model.module import Module


def find(module: Module, _index: Index) -> Iterator[Finding]:
    """At the front matter."""
    if not module.meta.summary.strip():
        yield Finding(module.place("summary"))


RULE = Rule("LK211", "summary-missing", Severity.INFO, "0.1", find, keys=frozenset({"summary"}))
