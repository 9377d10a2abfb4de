"""How long the sentences of the lesson are; given only where the project asks for it.

Vì sao:
    Chưa có công thức nào đo độ khó của tiếng Việt đủ tin để phán xét, nên công cụ chỉ đếm: trung
    bình, câu dài nhất, và bao nhiêu phần trăm câu dài hơn mức của dự án. Số đo có ở mọi bài, nên
    chỉ hiện khi dự án bật: sentences-measured = "info" trong [check.severity].

Why:
    No formula for Vietnamese is proved well enough to judge by, so there are only counts: the mean,
    the longest, and the share beyond the project's length. Every lesson has them; so they are shown
    only where a project asks: sentences-measured = "info" in [check.severity].

Wrong:
    Người lạ giục bạn chuyển tiền. Hãy cúp máy, rồi gọi lại số chính thức.

Right:
    Người lạ giục bạn chuyển tiền. Hãy cúp máy. Rồi gọi lại số chính thức.

Source:
    A measured value; no verdict. On research: Luong, Nguyen & Dinh 2020, IJACSA 11(8),
    doi 10.14569/IJACSA.2020.0110814.
"""

from collections.abc import Iterator

from lessonkit.base.diag import Finding, Severity
from lessonkit.check.rule import Rule
from lessonkit.check.survey import survey
from lessonkit.model import blocks as b
from lessonkit.model.index import Index
from lessonkit.model.module import Module
from lessonkit.text.tieng import count, sentence_places


def find(module: Module, index: Index) -> Iterator[Finding]:
    """At the front matter, for running text that learners read or hear."""
    limit = index.bound("sentence_tieng", module.meta.audience)
    lengths = [
        count(run.text[start:end])
        for run in survey(module).runs
        if not run.teacher and isinstance(run.block, b.Paragraph)
        for start, end in sentence_places(run.text)
    ]
    if lengths:
        long = sum(length > limit for length in lengths)
        args = {
            "count": len(lengths),
            "mean": round(sum(lengths) / len(lengths), 1),
            "most": max(lengths),
            "share": round(100 * long / len(lengths)),
            "limit": limit,
        }
        yield Finding(module.place(""), args)


RULE = Rule("LK325", "sentences-measured", Severity.INFO, "0.1", find, whole=True)
