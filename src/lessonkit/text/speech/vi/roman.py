"""Roman numerals, where they count something: `thế kỷ XXI`, `khóa XV`, `Chương III`."""

import re

from lessonkit.text.speech.draft import Draft
from lessonkit.text.speech.roman import value
from lessonkit.text.speech.vi.addresses import letters
from lessonkit.text.speech.vi.numbers import cardinal

_COUNTED = re.compile(
    r"(?<!\w)(?P<lead>(?:thế kỷ|thế kỉ|khóa|khoá|chương|phần|mục|tiết|quý|tập|quyển|điều|loại|cấp|"
    r"hạng|kỳ|kì|học kỳ|học kì|lần|lần thứ|thứ|đời|vòng|bậc|nhóm|giai đoạn|phụ lục|đại hội|bài|đợt|"
    r"đại hội đảng|trung ương|bảng|thế chiến|chiến tranh thế giới|quân khu|quân đoàn|khối|tuyp|cột|"
    r"vùng|khu vực|báo động|"
    r"hội nghị|vua|louis|henry|napoléon|elizabeth|nữ hoàng|giáo hoàng)\s+)"
    r"(?P<r>(?-i:[IVX]+|[IVXLCDM]{2,}))(?![.]\w|\w)",
    re.IGNORECASE,
)
_CENTURY = re.compile(r"(?<!\w)TK\.? (?=(?:[IVX]+|1\d|2[01])(?![\w.]|[ -]\d))")
_PAIR = re.compile(
    r"(?<=[\U000f0000-\U000ffffd])(?P<s>\s?(?:[-–—]|và|đến|,)\s?)(?P<r>[IVX]+)(?!\w)"
)
_PLAIN = re.compile(r"(?<![\w.-])(?P<r>[IVX]{2,})(?![\w-]|\.\w)")
_HEAD = re.compile(r"^\s*(?!X\. (?:[A-ZĐ][^\W\d_]+ ?){2,}(?:,|$))(?P<r>[IVX]+)(?=[.)]\s)")
"""Not `X. Tân Phú`, a commune."""

_SMALL = re.compile(r"(?<=\()(?<!\w\()(?:i{1,3}|iv|vi{0,3}|ix|x)(?=\) )")
"""Of a list: `(i)`, `(ii)`."""
_STEP = re.compile(
    r"(?P<lead>(?:^|(?<=[.:;(] )|(?<!\w)(?:mục|phần|chương|phụ lục|tiết) ))"
    r"(?P<r>(?-i:[IVX]+))(?P<rest>(?:\.(?:\d{1,2}|(?-i:[a-zđ])(?!\w)))+)(?!\w|\.\w)",
    re.IGNORECASE,
)
"""Of a paper: `mục II.3`, `I.1.a`."""


def roman(draft: Draft) -> None:
    """Behind a word that is counted; of I, V and X alone, also elsewhere."""
    draft.sub(_SMALL, lambda one: cardinal(value(one[0].upper())))
    draft.text = _STEP.sub(lambda one: one["lead"] + _step(one, draft), draft.text)
    draft.text = _CENTURY.sub("thế kỷ ", draft.text)
    draft.text = _COUNTED.sub(lambda one: _counted(one, draft), draft.text)
    draft.text = _PAIR.sub(lambda one: one["s"] + _kept(one["r"], draft), draft.text)
    draft.text = _HEAD.sub(lambda one: _kept(one["r"], draft), draft.text)
    draft.text = _PLAIN.sub(lambda one: _kept(one["r"], draft), draft.text)


def _step(match: re.Match[str], draft: Draft) -> str:
    steps = (
        cardinal(int(one)) if one.isdecimal() else letters(one)
        for one in match["rest"].split(".")[1:]
    )
    n = value(match["r"].upper())
    return draft.mark(" chấm ".join((cardinal(n), *steps)), number=True) if n else match[0]


def _counted(match: re.Match[str], draft: Draft) -> str:
    return match["lead"] + _kept(match["r"], draft)


def _kept(text: str, draft: Draft) -> str:
    n = value(text)
    return draft.mark(cardinal(n), number=True) if n else text
