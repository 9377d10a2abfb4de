"""An objective is assessed only where a bank happens to draw a question about it.

Vì sao:
    Ai không gặp câu nào về mục tiêu này thì không được đo ở mục tiêu này, và báo cáo không nói gì
    về họ.

Why:
    Who draws none of its questions is not assessed on it, and reports say nothing about her.

Wrong:
    ## Ba dấu hiệu

    Họ xưng danh, giục gấp và đòi mã.

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
    ## Ba dấu hiệu

    Họ xưng danh, giục gấp và đòi mã.

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
    Biggs 1996, Enhancing teaching through constructive alignment, Higher Education 32, 347-364.
"""

from collections.abc import Iterator

from lessonkit.base.diag import Finding, Severity
from lessonkit.check.rule import Rule
from lessonkit.check.survey import survey
from lessonkit.model.index import Index
from lessonkit.model.module import Module


def find(module: Module, _index: Index) -> Iterator[Finding]:
    """At the objective."""
    lucky = survey(module).lucky
    for place, objective in enumerate(module.meta.objectives):
        if objective.id in lucky:
            yield Finding(module.place(f"objectives[{place}]"), {"id": objective.id})


RULE = Rule("LK643", "objective-by-luck", Severity.WARNING, "0.1", find, whole=True, shared=True)
