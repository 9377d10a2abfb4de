"""The times of a caption cannot be read, or it ends before it begins.

Vì sao:
    Trình duyệt bỏ qua phụ đề có giờ sai mà không báo gì; người không nghe được sẽ mất câu ấy.

Why:
    Browsers drop such a caption without a word, and who cannot hear misses it.

Wrong:
    :::{video} media/phim.mp4
    :captions: media/phim-gio-sai.vtt

    Một người nhận cuộc gọi lạ, cúp máy, rồi gọi số in trên thẻ.
    :::

Right:
    :::{video} media/phim.mp4
    :captions: media/phim.vtt

    Một người nhận cuộc gọi lạ, cúp máy, rồi gọi số in trên thẻ.
    :::

Source:
    W3C WebVTT, 4.1 and 4.4: a cue's end is greater than its start; hours are optional, seconds
    have three decimals.
"""

from collections.abc import Iterator

from lessonkit.base.diag import Finding, Severity
from lessonkit.check.captions import cues
from lessonkit.check.rule import Rule
from lessonkit.model.index import Index
from lessonkit.model.module import Module


def find(module: Module, _index: Index) -> Iterator[Finding]:
    """At the line of the times, in the captions file."""
    for cue in cues(module):
        if cue.seconds <= 0:
            yield Finding(cue.span())


RULE = Rule("LK330", "caption-time-wrong", Severity.ERROR, "0.1", find)
