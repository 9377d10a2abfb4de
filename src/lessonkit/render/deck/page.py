"""The page of a deck: every slide, its notes, and what shows them one by one."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from lessonkit.model import blocks as b
from lessonkit.model.walk import walk
from lessonkit.plan.aside import aside
from lessonkit.plan.deck import Deck
from lessonkit.plan.fragments import tieng_of
from lessonkit.plan.slide import Slide
from lessonkit.plan.ways import stories
from lessonkit.render.deck.asked import asked_html
from lessonkit.render.deck.paths import led
from lessonkit.render.deck.reasons import reasons_html
from lessonkit.render.how import how
from lessonkit.render.html import blocks_html
from lessonkit.render.inline import prose_ready
from lessonkit.render.lesson import json_in_script
from lessonkit.render.media import Media
from lessonkit.render.pen import Pen
from lessonkit.render.print.slides import lifted, more, pictured
from lessonkit.render.scripts import deck_script, deck_style
from lessonkit.render.shell import Piece, policy
from lessonkit.render.theme import Theme
from lessonkit.text import inline as i
from lessonkit.text.compounds import held

_OWN = "slides/"
"""Templates that stand in for those of a lesson's page."""
_SIGNS = frozenset(("question", "callout", "practice"))
_WIDE = 1.9
"""Width of a picture by its height from which on it stands below few words."""
_FEW = 20
_KEYS = (
    (("→", "Space"), "forward"),
    (("←",), "back"),
    (("Home", "End"), "ends"),
    (("O",), "all"),
    (("S",), "present"),
    (("F",), "full"),
    (("B",), "black"),
    (("D",), "shade"),
    (("?",), "keys"),
)


def deck_html(
    deck: Deck, theme: Theme, media: Media, audiences: Mapping[str, str], mark: str
) -> str:
    """The whole page; `mark` tells the deck apart from others, for its second window.

    Raises: SettingsError: a template of the theme is faulty, or lacks a string.
    """
    pen = Pen(_themed(theme), deck.meta.lang, media, audiences)
    style, script = deck_style(theme, pen.words.direction), deck_script()
    strings = {"page": pen.words("slides.page")}
    return pen.fill(
        "slides/deck.html",
        dir=pen.words.direction,
        title=deck.meta.title,
        csp=policy((Piece(text=style),), (Piece(text=script),)),
        style=pen.ready(style),
        script=pen.ready(script),
        data=pen.ready(json_in_script({"mark": mark, "strings": strings})),
        signs=pen.ready(pen.fill("icons.html", parts=_SIGNS, footnotes=False)),
        slides=tuple(_slide(one, deck, pen) for one in _led(deck, pen)),
        keys=tuple((keys, pen.words(f"slides.{what}")) for keys, what in _KEYS),
    )


def _led(deck: Deck, pen: Pen) -> Iterator[Slide]:
    ways = stories(deck.slides)
    for one in deck.slides:
        yield led(one, ways[one.id], pen) if one.id in ways else one


def _themed(theme: Theme) -> Theme:
    """With templates of slides in the place of those of a page."""
    own = {
        name.removeprefix(_OWN): text
        for name, text in theme.templates.items()
        if name.startswith(_OWN)
    }
    templates = {**theme.templates, **own}
    return replace(theme, templates=templates, digest=f"{theme.digest} {_OWN}")


def _whole(title: i.Prose | None, deck: Deck) -> i.Prose | None:
    """The title, of which no line ends within a word."""
    if title is None:
        return None
    told = (
        replace(one, text=held(one.text, deck.meta.lang)) if isinstance(one, i.Text) else one
        for one in title.inlines
    )
    return replace(title, inlines=tuple(told))


def _slide(found: Slide, deck: Deck, pen: Pen) -> dict[str, Any]:
    empty, beside = not found.blocks, aside(found)
    plain = found.title.plain() if found.title else _named(found, deck, pen)
    tieng = sum(tieng_of(one) for one in found.blocks)
    title = found.kind == "title"
    return {
        "id": found.id,
        "kind": found.kind,
        "title": prose_ready(_whole(found.title, deck), pen) or held(plain, deck.meta.lang),
        "plain": plain,
        "long": len(plain) > 70,
        "more": more(found, pen.words),
        "kicker": tuple(_kicker(found, deck, pen)),
        "sign": "practice" if found.kind == "practice" else "ask",
        "lead": deck.meta.summary if title else "",
        "facts": tuple(_facts(found, deck, pen)),
        "size": "s48" if tieng <= 16 else "s42" if tieng <= 30 else "s38",
        "figure": _figure(found.blocks, tieng, pen.media),
        "parts": tuple(_parts(found, deck, pen)),
        "empty": empty and found.kind not in ("title", "closing"),
        "notes": pen.ready(_said(beside.said, pen) + reasons_html(found, pen)),
        "left": pen.ready(_said(beside.left, pen)),
        "spare": pen.ready(_said(beside.spare, pen)),
        "teacher": pen.ready(_said(found.teacher, pen)),
        "footnotes": pen.ready(_footnotes(found, deck, pen)),
    }


def _named(found: Slide, deck: Deck, pen: Pen) -> str:
    if found.kind == "practice":
        return pen.words("practice.title")
    return pen.words("closing.title") if found.kind == "closing" else deck.meta.title


def _kicker(found: Slide, deck: Deck, pen: Pen) -> Iterator[str]:
    """A few words over the title."""
    asks = [one for one in found.blocks if isinstance(one, b.Ask)]
    if asks and found.kind in ("question", "answer"):
        yield pen.words("question.number", n=deck.numbers[asks[0].question.id])
        told = how(asks[0].question.printed(), pen.words).removesuffix(".")
        yield pen.words("slides.answer") if found.kind == "answer" else told
    elif found.stage:
        yield pen.words(f"question.{found.stage}").removesuffix(".")
    elif found.kind == "practice":
        if found.title:
            yield pen.words("practice.title")
        for task in (one for one in found.blocks if isinstance(one, b.Practice)):
            yield from (task.where,) if task.where else ()
            yield from ((pen.words.count("opening.minutes", task.minutes),) if task.minutes else ())


def _facts(found: Slide, deck: Deck, pen: Pen) -> Iterator[str]:
    words, meta = pen.words, deck.meta
    if found.kind == "title" and meta.minutes:
        yield words.count("opening.minutes", meta.minutes)
    if found.kind == "closing":
        if meta.authors:
            yield words("closing.authors", names=", ".join(meta.authors))
        if meta.license:
            yield words("closing.license", name=meta.license)


def _figure(blocks: tuple[b.Block, ...], tieng: int, media: Media) -> str:
    """How a picture stands by the words: `beside`, `below`, or alone and whole."""
    single = pictured(lifted(blocks))
    if single is None:
        return "figures" if any(isinstance(one, b.Figure) for one in walk(blocks)) else ""
    if len(blocks) == 1 and isinstance(blocks[0], b.Figure):
        return "whole"
    shown = media.pictures.get(single.pictures[0].src)
    size = (shown.width or 1, shown.height or 1) if shown else (1, 1)
    return "below" if size[0] > _WIDE * size[1] and tieng <= _FEW else "beside"


def _parts(found: Slide, deck: Deck, pen: Pen) -> Iterator[tuple[str, Any]]:
    """What is shown, each with a label: words and picture apart, so that they can stand so."""
    words = pen.words
    if found.kind in ("title", "closing"):
        label = words("closing.can" if found.kind == "closing" else "opening.goals")
        if found.blocks:
            yield label, pen.ready(blocks_html(found.blocks, pen))
        if found.kind == "closing" and (today := _today(deck, pen)):
            yield words("slides.today"), pen.ready(today)
        return
    blocks = lifted(found.blocks)
    single = pictured(blocks)
    rest = tuple(one for one in blocks if one is not single)
    if rest:
        yield "", pen.ready(_shown(rest, pen, told=found.kind == "answer"))
    if single is not None:
        yield "", pen.ready(blocks_html((single,), pen))


def _shown(blocks: tuple[b.Block, ...], pen: Pen, *, told: bool) -> str:
    return "\n".join(
        asked_html(one, pen, told=told) if isinstance(one, b.Ask) else blocks_html((one,), pen)
        for one in blocks
    )


def _today(deck: Deck, pen: Pen) -> str:
    tasks = (one for one in deck.slides if one.kind == "practice" and one.part == 1)
    items = "".join(
        f"<li>{prose_ready(one.title, pen) or pen.words('practice.title')}</li>" for one in tasks
    )
    return f"<ul>{items}</ul>" if items else ""


def _said(blocks: tuple[b.Block, ...], pen: Pen) -> str:
    """Words of a voice and of the facilitator, which no page shows."""
    return "\n".join(part for part in (_told(one, pen) for one in blocks) if part)


def _told(found: b.Block, pen: Pen) -> str:
    match found:
        case b.Narration() | b.Teacher() | b.Slide():
            return _said(found.blocks, pen)
        case b.Ask():
            ask = f"<p><b>{prose_ready(found.question.ask, pen)}</b></p>"
            return ask + asked_html(found, pen, told=True)
        case _:
            return blocks_html((found,), pen)


def _footnotes(found: Slide, deck: Deck, pen: Pen) -> str:
    """Those that the slide mentions."""
    return "".join(
        f'<div id="lk-note-{one.number}"><sup>{one.number}</sup>{_said(one.blocks, pen)}</div>'
        for one in deck.mentioned(found)
    )
