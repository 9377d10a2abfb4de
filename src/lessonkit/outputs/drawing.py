"""Pictures to hand on, of a lesson or a programme: its cover, a card, and the art of a podcast."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from lessonkit.outputs.base import Derivative
from lessonkit.outputs.typeset import page_set
from lessonkit.plan.card import Card, Point
from lessonkit.render.print.qr import qr_svg
from lessonkit.render.theme import Theme
from lessonkit.render.words import Words
from lessonkit.text.signs import drawable

PICTURES: Mapping[str, int] = {"cover": 72, "card": 72, "square": 216}
"""By the name of the template: pixels an inch. The art of a podcast is 3000 pixels wide, the most
that directories take and what they like best."""
COVER = (1200, 630)
"""Pixels of the cover, wide and high: what links are shown with."""
ART = 3000
"""Pixels of each side of the art."""
_QR = "qr.svg"
_LONG_WORD = re.compile(r"\S{20,}")
"""It may be broken where it is wider than the card."""
_NUMBER = re.compile(r"(?<!\S)(\d+) (?=\S)")
_HEADINGS = {"keypoints": "card.keypoints", "goals": "opening.goals"}


@dataclass(frozen=True, slots=True)
class Subject:
    """What is drawn, in one language."""

    card: Card
    lang: str
    readers: tuple[str, ...]
    """Names of the groups that it is for."""
    address: str
    """Where it is read on the web; empty: nobody says."""
    theme: Theme
    epoch: int


def drawn(subject: Subject) -> dict[str, Derivative]:
    """The step of each picture, by its name."""
    document = _document(subject)
    return {name: _picture(subject, name, document) for name in PICTURES}


def _picture(subject: Subject, name: str, document: Mapping[str, Any]) -> Derivative:
    code = {_QR: qr_svg(subject.address)} if subject.address and name == "card" else {}
    params: dict[str, int | str] = {"format": "png", "ppi": PICTURES[name], "page": 1, "alpha": 0}
    template = f"{name}.typ"
    return page_set(subject.theme, subject.epoch, template, document, texts=code, params=params)


def _document(subject: Subject) -> dict[str, Any]:
    words, found = subject.theme.words(subject.lang), subject.card
    said = "" if found.minutes is None else words.count("opening.minutes", found.minutes)
    return {
        "lang": subject.lang,
        "name": drawable(found.title),
        "title": _words(found.title, words),
        "summary": _words(found.summary, words),
        "minutes": found.minutes,
        "unit": said.replace(str(found.minutes), "").strip(),
        "readers": _words(" · ".join(subject.readers), words),
        "sections": found.sections,
        "heading": _heading(found, words),
        "points": [_point(one) for one in found.points],
        "scan": words("card.scan-program" if found.kind == "lessons" else "card.scan"),
        "address": [part for part in re.split(r"(?<=/)", _shown(subject.address)) if part],
    }


def _heading(found: Card, words: Words) -> str:
    if found.kind == "lessons":
        return words.count("program.lessons", found.sections)
    return words(_HEADINGS[found.kind]) if found.kind else ""


def _point(point: Point) -> list[dict[str, Any]]:
    return [{"text": _kept_together(text), "strong": strong} for text, strong in point]


def _words(text: str, said: Words) -> list[tuple[str, bool]]:
    """Each word, and whether a line may well begin with it: it opens a part of the sentence."""
    opening = frozenset(said("card.opening").split())
    words = _kept_together(text).split(" ") if text else []
    pairs = zip(["", *words], [*words, ""], strict=True)
    return [(word, _opens(word, last, opening)) for last, word in pairs if word]


def _opens(word: str, last: str, opening: frozenset[str]) -> bool:
    """Behind a sign; or the first of the small words that lead a part: “trước khi”."""
    led = word.lower() in opening and last.lower() not in opening
    return led or last.endswith((",", ":", ";", ".", "?", "!", "–"))


def _kept_together(text: str) -> str:
    """A number stays with what it counts, and a very long word may be broken."""
    joined = _NUMBER.sub("\\1\u00a0", drawable(text))
    return _LONG_WORD.sub(_breakable, joined)


def _breakable(word: re.Match[str]) -> str:
    return "\u200b".join(re.findall(r".{1,8}", word[0]))


def _shown(address: str) -> str:
    """As people write it."""
    return address.partition("://")[2].removesuffix("/")
