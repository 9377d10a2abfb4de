"""Gaps of a `cloze` in running text: a field to type in, or a list to choose from."""

from html import escape

from lessonkit.render.pen import Pen
from lessonkit.text.inline import Gap


def gap_html(gap: Gap, pen: Pen) -> str:
    """The field with its name, and what the player marks it with."""
    name = escape(pen.words("question.gap", i=gap.place + 1, n=gap.count))
    field = _select(gap, name, pen) if gap.choices else _input(gap, name)
    return f'<span class="lk-gap" data-lk-key="{gap.place}">{field}</span>'


def _input(gap: Gap, name: str) -> str:
    return (
        f'<input type="text" aria-label="{name}" size="{gap.size}" maxlength="250" required'
        ' autocapitalize="off" autocomplete="off" spellcheck="false">'
    )


def _select(gap: Gap, name: str, pen: Pen) -> str:
    """On paper, where nothing opens, the choices stand behind it."""
    empty = escape(pen.words("question.choose"), quote=False)
    shown = "".join(
        f'<option value="{place}">{escape(text, quote=False)}</option>'
        for place, text in gap.choices
    )
    paper = escape(" / ".join(text for _, text in gap.choices), quote=False)
    return (
        f'<select aria-label="{name}" required><option value="">{empty}</option>{shown}</select>'
        f'<span class="lk-gap-paper" aria-hidden="true">({paper})</span>'
    )
