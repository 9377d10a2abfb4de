"""The alternative text of a picture is longer than a listener can hold.

Vì sao:
    Máy đọc màn hình đọc chữ thay hình một mạch, không dừng lại được. Không có chuẩn nào về độ
    dài; con số do dự án chọn. Hình nhiều chi tiết thì tả trong bài.

Why:
    A screen reader speaks it in one go. No standard fixes its length: the number is the project's
    choice. A picture with much in it is described in the text.

Wrong:
    ![[… 80 tiếng]](media/hinh.png)

Right:
    ![Màn hình hiện một cuộc gọi từ số lạ](media/hinh.png)

Source:
    No standard; the project's own choice. W3C Images Tutorial, Complex Images, on where a long
    description belongs.
"""

from collections.abc import Iterator

from lessonkit.base.diag import Finding, Severity
from lessonkit.check.rule import Rule
from lessonkit.check.survey import survey
from lessonkit.model.index import Index
from lessonkit.model.module import Module
from lessonkit.text.inline import Picture

LIMIT = 250
"""Characters. The project's own choice."""


def find(module: Module, _index: Index) -> Iterator[Finding]:
    """At the picture."""
    for picture in survey(module).of(Picture):
        count = len(picture.alt)
        if count > LIMIT:
            yield Finding(picture.span, {"count": count, "limit": LIMIT})


RULE = Rule("LK303", "alt-too-long", Severity.INFO, "0.1", find)
