"""What stands beside a recording: captions in WebVTT, and its words to read."""

from collections.abc import Iterable, Sequence
from math import ceil

from lessonkit.base.clock import clock
from lessonkit.plan.script import Cue

WIDTH = 42
"""Signs of a line of captions; guides for captions say 37 to 42."""
LINES = 2
"""Lines that are seen at once."""
THINK = 2.0
"""Seconds of a pause behind which a new paragraph begins: somebody was to think."""
LINE = 0.5
"""Seconds of a pause behind which a new line begins: an option, an item, a step."""
Line = tuple[str, float, float, str]
"""Id, start, end in seconds, words."""


def captions(lines: Iterable[Line], notes: Iterable[str] = ()) -> str:
    """A WebVTT file: what is too long for two lines in several cues, by its share of the signs.

    Source: WebVTT, W3C Candidate Recommendation 2019, 4.1 and 4.2.
    """
    parts = ["WEBVTT", *(f"NOTE\n{_safe(note)}" for note in notes)]
    for name, start, end, text in lines:
        screens = _screens(text)
        total = sum(map(len, screens)) or 1
        at = start
        for number, screen in enumerate(screens):
            until = end if number == len(screens) - 1 else at + (end - start) * len(screen) / total
            label = f"{name}-{number + 1}" if number else name
            times = f"{clock(at)} --> {clock(until)}"
            parts.append(f"{label}\n{times}\n{_safe(_folded(screen))}")
            at = until
    return "\n\n".join(parts) + "\n"


def _screens(text: str) -> list[str]:
    """Parts of about equal length, none cut inside a word, each of at most two lines."""
    words = text.split()
    wanted = max(1, ceil(len(" ".join(words)) / (WIDTH * LINES)))
    while True:
        found = _even(words, wanted)
        if wanted >= len(words) or all(len(_lines(one)) <= LINES for one in found):
            return found
        wanted += 1


def _even(words: Sequence[str], parts: int) -> list[str]:
    """The words in so many parts, of about as many signs each."""
    total = sum(len(word) + 1 for word in words)
    found: list[list[str]] = [[] for _ in range(parts)]
    done = 0
    for word in words:
        middle = done + (len(word) + 1) / 2
        found[min(parts - 1, int(middle * parts / max(total, 1)))].append(word)
        done += len(word) + 1
    return [" ".join(one) for one in found if one] or [""]


def _lines(text: str) -> list[str]:
    """Each as long as fits; a word longer than a line has one of its own."""
    found: list[str] = []
    for word in text.split():
        if found and len(found[-1]) + 1 + len(word) <= WIDTH:
            found[-1] += f" {word}"
        else:
            found.append(word)
    return found or [""]


def _folded(text: str) -> str:
    """In lines of about equal length."""
    count = len(_lines(text))
    even = _even(text.split(), count)
    return "\n".join(even if all(len(one) <= WIDTH for one in even) else _lines(text))


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
