"""What stands beside a recording: captions in WebVTT, and its words to read."""

from collections.abc import Iterable, Sequence

from lessonkit.base.clock import clock
from lessonkit.plan.script import Cue
from lessonkit.render.caption import ANYWHERE, Breaks, Line, split

THINK = 2.0
"""Seconds of a pause behind which a new paragraph begins: somebody was to think."""
LINE = 0.5
"""Seconds of a pause behind which a new line begins: an option, an item, a step."""


def captions(lines: Iterable[Line], notes: Iterable[str] = (), breaks: Breaks = ANYWHERE) -> str:
    """A WebVTT file.

    Source: WebVTT, W3C Candidate Recommendation 2019, 4.1 and 4.2.
    """
    parts = ["WEBVTT", *(f"NOTE\n{_safe(note)}" for note in notes)]
    for one in split(lines, breaks):
        times = f"{clock(one.start)} --> {clock(one.end)}"
        parts.append("\n".join((one.id, times, *map(_safe, one.lines))))
    return "\n\n".join(parts) + "\n"


def _safe(text: str) -> str:
    """As text of a cue: no mark-up, and no arrow, which would begin another cue."""
    safe = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return "\n".join(line for line in safe.split("\n") if line.strip())


def transcript(
    title: str, chapters: Iterable[tuple[str, Sequence[Cue]]], notes: Sequence[str] = ()
) -> str:
    """Title, notes, then each section with its paragraphs; a paragraph is what one block says."""
    parts = [title, *notes]
    for name, cues in chapters:
        said = [cue for cue in cues if cue.text.rstrip(".") not in (name, title)]
        if name != title:
            parts.append(f"\n{name}")
        parts += _paragraphs(said)
    return "\n\n".join(parts) + "\n"


def _paragraphs(cues: Sequence[Cue]) -> list[str]:
    found: list[str] = []
    before: Cue | None = None
    for cue in cues:
        if before is not None and cue.place == before.place and before.pause < THINK:
            found[-1] += ("\n" if before.pause >= LINE else " ") + cue.text
        else:
            found.append(cue.text)
        before = cue
    return found
