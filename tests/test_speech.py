"""Readings: what is written, as it is said; the cases are `tests/cases/speech`."""

import re
import unicodedata
from pathlib import Path

import pytest
import yaml

from lessonkit.text.speech.lexicon import Lexicon
from lessonkit.text.speech.reading import code, formula, spoken
from lessonkit.text.speech.vi.numbers import cardinal

FOLDER = Path(__file__).parent / "cases" / "speech"
CASES: dict[str, dict[str, dict[str, str]]] = {
    lang: yaml.safe_load((FOLDER / f"{lang}.yml").read_text("utf-8")) for lang in ("vi", "en")
}
GROUPS = [(lang, group) for lang, groups in CASES.items() for group in groups]


@pytest.mark.parametrize(("lang", "group"), GROUPS)
def test_readings(lang: str, group: str) -> None:
    cases = CASES[lang][group]
    assert {text: spoken(text, lang) for text in cases} == cases


def test_there_are_many() -> None:
    counts = {lang: sum(map(len, groups.values())) for lang, groups in CASES.items()}
    assert counts["vi"] >= 300
    assert counts["en"] >= 60


def test_marks_written_apart_change_nothing() -> None:
    texts = [text for group in CASES["vi"].values() for text in group]
    apart = {text: spoken(unicodedata.normalize("NFD", text)) for text in texts}
    assert apart == {text: spoken(text) for text in texts}


def test_a_voice_meets_no_figure_and_no_sign() -> None:
    said = [one for groups in CASES.values() for group in groups.values() for one in group.values()]
    assert [one for one in said if re.search(r"[^\w\s,.;:!?'-]|[\d_]", one)] == []


@pytest.mark.parametrize("n", [0, 7, 15, 21, 105, 1005, 70_015, 10**6 + 5, 10**9 + 24, 10**18 - 1])
def test_every_number_can_be_counted_back(n: int) -> None:
    assert _value(cardinal(n)) == n


def _value(words: str) -> int:
    """The number that words say, by another way than they were made."""
    head, billion, tail = words.rpartition(" tỷ")
    if billion:
        return _value(head) * 10**9 + (_value(tail.strip()) if tail.strip() else 0)
    total = part = 0
    ones = {
        "không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5,
        "sáu": 6, "bảy": 7, "tám": 8, "chín": 9,
    }  # fmt: skip
    for word in words.split():
        if word in ones:
            part += ones[word]
        elif word == "mười":
            part += 10
        elif word == "mươi":
            part += part % 10 * 9
        elif word == "trăm":
            part *= 100
        elif word in ("nghìn", "triệu"):
            total += part * (1000 if word == "nghìn" else 10**6)
            part = 0
    return total + part


def test_a_lexicon_comes_first_and_changes_number_words() -> None:
    own = Lexicon(
        {"vi": {"VNeID": "vê nờ i đi", "cồn cỏ": "đảo Cồn Cỏ"}}, {"linh": "lẻ", "nghìn": "ngàn"}
    )
    text = "VNeID có 1.105 người ở Cồn Cỏ; Linh dùng vneid."
    assert spoken(text, "vi", own) == (
        "vê nờ i đi có một ngàn một trăm lẻ năm người ở đảo Cồn Cỏ; Linh dùng vi en i ai đi."
    )
    assert spoken("24 em", "vi", Lexicon({}, {"tư": "bốn"})) == "hai mươi bốn em"
    assert spoken("VNeID", "en", own) == "V N E I D"


def test_a_word_of_a_lexicon_is_the_same_typed_in_another_way() -> None:
    own = Lexicon({"vi": {"H’Hoà": "hờ hoa", "Y\u00a0Moan": "i mô an"}})
    for text in ("Chị H'Hòa và anh Y Moan", "Chị H’Hoà và anh Y\u00a0Moan"):
        assert spoken(text, "vi", own) == "Chị hờ hoa và anh i mô an"
    assert spoken("gõ lıke", "vi") == "gõ lıke"


def test_a_number_of_a_lexicon_is_no_part_of_a_longer_one() -> None:
    own = Lexicon({"vi": {"24": "hăm tư", "3/4": "ba phần bốn"}})
    text = "24 em, 24,5 lít, 3/4 số hộ, ngày 3/4/2026"
    said = "hăm tư em, hai mươi tư phẩy năm lít, ba phần bốn số hộ, ngày ba tháng tư"
    assert spoken(text, "vi", own).startswith(said)


def test_lexicons_lie_over_each_other() -> None:
    module = Lexicon({"vi": {"A": "một"}, "en": {"B": "bee"}})
    project = Lexicon({"vi": {"A": "hai", "C": "ba"}}, {"linh": "lẻ"})
    both = module.over(project)
    assert dict(both.of("vi")) == {"A": "một", "C": "ba"}
    assert dict(both.of("en-GB")) == {"B": "bee"}
    assert both.numbers == {"linh": "lẻ"}


@pytest.mark.parametrize(
    ("tex", "said"),
    [
        (r"\frac{3}{4} \times 20 = 15", "ba phần tư nhân hai mươi bằng mười lăm"),
        ("x^2 + 3x = 5", "ích bình phương cộng ba ích bằng năm"),
        (r"\sqrt{16} = 4", "căn bậc hai của mười sáu bằng bốn"),
        (r"2^{10} = 1024", "hai mũ mười bằng một nghìn không trăm hai mươi tư"),
        (r"a \le b", "a nhỏ hơn hoặc bằng bê"),
        (r"v = \frac{s}{t}", "vê bằng ét trên tê"),
        (r"x_{1} = \left(\frac{1}{2}\right)", "ích một bằng, một phần hai"),
        (r"\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}", "một hai; ba bốn"),
        (r"a \& b \\[2pt] c", "a và bê; xê"),
    ],
)
def test_formulas(tex: str, said: str) -> None:
    assert formula(tex, "vi") == said


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("nonla-tulanh-cahoi-pin", "non la gạch ngang tu lanh gạch ngang ca hoi gạch ngang pin"),
        ("canhbao@gov.vn", "cảnh báo a còng gốp chấm vê en"),
        ("Abc_1!", "a bê xê gạch dưới một chấm than"),
        ("https://", "hát tê tê pê ét hai chấm gạch chéo gạch chéo"),
    ],
)
def test_what_is_typed_is_said_with_its_signs(typed: str, said: str) -> None:
    assert code(typed, "vi") == said


def test_a_language_without_rules_loses_emoji_only() -> None:
    assert spoken("3 chats 🐈", "fr") == "3 chats"


@pytest.mark.parametrize(
    "text", ["", "   ", "🙂", "…", "\u200b", "x" * 3000, "9" * 400, "1/0", "((("]
)
def test_odd_text_is_no_fault(text: str) -> None:
    assert isinstance(spoken(text), str)
    assert isinstance(spoken(text, "en"), str)


@pytest.mark.parametrize("sign", [" ", "", "-", "."])
def test_a_line_of_any_length_is_read_in_parts(sign: str) -> None:
    assert spoken(f"Ngày 5/9, 7h30, gọi 113.{sign}" * 400).count("ba mươi phút") >= 390
