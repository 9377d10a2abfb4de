"""A question is so long that its slide can only hold it in letters too small to be read.

Vì sao:
    Câu hỏi và các lựa chọn phải thấy cùng lúc, nên không chia ra nhiều trang chiếu được. Chữ phải
    nhỏ lại cho vừa, và người ngồi sau không đọc được.

Why:
    A question and its options must be seen at once, so they cannot be parted among slides. Letters
    shrink until all of it fits, and the last row reads nothing.

Wrong:
    :::{order} Xếp các bước cài VNeID theo thứ tự.
    :id: cai-vneid
    :objective: muc-tieu
    :feedback-wrong: Hãy xem lại bài.

    1. Mở cửa hàng ứng dụng
    2. Gõ VNeID vào ô tìm
    3. Xem tên nhà phát triển
    4. Bấm Cài đặt
    5. Chờ tải xong
    6. Bấm Mở
    7. Bấm Đăng nhập
    8. Nhập số định danh
    9. Nhập mật khẩu
    10. Nhập mã xác nhận
    11. Chọn mã mở khóa
    12. Bấm Hoàn tất
    :::

Right:
    :::{order} Xếp các bước cài VNeID theo thứ tự.
    :id: cai-vneid
    :objective: muc-tieu
    :feedback-wrong: Hãy xem lại bài.

    1. Mở cửa hàng ứng dụng
    2. Gõ VNeID vào ô tìm
    3. Xem tên nhà phát triển
    4. Bấm Cài đặt
    5. Chờ tải xong
    :::

Source:
    The project's own choice: letters of 22 of the 720 units that a slide is high, about one
    thirtieth, are the smallest.
"""

from collections.abc import Iterator
from dataclasses import replace

from lessonkit.base.diag import Finding, Severity
from lessonkit.check.rule import Rule
from lessonkit.check.survey import survey
from lessonkit.model import blocks as b
from lessonkit.model.index import Index
from lessonkit.model.module import Module

_SHORT, _FEW = 500, 8
"""So few letters in so few options always fit: nothing is measured."""


def find(module: Module, _index: Index) -> Iterator[Finding]:
    """At the question."""
    for ask in survey(module).of(b.Ask):
        question = ask.question
        pieces = question.pieces()
        letters = sum(len(one.plain()) for one in (question.ask, *pieces))
        if question.type_name != "scenario" and (letters > _SHORT or len(pieces) > _FEW):
            lines, limit = _measured(replace(ask, blocks=()))
            if lines > limit:
                yield Finding(ask.span, {"lines": lines, "limit": limit})


def _measured(ask: b.Ask) -> tuple[int, int]:
    """Lines of the smallest letters: what the question takes, and what there is."""
    from lessonkit.plan.room import SMALLEST, TALL, WIDE, asked
    from lessonkit.text.widths import lines

    title = lines(ask.question.ask.plain(), WIDE / SMALLEST / 1.6, bold=True) - 1
    return round(asked(ask, WIDE / SMALLEST) + 1.6 * title), int(TALL / SMALLEST)


RULE = Rule("LK522", "question-overfills-slide", Severity.INFO, "0.1", find)
