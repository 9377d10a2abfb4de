"""A recording or clip is very heavy.

Vì sao:
    Người học dùng mạng di động phải tải hết tệp này; nhiều nền tảng cũng giới hạn cỡ gói. Con số
    do dự án chọn ([check.limits] media_bytes).

Why:
    Learners on mobile data load all of it, and many platforms limit a package. The number is the
    project's choice (media_bytes in [check.limits]).

Wrong:
    :::{video} media/phim-nang-21mb.mp4
    :captions: media/phim.vtt

    Một người nhận cuộc gọi lạ, cúp máy, rồi gọi số in trên thẻ.
    :::

Right:
    :::{video} media/phim.mp4
    :captions: media/phim.vtt

    Một người nhận cuộc gọi lạ, cúp máy, rồi gọi số in trên thẻ.
    :::

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
    limit = index.limits.media_bytes
    for name, asset in module.assets.items():
        if asset.type.startswith(("audio/", "video/")) and asset.size > limit:
            args: dict[str, Arg] = {"name": name, "size": asset.size / 1e6, "limit": limit / 1e6}
            yield Finding(asset_span(module, name), args)


RULE = Rule("LK721", "recording-too-heavy", Severity.WARNING, "0.1", find)
