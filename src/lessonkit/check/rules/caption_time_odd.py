"""A caption is shown too briefly or too long.

Vì sao:
    Ngắn quá thì chưa kịp thấy; lâu quá thì người xem đọc lại lần hai. Hai con số theo hướng dẫn
    của Netflix (nguồn thứ cấp).

Why:
    Too brief and it is missed; too long and it is read twice. Both numbers are from Netflix's
    guide (secondary source).

Wrong:
    :::{video} media/phim.mp4
    :captions: media/phim-lau.vtt

    Một người nhận cuộc gọi lạ, cúp máy, rồi gọi số in trên thẻ.
    :::

Right:
    :::{video} media/phim.mp4
    :captions: media/phim.vtt

    Một người nhận cuộc gọi lạ, cúp máy, rồi gọi số in trên thẻ.
    :::

Source:
    Netflix Timed Text Style Guide, general requirements: 5/6 second to 7 seconds (secondary
    source). A company's guide, not a norm.
"""

from collections.abc import Iterator

from lessonkit.base.diag import Arg, Finding, Severity
from lessonkit.check.captions import cues
from lessonkit.check.rule import Rule
from lessonkit.model.index import Index
from lessonkit.model.module import Module

LEAST = 5 / 6
"""Seconds."""
MOST = 7.0


def find(module: Module, _index: Index) -> Iterator[Finding]:
    """At the times, in the captions file."""
    for cue in cues(module):
        if cue.seconds > 0 and not LEAST - 0.005 <= cue.seconds <= MOST + 0.005:
            seconds = round(cue.seconds, 2)
            args: dict[str, Arg] = {"seconds": seconds, "least": round(LEAST, 2), "most": MOST}
            yield Finding(cue.span(), args)


RULE = Rule("LK333", "caption-time-odd", Severity.WARNING, "0.1", find)
