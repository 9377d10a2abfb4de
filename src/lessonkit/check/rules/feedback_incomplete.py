"""Some options of a question have feedback and others have none.

Vì sao:
    Ai chọn đúng lựa chọn bị bỏ sót sẽ không biết vì sao.

Why:
    Who chooses the one that was left out is not told why.

Wrong:
    :::{choice} Bạn nên gọi số nào để kiểm tra?
    :id: goi-so
    :objective: muc-tieu

    - [x] Số in trên thẻ
      > Đúng. Số này do bạn tự tìm.
    - [ ] Số vừa gọi đến
    - [ ] Số trong tin nhắn
      > Đó cũng là số của họ.
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
    that every option must have some is the project's choice.
"""

from collections.abc import Iterator

from lessonkit.base.diag import Finding, Severity
from lessonkit.check.items import choices
from lessonkit.check.rule import Rule
from lessonkit.model.index import Index
from lessonkit.model.module import Module


def find(module: Module, _index: Index) -> Iterator[Finding]:
    """At each such option; a general feedback for its case is enough."""
    for item in choices(module):
        question = item.question
        if not any(option.feedback for option in question.options):
            continue
        for text, option in item.pairs():
            general = question.feedback_right if option.right else question.feedback_wrong
            if not option.feedback and not general and not question.feedback:
                yield Finding(option.text.span, {"text": text})


RULE = Rule("LK633", "feedback-incomplete", Severity.INFO, "0.1", find)
