"""Times of day and lengths of time: `7h30`, `19:05`, `1h30'`, `45'`, `5'30\"`."""

import re

from lessonkit.text.speech.draft import Draft
from lessonkit.text.speech.vi.numbers import cardinal, number

_HALVES = r"(?:\s?(?P<half>[aApP])\.?[mM]\b\.?)?"
_HOURS = re.compile(
    r"(?<![\w.,:])(?P<h>\d{1,2})\s?(?:h|H|g|giờ )\s?(?P<m>[0-5]\d)"
    r"(?:\s?(?:phút|ph|p|')(?!\w))?(?!\w|:\d)" + _HALVES
)
_BARE = re.compile(
    r"(?<![\w.,:])(?P<h>\d{1,3})\s?[hH](?!\w|/(?!ngày|tuần|tháng|buổi|lần|ca|đêm)[^\W\d])" + _HALVES
)
_DECIMAL = re.compile(r"(?<![\w.,:])(?P<h>\d{1,3},\d)\s?h(?![\w/])")
_COLON = re.compile(
    r"(?<![\w.,:/])(?P<h>[01]?\d|2[0-4]):(?P<m>[0-5]\d)(?::(?P<s>[0-5]\d))?(?!\w|:\d|[.,]\d)"
    + _HALVES
)
_SPOKEN_HALF = re.compile(r"(?<![\w.,:])(?P<h>1?\d)\s?(?P<half>[aApP])\.?[mM]\b\.?(?!\w)")
_MINUTES = re.compile(
    r"(?<![\w.,:])(?!(?:144|240|360|480|720)p)(?P<m>\d{1,3})\s?(?:p|ph|')(?:\s?(?P<s>[0-5]\d)(?:\s?(?:s|\"|''))?)?(?![\w'])"
)
_G = re.compile(r"(?<![\w.,:])(?P<h>\d{1,2})g(?= (?:sáng|trưa|chiều|tối|đêm|ngày|kém|đến|hằng))")
_LASTING = re.compile(r"(?<![\w.,:/])(?P<m>\d{1,2}):(?P<s>[0-5]\d) phút(?!\w)")
_AT_G = re.compile(
    r"(?P<t>(?<!\w)(?:lúc|từ|trước|vào|hồi|sau|đến|tới|khoảng|họp|hẹn|cửa|hành|đầu|thúc|sáng|trưa|"
    r"chiều|tối):? )(?P<h>[01]?\d|2[0-4])g"
    r"(?=\s*(?:$|[.,;:!?)–-])| (?:hôm|mỗi|tới|để|và|tại|ở|thứ|rồi|nhé|mai|nay)(?!\w))",
    re.IGNORECASE,
)
"""Behind a word of time, with no name of what is weighed."""
_FROM_G = re.compile(r"(?<![\w.,:])(?P<a>\d{1,2})g ?[-–] ?(?P<b>\d{1,2})g(?!\w)")
_RATIO = re.compile(r"(?:tỉ lệ|tỷ lệ|tỉ số|tỷ số|scale|khung hình)(?: là)?:? *$")
_CLIP = re.compile(r"(?:phút thứ|từ phút|ở phút|video dài|clip dài|dài)(?: là)?:? *$")


_SECONDS = re.compile(r"(?<![\w.,:])(?P<s>\d{1,3})\s?''(?!\w)")


def clock(draft: Draft) -> None:
    """Every time; `16:09` behind a word for a ratio is none."""
    draft.text = _LASTING.sub(
        lambda one: (
            f"{int(one['m'])} phút {int(one['s'])} giây"
            if int(one["s"])
            else f"{int(one['m'])} phút"
        ),
        draft.text,
    )
    draft.sub(_COLON, lambda one: _colon(one, draft), number=True)
    draft.sub(_HOURS, _hours, number=True)
    draft.sub(_DECIMAL, lambda one: f"{number(one['h'])} giờ", number=True)
    draft.sub(
        _FROM_G, lambda one: f"{number(one['a'])} giờ đến {number(one['b'])} giờ", number=True
    )
    draft.sub(_G, lambda one: f"{cardinal(int(one['h']))} giờ", number=True)
    draft.text = _AT_G.sub(
        lambda one: one["t"] + draft.mark(f"{cardinal(int(one['h']))} giờ", number=True), draft.text
    )
    draft.sub(_BARE, lambda one: _time(one["h"], "", "", one["half"]), number=True)
    draft.sub(_SPOKEN_HALF, lambda one: _time(one["h"], "", "", one["half"]), number=True)
    draft.sub(_SECONDS, lambda one: f"{number(one['s'])} giây", number=True)
    draft.sub(_MINUTES, _minutes, number=True)


def _hours(match: re.Match[str]) -> str:
    return _time(match["h"], match["m"], "", match["half"])


def _colon(match: re.Match[str], draft: Draft) -> str | None:
    before = draft.before(match)
    if _RATIO.search(before):
        return None
    if _CLIP.search(before) and match["s"] is None:
        minutes = f"{cardinal(int(match['h']))} phút " if int(match["h"]) else ""
        return f"{minutes}{cardinal(int(match['m']))} giây"
    return _time(match["h"], match["m"], match["s"], match["half"])


def _time(hour: str, minute: str, second: str | None, half: str | None) -> str:
    parts = [cardinal(int(hour)), "giờ"]
    if minute and (int(minute) or int(second or 0)):
        parts += [cardinal(int(minute)), "phút"]
    if second and int(second):
        parts += [cardinal(int(second)), "giây"]
    if half:
        parts.append(_part_of_day(int(hour), half.lower()))
    return " ".join(parts)


def _part_of_day(hour: int, half: str) -> str:
    if half == "a":
        return "sáng"
    if hour == 12:
        return "trưa"
    return "chiều" if hour < 6 else "tối"


def _minutes(match: re.Match[str]) -> str:
    said = f"{cardinal(int(match['m']))} phút"
    return f"{said} {cardinal(int(match['s']))} giây" if match["s"] else said
