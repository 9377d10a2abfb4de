"""Questions of one bank give different points.

Vì sao:
    Mỗi người gặp những câu khác nhau, nên câu nhiều điểm và câu ít điểm đổi chỗ cho nhau thì điểm
    phụ thuộc vào may rủi.

Why:
    Everybody gets other questions: where some give more points than others, scores differ by luck.

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
    :objective: muc-tieu
    :points: 3
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

Source:
    Haladyna and Rodriguez 2013, Developing and Validating Test Items: alternate forms of a test are
    of one length and weight.
"""

from collections.abc import Iterator

from lessonkit.base.diag import Finding, Severity
from lessonkit.check.rule import Rule
from lessonkit.check.survey import survey
from lessonkit.model.index import Index
from lessonkit.model.module import Module
from lessonkit.model.walk import questions


def find(module: Module, _index: Index) -> Iterator[Finding]:
    """At the bank."""
    for bank in survey(module).banks:
        points = sorted({one.points for one in questions(bank)})
        if bank.draw < len(bank.blocks) and len(points) > 1:
            least, most = f"{points[0]:g}", f"{points[-1]:g}"
            yield Finding(bank.span, {"id": bank.id, "least": least, "most": most})


RULE = Rule("LK641", "bank-points-unequal", Severity.WARNING, "0.1", find, shared=True)
