"""A lesson's whole page as HTML."""

import json
from collections.abc import Mapping
from typing import Any

from lessonkit.plan.page import Page, PageSection
from lessonkit.render.boxes import audience_names
from lessonkit.render.html import blocks_html
from lessonkit.render.inline import prose_ready
from lessonkit.render.media import Media
from lessonkit.render.notes import notes_by_place, notes_html
from lessonkit.render.parts import page_parts
from lessonkit.render.pen import Pen
from lessonkit.render.shell import Shell, Target, policy
from lessonkit.render.theme import Theme


def lesson_html(
    page: Page,
    theme: Theme,
    shell: Shell,
    *,
    data: Mapping[str, Any],
    media: Media | None = None,
    ld: str = "",
    audiences: Mapping[str, str] | None = None,
) -> str:
    """The document: policy, title, style, the lesson, the player's data and its script.

    `data` is `lesson_data(...)`; `ld` a ready JSON-LD object; `audiences` the names of groups by
    id. The page speaks the lesson's language. Raises: SettingsError: a template of the theme is
    faulty, or the theme lacks that language or a string of it.
    """
    pen = Pen(theme, page.meta.lang, media or Media(), audiences)
    notes = notes_by_place(page)
    words = pen.words.player(*_word_groups(page, shell.target))
    return pen.fill(
        "page.html",
        dir=pen.words.direction,
        meta=_meta(page),
        csp=shell.csp or policy(shell.styles, shell.scripts),
        colours={"light": theme.tokens.light["paper"], "dark": theme.tokens.dark["paper"]},
        styles=tuple((piece.url, pen.ready(piece.text)) for piece in shell.styles),
        scripts=tuple((piece.url, pen.ready(piece.text)) for piece in shell.scripts),
        ld=pen.ready(_in_script(ld)),
        data=pen.ready(json_in_script({**data, "strings": words})),
        intro=pen.ready(blocks_html(page.intro, pen)),
        sections=tuple(
            _section(section, pen)
            | {"notes": pen.ready(notes_html(notes[place], pen, blocks_html))}
            for place, section in enumerate(page.sections)
        ),
        intro_notes=pen.ready(notes_html(notes[-1], pen, blocks_html)),
        questions=len(page.questions),
        footnotes=bool(page.footnotes),
        parts=page_parts(page),
    )


def json_in_script(value: Any) -> str:
    """JSON that cannot end the script element it stands in."""
    return _in_script(json.dumps(value, ensure_ascii=False, separators=(",", ":")))


def _in_script(text: str) -> str:
    """`<` and `>` stand in strings only, where JSON has another way to write them."""
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("\u2028", "\\u2028")


def _word_groups(page: Page, target: Target) -> tuple[str, ...]:
    """Groups of the player's strings that this page can come to say."""
    platform = () if target == "html" else ("platform",)
    parts = page_parts(page) & {"question", "practice", "cards", "recording"}
    return ("page", *platform, *sorted(parts))


def _meta(page: Page) -> dict[str, Any]:
    meta = page.meta
    return {
        "id": meta.id,
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
