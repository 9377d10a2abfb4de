"""A question gives no feedback.

Vì sao:
    Người học học được nhiều nhất ngay sau khi trả lời: vì sao đúng, vì sao sai.

Why:
    Most is learnt right after an answer: why it was right or wrong.

Wrong:
    :::{choice} Bạn nên gọi số nào để kiểm tra?
    :id: goi-so
    :objective: muc-tieu

    - [x] Số in trên thẻ
    - [ ] Số vừa gọi đến
    - [ ] Số trong tin nhắn
    :::

Right:
    :::{choice} Bạn nên gọi số nào để kiểm tra?
    :id: goi-so
    :objective: muc-tieu

    - [x] Số in trên thẻ
      > Đúng. Số này do bạn tự tìm.
    - [ ] Số vừa gọi đến
      > Đó là số của họ.
    - [ ] Số trong tin nhắn
      > Đó cũng là số của họ.
    :::

Source:
    Hattie & Timperley 2007, The Power of Feedback, Review of Educational Research 77(1), 81-112;
    that every question must give some is the project's choice.
"""

from collections.abc import Iterator

from lessonkit.base.diag import Finding, Severity
from lessonkit.check.rule import Rule
from lessonkit.check.survey import survey
from lessonkit.model.index import Index
from lessonkit.model.module import Module
from lessonkit.questions.scenario import Scenario


def find(module: Module, _index: Index) -> Iterator[Finding]:
    """At the question; those that count only. How a story ends says what came of it."""
    for asked in survey(module).asked:
        told = asked.question.replies() or isinstance(asked.question, Scenario)
        if asked.question.assessed and not told:
            yield Finding(asked.span)


RULE = Rule("LK632", "feedback-missing", Severity.INFO, "0.1", find)
