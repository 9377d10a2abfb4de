"""A sign of messengers is left out where the lesson is printed or drawn.

Vì sao:
    Biểu tượng cảm xúc không có trong phông chữ của trang chiếu, bản in và phim. Vài biểu tượng
    được thay bằng dấu giống nó (✅ thành ✓, 👉 thành →); những biểu tượng khác bị bỏ đi, người xem
    bản in không thấy.

Why:
    Emoji are in none of the fonts of slides, print and film. Some become the sign they look like
    (✅ is set as ✓, 👉 as →); others are left out, and who reads on paper does not see them.

Wrong:
    Bạn làm được rồi 😀

Right:
    Bạn làm được rồi ✅

Source:
    Project's rule: what is left out of an output is said.
"""

from collections.abc import Iterator

from lessonkit.base.diag import Finding, Severity
from lessonkit.check.rule import Rule
from lessonkit.check.survey import survey
from lessonkit.model.index import Index
from lessonkit.model.module import Module
from lessonkit.text.signs import EMOJI, left_out


def find(module: Module, _index: Index) -> Iterator[Finding]:
    """Each sign once, where it stands first."""
    if module.text.isascii() or EMOJI.search(module.text) is None:
        return
    seen, told = survey(module), set[str]()
    for run in seen.runs:
        for sign in left_out(run.text):
            if sign not in told:
                told.add(sign)
                place = seen.place(run, run.text.index(sign), len(sign))
                yield Finding(place, {"sign": sign})


RULE = Rule("LK529", "sign-left-out", Severity.WARNING, "0.1", find)
