"""A sentence has more tiếng than the audience can hold.

Vì sao:
    Câu dài khó theo, nhất là với người ít đọc. Chưa có công thức độ khó nào cho tiếng Việt được
    kiểm chứng đủ, nên công cụ chỉ đo độ dài câu; con số do dự án chọn ([check.limits]
    sentence_tieng, hoặc [audiences.<id>] cho riêng một nhóm). Câu trong khối only chỉ tính theo
    nhóm của khối.

Why:
    Long sentences are hard to follow, above all for who reads little. No formula for Vietnamese
    is proved well enough, so only the length is measured; the number is the project's choice
    (sentence_tieng in [check.limits], or for one group in [audiences.<id>]). What stands in an only
    block is bound by its groups alone.

Wrong:
    Khi có người tự xưng là công an gọi điện và nói rằng bạn dính vào một vụ án
    rồi giục bạn chuyển tiền ngay thì bạn hãy cúp máy rồi gọi lại số chính thức.

Right:
    Có người xưng là công an và giục bạn chuyển tiền? Hãy cúp máy. Rồi gọi lại số chính thức.

Source:
    No standard; the project's own choice. On research: Luong, Nguyen & Dinh 2020, IJACSA 11(8),
    doi 10.14569/IJACSA.2020.0110814.
"""

from collections.abc import Iterator

from lessonkit.base.diag import Finding, Severity
from lessonkit.check.groups import bounds
from lessonkit.check.rule import Rule
from lessonkit.check.survey import survey
from lessonkit.model.index import Index
from lessonkit.model.module import Module
from lessonkit.text.tieng import count, sentence_places


def find(module: Module, index: Index) -> Iterator[Finding]:
    """At the sentence; what only the facilitator reads is left out."""
    limit_of = bounds("sentence_tieng", module, index)
    seen = survey(module)
    for run in seen.runs:
        limit = limit_of(run.block)
        if run.teacher or run.text.count(" ") < limit or run.tieng <= limit:
            continue
        for start, end in sentence_places(run.text):
            if run.text.count(" ", start, end) < limit:
                continue
            tieng = count(run.text[start:end])
            if tieng > limit:
                first = " ".join(run.text[start:end].split()[:6])
                place = seen.place(run, start, end - start)
                yield Finding(place, {"count": tieng, "limit": limit, "start": first})


RULE = Rule("LK318", "sentence-too-long", Severity.INFO, "0.1", find, keys=frozenset({"audience"}))
