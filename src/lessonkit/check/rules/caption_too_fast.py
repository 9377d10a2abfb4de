"""A caption has more characters than can be read while it is shown.

Vì sao:
    Người lớn đọc phụ đề khoảng 17 ký tự mỗi giây (con số chưa kiểm chứng cho tiếng Việt), nên đây
    chỉ là thông tin; đổi được ở [check.limits] caption_speed.

Why:
    Adults read about 17 characters a second in captions (a number not verified for Vietnamese);
    so this is information. Set by caption_speed in [check.limits].

Wrong:
    :::{video} media/phim.mp4
    :captions: media/phim-nhanh.vtt

    Một người nhận cuộc gọi lạ, cúp máy, rồi gọi số in trên thẻ.
    :::

Right:
    :::{video} media/phim.mp4
    :captions: media/phim.vtt

    Một người nhận cuộc gọi lạ, cúp máy, rồi gọi số in trên thẻ.
    :::

Source:
    Netflix, Vietnamese Timed Text Style Guide, reading speed (not verified). A company's guide,
    not a norm.
"""

from collections.abc import Iterator

from lessonkit.base.diag import Arg, Finding, Severity
from lessonkit.check.captions import cues
from lessonkit.check.rule import Rule
from lessonkit.model.index import Index
from lessonkit.model.module import Module


def find(module: Module, index: Index) -> Iterator[Finding]:
    """At the times, in the captions file."""
    limit = index.limits.caption_speed
    for cue in cues(module):
        length = sum(len(line) for line in cue.lines)
        if cue.seconds > 0 and length > limit * cue.seconds:
            args: dict[str, Arg] = {"speed": round(length / cue.seconds), "limit": limit}
            yield Finding(cue.span(), args)


RULE = Rule("LK334", "caption-too-fast", Severity.INFO, "0.1", find)
