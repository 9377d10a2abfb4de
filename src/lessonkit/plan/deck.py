"""What stands on each slide of a lesson, and what is left to be said.

Nothing is cut: what is too long goes on on the next slide, and what an author puts on a slide of
its own leaves the text of the section to the notes.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from lessonkit.base.diag import Span
from lessonkit.model import blocks as b
from lessonkit.model.meta import Meta
from lessonkit.model.walk import prose, walk
from lessonkit.plan.dealing import dealt
from lessonkit.plan.page import CLOSING, OPENING, Page, PageSection
from lessonkit.plan.slide import Slide
from lessonkit.text.inline import NoteRef, Prose, Text
from lessonkit.text.inline import walk as inlines

TIENG = 40
"""Of a slide, about; project's choice."""


@dataclass(frozen=True, slots=True)
class Deck:
    """A lesson as slides."""

    meta: Meta
    slides: tuple[Slide, ...]
    footnotes: tuple[b.Footnote, ...] = ()
    """Those that the lesson mentions; a slide shows its own."""
    numbers: Mapping[str, int] = field(default_factory=dict)
    """Ids of questions to their numbers, as they are asked aloud: of a bank as many as drawn."""

    def mentioned(self, slide: Slide) -> tuple[b.Footnote, ...]:
        """The footnotes of a slide."""
        runs = (*prose(slide.blocks), *((slide.title,) if slide.title else ()))
        found = (one for run in runs for one in inlines(run.inlines))
        named = {one.label for one in found if isinstance(one, NoteRef)}
        return tuple(one for one in self.footnotes if one.label in named)


def deck(page: Page, most: int = TIENG) -> Deck:
    """The slides of a page that was planned with all that no page shows (`outputs.base.full`).

    `most`: tiếng of a slide, about.
    """
    goals = _goals(page)
    slides = [Slide(OPENING, OPENING, "title", None, goals, (), ())]
    taken = {OPENING, CLOSING, *(one.id for one in page.sections)}
    if page.intro:
        opening = PageSection(OPENING, _plain(page.meta.title, _span(page)), page.intro, (), ())
        slides += _named(dealt(opening, most), taken)
    for one in page.sections:
        if one.teacher:
            slides[-1] = replace(slides[-1], teacher=(*slides[-1].teacher, *one.blocks))
        else:
            taken.discard(one.id)
            slides += _named(dealt(one, most), taken)
    slides.append(Slide(CLOSING, CLOSING, "closing", None, goals, (), ()))
    return Deck(page.meta, tuple(slides), page.footnotes, _numbers(page))


def _numbers(page: Page) -> dict[str, int]:
    spare = {id(one) for bank in page.banks for one in bank.blocks[bank.draw :]}
    hidden = {id(one) for part in page.sections if part.teacher for one in walk(part.blocks)}
    asks = (one for one in page.every if isinstance(one, b.Ask))
    kept = (one for one in asks if id(one) not in spare | hidden)
    return {one.question.id: number for number, one in enumerate(kept, start=1)}


def _named(slides: tuple[Slide, ...], taken: set[str]) -> list[Slide]:
    """With ids; one that a section has is never given to another's slide."""
    named = []
    for slide in slides:
        name, number = slide.section, 2
        while name in taken:
            name, number = f"{slide.section}-{number}", number + 1
        taken.add(name)
        named.append(replace(slide, id=name))
    return named


def _goals(page: Page) -> tuple[b.Block, ...]:
    """The objectives as a list, or nothing."""
    if not page.meta.objectives or not (page.intro or page.sections):
        return ()
    span = _span(page)
    texts = (_plain(one.text, span) for one in page.meta.objectives)
    items = tuple(b.Item((b.Paragraph(one, (), span),), None, span) for one in texts)
    return (b.List(False, 1, True, items, span),)


def _span(page: Page) -> Span:
    """Of the first words: what stands in the front matter has no place in the text."""
    return page.intro[0].span if page.intro else page.sections[0].title.span


def _plain(text: str, span: Span) -> Prose:
    return Prose((Text(text, span),), span)
