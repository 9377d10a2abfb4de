"""Other kinds of the same lesson beside its page: to hear, to watch, to print."""

from typing import Any

from lessonkit.render.media import Played, Sheet
from lessonkit.render.pen import Pen
from lessonkit.text.weight import weight

_TITLES = {"handout": "sheets.handout", "checklist": "sheets.checklist"}
"""By the name of the output."""


def kinds_view(pen: Pen) -> dict[str, Any] | None:
    """What the templates `listen.html` and `sheets.html` show; None: nothing travels."""
    kinds = pen.media.kinds
    if kinds is None:
        return None
    return {
        "sound": kinds.sound and _played(kinds.sound, pen),
        "film": kinds.film and _played(kinds.film, pen),
        "sheets": tuple(_sheet(one, pen) for one in kinds.sheets),
    }


def _played(one: Played, pen: Pen) -> dict[str, Any]:
    return {
        "sources": one.sources,
        "length": length(one.seconds),
        "weight": weight(one.size, pen.lang),
        "draft": one.draft,
        "poster": one.poster,
        "transcript": one.transcript,
        "chapters": " ".join(f"{name} {begin:.2f} {end:.2f}" for name, begin, end in one.chapters),
    }


def _sheet(one: Sheet, pen: Pen) -> dict[str, Any]:
    return {
        "title": pen.words(_TITLES[one.output]),
        "url": one.url,
        "weight": weight(one.size, pen.lang),
    }


def length(seconds: float) -> str:
    """Minutes and seconds as players show them: `4:07`."""
    whole = round(seconds)
    return f"{whole // 60}:{whole % 60:02}"
