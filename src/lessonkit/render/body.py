"""What stands in the body of a page: opening, sections, closing, and what leads through them."""

from dataclasses import dataclass
from typing import Any

from lessonkit.model.meta import Meta
from lessonkit.plan.page import Page, PageSection
from lessonkit.render.boxes import audience_names
from lessonkit.render.html import blocks_html
from lessonkit.render.inline import prose_ready
from lessonkit.render.kinds import kinds_view
from lessonkit.render.notes import notes_by_place, notes_html
from lessonkit.render.parts import page_parts
from lessonkit.render.pen import Pen


@dataclass(frozen=True, slots=True, eq=False)
class _Made:
    """A body and what it was made of."""

    page: Page
    pen: Pen
    html: str

    def serves(self, page: Page, pen: Pen) -> bool:
        """Whether the same would be made again."""
        return page is self.page and pen.writes_as(self.pen)


_made: list[_Made] = []
"""The last one: outputs of one lesson follow each other, and most show the same."""


def lesson_body(page: Page, pen: Pen) -> str:
    """The body without the player's data; made once for outputs that show the same media."""
    if _made and _made[0].serves(page, pen):
        return _made[0].html
    html = _body(page, pen)
    if not pen.media.inside:
        _made[:] = [_Made(page, pen, html)]
    return html


def _body(page: Page, pen: Pen) -> str:
    notes = notes_by_place(page)
    return pen.fill(
        "lesson.html",
        meta=_meta(page.meta),
        intro=pen.ready(blocks_html(page.intro, pen)),
        sections=tuple(
            _section(section, pen)
            | {"notes": pen.ready(notes_html(notes[place], pen, blocks_html))}
            for place, section in enumerate(page.sections)
        ),
        intro_notes=pen.ready(notes_html(notes[-1], pen, blocks_html)),
        questions=page.asked,
        footnotes=bool(page.footnotes),
        parts=page_parts(page),
        kinds=kinds_view(pen),
    )


def _meta(meta: Meta) -> dict[str, Any]:
    return {
        "title": meta.title,
        "summary": meta.summary,
        "minutes": meta.minutes,
        "objectives": tuple((one.id, one.text) for one in meta.objectives),
        "authors": meta.authors,
        "license": meta.license,
        "version": meta.version,
    }


def _section(section: PageSection, pen: Pen) -> dict[str, Any]:
    return {
        "id": section.id,
        "title": prose_ready(section.title, pen),
        "plain": section.title.plain(),
        "audience": audience_names(section.audience, pen),
        "body": pen.ready(blocks_html(section.blocks, pen)),
    }
