"""A picture is marked as decorative and has an alternative text all the same.

Vì sao:
    Hai điều trái nhau: trang trí thì máy đọc bỏ qua, có chữ thay hình thì máy đọc đọc lên.

Why:
    The two contradict: what is decorative is passed over, what has a text is spoken.

Wrong:
    ![Một hàng hoa](media/hinh.png){decorative}

Right:
    ![](media/hinh.png){decorative}

Source:
    WCAG 2.2, 1.1.1 Non-text Content (A), technique H67
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
        if picture.decorative and picture.alt.strip():
            yield Finding(picture.span, {"alt": picture.alt})


RULE = Rule("LK304", "decorative-with-alt", Severity.WARNING, "0.1", find)
