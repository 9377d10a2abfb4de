"""A picture moves by itself.

Vì sao:
    Hình động làm người học khó đọc chữ bên cạnh, và không có cách nào dừng nó lại. Bài chỉ hiện
    khung hình đầu.

Why:
    A picture that moves keeps learners from the text beside it and cannot be stopped. The lesson
    shows its first frame.

Wrong:
    ![Ngón tay bấm vào nút Cài đặt](media/hinh-dong.gif)

Right:
    ![Ngón tay bấm vào nút Cài đặt](media/hinh.png)

Source:
    WCAG 2.2, 2.2.2 Pause, Stop, Hide (level A).
"""

from collections.abc import Iterator

from lessonkit.base.diag import Finding, Severity
from lessonkit.check.rule import Rule
from lessonkit.check.survey import asset_span
from lessonkit.model.index import Index
from lessonkit.model.module import Module


def find(module: Module, _index: Index) -> Iterator[Finding]:
    """Where it is first used."""
    for name, asset in module.assets.items():
        if asset.moving:
            yield Finding(asset_span(module, name), {"name": name})


RULE = Rule("LK725", "picture-moving", Severity.WARNING, "0.1", find)
