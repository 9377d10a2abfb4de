"""Sums of money and quantities with their units."""

import re

from lessonkit.text.speech.draft import NUMERIC, Draft
from lessonkit.text.speech.tables import either, table
from lessonkit.text.speech.vi.addresses import letters
from lessonkit.text.speech.vi.numbers import NUMBER, cardinal, number

_N = rf"(?<![\w.,:])(?<!\d/)(?<!\s/)(?P<n>{NUMBER})"
_SIZE = r"(?:\s?(?P<k>nghìn|ngàn|triệu|tỷ|tỉ|trăm|million|billion|k|K|tr|M|B)(?![\w]))?"
_SIZES = {
    "k": "nghìn", "K": "nghìn", "tr": "triệu", "tỉ": "tỷ",
    "million": "triệu", "billion": "tỷ", "M": "triệu", "B": "tỷ",
}  # fmt: skip
_SIGNS = "[$€£¥₩]"
_PER = r"(?:\s?/\s?(?P<per>[^\W\d_]+[²³23]?))?"


def _compiled() -> tuple[re.Pattern[str], ...]:
    money = either(table("vi", "money"))
    units = either(table("vi", "units"))
    return (
        re.compile(
            rf"(?<!\w)(?P<c>US\$|USD|VND|EUR|{_SIGNS})\s?(?P<n>{NUMBER}){_SIZE}(?!\w){_PER}"
        ),
        re.compile(rf"{_N}{_SIZE}\s?(?P<c>{money})(?![\w]){_PER}"),
        re.compile(rf"{_N}\s?(?P<u>{units})(?![\w²³°]){_PER}"),
        re.compile(
            r"(?<=\d)\s?[x×]\s?"
            rf"(?=(?:\d+(?:[.,]\d+)?\s?[x×]\s?)?\d+(?:[.,]\d+)?\s?(?:{units})(?![\w²³°]))"
        ),
    )


_MIXED = re.compile(
    r"(?<![\w.,])(?P<a>\d{1,3})(?:(?:tr|triệu)(?P<b>\d{1,3})|[kK](?P<c>[1-9]))(?!\w)"
)
_SCREEN = re.compile(
    r"(?P<lead>(?<!\w)(?:màn hình|màn|tv|ti vi|tivi|máy tính|laptop|bảng|cỡ) )"
    r"(?P<n>\d{1,3}(?:[.,]\d{1,2})?)\"(?!\w)",
    re.IGNORECASE,
)
_MEMORY = re.compile(r"(?<![\w.,/])(?P<a>\d{1,2})/(?=\d{2,4} ?(?:GB|TB)(?!\w))")
_MEMORIES = re.compile(r"(?<![\w.,/])\d{1,4}(?:/\d{1,4})+(?=/\d{1,4} ?(?:GB|TB)(?!\w))/")
"""Of a telephone: `8/128GB`."""
_AND_HALF = re.compile(r"(?<![\w.,])(?P<a>\d{1,2})kg(?P<b>[1-9])(?!\w)")
_CHARGER = re.compile(
    rf"(?<![\w.,])(?P<v>{NUMBER})\s?V\s?[-–/,×x]?\s?(?P<a>{NUMBER})\s?(?P<u>A|Hz|W)(?!\w)"
)
_TONS = re.compile(
    r"(?P<lead>(?<!\w)(?:tải|trọng|tải trọng|xe|cầu|nặng|container) )"
    r"(?P<n>\d{1,3}(?:[.,]\d)?)\s?T(?![\w/])"
)
_MILLIONS = re.compile(
    r"(?<![\w.,])(?P<n>\d+[.,]\d+|\d+(?=M (?:lượt|người|view|theo|follow|xem|tải|đồng)))M(?!\w)"
)
_COUNTED = re.compile(
    r"(?<!\w)(?P<s>triệu|nghìn|ngàn|tỷ|tỉ|trăm|vạn) ?"
    r"(?P<u>ha|km²|km2|km|m²|m2|m³|m3|kg|kWh|MW|MB|GB)(?![\w/²³])"
)
"""`2,9 triệu ha`."""
_BORN = re.compile(
    r"(?P<lead>(?<!\w)(?:học sinh|thế hệ|gen|lứa|hội|bạn|em)(?: 9x,)? )2k(?P<n>\d?)(?!\w)",
    re.IGNORECASE,
)
"""Who was born since 2000."""
_OLD = re.compile(
    r"(?P<lead>(?<!\w)(?:[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|[Cc]ụ|[Ee]m|[Cc]háu|[Bb]ác|[Cc]hú|[Cc]ô|[Bb]é|"
    r"[Nn]am|[Nn]ữ)(?: [^\W\d_]+){0,4}(?:,| \() ?|"
    r"(?<!\w)(?:[Nn]am|[Nn]ữ|[Tt]rẻ|[Ee]m|[Nn]gười|[Bb]ạn|đủ)"
    r"(?: trên| dưới| từ| đủ)? )(?P<n>\d{1,3})t(?!\w)"
)
_POST = re.compile(rf"(?<!\w)K[mM] ?(?=\d|{NUMERIC})")
"""Of a road: `Km 15+300`."""
_EVERY = re.compile(
    r"(?<=\d )(?P<t>phút|giờ|ngày|tuần|tháng|năm)\s?/\s?"
    r"(?=(?:lần|chuyến|lượt|đợt|buổi|kỳ|ca)(?!\w))"
)
"""`15 phút/chuyến`: so long for one of them."""
_ANGLE = re.compile(
    r"(?<![\w.,])(?P<d>\d{1,3})°\s?(?P<m>[0-5]?\d)'(?:\s?(?P<s>[0-5]?\d(?:[.,]\d+)?)(?:\"|''))?"
    r"\s?(?P<to>[BĐTNEWS](?!\w))?"
)
_DEGREES = re.compile(r"(?<![\w.,])(?P<d>\d{1,3}(?:[.,]\d+)?)\s?°\s?(?P<to>[BĐTNEWS])(?!\w)")
_PAIRED = re.compile(r"(?<![\w.,])(?P<a>\d{1,2}[.,]\d+) ?N[-–, ]+(?P<b>\d{1,3}[.,]\d+) ?E(?!\w)")
_TO = {"B": "Bắc", "Đ": "Đông", "T": "Tây", "E": "Đông", "W": "Tây", "S": "Nam"}
_ENGLISH = re.compile(r"[\d'\"° ][EWS](?!\w)")
"""Of places on a map in English, where N is not south."""
_SHORT = re.compile(r"(?<![\w.,])(?P<n>\d+(?:[.,]\d+)?)\s?(?P<k>k|tr)(?![\w])\.?")
_BIG_K = re.compile(r"(?<![\w.,])(?P<n>\d{2,}(?:[.,]\d+)?)K(?!\w)")
_LENS = re.compile(r"(?<![\w.,])(?P<n>[248])K(?!\w)")
_BARE = re.compile(
    r"(?<![\w/])(?P<u>km/h|m/s|km²|m²|m³|cm²|cm³|°C|°F|Mbps|Gbps|kWh|mAh|GB|MB|KB|km|cm|mm|kg|ml|mmHg|%|‰)"
    r"(?![\w²³]| Bank)"
)
_RATE = re.compile(
    r"(?<![\w/])(?P<u>mg|μg|mcg|g|kg|ml|lít|kWh|MB|GB|đ|đồng|VNĐ|USD)/"
    r"(?P<per>ml|dl|l|L|lít|m²|m2|m³|m3|km²|kg|km|ha|kWh|GB|MB|tháng|năm|ngày|người|lần|giờ|suất)(?![\w²³])"
)
"""Rates without a number: `mg/l`, `đ/kg`."""
_OVER = re.compile(
    r"(?<=[^\W\d_])\s?/\s?(?P<u>km²|km2|m²|m2|m³|kg|km|ha|kWh)(?![\w²³])(?:/(?P<per>[^\W\d_]+))?"
)
_LATER = re.compile(r"(?P<m>[\U000f0000-\U000f7fff])\s?/\s?(?P<per>[^\W\d_]{1,9}[²³23]?)(?!\w)")
_DOTTED = re.compile(
    r"(?<![\w.,])(\d+)\.(\d{1,2})"
    r"(?=(?:\s?[-–]\s?\d+[.,]\d{1,2})?\s?(?:%|triệu|tr(?!\w)|tỷ|tỉ|nghìn|điểm|độ|lần|giờ|lít|km|kg|cm|mm|m²|m2|m|g|l|GB|MB|TB|GHz|HP|inch|°C|°F)"
    r"(?!\w))"
)
"""With a unit behind it, a dot before one or two digits is the decimal sign."""
_TALL = re.compile(r"(?<![\w.,])(?P<a>\d)m(?P<b>\d{1,2})(?!\w)")
_HIGH = re.compile(r"(?:cao|trẻ|em|dài|rộng|sâu)(?: [^\W\d_]+){0,2} *$")
_FOREIGN = frozenset("$€£") | {"US$", "USD"}
"""With these, a dot before one or two digits is the decimal sign."""
_patterns: list[re.Pattern[str]] = []


def measures(draft: Draft) -> None:
    """Every sum and quantity; a unit without a number by its whole name."""
    if not _patterns:
        _patterns.extend(_compiled())
    before, behind, quantity, sides = _patterns
    draft.text = sides.sub(" nhân ", draft.text)
    _led(draft)
    draft.sub(_MILLIONS, lambda one: f"{number(one['n'].replace('.', ','))} triệu", number=True)
    draft.sub(_MIXED, _mixed, number=True)
    draft.sub(_AND_HALF, _and_half, number=True)
    draft.sub(_CHARGER, _charger, number=True)
    draft.sub(_TALL, lambda one: _tall(one, draft), number=True)
    draft.sub(before, _sum, number=True)
    draft.sub(behind, _sum, number=True)
    draft.sub(quantity, lambda one: _quantity(one, draft), number=True)
    draft.sub(_SHORT, lambda one: f"{number(one['n'])} {_SIZES[one['k']]}", number=True)
    draft.sub(_BIG_K, lambda one: f"{number(one['n'])} nghìn", number=True)
    draft.sub(_LENS, lambda one: f"{number(one['n'])} ca")
    _rates(draft)


def _led(draft: Draft) -> None:
    """What is a quantity by the words before it, or by its shape."""
    draft.text = _MEMORIES.sub(lambda one: one[0].replace("/", ", "), draft.text)
    draft.text = _MEMORY.sub(r"\g<a> trên ", draft.text)
    draft.text = _SCREEN.sub(
        lambda one: f"{one['lead']}{draft.mark(number(one['n']) + ' in', number=True)}", draft.text
    )
    draft.text = _DOTTED.sub(r"\1,\2", draft.text)
    draft.text = _COUNTED.sub(
        lambda one: f"{one['s']} {draft.mark(table('vi', 'units')[one['u']])}", draft.text
    )
    draft.text = _BORN.sub(
        lambda one: one["lead"] + draft.mark(f"hai ca {number(one['n']) if one['n'] else ''}"),
        draft.text,
    )
    draft.text = _OLD.sub(
        lambda one: one["lead"] + draft.mark(f"{number(one['n'])} tuổi", number=True), draft.text
    )
    draft.text = _EVERY.sub(r"\g<t> một ", draft.text)
    draft.text = _POST.sub("ki lô mét ", draft.text)
    draft.text = _TONS.sub(
        lambda one: one["lead"] + draft.mark(f"{number(one['n'])} tấn", number=True), draft.text
    )


def _rates(draft: Draft) -> None:
    """So much for each, and units that are left without a number."""
    draft.sub(_RATE, lambda one: _name(one["u"]) + _each(one["per"], one["u"]))
    draft.text = _LATER.sub(lambda one: one["m"] + _each(one["per"]), draft.text)
    draft.text = _OVER.sub(
        lambda one: f" trên {table('vi', 'units')[one['u']]}{_each(one['per'])}", draft.text
    )
    draft.sub(_BARE, lambda one: table("vi", "units")[one["u"]])


def _tall(match: re.Match[str], draft: Draft) -> str | None:
    """`1m65`; `1m2` is a height only where something tall stands before it."""
    if match["b"] in ("2", "3") and not _HIGH.search(draft.before(match)):
        return None
    return f"{number(match['a'])} mét {number(match['b'])}"


def _mixed(match: re.Match[str]) -> str:
    """`1tr5` is a million and a half; `2tr350` two million, three hundred and fifty thousand."""
    if match["c"]:
        return cardinal(int(match["a"]) * 1000 + int(match["c"]) * 100)
    rest = int(match["b"].ljust(3, "0")) * 1000
    return cardinal(int(match["a"]) * 10**6 + rest)


def _sum(match: re.Match[str]) -> str:
    size, amount = match["k"] or "", match["n"]
    if match["c"] in _FOREIGN and re.fullmatch(r"\d+\.\d{1,2}", amount):
        amount = amount.replace(".", ",")
    parts = (number(amount), _SIZES.get(size, size), table("vi", "money")[match["c"]])
    return " ".join(part for part in parts if part) + _each(match["per"])


def _quantity(match: re.Match[str], draft: Draft) -> str | None:
    unit = match["u"]
    if unit == "in" and draft.after(match, 1) == " ":
        return None
    apart = match[0][len(match["n"]) :].startswith(" ")
    if apart and unit in ("t", "L"):
        return None
    return f"{number(match['n'])} {table('vi', 'units')[unit]}{_each(match['per'], unit)}"


def _each(per: str | None, unit: str = "") -> str:
    """Behind a slash: `đồng mỗi tháng`, of two units `gam trên lít`."""
    if not per:
        return ""
    name = table("vi", "per").get(per) or table("vi", "money").get(per) or _short(per)
    word = "trên" if unit in table("vi", "units") and per in table("vi", "per") else "mỗi"
    return f" {word} {name}"


def _short(word: str) -> str:
    known = table("vi", "short").get(word) or table("vi", "capitals").get(word)
    return known or (letters(word) if word.isupper() and word.isascii() else word)


def _name(unit: str) -> str:
    return table("vi", "units").get(unit) or table("vi", "money").get(unit) or unit


def _and_half(match: re.Match[str]) -> str:
    """`2kg5` is two and a half."""
    return f"{number(match['a'])} ki lô gam {'rưỡi' if match['b'] == '5' else number(match['b'])}"


def _charger(match: re.Match[str]) -> str:
    unit = table("vi", "units").get(match["u"], "am pe")
    return f"{number(match['v'])} vôn, {number(match['a'])} {unit}"


def angles(draft: Draft) -> None:
    """Of maps: `21°01'B`; before times, which have the same sign for minutes."""
    draft.sub(_PAIRED, _paired, number=True)
    draft.sub(_DEGREES, lambda one: f"{number(one['d'])} độ {_to(one)}", number=True)
    draft.sub(_ANGLE, _angle, number=True)


def _paired(match: re.Match[str]) -> str:
    north, east = (number(match[key].replace(".", ",")) for key in "ab")
    return f"{north} độ Bắc, {east} độ Đông"


def _to(match: re.Match[str]) -> str:
    if match["to"] == "N":
        return "Bắc" if _ENGLISH.search(match.string) else "Nam"
    return _TO.get(match["to"] or "", "")


def _angle(match: re.Match[str]) -> str:
    second = f"{number(match['s'])} giây" if match["s"] else ""
    parts = (f"{number(match['d'])} độ {cardinal(int(match['m']))} phút", second)
    return " ".join(part for part in (*parts, _to(match)) if part)
