"""What is left of numbers: ranges, shares, sums, signs in front, codes of letters and digits."""

import re
from math import gcd
from unicodedata import normalize

from lessonkit.text.speech.draft import MARK, NUMERIC, Draft
from lessonkit.text.speech.tables import table
from lessonkit.text.speech.vi.addresses import letters
from lessonkit.text.speech.vi.dates import NUMBERED
from lessonkit.text.speech.vi.numbers import (
    GROUPED,
    INTEGER,
    NUMBER,
    cardinal,
    number,
    over,
    spelled,
)
from lessonkit.text.speech.vi.phones import grouped

_OPEN = re.compile(r"=\s*\.{3}")
_WHOLE = re.compile(r"\)(?P<p>[²³⁴⁵⁶⁷⁸⁹])")
_VULGAR = re.compile("[¼½¾⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]")
_ANY = rf"(?:{NUMERIC}|{NUMBER})"
_SUM = re.compile(
    rf"(?<![\w.,/])-?{NUMBER}(?:(?:\s*[-–+×x*·÷/]\s*|\s:\s|:(?!\s))\(?-?{NUMBER}\)?)+(?:\s*=\s*(?:-?{NUMBER}(?:/\d+)?|\?))?(?![\w]|[.,/]\d)"
)
_SUM_PARTS = re.compile(rf"(?P<f>\d+/\d+)|(?P<n>{NUMBER})|(?P<o>[-–+×x*·:÷/=?()])")
_OPS = {
    "-": "trừ", "–": "trừ", "+": "cộng", "×": "nhân", "x": "nhân", "*": "nhân", "·": "nhân",
    ":": "chia", "÷": "chia", "/": "chia", "=": "bằng", "?": "mấy", "(": "", ")": "",
}  # fmt: skip
_SHARE = re.compile(r"(?<![\w.,/])(?P<a>\d{1,4})\s?/\s?(?P<b>\d{1,5})(?![\w/]|[.,]\d)")
_TIMES = re.compile(
    rf"(?<![\w.,])(?!0x)(?P<a>{INTEGER})\s?[x×]\s?(?P<b>{INTEGER})(?:\s?[x×]\s?(?P<c>{INTEGER}))?(?!\w)"
)
_TIMED = re.compile(r"(?<!\w)x(?P<n>\d{1,4})(?!\w)")
_RATIO = re.compile(
    r"(?<![\w.,:])(?P<a>\d{1,4})(?::| : )(?P<b>\d{1,7}(?:\.\d{3})*)(?![\w:]|[.,]\d)"
)
_SCORE = re.compile(
    r"(?P<lead>(?<!\w)(?:tỉ số|tỷ số|thắng|thua|hòa|bảng|hình|sơ đồ|biểu đồ) )"
    r"(?P<a>\d{1,2})\s?[-–]\s?(?P<b>\d{1,2})(?!\w)",
    re.IGNORECASE,
)
_WON = re.compile(
    r"(?P<lead>(?<!\w)(?:thắng|thua|hòa)(?: [^\W\d_]+){1,4} )"
    r"(?P<a>\d{1,2})\s?[-–]\s?(?P<b>\d{1,2})(?=\s*(?:$|[.,;:!?)]))"
)
_SHOWN = re.compile(r"(?<!\w)(?:bảng|hình|sơ đồ|biểu đồ) \d+\s?–", re.IGNORECASE)
"""Several pictures; with a short dash it is the number of one."""
_DOWN = re.compile(r"(?<![\w.,/-])(?P<a>\d{1,2})-(?P<b>\d{1,2})(?![\w-]|[.,/]\d|\s*%)")
"""No range goes down: `2-0` is a score."""
_COMPARED = re.compile(
    rf"(?P<a>(?<!\w)\d*[a-zA-Z]|(?<![\w.,])\d+|{NUMERIC})\s*(?P<o>[<>])\s*(?=(?:-?\d*[a-zA-Z](?!\w)|-?\d|{NUMERIC}))"
)
_MINUS = re.compile(
    rf"(?P<a>(?<!\w)\d*[a-zA-Z][²³]?|{NUMERIC}|\)) [-–] (?=(?:\d*[a-zA-Z](?!\w)|\d|{NUMERIC}|\())"
)
_NEGATIVE = re.compile(r"(?:^|(?<=[;,=<>≤≥(])|(?<=[;,=<>≤≥(] ))[-–](?=\d*[a-zA-Z](?!\w))")
_DIVIDED = re.compile(r"(?<![\w/])(?P<a>\d*[a-z])\s?/\s?(?=\(?\d*[a-z](?![^\W\d_]|/))")
_FUNCTION = re.compile(r"(?<!\w)(?P<f>[fghFG])\((?P<x>[a-z])\)")
"""`f(x)`"""
_PRODUCT = re.compile(r"(?<=\d)\*(?=\d|[a-z](?!\w))")
_LETTERS = re.compile(r"(?<![\w/-])(?P<a>[A-Za-z])\s?[-–]\s?(?P<b>[A-Za-z])(?![\w/-])")
_CHAIN = re.compile(r"(?<![\w.,])\d+(?:\.\d+){2,}(?![\w]|[.,]\d)")
_ZERO = re.compile(r"(?<![\w.,/])0(?P<n>[1-9])(?= [a-zà-ỹ])")
_MIXED = re.compile(r"(?<![\w])(?=[^\W_]*\d)(?=[^\W_]*[^\W\d_])[^\W_]+(?:(?<=\d)[.,]\d+)*(?![\w])")
_POWERED = re.compile(r"(?<![\w.,])(?P<n>\d+[.,]\d{1,2})(?P<u>[A-Z]{1,3})(?!\w)")
"""`1.5HP`: of a decimal and a unit that no table has."""
_RUNS = re.compile(r"[^\W\d_]+|\d+|[.,]")
_SIGNED = re.compile(rf"(?<![\w.,)\]])(?<!{MARK})(?P<s>[-–±+~≈])(?P<n>{_ANY})(?![\w])")
_SIGNS = {"-": "âm", "–": "âm", "±": "cộng trừ", "+": "cộng", "~": "khoảng", "≈": "xấp xỉ"}
_PLUS = re.compile(rf"(?P<n>{NUMERIC})\+(?!\S)")
_MORE = re.compile(rf"(?P<t>(?<!\w)(?:[Hh]ơn|[Tt]rên) )?(?P<n>{NUMERIC})\+(?= [a-zà-ỹ])")
_POWER = re.compile(rf"(?P<n>{_ANY}|(?<![^\W_])[a-zA-Z])(?P<p>⁻?[²³⁴⁵⁶⁷⁸⁹¹⁰]+)")
_POWERS = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")
_NUMBER = re.compile(rf"(?<![\w]){NUMBER}(?![\w])")
_RANGE = re.compile(rf"(?P<a>{NUMERIC})\s?[-–—]\s?(?=[\U000f0000-\U000f7fff])")
_SPAN_OF_DAY = re.compile(
    rf"(?P<a>{NUMERIC} (?:sáng|trưa|chiều|tối|đêm|khuya))\s?[-–—]\s?"
    rf"(?={NUMERIC} (?:sáng|trưa|chiều|tối|đêm|khuya))"
)
_SIZED = re.compile(
    rf"(?P<a>{NUMERIC} (?:triệu|tỷ|tỉ|nghìn|trăm|giờ|phút|ngày|tháng|năm|tuổi|độ))"
    rf"\s?[-–]\s?(?={NUMERIC})"
)
_TWICE = re.compile(
    r"(?<![\w.,/])(?P<n>\d[\d.]*)(?P<u>\s?(?:đồng|đ|VNĐ|VND)?)\s*\((?P<w>[^()\d]{2,99})\)"
)
_BY = re.compile(rf"(?P<a>{NUMERIC})\s?[x×]\s?(?={NUMERIC})")
_DAILY = re.compile(
    rf"(?<=[^\W\d_]) x (?={NUMERIC} )|(?P<a>{NUMERIC} [^\W\d_]+(?: [^\W\d_]+)?) x (?={NUMERIC})"
)
_CELLS = re.compile(r"(?<!\w)(?P<a>[A-Z]{1,2}\d{1,4}):(?=[A-Z]{1,2}\d{1,4}(?!\w))")
"""Of a table: `A1:C10`."""
_PARTS = re.compile(rf"{NUMERIC}(?:[-–]{NUMERIC}){{2,}}")
"""Of a mixture: `16-16-8`."""
_CLASSES = re.compile(
    r"(?<![\w-])(?P<a>\d{1,2}[A-Z]\d{0,2}|[A-Z]\d{1,2})\s?[-–]\s?"
    r"(?=(?:\d{1,2}[A-Z]\d{0,2}|[A-Z]\d{1,2})(?![\w-]))"
)
_STEP = re.compile(r"(?<![\w.,])(?P<n>\d+(?:\.\d+)+)(?=[a-zđ](?![\w/]))")
_NUMBERED_ZERO = re.compile(r"(?<!\w)(?:tuyến|số|xe|mẫu|đề án|phòng|cửa|mã|đường|cổng|quầy) $")
_NO = re.compile(r"(?<![\w#])(?:(?<=số )#|#|№ ?|No\. ?|N° ?)(?=\d)")
_OF = re.compile(
    r"(?:đúng|đạt|được|điểm|làm|trả lời|xong|hoàn thành|trang|phần|bước|câu|bài)"
    r"(?: là)?:? *$"
)
_COUNTED = re.compile(
    r"^ ?(?:câu|điểm|bài|người|học sinh|em\b|bạn|phiếu|tiêu chí|ý|bước|xã|tỉnh|trường|hộ|thôn|"
    r"phường|máy|nhóm|gia đình|thành viên|chỉ tiêu)"
)


def repeated(draft: Draft) -> None:
    """A number that is written in words behind it, as offices do, is said once."""
    draft.text = _TWICE.sub(_once, draft.text)


def _once(match: re.Match[str]) -> str:
    bare = match["n"].lstrip("0") or "0"
    said = number(bare)
    words = match["w"].lower().replace("ngàn", "nghìn").replace("lẻ", "linh").strip(" ./")
    words = words.removesuffix("chẵn").strip().removesuffix("đồng").strip()
    return f"{bare}{match['u']}" if words == said else match[0]


def sums(draft: Draft) -> None:
    """Sums: `5 - 3 = 2`, `2 × 3`; without a sign that only sums have, it is none."""
    draft.text = _OPEN.sub("= ?", draft.text).replace("π", " π ")
    draft.sub(_VULGAR, lambda one: over(*normalize("NFKC", one[0]).split("\u2044")), number=True)
    draft.sub(_SUM, lambda one: _sum(one, draft), number=True)


def _sum(match: re.Match[str], draft: Draft) -> str | None:
    text = match[0]
    if "=" not in text and not re.search(r"[+÷·]|\d [-x×*] \d.*[+=]", text):
        return None
    if "=" not in text and draft.before(match, 1) and "+" not in text:
        return None
    shared = re.fullmatch(r"(\d+)/(\d+)\s*=\s*\d+", text)
    if shared and int(shared[1]) > int(shared[2]):
        text = text.replace("/", ":")
    said = (
        over(*part["f"].split("/")) if part["f"]
        else number(part["n"]) if part["n"]
        else _OPS[part["o"]]
        for part in _SUM_PARTS.finditer(text)
    )  # fmt: skip
    head = "âm " if text.startswith("-") else ""
    return head + " ".join(one for one in said if one).removeprefix("trừ " if head else "")


def figures(draft: Draft) -> None:
    """All other numbers, then what stands between two of them."""
    draft.text = draft.text.replace("khoảng ~", "khoảng ").replace("số #", "số ")
    draft.text = _NO.sub("số ", draft.text)
    draft.text = _LETTERS.sub(_letters, draft.text)
    _algebra(draft)
    draft.text = _SCORE.sub(
        lambda one: one[0] if _SHOWN.match(one[0]) else one["lead"] + draft.mark(_score(one)),
        draft.text,
    )
    draft.text = _WON.sub(lambda one: one["lead"] + draft.mark(_score(one)), draft.text)
    draft.text = _CELLS.sub(r"\g<a> đến ", draft.text)
    draft.text = _CLASSES.sub(r"\g<a> đến ", draft.text)
    draft.sub(_STEP, lambda one: " chấm ".join(map(number, one["n"].split("."))), number=True)
    draft.sub(_DOWN, _down)
    draft.sub(_SHARE, lambda one: _share(one, draft), number=True)
    draft.sub(_TIMES, _times, number=True)
    draft.sub(_TIMED, lambda one: f"nhân {number(one['n'])}")
    draft.sub(_RATIO, lambda one: f"{number(one['a'])} trên {number(one['b'])}", number=True)
    draft.sub(_CHAIN, _chain, number=True)
    draft.sub(_WHOLE, lambda one: f"tất cả {_exponent(one['p'])}")
    draft.sub(_POWER, _power, number=True)
    draft.sub(_ZERO, lambda one: _zero(one, draft), number=True)
    draft.sub(_POWERED, lambda one: f"{number(one['n'])} {_run(one['u'])}")
    draft.sub(_MIXED, _mixed)
    draft.sub(_NUMBER, lambda one: number(one[0]), number=True)
    draft.sub(_SIGNED, lambda one: f"{_SIGNS[one['s']]} {one['n']}", number=True)
    draft.text = _MORE.sub(lambda one: (one["t"] or "hơn ") + one["n"], draft.text)
    draft.text = _PLUS.sub(r"\g<n> cộng", draft.text)
    draft.text = _BY.sub(r"\g<a> nhân ", draft.text)
    draft.text = _DAILY.sub(lambda one: f"{one['a'] or ''} nhân ", draft.text)
    draft.text = _PARTS.sub(lambda one: re.sub("[-–]", ", ", one[0]), draft.text)
    draft.text = _SIZED.sub(r"\g<a> đến ", draft.text)
    draft.text = _SPAN_OF_DAY.sub(r"\g<a> đến ", draft.text)
    draft.text = _RANGE.sub(r"\g<a> đến ", draft.text)


def _algebra(draft: Draft) -> None:
    """Letters that stand for numbers; a dash or a stroke is a sign only beside one of equality."""
    draft.text = _PRODUCT.sub(" nhân ", draft.text)
    draft.text = _FUNCTION.sub(r"\g<f> \g<x>", draft.text)
    if re.search("[=<>≤≥]", draft.text):
        draft.text = _NEGATIVE.sub(" trừ ", draft.text)
        draft.text = _DIVIDED.sub(r"\g<a> trên ", draft.text)
    draft.text = _COMPARED.sub(_compared, draft.text)
    if "=" in draft.text:
        draft.text = _MINUS.sub(r"\g<a> trừ ", draft.text)


def _zero(match: re.Match[str], draft: Draft) -> str:
    """`03 ngày` is three days; `tuyến 03` is called as it is written."""
    bare = cardinal(int(match["n"]))
    return f"không {bare}" if _NUMBERED_ZERO.search(draft.before(match)) else bare


def _share(match: re.Match[str], draft: Draft) -> str:
    """`bảy trên mười câu`, `một phần ba số người`."""
    top, bottom = int(match["a"]), int(match["b"])
    after = draft.after(match)
    things = (bottom >= 5 and _COUNTED.match(after) is not None) or after.startswith(" sao")
    if NUMBERED.search(draft.before(match)):
        return f"{number(match['a'])} trên {number(match['b'])}"
    if top == bottom == 50 and not _COUNTED.match(draft.after(match)):
        return "năm mươi năm mươi"
    counted = top != 1 and (bottom >= 20 or things or _OF.search(draft.before(match)) is not None)
    if not bottom or top >= bottom or counted or gcd(top, bottom) > 1:
        return f"{number(match['a'])} trên {number(match['b'])}"
    return over(match["a"], match["b"])


def _score(match: re.Match[str]) -> str:
    return f"{number(match['a'])} {number(match['b'])}"


def _down(match: re.Match[str]) -> str | None:
    return _score(match) if int(match["a"]) >= int(match["b"]) else None


def _letters(match: re.Match[str]) -> str:
    """`A–Z`: from one letter to one further on, both large or both small."""
    first, last = match["a"], match["b"]
    ranged = first.isupper() == last.isupper() and ord(last) - ord(first) > 1
    return f"{first} đến {last}" if ranged else match[0]


def _compared(match: re.Match[str]) -> str:
    return f"{match['a']} {'lớn' if match['o'] == '>' else 'nhỏ'} hơn "


def _times(match: re.Match[str]) -> str:
    return " nhân ".join(number(match[key]) for key in "abc" if match[key])


def _chain(match: re.Match[str]) -> str | None:
    """A number of a chapter, a version or an address: `1.2.1`."""
    if re.fullmatch(GROUPED, match[0]):
        return None
    return " chấm ".join(number(part) for part in match[0].split("."))


def _exponent(text: str) -> str:
    digits = text.translate(_POWERS)
    return {"2": "bình phương", "3": "lập phương"}.get(
        digits, f"mũ {'âm ' if digits[0] == '-' else ''}{number(digits.lstrip('-'))}"
    )


def _power(match: re.Match[str]) -> str:
    word = _exponent(match["p"])
    base = match["n"]
    if base.isalpha() and base.isascii():
        base = letters(base)
    elif base[0].isdecimal():
        base = number(base)
    return f"{base} {word}"


def _mixed(match: re.Match[str]) -> str | None:
    """`A4`, `10A1`, `MP3`, `COVID-19`; a word that the tables know is left to them."""
    text = match[0]
    if text in table("vi", "capitals") or text.lower() in table("vi", "english"):
        return table("vi", "capitals").get(text) or table("vi", "english")[text.lower()]
    return " ".join(_run(run) for run in _RUNS.findall(text))


def _run(run: str) -> str:
    if run in ".,":
        return "chấm" if run == "." else "phẩy"
    if run.isdecimal():
        if len(run) > 4:
            return grouped(run)
        return spelled(run) if run[0] == "0" and len(run) > 1 else number(run)
    known = table("vi", "capitals").get(run) or table("vi", "english").get(run.lower())
    if known:
        return known
    return letters(run) if len(run) == 1 or (run.isupper() and len(run) <= 4) else run.lower()
