"""`cover`: two pictures to hand on, the cover of a lesson and a card of its points."""

import re
from pathlib import PurePosixPath
from typing import Any

from lessonkit.base.files import Bundle, File
from lessonkit.outputs.base import Derivative, Job, Output
from lessonkit.outputs.names import lesson_address
from lessonkit.outputs.site import SHOWN
from lessonkit.outputs.typeset import kit, typeset
from lessonkit.plan.card import Card, Point, card
from lessonkit.render.print.qr import qr_svg
from lessonkit.render.words import Words
from lessonkit.text.signs import drawable

_FILES = ("cover", "card")
_QR = "qr.svg"
_LONG_WORD = re.compile(r"\S{20,}")
"""It may be broken where it is wider than the card."""
_NUMBER = re.compile(r"(?<!\S)(\d+) (?=\S)")


def needs(job: Job) -> tuple[Derivative, ...]:
    """A picture each."""
    return tuple(_drawn(job, name) for name in _FILES)


def render(job: Job) -> Bundle:
    """The two pictures."""
    return Bundle(
        File(PurePosixPath(f"{name}.png"), job.file(_drawn(job, name))) for name in _FILES
    )


def _drawn(job: Job, name: str) -> Derivative:
    own = kit(job)
    address = lesson_address(job)
    if address and name == "card":
        own.texts[_QR] = qr_svg(address)
    document = _document(job, card(job.page), address)
    return typeset(job, f"{name}.typ", document, own, format="png", ppi=72, page=1)


def _document(job: Job, found: Card, address: str) -> dict[str, Any]:
    words = job.theme.words(job.page.meta.lang)
    heading = {"keypoints": "card.keypoints", "goals": "opening.goals", "": ""}[found.kind]
    minutes = found.minutes
    said = "" if minutes is None else words.count("opening.minutes", minutes)
    return {
        "lang": job.page.meta.lang,
        "name": drawable(found.title),
        "title": _words(found.title, words),
        "summary": _words(found.summary, words),
        "minutes": minutes,
        "unit": said.replace(str(minutes), "").strip(),
        "readers": _words(" · ".join(_readers(job)), words),
        "sections": found.sections,
        "heading": words(heading) if heading else "",
        "points": [_point(one) for one in found.points],
        "scan": words("card.scan"),
        "address": [part for part in re.split(r"(?<=/)", _shown(address)) if part],
    }


def _readers(job: Job) -> list[str]:
    """Names of the groups that it is for."""
    group = job.page.audience
    named = job.page.meta.audience if group is None else (group,)
    return [job.audiences[one] for one in named if one in job.audiences]


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


OUTPUT = Output(
    "cover",
    (("files", ""),),
    SHOWN,
    needs,
    render,
    names=("cover.png", "card.png"),
    extras=("pdf",),
)
