"""The rules of Vietnamese, in the order in which they look at a text."""

import re
from collections.abc import Callable

from lessonkit.text.speech.draft import MARK, NUMERIC, Draft
from lessonkit.text.speech.remains import tidied, unsaid
from lessonkit.text.speech.vi.addresses import addresses
from lessonkit.text.speech.vi.clock import clock
from lessonkit.text.speech.vi.dates import dates
from lessonkit.text.speech.vi.documents import documents
from lessonkit.text.speech.vi.figures import figures, repeated, sums
from lessonkit.text.speech.vi.measures import angles, measures
from lessonkit.text.speech.vi.names import foreign, short_forms, shout
from lessonkit.text.speech.vi.numbers import number
from lessonkit.text.speech.vi.phones import phones
from lessonkit.text.speech.vi.roman import roman

_EACH = re.compile(
    r"(?<=lần|ượt|uổi|iết|giờ|hút|ười|uất|iên|bữa|bài|ồng|ếng|iệu|hìn|ang|gày)\s?/\s?"
    r"(?=(?:ngày|tuần|tháng|năm|giờ|phút|giây|người|lần|lượt|buổi|kỳ|học kỳ|ca|hộ|em|lớp|đợt|lít|"
    r"khách|bộ|cái|chiếc|suất|gói|bài|trang|máy|xã)(?!\w))"
)
_COUNTED = (
    "ngày|tuần|tháng|năm|giờ|phút|giây|người|lần|lượt|buổi|kỳ|ca|hộ|em|lớp|đợt|khách|bộ|suất|gói|"
    "trang|máy|xã|phường|thôn|bản|nhóm|đội|tổ|phòng|bàn|trường|khóa|tiết|môn|chuyến|vé|thẻ|đêm|quý|"
    "câu|bài|sào|cây|con|bình|chai|hộp|bao|viên|lít|tệp|cuốn|thửa|lượng|chỉ|học sinh|trẻ"
)
_THINGS = (
    "con|điểm|cái|chiếc|quả|cây|bao|hộp|gói|tờ|trang|phiếu|suất|bó|lượt|chỗ|máy|học sinh|tin|tệp|"
    "mũi|liều|viên|giọt|thìa|cốc|ly|bát|bữa|tiết|buổi|lần|đơn"
)
"""What is counted for each of what follows the stroke, whatever that is."""
_SIGNS = (
    (re.compile(r"\s*[-–]\s*(?=nay(?!\w))"), " đến "),
    (re.compile(r"^\s*(?P<l>[a-zđ])/(?=\s)"), r"\g<l>,"),
    (re.compile(r"^\s*(?:→|⇒|->|=>|⟶)\s*"), ""),
    (re.compile(r"\s*(?:→|⇒|->|=>|⟶)\s*"), ", rồi "),
    (re.compile(r"\s*(?:←|⇐|<-)\s*"), ", từ "),
    (re.compile(r"\s*(?:↔|⇔)\s*"), " và ngược lại "),
    (re.compile(rf"(?<={NUMERIC})\s*>\s*(?={NUMERIC})"), " lớn hơn "),
    (re.compile(rf"(?<={NUMERIC})\s*<\s*(?={NUMERIC})"), " nhỏ hơn "),
    (re.compile(rf"(?<=[^\s;,.(])\s+[>›»]\s+(?!{NUMERIC})(?=\S)"), ", rồi "),
    (re.compile(rf"[>]\s*(?={NUMERIC})"), " trên "),
    (re.compile(rf"[<]\s*(?={NUMERIC})"), " dưới "),
    (re.compile(r"\s*≥\s*"), " lớn hơn hoặc bằng "),
    (re.compile(r"\s*≤\s*"), " nhỏ hơn hoặc bằng "),
    (re.compile(r"\s*≠\s*"), " khác "),
    (re.compile(r"\s*≈\s*"), " xấp xỉ "),
    (re.compile(r"\s*∞\s*"), " vô cùng "),
    (re.compile(r"\s*±\s*"), " cộng trừ "),
    (re.compile(r"\s*[×✕]\s*"), " nhân "),
    (re.compile(r"\s*÷\s*"), " chia "),
    (re.compile(r"√\s*"), " căn bậc hai của "),
    (re.compile(r"π"), " pi "),
    (re.compile(r"\s*&\s*"), " và "),
    (re.compile(r"\s*\+\s*"), " cộng "),
    (re.compile(r"\s*=\s*"), " bằng "),
    (re.compile(r"(?<=đúng)\s*[✓✔]|(?<=sai)\s*[✗✘]", re.IGNORECASE), ""),
    (re.compile(r"[✓✔]\s*(?=đúng)|[✗✘]\s*(?=sai)", re.IGNORECASE), ""),
    (re.compile(r"^\s*[✓✔]\s*(?=\w)"), "đúng: "),
    (re.compile(r"^\s*[✗✘]\s*(?=\w)"), "sai: "),
    (re.compile(r"\s*[✓✔]\s*"), " đúng "),
    (re.compile(r"\s*[✗✘]\s*"), " sai "),
    (re.compile(r"@"), " a còng "),
    (re.compile(r"§\s*"), " mục "),
    (re.compile(r"°"), " độ "),
    (re.compile(r"©"), " bản quyền "),
    (re.compile(r"_{2,}"), " chỗ trống "),
    (re.compile(r"#"), " thăng "),
    (re.compile(r"(?<=\w)%"), " phần trăm"),
    (re.compile(r"\^"), " mũ "),
    (_EACH, " mỗi "),
    (re.compile(rf"({NUMERIC}(?: [^\W\d_]+){{1,2}})\s?/\s?(?=(?:{_COUNTED})(?!\w))"), r"\1 mỗi "),
    (re.compile(rf"({NUMERIC} (?:{_THINGS}))\s?/\s?(?!cháu|nữ|nam|chị)(?=[^\W\d_])"), r"\1 mỗi "),
    (re.compile(rf"(?<={NUMERIC})\s?/\s?(?=ngày|tuần|tháng|buổi|lần)"), " mỗi "),
    (re.compile(rf"(?<=[^\W\d_])\s?/\s?(?={NUMERIC})"), " trên "),
    (re.compile(rf"(?<=[^\W\d_])\s?/\s?(?=[^\W\d_]|{MARK})"), " hoặc "),
    (re.compile(rf"(?<={MARK})\s?/\s?(?=[^\W\d_])"), " hoặc "),
    (re.compile("(?<=[\U000f8000-\U000ffffd])\\s?/\\s?(?=[\U000f8000-\U000ffffd])"), " hoặc "),
    (re.compile(r"(?<=\w)_(?=\w)"), " gạch dưới "),
    (re.compile(r"(?<=\w )\*{3,}(?!\S)|(?<=\")\*{3,}(?=\")"), "các dấu sao"),
    (re.compile(r"(?<=\w )•{3,}(?!\S)|(?<=\")•{3,}(?=\")"), "các dấu chấm tròn"),
    (re.compile(r"⌘"), " com men "),
    (re.compile(r"★"), " sao "),
    (re.compile(r"^\s*\*\s"), ""),
    (re.compile(r"(?<!\S)\*(?!\S)"), "sao"),
    (re.compile(r"∈"), " thuộc "),
    (re.compile(r"(?<=\S)\s?/\s?(?=\S)"), " trên "),
    (re.compile(r"\s+[-–—]\s+|\s*[–—]\s*"), ", "),
    (re.compile(rf"(?<=[^\W\d_])-(?=[^\W\d_])|(?<={MARK})-(?=\w)|(?<=\w)-(?={MARK})"), " "),
    (re.compile(rf"(?<={MARK})-(?={MARK})"), " "),
    (re.compile(r"\s*\(\s*"), ", "),
    (re.compile(r"\s*\)"), ","),
    (re.compile(r"\s*\|\s*"), ", "),
    (re.compile(r"\.{2,}(?=\s*$|\s+[A-ZĐ\"])"), "."),
    (re.compile(r"\s*\.{2,}\s*"), ", "),
    (
        re.compile(
            r"[\"\[\]{}*_~`•·®™\\<>/'$-]+(?=\s|$|[.,;:!?](?:\s|$))|(?<!\S)[\"\[\]{}*_~`•·®™\\<>/'$-]+|[\"\[\]{}•·®™*_~`\\]"
        ),
        "",
    ),
)
_OR = re.compile(r"(?<!\w)(?:và ?/ ?hoặc)(?!\w)")


def signs(draft: Draft) -> None:
    """Every sign that is left: in words where one says it, away where one does not."""
    text = _OR.sub("và hoặc", draft.text)
    for pattern, said in _SIGNS:
        text = pattern.sub(said, text)
    draft.text = unsaid(text)


_QUARTER = re.compile(
    r"(?<!\w)Q(?=[1-4](?:(?: và |, | ?[-–] ?)Q?[1-4])* (?:năm|này|tới|vừa|tăng|giảm|đạt))"
)
"""`Q1 năm nay`: of the year, not of the town."""


def _clock_shape(match: re.Match[str]) -> str:
    return "giờ phút giây" if match["s"] else "giờ phút"


_PARTED: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    (re.compile(r"(?<=[^\W\d_]{2})([:;])(?=\d)"), r"\1 "),
    (re.compile(r"(?<=[\wđ%₫]);(?=[^\W\d_])"), "; "),
    (re.compile(r"(?<!\S)(\d{1,2})/(?=\s+[A-ZĐ])"), r"\1,"),
    (re.compile(r"(?<=\d)\.\.(?=\d)"), "–"),
    (re.compile(r"(?<![\w.,])(\d+(?:\.\d+){2,})-(?=\d+(?![\w.,]))"), r"\1, "),
    (re.compile(r"(?<!\w)ĐT\.?:? ?(?=\(?[0+])"), "điện thoại "),
    (re.compile(r"(?<!\w)SN:? (?=(?:19|20)\d\d(?!\d))"), "sinh năm "),
    (re.compile(r"(?<!\w)SN:? (?=\d{1,2}[/.-]\d)"), "sinh "),
    (re.compile(r"(?<!\w)KP\.? ?(?=\d)"), "khu phố "),
    (re.compile(r"(?<!\w)BT(?= \d)"), "bài tập"),
    (re.compile(r"(?<!\w)BĐ ?(?=[1-3](?!\w))"), "báo động "),
    (re.compile(r"(?<=\s)~ (?=\d)"), "~"),
    (re.compile(r"(?<=[A-Z]\d)\*(?=[A-Z]?\d)"), " nhân "),
    (re.compile(r"(?<!\w)(T[2-7])[-–](T[2-7])[-–](T[2-7]|CN)(?!\w)"), r"\1, \2, \3"),
    (re.compile(r"(?<![\w.,])((?:[Uu]ống|[Ss]áng|[Tt]rưa|[Cc]hiều|[Tt]ối) \d)v(?!\w)"), r"\1 viên"),
    (re.compile(r"(?<![\w:])(\d+) : (\d+) : (\d+)(?![\w:])"), r"\1:\2:\3"),
    (re.compile(r"(?<!\w)[fF]/(?=\d\.\d)"), "f "),
    (re.compile(r"(?<=[lL]ệ \d): (?=\d)"), ":"),
    (re.compile(r"(?<!\w)dd[/-]mm[/-]yyyy(?!\w)", re.IGNORECASE), "ngày tháng năm"),
    (re.compile(r"(?<!\w)([Nn]gày)/tháng/năm(?!\w)"), r"\1 tháng năm"),
    (re.compile(r"(?<![\w'\"])'(?=\S)([^'\n]{1,80})(?<=\S)'(?![\w'])"), r'"\1"'),
    (_QUARTER, "quý "),
    (re.compile(r"(?<!\w)NH(?= 20\d\d\s?[-–/]\s?20\d\d)"), "năm học"),
    (re.compile(r"(?<!\w)Q\.\s?(?=[IVX]+(?!\w))"), "quận "),
    (re.compile(r"(?<![\w.,])((?:1[89]\d|20[0-2])0)s(?!\w)"), r"\1"),
    (re.compile(r"(?<!\w)A/(?=H\d{1,2}N\d)"), "A "),
    (
        re.compile(r"(?<!\w)((?:Win|Windows|Android|iOS|Office) \d{1,4})/(?=\d{1,4}(?![\w/]))"),
        r"\1 hoặc ",
    ),
    (re.compile(r"(?<!\w)hh:mm(?P<s>:ss)?(?!\w)", re.IGNORECASE), _clock_shape),
    (re.compile(r"(?<=\d)(\s?[KMGT]B)/(?=R[AO]M|SSD|HDD)"), r"\1, "),
)


def parted(draft: Draft) -> None:
    """What is typed close to a number, apart from it: `phí:50.000đ`, `1/ Mở`."""
    for pattern, said in _PARTED:
        draft.text = pattern.sub(said, draft.text)


def number_words(draft: Draft) -> None:
    """What the author calls the words of numbers."""
    draft.reword()


RULES = (
    repeated, angles, addresses, parted, documents, phones, sums, dates, clock, measures, roman,
    shout, short_forms, figures, foreign, signs, number_words,
)  # fmt: skip

_BREATHS = (
    (re.compile(r",\s*([;:])"), r"\1"),
    (re.compile(r"\.\s*,"), ","),
    (re.compile(r"([!?])\s*,"), r"\1"),
)


def tidy(text: str) -> str:
    """As it is said in the end."""
    return tidied(text, number, _BREATHS)
