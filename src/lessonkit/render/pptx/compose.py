"""A whole deck as screens, in order, with titles, links and notes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import count

from lessonkit.base.diag import Pos, Span
from lessonkit.model import blocks as b
from lessonkit.model.walk import prose
from lessonkit.plan.aside import aside
from lessonkit.plan.deck import Deck
from lessonkit.plan.slide import Slide
from lessonkit.plan.ways import Ways, stories
from lessonkit.render.pptx.answers import answered
from lessonkit.render.pptx.asking import explained
from lessonkit.render.pptx.fit import SCALES, scale_for
from lessonkit.render.pptx.flow import flow
from lessonkit.render.pptx.layouts import Spot, spot
from lessonkit.render.pptx.paragraphs import Para, Pen, label, paragraphs
from lessonkit.render.pptx.pieces import Panel
from lessonkit.render.pptx.questions import asked
from lessonkit.render.pptx.runs import Run, plain, runs
from lessonkit.render.pptx.screen import Screen, Sizes, Text
from lessonkit.render.pptx.screens import content_screens, numbered, told_apart
from lessonkit.render.pptx.spare import in_reserve
from lessonkit.render.pptx.story import led, told
from lessonkit.text.inline import NoteRef, Prose
from lessonkit.text.inline import Text as Words
from lessonkit.text.inline import walk as inlines


@dataclass(frozen=True, slots=True)
class Names:
    """What the slides call things."""

    pen: Pen
    sections: Mapping[str, str]
    """Title of each section by its id."""
    footnotes: Mapping[str, b.Footnote]
    """By label."""


def screens(deck: Deck, names: Names, sizes: Sizes) -> tuple[Screen, ...]:
    """Every slide of the plan, each on as many screens as it needs."""
    found: list[Screen] = []
    ways, spare = stories(deck.slides), count(1)
    for slide in deck.slides:
        made = tuple(_slide(deck, slide, names, sizes, ways.get(slide.id)))
        if made:
            noted = replace(made[0], notes=tuple(_notes(slide, names)))
            found += (noted, *made[1:])
        for ask in aside(slide).spare:
            found += in_reserve(slide, ask, next(spare), names.pen)
    return tuple(told_apart(found, names.pen))


def _slide(
    deck: Deck, slide: Slide, names: Names, sizes: Sizes, ways: Ways | None
) -> Iterator[Screen]:
    pen = names.pen
    match slide.kind:
        case _ if ways is not None:
            panel = told(slide, ways, pen)
            yield from led(_content(slide, names, sizes, panel), ways)
        case "title":
            yield from _title(deck, slide, pen)
        case "closing":
            yield from _closing(deck, slide, pen)
        case "question" | "answer":
            yield from _question(deck, slide, names, sizes)
        case _:
            yield from _content(slide, names, sizes)


def _content(
    slide: Slide, names: Names, sizes: Sizes, panel: Panel | None = None
) -> Iterator[Screen]:
    """What shows blocks; what goes on from the slide before says so in its title."""
    headed = _headed(slide, names)
    found = numbered(content_screens(headed, names.pen, sizes, panel))
    if not found:
        found = (Screen("title-only", slide.id, slide.section, runs(headed.title), ()),)
    for place, one in enumerate(found):
        yield replace(one, goes_on=bool(place) or slide.part > 1)


def _headed(slide: Slide, names: Names) -> Slide:
    """A slide is never without a title: it is how it is found and how a voice announces it."""
    if slide.title:
        return slide
    span = slide.blocks[0].span if slide.blocks else Span("", Pos(1, 1), Pos(1, 1))
    words = names.pen.words
    title = names.sections.get(slide.section) or words("pptx.slide")
    if slide.kind == "practice":
        title = words("practice.title")
    return replace(slide, title=Prose((Words(title, span),), span))


def _question(deck: Deck, slide: Slide, names: Names, sizes: Sizes) -> Iterator[Screen]:
    pen, asks = names.pen, _asks(slide)
    if not asks:
        yield from _content(slide, names, sizes)
    for place, block in enumerate(asks):
        head = pen.words("question.number", n=deck.numbers[block.question.id])
        own = slide if not place else replace(slide, id=f"{slide.id}.{block.question.id}")
        if slide.kind == "question":
            made = tuple(asked(own, block, (Run(head),), pen))
            yield from numbered(made)
        else:
            title = (Run(f"{head} – {pen.words('pptx.layout.answer').lower()}"),)
            yield from numbered(answered(own, block, title, pen))


def _asks(slide: Slide) -> tuple[b.Ask, ...]:
    found: list[b.Ask] = []
    for block in slide.blocks:
        if isinstance(block, b.Ask):
            found.append(block)
        elif isinstance(block, b.Bank | b.Only):
            found += (one for one in block.blocks if isinstance(one, b.Ask))
    return tuple(found)


def _title(deck: Deck, slide: Slide, pen: Pen) -> Iterator[Screen]:
    """The lesson's name, then what it is for."""
    meta = deck.meta
    facts = [pen.words.count("opening.minutes", meta.minutes)] if meta.minutes else []
    facts += [", ".join(meta.authors)] if meta.authors else []
    lines = ((spot("title", 1), meta.summary), (spot("title", 10), " · ".join(facts)))
    items = tuple(_fitted(where, (Para((Run(text),)),)) for where, text in lines if text)
    title = runs(slide.title) or (Run(meta.title),)
    yield Screen("title", slide.id, slide.section, title, items)
    goals = tuple(paragraphs(slide.blocks, pen))
    if goals:
        head = (Run(pen.words("opening.goals")),)
        name = f"{slide.id}+goals"
        yield from _lines(Screen("content", name, slide.section, head, ()), goals)


def _closing(deck: Deck, slide: Slide, pen: Pen) -> Iterator[Screen]:
    """What can be done now, and today."""
    title = runs(slide.title) or (Run(pen.words("closing.title")),)
    lead = (Para((Run(pen.words("closing.can")),), bold=True),) if slide.title is None else ()
    paras = tuple(replace(one, colour="") for one in paragraphs(slide.blocks, pen))
    paras = (*lead, *paras, *_today(deck, pen)) if paras else tuple(_today(deck, pen))
    where = spot("closing", 1)
    if paras and scale_for(paras, where) is None:
        yield from _lines(Screen("content", slide.id, slide.section, title, ()), paras)
        return
    items = (_fitted(where, paras),) if paras else ()
    yield Screen("closing", slide.id, slide.section, title, items)


def _today(deck: Deck, pen: Pen) -> Iterator[Para]:
    """Titles of the tasks of the lesson."""
    tasks = [one for one in deck.slides if one.kind == "practice" and one.part == 1]
    if tasks:
        yield Para((Run(pen.words("slides.today")),), bold=True)
    for one in tasks:
        yield Para(runs(one.title) or (Run(pen.words("practice.title")),), mark="dot")


def _lines(base: Screen, paras: tuple[Para, ...]) -> tuple[Screen, ...]:
    return numbered(flow(base, paras, spot("content", 1), "content"))


def _fitted(where: Spot, paras: tuple[Para, ...]) -> Text:
    return Text(where, paras, scale_for(paras, where) or SCALES[-1])


def _notes(slide: Slide, names: Names) -> Iterator[Para]:
    """What to say, what only the teacher reads, what is said of answers, and the footnotes."""
    pen, beside = names.pen, aside(slide)
    for key, blocks in (("say", beside.said), ("left", beside.left), ("teach", slide.teacher)):
        spoken = tuple(_spoken(blocks, pen))
        if spoken:
            yield label(pen.words(f"pptx.{key}"))
            yield from spoken
    if slide.kind in ("question", "answer"):
        for block in _asks(slide):
            why = tuple(explained(block.question, pen))
            if why:
                yield label(pen.words("pptx.reasons"))
                yield from why
    yield from _footnotes(slide, names)


def _spoken(blocks: tuple[b.Block, ...], pen: Pen) -> Iterator[Para]:
    """Words of a voice or of the facilitator's blocks, too."""
    for block in blocks:
        if isinstance(block, b.Narration | b.Teacher | b.Slide):
            yield from _spoken(block.blocks, pen)
        elif not (isinstance(block, b.Ask)):
            yield from paragraphs((block,), pen)


def _footnotes(slide: Slide, names: Names) -> Iterator[Para]:
    labels = dict.fromkeys(
        inline.label
        for run in prose((*slide.blocks, *slide.notes, *slide.teacher))
        for inline in inlines(run.inlines)
        if isinstance(inline, NoteRef)
    )
    for one in labels:
        note = names.footnotes.get(one)
        if note is not None:
            text = " ".join(plain(para.runs) for para in paragraphs(note.blocks, names.pen))
            yield Para((Run(names.pen.words("pptx.note", n=note.number, text=text)),))
