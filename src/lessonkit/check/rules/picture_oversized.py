"""A picture has many more pixels than any learner will see.

Vì sao:
    Bản dựng thu nhỏ hình cho người học, nên điểm ảnh thừa chỉ làm nặng kho và chậm lúc dựng.

Why:
    The build makes pictures smaller for learners, so the surplus only weighs on the archive and
    slows the build.

Wrong:
    ![Màn hình hiện một cuộc gọi từ số lạ](media/anh-5000x100.png)

Right:
    ![Màn hình hiện một cuộc gọi từ số lạ](media/hinh.png)

Source:
    No standard; four times the widest picture that is built (picture_widths in [build]) is the
    project's choice.
"""

from collections.abc import Iterator

from lessonkit.base.diag import Arg, Finding, Severity
from lessonkit.check.rule import Rule
from lessonkit.check.survey import asset_span
from lessonkit.model.index import Index
from lessonkit.model.module import Module

TIMES = 4
"""How much wider than what is built: room for cropping and for sharper screens."""


def find(module: Module, index: Index) -> Iterator[Finding]:
    """Where it is first used; a drawing (SVG) has no pixels."""
    used = max(index.settings.build.picture_widths, default=0)
    for name, asset in module.assets.items():
        if asset.pixels is None or asset.type == "image/svg+xml" or not used:
            continue
        width = asset.pixels[0]
        if width > used * TIMES:
            args: dict[str, Arg] = {"name": name, "width": width, "used": used}
            yield Finding(asset_span(module, name), args | {"enough": used * 2})


RULE = Rule("LK722", "picture-oversized", Severity.INFO, "0.1", find)
