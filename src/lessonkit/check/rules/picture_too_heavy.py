"""A picture's file is very heavy.

Vì sao:
    Bản dựng làm nhẹ hình cho người học, nhưng tệp gốc nặng làm chậm máy bạn và kho tài liệu. Con
    số do dự án chọn ([check.limits] picture_bytes).

Why:
    The build makes pictures light for learners, but a heavy original slows your work and the
    archive. The number is the project's choice (picture_bytes in [check.limits]).

Wrong:
    ![Màn hình hiện một cuộc gọi từ số lạ](media/anh-nang-4mb.png)

Right:
    ![Màn hình hiện một cuộc gọi từ số lạ](media/hinh.png)

Source:
    No standard; the project's own choice.
"""

from collections.abc import Iterator

from lessonkit.base.diag import Arg, Finding, Severity
from lessonkit.check.rule import Rule
from lessonkit.check.survey import asset_span
from lessonkit.model.index import Index
from lessonkit.model.module import Module


def find(module: Module, index: Index) -> Iterator[Finding]:
    """Where it is first used."""
    limit = index.limits.picture_bytes
    for name, asset in module.assets.items():
        if asset.type.startswith("image/") and asset.size > limit:
            args: dict[str, Arg] = {"name": name, "size": asset.size / 1e6, "limit": limit / 1e6}
            yield Finding(asset_span(module, name), args)


RULE = Rule("LK720", "picture-too-heavy", Severity.WARNING, "0.1", find)
