"""A lesson's whole page as HTML."""

import json
from collections.abc import Mapping
from typing import Any

from lessonkit.plan.page import Page
from lessonkit.render.body import lesson_body
from lessonkit.render.media import Kinds, Media
from lessonkit.render.parts import page_parts, question_types
from lessonkit.render.pen import Pen
from lessonkit.render.shell import Shell, Target, policy
from lessonkit.render.theme import Theme

_OF_TARGET: dict[Target, tuple[str, ...]] = {
    "html": ("home",),
    "cmi5": ("platform", "store"),
    "xapi": ("platform", "store"),
}
"""Groups of the player's strings; a SCORM package says those of a platform."""
_SAYING = frozenset(("question", "bank", "hint", "practice", "cards", "recording", "listen"))
"""Parts of the page with strings of their own."""


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
    words = pen.words.player(*_word_groups(page, shell.target, pen.media.kinds))
    return pen.fill(
        "page.html",
        dir=pen.words.direction,
        title=page.meta.title,
        summary=page.meta.summary,
        preview=shell.preview,
        csp=shell.csp or policy(shell.styles, shell.scripts, shell.target),
        colours={"light": theme.tokens.light["paper"], "dark": theme.tokens.dark["paper"]},
        styles=tuple((piece.url, pen.ready(piece.text)) for piece in shell.styles),
        scripts=tuple((piece.url, pen.ready(piece.text)) for piece in shell.scripts),
        later=pen.media.kinds.captions if pen.media.kinds else "",
        ld=pen.ready(_in_script(ld)),
        data=pen.ready(json_in_script({**data, "strings": words})),
        body=pen.ready(lesson_body(page, pen)),
    )


def json_in_script(value: Any) -> str:
    """JSON that cannot end the script element it stands in."""
    return _in_script(json.dumps(value, ensure_ascii=False, separators=(",", ":")))


def _in_script(text: str) -> str:
    """`<` and `>` stand in strings only, where JSON has another way to write them."""
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("\u2028", "\\u2028")


def _word_groups(page: Page, target: Target, kinds: Kinds | None) -> tuple[str, ...]:
    """Groups of the player's strings that this page can come to say."""
    platform = _OF_TARGET.get(target, ("platform",))
    parts = page_parts(page, kinds) & _SAYING
    return ("page", *platform, *sorted(parts), *sorted(question_types(page)))
