"""Two files of the module have the same content.

Vì sao:
    Hai tệp giống nhau làm gói nặng thêm mà không được gì.

Why:
    Two equal files make the package heavier for nothing.

Wrong:
    ![Màn hình hiện một cuộc gọi từ số lạ](media/hinh.png)

    ![Màn hình hiện một tin nhắn lạ](media/hinh-giong-het.png)

Right:
    ![Màn hình hiện một cuộc gọi từ số lạ](media/hinh.png)

    ![Màn hình hiện một tin nhắn lạ](media/hinh.png)

Source:
    The project's own choice.
"""

from collections.abc import Iterator

from lessonkit.base.diag import Finding, Severity
from lessonkit.check.rule import Rule
from lessonkit.check.survey import asset_span
from lessonkit.model.index import Index
from lessonkit.model.module import Module


def find(module: Module, _index: Index) -> Iterator[Finding]:
    """Where the second is first used."""
    first: dict[str, str] = {}
    for name, asset in module.assets.items():
        other = first.setdefault(asset.digest, name)
        if other != name and asset.size:
            yield Finding(asset_span(module, name), {"name": name, "other": other})


RULE = Rule("LK724", "media-twice", Severity.INFO, "0.1", find)
