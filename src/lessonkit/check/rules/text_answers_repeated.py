"""A short answer is accepted twice.

Vì sao:
    Với cách so đã chọn, hai cách viết này là một; dòng thừa làm người sửa sau bối rối, và phản
    hồi của nó không bao giờ hiện.

Why:
    Under the chosen way of comparing both are the same; the second does nothing, and its feedback
    is never shown.

Wrong:
    :::{text} Ngân hàng gửi mã gì vào điện thoại của bạn?
    :id: ma-gi
    :objective: muc-tieu
    :match: fold

    = OTP | mã OTP | ma otp
    > Đúng, mã OTP.
    :::

Right:
    :::{text} Ngân hàng gửi mã gì vào điện thoại của bạn?
    :id: ma-gi
    :objective: muc-tieu
    :match: fold

    = OTP | mã OTP
    > Đúng, mã OTP.
    :::

Source:
    A format rule of lessonkit: the first line that fits answers.
"""

from collections.abc import Iterator

from lessonkit.base.diag import Finding, Severity
from lessonkit.check.rule import Rule
from lessonkit.check.survey import survey
from lessonkit.model.index import Index
from lessonkit.model.module import Module
from lessonkit.questions.text import ShortText, normal


def find(module: Module, _index: Index) -> Iterator[Finding]:
    """At the question."""
    for asked in survey(module).asked:
        question = asked.question
        if not isinstance(question, ShortText):
            continue
        first: dict[str, str] = {}
        for text in (text for line in question.answers for text in line.texts):
            key = normal(text, question.match)
            if key in first:
                yield Finding(asked.span, {"text": text, "other": first[key]})
            first.setdefault(key, text)


RULE = Rule("LK636", "text-answers-repeated", Severity.WARNING, "0.1", find)
