"""Slides as JSON: what `print/slides.typ` and other templates of screens draw."""

from dataclasses import replace
from typing import Any

from lessonkit.model import blocks as b
from lessonkit.model.walk import walk
from lessonkit.plan.deck import Deck
from lessonkit.plan.fragments import tieng_of
from lessonkit.plan.slide import Slide
from lessonkit.render.how import how
from lessonkit.render.print.document import blocks
from lessonkit.render.print.document import notes as footnotes
from lessonkit.render.print.pen import Pen
from lessonkit.render.print.runs import Node, Run, run
from lessonkit.render.words import Words
from lessonkit.text.compounds import held
from lessonkit.text.signs import drawable


def slide(found: Slide, deck: Deck, pen: Pen, *, number: int = 0) -> Node:
    """One screen; `number` from 1 is shown with how many there are, 0 is not."""
    words, meta = pen.words, deck.meta
    pen = replace(pen, numbers=deck.numbers)
    return {
        "id": found.id,
        "kind": found.kind,
        "number": number,
        "of": len(deck.slides) if number else 0,
        "head": _head(found, deck, pen),
        "more": more(found, words),
        "kicker": _kicker(found, deck, pen),
        "tieng": sum(tieng_of(one) for one in found.blocks),
        "b": blocks(lifted(found.blocks), pen),
        "footnotes": footnotes(deck.mentioned(found), pen),
        "facts": _facts(found, deck, pen),
        "summary": drawable(meta.summary) if found.kind == "title" else "",
        "today": _today(found, deck, pen),
        "goals": words("closing.can" if found.kind == "closing" else "opening.goals"),
        "words": {key: words(f"slides.{key}") for key in ("answer", "today")},
    }


def lifted(found: tuple[b.Block, ...]) -> tuple[b.Block, ...]:
    """The one picture of a step, if there is one, beside all steps: there it has room."""
    rows = (b.List, b.Steps, b.Checklist)
    inner = [
        one
        for block in found
        if isinstance(block, rows)
        for item in block.items
        for one in item.blocks
        if isinstance(one, b.Figure)
    ]
    every = [one for one in walk(found) if isinstance(one, b.Figure)]
    if len(inner) != 1 or len(every) != 1:
        return found
    rest = tuple(_without(one, inner[0]) if isinstance(one, rows) else one for one in found)
    return (*rest, inner[0])


def pictured(found: tuple[b.Block, ...]) -> b.Figure | None:
    """The one picture that stands by the words of a slide."""
    figures = [one for one in found if isinstance(one, b.Figure)]
    every = [one for one in walk(found) if isinstance(one, b.Figure | b.Video)]
    single = len(figures) == 1 and len(every) == 1 and len(figures[0].pictures) == 1
    return figures[0] if single else None


def _without(block: b.List | b.Steps | b.Checklist, figure: b.Figure) -> b.Block:
    items = tuple(
        replace(item, blocks=tuple(one for one in item.blocks if one is not figure))
        for item in block.items
    )
    return replace(block, items=items)


def _head(found: Slide, deck: Deck, pen: Pen) -> Run:
    """As it is shown: no line of it ends within a word."""
    told = run(found.title, pen) or [_named(found, deck, pen)]
    return [held(one, deck.meta.lang) if isinstance(one, str) else one for one in told]


def _named(found: Slide, deck: Deck, pen: Pen) -> str:
    """The title of a slide for which an author has none."""
    if found.kind == "practice":
        return pen.words("practice.title")
    return pen.words("closing.title") if found.kind == "closing" else drawable(deck.meta.title)


def _kicker(found: Slide, deck: Deck, pen: Pen) -> str:
    """A few words over the title: what kind of slide it is."""
    asks = [one for one in found.blocks if isinstance(one, b.Ask)]
    if found.kind in ("question", "answer") and asks:
        told = pen.words("question.number", n=deck.numbers[asks[0].question.id])
        does = how(asks[0].question.printed(), pen.words).removesuffix(".")
        return f"{told} · {pen.words('slides.answer') if found.kind == 'answer' else does}"
    if found.stage:
        return pen.words(f"question.{found.stage}").removesuffix(".")
    return pen.words("practice.title") if found.kind == "practice" and found.title else ""


def more(found: Slide, words: Words) -> str:
    """Behind a title that goes on: so that no two are the same to who hears them."""
    if found.part < 3:
        return words("slides.more") if found.part == 2 else ""
    return words("slides.more-often", n=found.part - 1)


def _facts(found: Slide, deck: Deck, pen: Pen) -> list[str]:
    """Small words: minutes and authors of the lesson, place and minutes of a task."""
    words, meta = pen.words, deck.meta
    if found.kind == "practice":
        tasks = [one for one in found.blocks if isinstance(one, b.Practice)]
        told = [drawable(one.where) for one in tasks]
        told += [words.count("opening.minutes", one.minutes) for one in tasks if one.minutes]
        return [one for one in told if one]
    if found.kind == "title":
        return [words.count("opening.minutes", meta.minutes)] if meta.minutes else []
    if found.kind == "closing":
        names = drawable(", ".join(meta.authors))
        told = [words("closing.authors", names=names)] if names else []
        return told + ([words("closing.license", name=meta.license)] if meta.license else [])
    return []


def _today(found: Slide, deck: Deck, pen: Pen) -> list[list[Any]]:
    """Titles of the tasks of the lesson, on its last slide."""
    if found.kind != "closing":
        return []
    tasks = (one for one in deck.slides if one.kind == "practice" and one.part == 1)
    return [run(one.title, pen) or [pen.words("practice.title")] for one in tasks]
