"""Pictures to hand on, of a lesson or a programme: its cover, a card, and the art of a podcast."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from lessonkit.outputs.base import Derivative
from lessonkit.outputs.typeset import page_set
from lessonkit.plan.card import Card, Point
from lessonkit.render.print.qr import Code, code
from lessonkit.render.theme import Theme
from lessonkit.render.words import Words
from lessonkit.text.compounds import held
from lessonkit.text.signs import drawable

PICTURES: Mapping[str, int] = {"cover": 72, "card": 72, "square": 216}
"""By the name of the template: pixels an inch. The art of a podcast is 3000 pixels wide, the most
that directories take and what they like best."""
ART = 3000
"""Pixels of each side of the art."""
_QR = "qr.svg"
_LONG_WORD = re.compile(r"\S{20,}")
"""It may be broken where it is wider than the card."""
_NUMBER = re.compile(r"(?<!\S)(\d+) (?=\S)")
_WITHIN, _LEFT = 0.2, 0.5
"""What it costs to break a line within a part of a sentence, and behind the word that opens it; an
empty half of a line costs 0.25."""
_SCANS = {"lessons": "card.scan-program"}
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
    way = code(subject.address, "l") if subject.address else Code("", 0)
    own = {"card": {"modules": way.side, "address": _parts(subject.address)}}
    texts = {"card": {_QR: way.svg} if way.svg else {}}
    return {
        name: _picture(subject, name, document | own.get(name, {}), texts.get(name, {}))
        for name in PICTURES
    }


def _picture(
    subject: Subject, name: str, document: Mapping[str, Any], texts: Mapping[str, str]
) -> Derivative:
    params: dict[str, int | str] = {"format": "png", "ppi": PICTURES[name], "page": 1, "alpha": 0}
    template = f"{name}.typ"
    return page_set(subject.theme, subject.epoch, template, document, texts=texts, params=params)


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
        "points": [_point(one, words) for one in found.points],
        "whole": found.kind == "lessons",
        "scan": _words(words(_SCANS.get(found.kind, "card.scan")), words),
    }


def _heading(found: Card, words: Words) -> str:
    if found.kind == "lessons":
        return words.count("program.lessons", found.sections)
    return words(_HEADINGS[found.kind]) if found.kind else ""


def _point(point: Point, said: Words) -> list[dict[str, Any]]:
    return [{"text": _kept_together(text, said), "strong": strong} for text, strong in point]


def _words(text: str, said: Words) -> list[tuple[str, float]]:
    """Each word, and what it costs to begin a line with it."""
    opening = frozenset(said("text.break-before").split())
    words = _kept_together(text, said).split(" ") if text else []
    pairs = zip(["", *words], [*words, ""], strict=True)
    return [(word, _cost(word, last, opening)) for last, word in pairs if word]


def _cost(word: str, last: str, opening: frozenset[str]) -> float:
    """Nothing behind a sign, or where a part of the sentence opens with a small word or several:
    “trước khi”; much where such a word would be left behind, alone."""
    if last.endswith((",", ":", ";", ".", "?", "!", "–")):
        return 0
    if last.lower() in opening:
        return _LEFT
    return 0 if word.lower() in opening else _WITHIN


def _kept_together(text: str, said: Words) -> str:
    """A number stays with what it counts, tiếng of one word with each other; a very long word may
    be broken."""
    joined = held(_NUMBER.sub("\\1\u00a0", drawable(text)), said.lang)
    return _LONG_WORD.sub(_breakable, joined)


def _breakable(word: re.Match[str]) -> str:
    return "\u200b".join(re.findall(r".{1,8}", word[0]))


def _parts(address: str) -> list[str]:
    """As people write it, where it may be broken."""
    shown = address.partition("://")[2].removesuffix("/")
    return [part for part in re.split(r"(?<=/)", shown) if part]
