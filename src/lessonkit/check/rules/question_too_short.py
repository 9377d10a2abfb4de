"""A question has hardly a word.

Vì sao:
    Người học phải hiểu câu hỏi trước khi nhìn lựa chọn. Một hai chữ thì phải đoán.

Why:
    What is asked must be clear before the options are read. From a word or two it can only be
    guessed.

Wrong:
    :::{choice} Mã OTP?
    :id: ma-otp
    :objective: muc-tieu

    - [x] Dãy số dùng một lần
      > Đúng.
    - [ ] Mật khẩu của máy
      > Không phải.
    - [ ] Số tài khoản
      > Không phải.
    :::

Right:
    :::{choice} Mã OTP là gì?
    :id: ma-otp
    :objective: muc-tieu

    - [x] Dãy số dùng một lần
      > Đúng.
    - [ ] Mật khẩu của máy
      > Không phải.
    - [ ] Số tài khoản
      > Không phải.
    :::

Source:
    Haladyna, Downing & Rodriguez 2002, Applied Measurement in Education 15(3), 309-334: the
    central idea is in the stem. Three words are the project's choice.
"""

from collections.abc import Iterator

from lessonkit.base.diag import Finding, Severity
from lessonkit.check.rule import Rule
from lessonkit.check.survey import Asked, survey
from lessonkit.model.index import Index
from lessonkit.model.module import Module
from lessonkit.text.inline import Code, Math, Picture
from lessonkit.text.tieng import words

LEAST = 3
"""Words or numbers."""


def find(module: Module, _index: Index) -> Iterator[Finding]:
    """At what is asked; one that goes on below its first line is long enough."""
    for asked in survey(module).asked:
        text = asked.question.ask.plain()
        if not asked.ask.blocks and len(words(text)) < LEAST and not _formula(asked):
            yield Finding(asked.span, {"text": text})


def _formula(asked: Asked) -> bool:
    return any(isinstance(one, Math | Picture | Code) for one in asked.question.ask.inlines)


RULE = Rule("LK630", "question-too-short", Severity.WARNING, "0.1", find)
