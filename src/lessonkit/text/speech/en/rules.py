"""The rules of English, in the order in which they look at a text."""

import re

from lessonkit.text.speech.draft import MARK, NUMERIC, Draft
from lessonkit.text.speech.en.addresses import addresses
from lessonkit.text.speech.en.dates import dates
from lessonkit.text.speech.en.figures import figures
from lessonkit.text.speech.en.measures import measures
from lessonkit.text.speech.en.numbers import number
from lessonkit.text.speech.en.phones import phones
from lessonkit.text.speech.remains import tidied, unsaid
from lessonkit.text.speech.tables import either, table

_SHORT = re.compile(rf"(?<!\w)(?:{either(table('en', 'short'))})(?:(?<=[./])|(?!\w))")
_NO = re.compile(rf"(?<!\w)no\. (?=\d|{MARK})")
_COUNTED = re.compile(rf"\d|[A-Z]\d|{MARK}")


def short_forms(draft: Draft) -> None:
    """What stands for more than it shows; a dot that ends the sentence too stays."""

    def one(match: re.Match[str]) -> str:
        rest = draft.text[match.end() :].strip(" \"')")
        if match[0] == "No." and not _COUNTED.match(rest):
            return match[0]
        said = match[0] == "etc." and rest[:1].isupper()
        ends = match[0].endswith(".") and (not rest or said)
        return draft.mark(table("en", "short")[match[0]]) + ("." if ends else "")

    draft.text = _SHORT.sub(one, _NO.sub("number ", draft.text))


_SIGNS = (
    (re.compile(r"\s*(?:→|⇒|->|=>)\s*"), ", then "),
    (re.compile(rf"(?<=\S)\s+[>›»]\s+(?!{NUMERIC})(?=\S)"), ", then "),
    (re.compile(rf"[>]\s*(?={NUMERIC})"), " more than "),
    (re.compile(rf"[<]\s*(?={NUMERIC})"), " less than "),
    (re.compile(r"\s*≥\s*"), " greater than or equal to "),
    (re.compile(r"\s*≤\s*"), " less than or equal to "),
    (re.compile(r"\s*≠\s*"), " is not equal to "),
    (re.compile(r"\s*≈\s*"), " is about "),
    (re.compile(r"\s*×\s*"), " times "),
    (re.compile(r"\s*÷\s*"), " divided by "),
    (re.compile(rf"(?<=[a-z]) x (?={NUMERIC})"), " times "),
    (re.compile(r"\s*±\s*"), " plus or minus "),
    (re.compile(rf"\^(?={MARK}|-)"), " to the power of "),
    (re.compile(r"★(?= [a-z])"), " star"),
    (re.compile(r"★"), " stars "),
    (re.compile(r"√\s*"), " the square root of "),
    (re.compile(r"π"), " pi "),
    (re.compile(r"²"), " squared"),
    (re.compile(r"³"), " cubed"),
    (re.compile(r"\s*&\s*"), " and "),
    (re.compile(r"\s*\+\s*"), " plus "),
    (re.compile(r"\s*=\s*"), " equals "),
    (re.compile(r"\s*[✓✔]\s*"), " yes "),
    (re.compile(r"\s*[✗✘]\s*"), " no "),
    (re.compile(r"_{2,}"), " blank "),
    (re.compile(rf"#(?={MARK})"), " number "),
    (re.compile(r"#(?=\w)"), " hashtag "),
    (re.compile(r"@(?=\w)"), " at "),
    (re.compile(r"(?<!\w)and/or(?!\w)"), "and or"),
    (re.compile(rf"({NUMERIC} [a-z]+)\s?/\s?(?=[a-z])"), r"\1 per "),
    (re.compile(rf"(?<=\w)\s?/\s?(?=\w)|(?<={MARK})/(?=[^\W\d]|{MARK})"), " or "),
    (re.compile(r"\s+[-–—]\s+|\s*[–—]\s*"), ", "),
    (re.compile(rf"(?<={MARK})-(?=[^\W\d_]|{MARK})|(?<=[^\W\d_])-(?={MARK})"), " "),
    (re.compile(r"\s*\(\s*"), ", "),
    (re.compile(r"\s*\)"), ","),
    (re.compile(r"\.{2,}(?=\s*$)"), "."),
    (re.compile(r"\s*\.{2,}\s*"), ", "),
    (re.compile(r"(?<!\w)'|'(?!\w)|[\"\[\]{}*_~`•·®™©\\|<>^/#]"), " "),
)


def signs(draft: Draft) -> None:
    """Every sign that is left."""
    for pattern, said in _SIGNS:
        draft.text = pattern.sub(said, draft.text)
    draft.text = unsaid(draft.text)


RULES = (addresses, phones, dates, short_forms, measures, figures, signs)
_BREATHS = ((re.compile(r"([.!?])\s*,"), r"\1"),)


def tidy(text: str) -> str:
    """As it is said in the end."""
    return tidied(text, number, _BREATHS)
