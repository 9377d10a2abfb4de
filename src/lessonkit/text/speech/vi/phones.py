"""Numbers that are said digit by digit: of telephones, hotlines, cards, accounts, codes."""

import re

from lessonkit.text.speech.draft import NUMERIC, Draft
from lessonkit.text.speech.vi.addresses import letters
from lessonkit.text.speech.vi.numbers import number, spelled

_S = r"[ .\-]?"
_FOREIGN = re.compile(
    rf"(?<![\w+])\(?\+(\d{{1,3}})\)?{_S}(\d{{2,4}}(?:{_S}\d{{2,4}}){{1,3}})(?![\w])"
)
_ABROAD = re.compile(r"(?<![\w.,/+-])84(?=([- ])\d{2,3}\1\d{3}\1\d{3,4}(?!\w|[-.,]\d))")
"""Without its plus: `84-912-345-678`."""
_LOCAL = re.compile(
    rf"(?<![\w.,/])(?:\((?:84[- ]?|0)\d{{1,3}}\)(?:{_S}\d{{1,4}}){{2,4}}|"
    rf"0\d{{1,3}}(?:{_S}\d{{2,4}}){{2,4}})(?![\w]|[.,/]\d)"
)
_HOTLINE = re.compile(
    rf"(?<![\w.,/])(1[89]00){_S}(\d{{2,4}}(?:{_S}\d{{2,4}}){{0,2}})(?![\w]|[.,/]\d)"
)
_SHORT = "111|112|113|114|115|116|117|119|155|156|195|197|199|1022|1080|1068|5656|5657|9090|8888"
_CALLED = re.compile(rf"(?<![\w.,/])(?:{_SHORT})(?![\w]|[.,/:]\d|\s*%)")
_BEFORE = re.compile(
    r"(?:gọi(?: ngay| cho| tới| đến| điện| số)*|số(?: máy| điện thoại| gọi| khẩn cấp| là)*|"
    r"tổng đài|hotline|đường dây nóng|đầu số|nhắn(?: tin)?(?: đến| tới)?|gửi(?: đến| tới)?|"
    r"bấm|quay|cảnh sát|công an|cứu hỏa|cứu thương|cấp cứu|bảo vệ trẻ em|liên hệ)"
    r"(?: (?:là|qua|số))?:? *[\"']?$"
)
_TOLD = re.compile(
    r"(?:báo|báo tin|báo ngay|phản ánh|cầu cứu)(?: (?:cho|đến|tới|qua))?(?: số)? *[\"']?$"
)
"""Words that tell of a number only where nothing counted follows it: `báo 156`."""
_TOLD_END = re.compile(
    r"[\"']?(?: *$|[.,;:!?)]| (?:và|hoặc|hay|để|ngay|nếu|khi|là|thì|rồi|nhé|miễn phí)(?!\w))"
)
_ALONE = re.compile(
    r"\s*(?:(?!tổng(?! đài)|kết quả|đáp số|sĩ số|số (?:học|lượng|hộ|người|em|câu|lượt|máy)|điểm)"
    r"[^:\d]{1,40}: ?)?(?:11[1-5]|156)\s*[.!?]?\s*",
    re.IGNORECASE,
)
"""Nothing else is said, or it is an answer: `Cháy: 114`; `Tổng: 115` counts."""
_HOUSE = re.compile(r",? (?:phố|đường|ngõ|[A-ZĐ][^\W\d_]+ [A-ZĐ])")
_SERVES = re.compile(
    r" là (?:số (?:gọi|máy|điện|khẩn|của|cứu|chữa|cấp|báo|cảnh)|tổng đài|đường dây)"
)
_CODE = re.compile(
    r"(?P<lead>(?<!\w)(?:mã(?: [^\W\d_]+){0,3}|otp|(?-i:PIN)|mật khẩu|passcode|số tài khoản|stk|"
    r"tài khoản|số thẻ|thẻ|cccd|cmnd|căn cước(?: công dân)?|chứng minh nhân dân|số định danh|"
    r"mã số thuế|mst|seri|imei)(?: \d+ (?:chữ )?số)?"
    r"(?: (?:số|là|sau|gồm|của [^\W\d_]+ là))?\s*:?\s*[\"']?)#?"
    r"(?P<code>\d(?:[ -]?\d){3,})"
    r"(?![\w]|[.,:/]\d|\s*(?:%|đ\b|đồng|ký tự|số|chữ|người|lần|phút|giây))",
    re.IGNORECASE,
)
_LONG = re.compile(
    r"(?<![\w.,])(?<!\d )(?:\d{10,}|0\d{2,}|\d{4}(?: \d{4}){2,}|(\d)\1{5,})(?![\w]|[.,]\d)"
)
_STEPS = re.compile(r"(?<![\w.,])(?:123456(?:7(?:8(?:90?)?)?)?|654321)(?![\w]|[.,]\d)")
_EITHER = re.compile(rf"(?<![\w.,/])(?:{_SHORT})(?:/(?:{_SHORT}))+(?![\w/]|[.,]\d)")
"""`113/114/115`"""
_LISTED = re.compile(
    rf"({NUMERIC}(?: ?\([^()\d]{{1,30}}\))?(?:,| và| hoặc| hay| đến|/|;| -|-|–) ?)"
    rf"({_SHORT})(?![\w]|[.,]\d|\s*%)"
)
_PREFIXES = re.compile(
    r"(?P<lead>(?<!\w)(?:[Đđ]ầu số|số (?:đầu|cuối)(?: là)?) )"
    r"(?P<n>\+?\d{2,4}(?:(?:, | và | hoặc | hay |/)\+?\d{2,4})*)"
    r"(?![\w]|[.,]\d)"
)
_BEGIN = re.compile(
    r"(?P<lead>(?<!\w)(?:bắt đầu (?:bằng|với|là|từ)|đầu)(?: số)? )"
    r"(?P<n>(?:0\d{1,3}|\+\d{1,3})(?:(?:, | và | hoặc | hay |/)(?:0\d{1,3}|\+\d{1,3}))*)"
    r"(?![\w]|[.,]\d)"
)
_FLIGHT = re.compile(
    r"(?P<lead>(?<!\w)(?:bay|chuyến|hiệu|tàu bay)(?: số)? )(?P<a>[A-Z]{2}) ?(?P<n>\d{3,4})(?!\w)"
)
_MASKED = re.compile(r"(?<![\w.,])\d{2,}[ .]?(?:[xX]{2,}|\*{2,})(?:[ .]?(?:\d+|[xX]{2,}))*(?!\w)")
"""What is kept secret in part: `0912xxx678`."""
_FILED = re.compile(
    r"(?P<lead>(?<!\w)(?:mã(?: [^\W\d_]+){0,3}|số hồ sơ|số biên nhận)(?: (?:số|là))?\s*:?\s*[\"']?)"
    r"(?P<code>[A-Z]{0,4}\d+(?:[.-][A-Z]{0,3}\d+)+)(?![\w/]|[.,]\d)",
    re.IGNORECASE,
)
_VIETNAM = re.compile(r"(?<![\w+])\+84(?!\w|[ .]?\d)")
_PLATE = re.compile(
    r"(?<!\w)(?P<a>\d\d)-?(?P<b>[A-ZĐ]{1,2}\d?)[- ](?P<c>\d{3})\.?(?P<d>\d\d?)(?!\w|\.\d)"
)
_SENT = re.compile(r"(?P<lead>(?:gửi|nhắn)(?: đến| tới)? )(?P<n>\d{3,4})(?=\s*(?:$|[.,;()!?]))")
_MOST_LISTED = 4
_ALONE_CODE = re.compile(r"(?<=^)\s*\d{4,7}(?!00)\d\d(?=\s*[.!?]?\s*$)")
"""An answer such as `739206`: a number would have its dots."""
_GROUP = re.compile(r"\d+")
_PREFIX = re.compile(r"(\+?)(\d+)")
_FAULT = re.compile(
    r"(?P<lead>(?<!\w)(?:lỗi|error|http|mã) )(?P<n>[45]0[1-9])(?![\w]|[.,]\d)"
    r"|(?P<of>(?<!\w)(?:office|microsoft) )(?P<m>365)(?!\w)",
    re.IGNORECASE,
)
"""What everybody says digit by digit: `lỗi 404`, `Office 365`."""


def phones(draft: Draft) -> None:
    """Every number that is known by its shape, or by what stands before it."""
    draft.sub(_MASKED, lambda one: _masked(one[0]))
    for known in (_PREFIXES, _BEGIN):
        draft.text = known.sub(lambda one: one["lead"] + _each(one["n"], draft), draft.text)
    draft.text = _FLIGHT.sub(
        lambda one: one["lead"] + draft.mark(f"{letters(one['a'])} {spelled(one['n'])}"), draft.text
    )
    draft.text = _ABROAD.sub("+84", draft.text)
    draft.sub(_FOREIGN, lambda one: f"cộng {grouped(one[1])}, {grouped(one[2])}")
    draft.sub(_HOTLINE, lambda one: f"{spelled(one[1])}, {grouped(one[2])}", number=True)
    draft.sub(_LOCAL, _local, number=True)
    draft.text = _CODE.sub(lambda one: one["lead"] + draft.mark(grouped(one["code"])), draft.text)
    draft.text = _FILED.sub(lambda one: one["lead"] + draft.mark(_filed(one["code"])), draft.text)
    draft.sub(_VIETNAM, lambda _: "cộng tám bốn")
    draft.sub(_PLATE, _plate)
    draft.text = _SENT.sub(lambda one: one["lead"] + draft.mark(spelled(one["n"])), draft.text)
    draft.text = _FAULT.sub(
        lambda one: (one["lead"] or one["of"]) + draft.mark(spelled(one["n"] or one["m"])),
        draft.text,
    )
    draft.sub(_EITHER, lambda one: ", ".join(map(spelled, one[0].split("/"))), number=True)
    draft.sub(_CALLED, lambda one: _called(one, draft), number=True)
    for _ in range(_MOST_LISTED):  # each is known by the one before it
        draft.text = _LISTED.sub(
            lambda one: one[1] + draft.mark(spelled(one[2]), number=True), draft.text
        )
    draft.sub(_ALONE_CODE, lambda one: grouped(one[0]))
    draft.sub(_LONG, lambda one: grouped(one[0]))
    draft.sub(_STEPS, lambda one: grouped(one[0]))


def _each(text: str, draft: Draft) -> str:
    return _PREFIX.sub(
        lambda one: draft.mark(f"{'cộng ' if one[1] else ''}{spelled(one[2])}", number=True), text
    )


def _masked(text: str) -> str:
    runs = re.findall(r"\d+|[xX]+|\*+", text)
    word = {"x": "ích", "*": "sao"}
    return ", ".join(
        spelled(run) if run.isdecimal() else " ".join(word[char.lower()] for char in run)
        for run in runs
    )


def _filed(code: str) -> str:
    """Of papers that an office took in: `H29.18-251120-0012`; the dashes are breaths."""
    said = {".": " chấm ", "-": ", "}
    runs = re.findall(r"[A-Z]+|\d+|[.-]", code.upper())
    parts = (
        said.get(run) or (grouped(run) if run.isdecimal() else f"{letters(run)} ") for run in runs
    )
    return re.sub(r"\s+", " ", "".join(parts))


def _plate(match: re.Match[str]) -> str:
    """Of a car or a motorbike: `30A-123.45`."""
    series = " ".join(spelled(one) if one.isdecimal() else letters(one) for one in match["b"])
    return f"{number(match['a'])} {series}, {spelled(match['c'])}, {spelled(match['d'])}"


def _local(match: re.Match[str]) -> str | None:
    """Telephone numbers of Vietnam have 10 or 11 digits with the 0 in front, 12 with 084."""
    digits = "".join(_GROUP.findall(match[0]))
    return grouped(match[0]) if len(digits) in (10, 11, 12) else None


def _called(match: re.Match[str], draft: Draft) -> str | None:
    alone = _ALONE.fullmatch(draft.text) is not None or _SERVES.match(draft.after(match))
    told = _TOLD.search(draft.before(match)) and _TOLD_END.match(draft.after(match))
    if _HOUSE.match(match.string[match.end() :]) and draft.before(match).endswith("số "):
        return None
    if alone or told or _BEFORE.search(draft.before(match)):
        return spelled(match[0])
    return None


def grouped(text: str) -> str:
    """Digit by digit, with a breath where the writer left room, else by threes and fours."""
    groups = _GROUP.findall(text)
    if len(groups) == 1:
        groups = _cut(groups[0])
    return ", ".join(spelled(group) for group in groups)


def _cut(digits: str) -> list[str]:
    size = len(digits)
    if size <= 5:
        return [digits]
    if size == 10 and digits[0] == "0":
        return [digits[:4], digits[4:7], digits[7:]]
    step = 4 if size % 4 == 0 and size % 3 else 3
    last = size - 1 if size % step == 1 else size
    starts = range(0, last, step)
    return [digits[at : at + step] if at != starts[-1] else digits[at:] for at in starts]
