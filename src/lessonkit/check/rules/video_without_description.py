"""A clip has no text that says what is seen.

Vì sao:
    Người không nhìn được cần biết trên hình có gì: một bản chữ, hoặc lời tả trong phim. Công cụ
    không biết phim có tự tả hay không, nên đây là thông tin.

Why:
    Who cannot see must know what is shown, by a text or by words in the clip. Whether the clip
    says it itself cannot be seen from here; so this is information.

Wrong:
    :::{video} media/phim.mp4
    :captions: media/phim.vtt
    :::

Right:
    :::{video} media/phim.mp4
    :captions: media/phim.vtt

    Một người nhận cuộc gọi lạ, cúp máy, rồi gọi số in trên thẻ.
    :::

Source:
    WCAG 2.2, 1.2.3 Audio Description or Media Alternative (Prerecorded) (A)
"""

from collections.abc import Iterator

from lessonkit.base.diag import Finding, Severity
from lessonkit.check.rule import Rule
from lessonkit.check.survey import survey
from lessonkit.model import blocks as b
from lessonkit.model.index import Index
from lessonkit.model.module import Module


def find(module: Module, _index: Index) -> Iterator[Finding]:
    """At the block."""
    for video in survey(module).of(b.Video):
        if not video.transcript:
            yield Finding(video.span, {"src": video.src})


RULE = Rule("LK313", "video-without-description", Severity.INFO, "0.1", find)
