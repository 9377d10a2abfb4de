"""Questions of one bank are about different objectives.

Vì sao:
    Mỗi người gặp số câu khác nhau về từng mục tiêu, nên điểm của mục tiêu phụ thuộc vào may rủi.

Why:
    How many questions somebody gets about each objective is a matter of chance, and so is its
    score.

Wrong:
    :::{bank}
    :id: cau-on
    :draw: 1

    :::{truefalse} Ngân hàng không bao giờ hỏi bạn mã OTP.
    :id: ma-otp
    :objective: muc-tieu
    :answer: true

    > true: Đúng vậy.
    > false: Mã này chỉ để bạn tự nhập.
    :::

    :::{truefalse} Người lạ giục bạn chuyển tiền thì đáng tin.
    :id: giuc-gap
    :answer: false

    > true: Giục gấp là dấu hiệu lừa đảo.
    > false: Đúng vậy.
    :::
    :::

Right:
    :::{bank}
    :id: cau-on
    :draw: 1

    :::{truefalse} Ngân hàng không bao giờ hỏi bạn mã OTP.
    :id: ma-otp
    :objective: muc-tieu
    :answer: true

    > true: Đúng vậy.
    > false: Mã này chỉ để bạn tự nhập.
    :::

    :::{truefalse} Người lạ giục bạn chuyển tiền thì đáng tin.
    :id: giuc-gap
    :objective: muc-tieu
    :answer: false

    > true: Giục gấp là dấu hiệu lừa đảo.
    > false: Đúng vậy.
    :::
    :::

Beside: LK635

Source:
    Haladyna and Rodriguez 2013, Developing and Validating Test Items: alternate forms of a test
    have the same content.
"""

from collections.abc import Iterator

from lessonkit.base.diag import Finding, Severity
from lessonkit.check.rule import Rule
from lessonkit.check.survey import survey
from lessonkit.model.index import Index
from lessonkit.model.module import Module
from lessonkit.model.walk import questions


def find(module: Module, _index: Index) -> Iterator[Finding]:
    """At the bank; where an objective may not be met at all, that is `objective-by-luck`."""
    seen = survey(module)
    for bank in seen.banks:
        names = dict.fromkeys(one.objective or "–" for one in questions(bank))
        mixed = bank.draw < len(bank.blocks) and len(names) > 1
        if mixed and not seen.lucky & names.keys():
            yield Finding(bank.span, {"id": bank.id, "objectives": ", ".join(names)})


RULE = Rule("LK642", "bank-objectives-mixed", Severity.WARNING, "0.1", find, shared=True)
