"""The caption of a picture says the same as its alternative text.

Vì sao:
    Người nghe máy đọc phải nghe cùng một câu hai lần. Chú thích cho người thấy hình; chữ thay
    hình cho người không thấy.

Why:
    A listener hears one sentence twice. The caption is for who sees the picture, the alternative
    text for who does not.

Wrong:
    ![Màn hình hiện cuộc gọi lạ](media/hinh.png "Màn hình hiện cuộc gọi lạ")

Right:
    ![Màn hình ghi “Số lạ”, có nút nghe và nút từ chối](media/hinh.png "Màn hình hiện cuộc gọi lạ")

Source:
    W3C Images Tutorial, Tips and Tricks: avoid repeating in the text alternative what is provided
    as text beside it.
"""

from collections.abc import Iterator

from lessonkit.base.diag import Finding, Severity
from lessonkit.check.rule import Rule
from lessonkit.check.survey import survey
from lessonkit.model import blocks as b
from lessonkit.model.index import Index
from lessonkit.model.module import Module


def find(module: Module, _index: Index) -> Iterator[Finding]:
    """At the figure."""
    for figure in survey(module).of(b.Figure):
        text = figure.caption.plain() if figure.caption is not None else ""
        for picture in figure.pictures:
            if text and picture.alt.casefold().strip(" .") == text.casefold().strip(" ."):
                yield Finding(figure.span, {"text": text})


RULE = Rule("LK321", "caption-repeats-alt", Severity.INFO, "0.1", find)
