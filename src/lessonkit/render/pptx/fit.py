"""How much room paragraphs take, estimated from the widths of letters, and what fits into a box."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from lessonkit.render.pptx.layouts import Box, Spot
from lessonkit.render.pptx.measure import advance
from lessonkit.render.pptx.paragraphs import Para
from lessonkit.render.pptx.placeholder import BEFORE, INDENT, PAD, SIZES, SMALL, TITLE_SIZE

LINE = 1.265
"""Height of a line in sizes of its letters: ascent and descent of Be Vietnam Pro."""
SCALES = (1.0, 0.93, 0.86, 0.79, 0.72, 0.65)
"""By which text is made smaller until it fits; below the last it is split."""
LARGE = 1.15
CLOSE = 2.0
"""Points above a paragraph that belongs to the one before it."""
_SAFE = 1.02
"""Widths are estimated; another program sets a little wider."""


def sizes(spot: Spot) -> tuple[float, ...]:
    """Points of each level in that placeholder."""
    size = spot.style.size or (TITLE_SIZE if spot.kind == "title" else 0)
    return tuple(max(SMALL, size - 2 * level) for level in range(5)) if size else SIZES


def scaled(size: float, scale: float) -> float:
    """Points, in halves: what Office has in its list; none is read from the last row below 18."""
    return max(SMALL, int(size * scale * 2) / 2)


def room(spot: Spot, box: Box | None = None) -> tuple[float, float]:
    """Width and height of what a placeholder holds."""
    at, pad = box or spot.box, PAD if spot.style.panel else 0.0
    return at.width - 2 * pad, at.height - 2 * pad


def height(paras: Iterable[Para], width: float, spot: Spot, scale: float = 1.0) -> float:
    """Points that they take, one below the other."""
    found, levels = 0.0, sizes(spot)
    bold = spot.style.bold or spot.kind == "title"
    for place, para in enumerate(paras):
        size = SMALL if para.small else scaled(levels[para.level], scale)
        lines = wrapped(para, width - left(para, spot), size, bold=bold)
        lines += any(run.mathml for run in para.runs)
        found += lines * size * LINE
        if place:
            found += CLOSE if para.close else BEFORE
    return found


def taken(paras: Sequence[Para], wide: float, spot: Spot, scale: float = 1.0) -> float:
    """Points of a placeholder of that width around these paragraphs."""
    pad = PAD if spot.style.panel else 0.0
    return height(paras, wide - 2 * pad, spot, scale) + 2 * pad


def left(para: Para, spot: Spot) -> float:
    """Points by which its text stands in."""
    hanging = bool(para.mark) or para.inset
    return INDENT * (para.level + hanging) if spot.style.bullets or hanging else INDENT * para.level


def wrapped(para: Para, width: float, size: float, *, bold: bool = False) -> int:
    """Lines that a paragraph takes."""
    return sum(_lines(line, max(width, size), size, bold or para.bold) for line in _broken(para))


def bound(para: Para, width: float, size: float, *, bold: bool = False) -> Para:
    """With its last two words kept together, where the last would stand alone on a line."""
    last = len(para.runs) - 1
    if last < 0 or para.runs[last].code or para.runs[last].mathml:
        return para
    before, space, word = para.runs[last].text.rpartition(" ")
    if not space or "\n" in word:
        return para
    shorter = replace(para, runs=(*para.runs[:last], replace(para.runs[last], text=before)))
    tied = replace(para.runs[last], text=f"{before}\u00a0{word}")
    glued = replace(para, runs=(*para.runs[:last], tied))
    for wide in (width * (1 + percent / 100) for percent in range(5)):
        lines = wrapped(para, wide, size, bold=bold)
        alone = lines > wrapped(shorter, wide, size, bold=bold)
        if alone and lines == wrapped(glued, wide, size, bold=bold):
            return glued
    return para


def _broken(para: Para) -> list[list[tuple[str, bool, bool]]]:
    """Its text line by line where the author ended them: (text, bold, code)."""
    found: list[list[tuple[str, bool, bool]]] = [[]]
    for run in para.runs:
        first, *rest = run.text.split("\n")
        found[-1].append((first, run.bold, run.code))
        found += [[(one, run.bold, run.code)] for one in rest]
    return found


def _lines(parts: list[tuple[str, bool, bool]], width: float, size: float, bold: bool) -> int:
    """Greedy, as programs set it: a word that is wider than the line is broken."""
    count, used = 1, 0.0
    for text, strong, code in parts:
        for word in _words(text):
            wide = advance(word, size, bold=bold or strong, code=code) * _SAFE
            bare = advance(word.rstrip(), size, bold=bold or strong, code=code) * _SAFE
            if used + bare <= width:
                used += wide
            elif bare > width:
                more, used = divmod(used + wide, width)
                count += int(more)
            else:
                count, used = count + 1, wide
    return count


def _words(text: str) -> list[str]:
    """Words with the spaces behind them."""
    found = text.split(" ")
    return [f"{one} " for one in found[:-1]] + found[-1:]


def scale_for(paras: Sequence[Para], spot: Spot, box: Box | None = None) -> float | None:
    """The largest at which they fit; None: at none."""
    width, high = room(spot, box)
    return next((one for one in SCALES if height(paras, width, spot, one) <= high), None)


def shortened(text: str, size: float, width: float) -> str:
    """As many words as stand on one line of that size, with dots where some are left out."""
    if advance(text, size) <= width:
        return text
    words = text.split()
    while words and advance(f"{' '.join(words)}…", size) > width:
        words.pop()
    return f"{' '.join(words)}…"


def large(paras: Sequence[Para], spot: Spot) -> float:
    """Few words that have a slide to themselves are set larger."""
    width, high = room(spot)
    return LARGE if height(paras, width, spot, LARGE) <= high * 0.45 else 1.0


def split(paras: Sequence[Para], spot: Spot, box: Box | None = None) -> int:
    """How many of the first of them fit at a size that is still easily read; at least one."""
    width, high = room(spot, box)
    count = 1
    while count < len(paras) and height(paras[: count + 1], width, spot, SCALES[-2]) <= high:
        count += 1
    while count > 1 and _names(paras[count - 1]):
        count -= 1
    return count


def _names(para: Para) -> bool:
    """Whether it is a label that must not be parted from what it names."""
    return (para.bold and not para.mark) or (all(run.bold for run in para.runs) and not para.mark)
