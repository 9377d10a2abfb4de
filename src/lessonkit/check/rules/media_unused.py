"""A file in `media/` is used by nothing.

Vì sao:
    Tệp thừa không đi vào bản dựng, nhưng làm người sửa sau bối rối: nó còn dùng không?

Why:
    It does not travel with the lesson, but whoever edits next wonders whether it is needed.

Wrong:
    <!-- media/bo-quen.png nằm trong thư mục, nhưng không nơi nào dùng -->

    Hãy cúp máy.

Right:
    ![Màn hình hiện một cuộc gọi từ số lạ](media/bo-quen.png)

Source:
    The project's own choice.
"""

from collections.abc import Iterator

from lessonkit.base.diag import Finding, Severity
from lessonkit.check.rule import Rule
from lessonkit.model.index import Index
from lessonkit.model.module import Module


def find(module: Module, _index: Index) -> Iterator[Finding]:
    """At the front matter, for it stands nowhere in the text."""
    for name in module.unused:
        yield Finding(module.place(""), {"name": name})


RULE = Rule("LK723", "media-unused", Severity.INFO, "0.1", find)
