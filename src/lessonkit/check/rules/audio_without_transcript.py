"""A recording has no transcript.

Vì sao:
    Người không nghe được cần đọc được lời. Bản chữ cũng giúp tìm lại và in ra.

Why:
    Who cannot hear must be able to read it; and what is written can be searched and printed.

Wrong:
    :::{audio} media/ghi-am.mp3
    :::

Right:
    :::{audio} media/ghi-am.mp3
    Chào bác, cháu gọi từ ngân hàng. Bác đọc cho cháu mã OTP nhé.
    :::

Source:
    WCAG 2.2, 1.2.1 Audio-only and Video-only (Prerecorded) (A)
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
    for audio in survey(module).of(b.Audio):
        if not audio.transcript:
            yield Finding(audio.span, {"src": audio.src})


RULE = Rule("LK312", "audio-without-transcript", Severity.WARNING, "0.1", find)
