"""A picture has no alternative text and is not marked as decorative.

Vì sao:
    Người nghe máy đọc màn hình, và người có mạng chậm, chỉ nhận được chữ thay hình. Hình không
    mang nghĩa thì ghi {decorative} để máy đọc bỏ qua.

Why:
    Who listens to a screen reader, or whose network is slow, gets only this text. A picture
    without meaning is marked {decorative}, and is then passed over.

Wrong:
    ![](media/hinh.png)

Right:
    ![Màn hình hiện một cuộc gọi từ số lạ](media/hinh.png)

Source:
    WCAG 2.2, 1.1.1 Non-text Content (A)
"""

from collections.abc import Iterator

from lessonkit.base.diag import Finding, Severity
from lessonkit.check.rule import Rule
from lessonkit.check.survey import survey
from lessonkit.model.index import Index
from lessonkit.model.module import Module
from lessonkit.text.inline import Picture


def find(module: Module, _index: Index) -> Iterator[Finding]:
    """At the picture."""
    for picture in survey(module).of(Picture):
        if not picture.decorative and not picture.alt.strip():
            yield Finding(picture.span, {"src": picture.src})


RULE = Rule("LK301", "image-without-alt", Severity.ERROR, "0.1", find)
