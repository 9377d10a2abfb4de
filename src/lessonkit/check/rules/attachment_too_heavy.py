"""A file that learners are to download is very heavy.

Vì sao:
    Người học dùng mạng di động trả tiền cho từng megabyte, và nhiều nền tảng giới hạn cỡ gói. Con
    số do dự án chọn ([check.limits] attachment_bytes).

Why:
    Learners on mobile data pay for every megabyte, and many platforms limit a package. The number
    is the project's choice (attachment_bytes in [check.limits]).

Wrong:
    Tải [tờ rơi về cuộc gọi lạ](media/to-roi-nang-11mb.pdf) về máy.

Right:
    Tải [tờ rơi về cuộc gọi lạ](media/to-roi.pdf) về máy.

Source:
    No standard; the project's own choice.
"""

from collections.abc import Iterator

from lessonkit.base.diag import Arg, Finding, Severity
from lessonkit.check.rule import Rule
from lessonkit.check.survey import asset_span
from lessonkit.model.index import Index
from lessonkit.model.module import Module

_OTHERS = ("image/", "audio/", "video/")
"""Pictures and recordings have rules of their own."""


def find(module: Module, index: Index) -> Iterator[Finding]:
    """Where it is first linked to."""
    limit = index.limits.attachment_bytes
    for name, asset in module.assets.items():
        if asset.size > limit and not asset.type.startswith(_OTHERS):
            args: dict[str, Arg] = {"name": name, "size": asset.size / 1e6, "limit": limit / 1e6}
            yield Finding(asset_span(module, name), args)


RULE = Rule("LK726", "attachment-too-heavy", Severity.WARNING, "0.1", find)
