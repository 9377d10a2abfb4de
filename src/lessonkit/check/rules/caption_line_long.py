"""A line of a caption is longer than fits the screen.

Vì sao:
    Dòng dài bị cắt hoặc tràn ba dòng trên điện thoại. Con số 42 ký tự theo hướng dẫn phụ đề tiếng
    Việt của Netflix, không phải chuẩn Việt Nam.

Why:
    A long line is cut or breaks in three on a phone. 42 characters is from Netflix's guide for
    Vietnamese, not from a Vietnamese norm.

Wrong:
    :::{video} media/phim.mp4
    :captions: media/phim-dong-dai.vtt

    Một người nhận cuộc gọi lạ, cúp máy, rồi gọi số in trên thẻ.
    :::

Right:
    :::{video} media/phim.mp4
    :captions: media/phim.vtt

    Một người nhận cuộc gọi lạ, cúp máy, rồi gọi số in trên thẻ.
    :::

Source:
    Netflix, Vietnamese Timed Text Style Guide: 42 characters a line. A company's guide, not a
    norm.
"""

from collections.abc import Iterator

from lessonkit.base.diag import Finding, Severity
from lessonkit.check.captions import cues
from lessonkit.check.rule import Rule
from lessonkit.model.index import Index
from lessonkit.model.module import Module

LIMIT = 42
"""Characters."""


def find(module: Module, _index: Index) -> Iterator[Finding]:
    """At the line, in the captions file."""
    for cue in cues(module):
        for number, line in enumerate(cue.lines, 1):
            if len(line) > LIMIT:
                yield Finding(cue.span(number), {"count": len(line), "limit": LIMIT})


RULE = Rule("LK331", "caption-line-long", Severity.WARNING, "0.1", find)
