"""Days, months, years and times of day."""

import re

from lessonkit.text.speech.draft import NUMERIC, Draft
from lessonkit.text.speech.roman import value
from lessonkit.text.speech.vi.numbers import cardinal, month
from lessonkit.text.speech.vi.weekdays import weekdays

_D = r"(?:0?[1-9]|[12]\d|3[01])"
_M = r"(?:0?[1-9]|1[0-2])"
_Y = r"(?:1\d|20|21)\d\d"
_DASH = r"\s*[-–—]\s*"
_FULL = re.compile(
    rf"(?<![\w/.,-])(?P<d>{_D})(?P<s>\s?[/.\-]\s?)(?P<m>{_M})(?P=s)(?P<y>{_Y}|\d\d)(?![\w/]|[.,-]\d)"
)
_ISO = re.compile(
    rf"(?<![\w/.-])(?P<y>{_Y})-(?P<m>0[1-9]|1[0-2])-(?P<d>0[1-9]|[12]\d|3[01])(?![\w-])"
)
_SPAN = re.compile(
    rf"(?<![\w/.,-])(?P<a>{_D}){_DASH}(?P<b>{_D})/(?P<m>{_M})(?:/(?P<y>{_Y}))?(?![\w/]|[.,-]\d)"
)
_UNTIL = re.compile(
    rf"(?P<t>(?<!\w)[Nn]gày )(?P<a>{_D}) (?P<s>đến|tới|và)(?: ngày)? (?={_D}/{_M}(?![\w]|[.,]\d))"
)
"""`từ ngày 1 đến 5/8`"""
_EACH = re.compile(
    rf"(?P<t>(?<!\w)[Nn]gày (?:{_D}(?:, ?(?:và )?| và ))+)(?={_D}/{_M}(?![\w/]|[.,]\d))"
)
"""`các ngày 1, 3, 5/8`"""
_PAIR = re.compile(
    rf"(?<![\w/.,-])(?P<a>{_D})/(?P<m>{_M})[-–](?P<b>{_D})/(?P<n>{_M})(?:/(?P<y>{_Y}))?(?![\w/]|[.,-]\d)"
)
_MONTH = re.compile(rf"(?<![\w/.,-])(?P<m>{_M})\s?(?P<s>[/\-])\s?(?P<y>{_Y})(?![\w/]|[.,-]\d)")
_DAY = re.compile(rf"(?<![\w/.,-])(?P<d>{_D})(?P<s>[/\-])(?P<m>{_M})(?![\w/]|[.,-]\d|\s?%)")
_MONTHS = re.compile(
    rf"(?<!\w)(?P<t>[Tt]háng )(?P<a>{_M}){_DASH}(?P<b>{_M})(?:/(?P<y>{_Y}))?(?![\w/]|[.,]\d)"
)
_NAMED_MONTH = re.compile(rf"(?<!\w)(?P<t>[Tt]háng )(?P<m>{_M})(?![\w]|[.,/]\d)")
_T_MONTH = re.compile(rf"(?<!\w)T(?P<m>{_M})/(?P<y>{_Y})(?!\w)")
_NAMED_DAY = re.compile(r"(?<!\w)(?P<t>(?:[Nn]gày|[Mm]ùng|[Mm]ồng) )(?P<d>0[1-9])(?![\w]|[.,/]\d)")
_FOURTH = re.compile(
    r"(?P<t>(?<!\w)(?:[Tt]hứ|[Tt]háng) \d{1,2}(?:, ?\d{1,2})*(?:, ?| và | hoặc ))4"
    r"(?=, ?\d|\s*(?:$|[.:;!?)])| (?:và|hoặc|này|tới|năm|âm|hằng|hàng)(?!\w))"
)
"""`thứ 2, 4, 6`: the fourth is `tư` in a list too."""
_FIRST = re.compile(r"(?<!\w)(?P<t>(?:[Hh]ạng|[Gg]iải) )1(?![\w]|[.,/]\d)")
_DOTTED = re.compile(rf"(?<![\w/.,-])(?P<d>{_D})(?P<s>\.)(?P<m>{_M})(?![\w/]|[.,-]\d|\s?%)")
_Q = re.compile(rf"(?<!\w)Q(?P<t>)(?P<q>[1-4])/(?P<y>{_Y})(?!\w)")
_QUARTER = re.compile(
    rf"(?<!\w)(?P<t>[Qq]uý )(?P<q>[1-4]|I|II|III|IV)(?:[-/](?P<y>{_Y}))?(?![\w/])"
)
_ISO_MONTH = re.compile(r"(?<![\w/.,-])(?P<y>20\d\d)-(?P<m>0[1-9]|1[0-2])(?![\w/-]|[.,]\d)")
_SPANNED = re.compile(r"(?:giai đoạn|năm học|nhiệm kỳ|niên khóa|từ|khóa) $")
_QUARTERS = re.compile(
    r"(?P<t>(?<!\w)[Qq]uý )(?P<a>[1-4]|I|II|III|IV)\s?[-–]\s?(?:quý )?"
    r"(?=(?:[1-4]|I|II|III|IV)(?:/|(?!\w)))"
)
_LUNAR = re.compile(
    rf"(?<![\w/.,-])(?P<d>{_D})/(?P<m>{_M})(?:/| năm | )"
    r"(?P<y>(?:Giáp|Ất|Bính|Đinh|Mậu|Kỷ|Canh|Tân|Nhâm|Quý) "
    r"(?:Tý|Sửu|Dần|Mão|Thìn|Tỵ|Tị|Ngọ|Mùi|Thân|Dậu|Tuất|Hợi))(?!\w)"
)
_SCHOOL = re.compile(rf"(?<![\w/.,-])(?P<a>{_Y})(?:{_DASH}|(?P<s>/))(?P<b>{_Y})(?![\w/]|[.,]\d)")

NUMBERED = re.compile(
    r"(?<!\w)(?:lớp|(?<!giỗ )tổ|nhóm|đội|phòng|số|số nhà|ngõ|hẻm|kiệt|nhà|bảng|hình|mục|điều|"
    r"bài|câu|mẫu|biểu|trang|bước|phần|mức|bậc|tập|chương|tiết|tuần|buổi|ca|"
    r"chặng|vòng|đội hình|tủ|giường|lô|slide|windows|win|android|ios|office|huyết áp|"
    r"thị lực|trình độ|học vấn|văn hóa)(?: là)?:? *$"
)
"""What is numbered in two steps, as houses are: `ngõ 34/5`."""
_DONE = re.compile(r"(?<!\w)(?:đúng|đạt|trả lời|hoàn thành|làm được|xong)(?: được| là)?:? *$")
_NO_DAY = re.compile(r"(?:ngày|mùng|mồng|hôm|rằm|đường|phố|công viên|quảng trường)[: ]*$")
_ISSUE = re.compile(r"(?<!\w)(?:đợt|số|khóa|kỳ|lần|lần thứ|tập) *$")
_DAYISH = re.compile(
    r"(?:ngày|mùng|mồng|hôm|sáng|trưa|chiều|tối|đêm|lễ|dịp|hạn|trước|sau|đến hết|hết|từ|tới|vào|"
    r"thứ [^\W\d_]+,?|chủ nhật,?|quốc khánh|phụ nữ|nhà giáo|lao động|giải phóng|quốc tế|việt nam|"
    rf"thống nhất|kể từ|từ {NUMERIC} đến|{NUMERIC} (?:đến|và|tới)|{NUMERIC}(?:,|{_DASH}))[: (]*$"
)
_DUE = re.compile(r"(?<!\w)(?:trước|đến hết|kể từ|hạn|hạn chót|dịp|lễ):? $")
_BREAK = re.compile(r"\s*(?:$|[,;.:!)]| (?:và|đến|hằng|hàng)(?!\w))")
_DOZEN = 12
"""No month is higher: the number in front is a day."""
_DAYISH_AFTER = re.compile(r"^,? ?(?:hằng năm|hàng năm|âm lịch|dương lịch|vừa qua|tới đây|năm \d)")
_SHARE = re.compile(
    r"^ ?(?:số|dân số|cốc|thìa|muỗng|người|quả|lít|kg|giờ|tổng|diện tích|chặng|ngày|tháng|năm|"
    r"học sinh|lớp|thời gian|quãng|đường|công việc|bài|của|là|hộ|xã|thôn|tỉnh|máy|trường|bạn|nhóm|"
    r"thành viên|gia đình|chỉ tiêu|tiêu chí|phường|điểm|sao|ý kiến|đại biểu|viên|sào|lượng|mức)"
)
_EARLIEST = 1800
"""Years before it have no month without the word for it: `1/1000` is a share."""
_KNOWN = frozenset(
    {
        (2, 9),
        (1, 5),
        (1, 6),
        (3, 2),
        (8, 3),
        (10, 3),
        (9, 1),
        (7, 5),
        (5, 9),
        (2, 10),
        (1, 10),
        (6, 6),
    }
)
"""Days that everybody knows by their number, among those that could be fractions."""
_SHARED = frozenset({2, 3, 4, 5, 8, 10})
"""What one divides by in talk; any other small number below a larger one is a month."""


def dates(draft: Draft) -> None:
    """Every date; `3/4` is one only where something says so."""
    draft.sub(_SCHOOL, _years, number=True)
    draft.text = _EACH.sub(r"\g<t>ngày ", draft.text)
    draft.text = _UNTIL.sub(r"\g<t>\g<a> \g<s> ngày ", draft.text)
    draft.sub(_ISO, lambda one: _full(one, draft), number=True)
    draft.sub(_ISO_MONTH, lambda one: _iso_month(one, draft), number=True)
    draft.sub(_SPAN, lambda one: _span(one, draft), number=True)
    draft.sub(_PAIR, lambda one: _pair(one, draft), number=True)
    draft.sub(_FULL, lambda one: _full(one, draft), number=True)
    draft.sub(_MONTHS, _months, number=True)
    draft.sub(_Q, lambda one: f"quý {_quarter(one)}", number=True)
    draft.text = _QUARTERS.sub(lambda one: one["t"] + _roman(one["a"], draft), draft.text)
    draft.sub(_QUARTER, _quarter, number=True)
    draft.text = _FOURTH.sub(lambda one: one["t"] + draft.mark("tư", number=True), draft.text)
    draft.sub(_LUNAR, lambda one: _lunar(one, draft), number=True)
    draft.sub(_MONTH, lambda one: _month(one, draft), number=True)
    draft.sub(_T_MONTH, lambda one: f"{month(int(one['m']))} {year(one['y'])}", number=True)
    for _ in range(2):  # the second date of a pair is known by the first
        draft.sub(_DAY, lambda one: _day(one, draft), number=True)
    draft.sub(_DOTTED, lambda one: _dotted(one, draft))
    draft.sub(_NAMED_MONTH, lambda one: one["t"] + month(int(one["m"]))[6:], number=True)
    draft.sub(_NAMED_DAY, lambda one: one["t"] + cardinal(int(one["d"])), number=True)
    draft.sub(_FIRST, lambda one: f"{one['t']}nhất", number=True)
    weekdays(draft)


def year(text: str) -> str:
    """`năm hai nghìn không trăm hai mươi sáu`; of two digits, in this century up to 69."""
    n = int(text)
    if len(text) == 2:
        n += 2000 if n < 70 else 1900
    return f"năm {cardinal(n)}"


def _years(match: re.Match[str]) -> str | None:
    first, last = int(match["a"]), int(match["b"])
    if first >= last or (match["s"] and last - first > 1):
        return None
    return f"{cardinal(first)} đến {cardinal(last)}"


def _dotted(match: re.Match[str], draft: Draft) -> str | None:
    before = draft.before(match)
    if _NO_DAY.search(before):
        return _of(match)
    due = _DUE.search(before) and _BREAK.match(draft.after(match)) and int(match["d"]) > _DOZEN
    return f"ngày {_of(match)}" if due else None


def _full(match: re.Match[str], draft: Draft) -> str | None:
    if len(match["y"]) == 2 and "/" not in match["s"]:
        return None
    return f"{_named(match, draft)}{_of(match)} {year(match['y'])}"


def _iso_month(match: re.Match[str], draft: Draft) -> str | None:
    if _SPANNED.search(draft.before(match)):
        return None
    return f"{month(int(match['m']))} {year(match['y'])}"


def _of(match: re.Match[str]) -> str:
    return f"{cardinal(int(match['d']))} {month(int(match['m']))}"


def _named(match: re.Match[str], draft: Draft) -> str:
    return "" if _NO_DAY.search(draft.before(match)) else "ngày "


def _lunar(match: re.Match[str], draft: Draft) -> str:
    """Of the moon's calendar: `15/8/Ất Tỵ`."""
    return f"{_named(match, draft)}{_of(match)} năm {match['y']}"


def _span(match: re.Match[str], draft: Draft) -> str | None:
    first, last = int(match["a"]), int(match["b"])
    if first >= last:
        return None
    end = f"{cardinal(last)} {month(int(match['m']))}"
    tail = f" {year(match['y'])}" if match["y"] else ""
    return f"{_named(match, draft)}{cardinal(first)} đến ngày {end}{tail}"


def _pair(match: re.Match[str], draft: Draft) -> str | None:
    """`30/4-1/5`; two true fractions are none, unless a word says so."""
    first, last = ((int(match[day]), int(match[of])) for day, of in ("am", "bn"))
    true = all(day < of for day, of in (first, last)) and not match["y"]
    if true and not _DAYISH.search(draft.before(match)):
        return None
    tail = f" {year(match['y'])}" if match["y"] else ""
    begin, end = (f"{cardinal(day)} {month(of)}" for day, of in (first, last))
    return f"{_named(match, draft)}{begin} đến ngày {end}{tail}"


def _month(match: re.Match[str], draft: Draft) -> str | None:
    said = month(int(match["m"]))
    if int(match["y"]) < _EARLIEST and not draft.before(match).endswith("tháng "):
        return None
    if _ISSUE.search(draft.before(match)):
        return f"{cardinal(int(match['m']))} {year(match['y'])}"
    if draft.before(match).endswith("tháng "):
        said = said.removeprefix("tháng ")
    return f"{said} {year(match['y'])}"


def _months(match: re.Match[str]) -> str:
    tail = f" {year(match['y'])}" if match["y"] else ""
    first, last = (month(int(match[key])) for key in "ab")
    return f"{match['t']}{first[6:]} đến {last}{tail}"


def _day(match: re.Match[str], draft: Draft) -> str | None:
    day, of = int(match["d"]), int(match["m"])
    before, after = draft.before(match), draft.after(match)
    if NUMBERED.search(before) or _DONE.search(before):
        return None
    if (day, of) == (24, 7) and not _NO_DAY.search(before):
        return None
    meant = bool(_DAYISH.search(before) or _DAYISH_AFTER.match(after))
    if match["s"] == "-":
        # A range goes up: 19-5 can only be a day.
        known = meant and ((day, of) in _KNOWN or bool(_NO_DAY.search(before)))
        meant = known or (day > of and _alone(before, after))
    elif not meant:
        meant = _is_day(day, of, after)
    if not meant:
        return None
    return f"{_named(match, draft)}{_of(match)}"


def _alone(before: str, after: str) -> bool:
    """Not a score, nor a sum."""
    return (
        not re.search(r"(?:(?:thắng|thua|hòa)[^.;,]*|tỉ số|tỷ số|tỉ lệ|=|\+)\s*$", before)
        and "=" not in after
    )


def _is_day(day: int, of: int, after: str) -> bool:
    if re.match(
        r"^ ?(?:câu|điểm|bài kiểm tra|=|\+|em\b|người|học sinh|phiếu|ngày|sao|"
        r"tiêu chí|hộ|chỉ tiêu)",
        after,
    ):
        return False
    if (day, of) in _KNOWN and not _SHARE.match(after):
        return True
    if day >= of:
        return (day, of) != (24, 7)
    return of not in _SHARED and day > 1 and not _SHARE.match(after)


def _quarter(match: re.Match[str]) -> str:
    n = value(match["q"]) or int(match["q"])
    tail = f" {year(match['y'])}" if match["y"] else ""
    return f"{match['t']}{cardinal(n)}{tail}"


def _roman(text: str, draft: Draft) -> str:
    n = value(text) or int(text)
    return f"{draft.mark(cardinal(n), number=True)} đến quý "
