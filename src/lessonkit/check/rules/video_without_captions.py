"""A clip has no captions.

Vì sao:
    Người không nghe được, và người xem ở nơi ồn, cần phụ đề. Công cụ không biết phim có tiếng nói
    hay phụ đề đã in sẵn vào hình chưa, nên đây là cảnh báo.

Why:
    Who cannot hear, and who watches in a noisy place, needs captions. Whether the clip speaks at
    all, or has captions burnt in, cannot be seen from here; so this is a warning.

Wrong:
    :::{video} media/phim.mp4
    Một người nhận cuộc gọi lạ, cúp máy, rồi gọi số in trên thẻ.
    :::

Right:
    :::{video} media/phim.mp4
    :captions: media/phim.vtt

    Một người nhận cuộc gọi lạ, cúp máy, rồi gọi số in trên thẻ.
    :::

Source:
    WCAG 2.2, 1.2.2 Captions (Prerecorded) (A)
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
        if not video.captions:
            yield Finding(video.span, {"src": video.src})


RULE = Rule("LK311", "video-without-captions", Severity.WARNING, "0.1", find)
