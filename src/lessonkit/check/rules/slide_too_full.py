"""A slide holds more text than can be read while somebody speaks.

Vì sao:
    Người xem không vừa đọc vừa nghe được. Quy tắc “6×6” là chuyện truyền miệng; con số này do dự
    án chọn ([check.limits] slide_tieng).

Why:
    Nobody reads and listens at once. Rules such as “6×6” are folklore; the number is the
    project's choice (slide_tieng in [check.limits]).

Wrong:
    :::{slide} Ba dấu hiệu
    [… 70 tiếng]
    :::

Right:
    :::{slide} Ba dấu hiệu
    Xưng danh. Giục gấp. Đòi tiền.
    :::

Source:
    No standard; the project's own choice, from its design page (about 40 tiếng a slide).
"""

from collections.abc import Iterator

from lessonkit.base.diag import Finding, Severity
from lessonkit.check.rule import Rule
from lessonkit.check.survey import survey
from lessonkit.model import blocks as b
from lessonkit.model.index import Index
from lessonkit.model.module import Module
from lessonkit.model.walk import prose as prose_of
from lessonkit.text.tieng import count


def find(module: Module, index: Index) -> Iterator[Finding]:
    """At the slide; its title does not count."""
    limit = index.limits.slide_tieng
    for slide in survey(module).of(b.Slide):
        tieng = sum(count(prose.plain()) for prose in prose_of(slide.blocks))
        if tieng > limit:
            yield Finding(slide.span, {"tieng": tieng, "limit": limit})


RULE = Rule("LK224", "slide-too-full", Severity.INFO, "0.1", find)
