"""A caption has more than two lines.

Vì sao:
    Ba dòng che mất hình và không kịp đọc. Theo hướng dẫn phụ đề tiếng Việt của Netflix, không
    phải chuẩn Việt Nam.

Why:
    Three lines hide the picture and cannot be read in time. From Netflix's guide for Vietnamese,
    not from a Vietnamese norm.

Wrong:
    :::{video} media/phim.mp4
    :captions: media/phim-ba-dong.vtt

    Một người nhận cuộc gọi lạ, cúp máy, rồi gọi số in trên thẻ.
    :::

Right:
    :::{video} media/phim.mp4
    :captions: media/phim.vtt

    Một người nhận cuộc gọi lạ, cúp máy, rồi gọi số in trên thẻ.
    :::

Source:
    Netflix, Vietnamese Timed Text Style Guide: at most two lines. A company's guide, not a norm.
"""

from collections.abc import Iterator

from lessonkit.base.diag import Finding, Severity
from lessonkit.check.captions import cues
from lessonkit.check.rule import Rule
from lessonkit.model.index import Index
from lessonkit.model.module import Module

LIMIT = 2


def find(module: Module, _index: Index) -> Iterator[Finding]:
    """At the times, in the captions file."""
    for cue in cues(module):
        if len(cue.lines) > LIMIT:
            yield Finding(cue.span(), {"count": len(cue.lines), "limit": LIMIT})


RULE = Rule("LK332", "caption-lines-many", Severity.WARNING, "0.1", find)
