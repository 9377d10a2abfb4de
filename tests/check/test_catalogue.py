"""Every code has words in both languages, with the same arguments, and stands in one table only."""

import re
import string
import tomllib
from pathlib import Path

import pytest

import lessonkit
from lessonkit.base import codes
from lessonkit.base.diag import Finding, Severity, line_span
from lessonkit.base.messages import LANGS, catalogue, diagnose, fill, words
from lessonkit.check.rules import NAMES

SOURCE = Path(lessonkit.__file__).parent
CODES = {one.code: one for one in codes.all_codes()}
ALL = tuple(sorted({*CODES, *NAMES}))
VARIANTS = tuple(
    sorted({one for lang in LANGS for one in catalogue(lang).names() if re.match(r"LK\d+-", one)})
)
"""Tables of words that a finding chooses by its argument `why`."""


def arguments(text: str) -> set[str]:
    """Names in braces."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("lang", LANGS)
def test_a_catalogue_read_in_pieces_equals_the_whole(lang: str) -> None:
    entries = catalogue(lang)
    tables = tomllib.loads(entries.text)

    assert {name: entries.get(name) for name in entries.names()} == tables


def test_the_table_of_codes_read_in_pieces_equals_the_whole() -> None:
    tables = tomllib.loads((SOURCE / "base" / "codes.toml").read_text(encoding="utf-8"))

    assert list(CODES) == list(tables)


def test_every_code_has_words_in_both_languages() -> None:
    for code in ALL:
        vi, en = (words(code, lang) for lang in LANGS)
        for field in ("message", "hint", "near", "why"):
            one, other = getattr(vi, field), getattr(en, field)
            assert bool(one) == bool(other), (code, field)
            assert field == "why" or arguments(one) == arguments(other), (code, field)
        assert vi.message, code
        assert bool(vi.why) == (code in CODES), f"{code}: a rule says why in its page"


@pytest.mark.parametrize("lang", LANGS)
def test_a_message_is_lower_case_without_full_stop(lang: str) -> None:
    for code in ALL:
        said = words(code, lang)
        for text in (said.message, said.hint, said.near):
            assert not text.endswith("."), code
            assert not re.match(r"[A-ZĐ][a-zà-ỹ]", text), (code, text)
        assert '"' not in said.message, f"{code}: quote with “ ”"


@pytest.mark.parametrize("variant", VARIANTS)
def test_variants_of_a_sentence_are_as_good_as_it(variant: str) -> None:
    vi, en = (catalogue(lang).get(variant) or {} for lang in LANGS)
    assert vi.keys() == en.keys()
    assert vi.keys() <= {"message", "hint", "near"}
    assert "message" in vi
    assert variant.partition("-")[0] in ALL
    for key in vi:
        assert arguments(vi[key]) == arguments(en[key])
        assert not vi[key].endswith(".")
        assert '"' not in vi["message"]


def test_why_chooses_a_variant() -> None:
    finding = Finding(line_span("a"), {"why": "program", "id": "x", "others": "b.program.yaml"})
    said = diagnose("LK434", finding, "en", Severity.ERROR, "program-id-taken")
    assert "b.program.yaml" in said.message
    assert said.hint == words("LK434", "en").hint


def test_no_code_is_in_two_tables() -> None:
    assert not CODES.keys() & NAMES.keys()
    names = [*NAMES.values(), *(one.name for one in CODES.values())]
    assert len(names) == len(set(names))


def test_nothing_is_said_of_codes_that_are_not() -> None:
    for lang in LANGS:
        said = {name for name in catalogue(lang).names() if re.fullmatch(r"LK\d+", name)}
        assert said == set(ALL)


def test_tables_are_sorted_by_code() -> None:
    for names in (*(catalogue(lang).names() for lang in LANGS), tuple(CODES), tuple(NAMES)):
        own = [name for name in names if name.startswith("LK")]
        assert own == sorted(own)


def test_every_code_in_the_source_is_known() -> None:
    """A code that is reported but stands in no table would break a check."""
    used = {
        code
        for path in SOURCE.rglob("*.py")
        for code in re.findall(r'"(LK\d{3})"', path.read_text(encoding="utf-8"))
    }

    assert used - set(ALL) == set()


def test_a_code_outside_the_rules_is_complete() -> None:
    for code in CODES.values():
        assert re.fullmatch(r"LK\d{3}", code.code)
        assert re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)+", code.name), code
        assert code.since, code
        assert code.source, code
        assert bool(code.wrong) == bool(code.right), f"{code}: what cannot be shown has neither"


def test_sentences_that_are_no_findings_agree() -> None:
    for name in catalogue("vi").names():
        if not name.startswith("LK"):
            vi, en = (catalogue(lang).get(name) or {} for lang in LANGS)
            assert vi.keys() == en.keys()
            assert all(arguments(vi[key]) == arguments(en[key]) for key in vi)


def test_numbers_follow_the_language() -> None:
    assert fill("{size} MB", {"size": 4.25}, "vi") == "4,25 MB"
    assert fill("{size} MB", {"size": 4.25}, "en") == "4.25 MB"
    assert fill("{n:word|words}", {"n": 1}, "en") == "1 word"
    assert fill("{n:word|words}", {"n": 0}, "en-GB") == "0 words"


def test_a_missing_argument_shows_its_name_instead_of_breaking() -> None:
    assert fill("the {thing}", {}, "en") == "the {thing}"


def test_a_near_match_replaces_the_hint() -> None:
    span = line_span("module.md")
    plain = diagnose("LK903", Finding(span, {"said": "LK3001", "near": ""}), "en")
    near = diagnose("LK903", Finding(span, {"said": "LK3001", "near": "LK301"}), "en")

    assert plain.severity is Severity.WARNING
    assert "LK301" in near.hint
    assert near.hint != plain.hint
