"""The cover: a drawing with the title, in a theme's colours and a reading system's letters."""

from collections.abc import Iterator
from html import escape

from lessonkit.render.theme import Theme

WIDTH, HEIGHT = 1600, 2400
_LEFT = 150
_ROOM = WIDTH - 2 * _LEFT
_STEP = 40
_SIZES = ((150, 5), (128, 6), (104, 8), (84, 10), (66, 14))
"""Sizes of the title, and how many lines of each there is room for."""
_NARROW, _WIDE, _USUAL = frozenset("iltjfrIí ìịỉĩ.,:;!|()'“”‘’-"), frozenset("mwMWQO%@"), 0.57
"""Letters, and the width of a bold one in em; of no font in particular, so rather too much."""


def cover_svg(title: str, facts: tuple[str, ...], theme: Theme, lang: str) -> str:
    """Portrait, 2:3. The title breaks between words only."""
    paint, soft = theme.tokens.light["cover"], theme.tokens.light["cover-soft"]
    front, halo = theme.tokens.light["on-cover"], theme.tokens.light["halo"]
    size, lines = _fitted(title)
    top = 620 + size
    rows = "".join(
        f'<tspan x="{_LEFT}" y="{top + round(place * size * 1.3)}">{escape(line)}</tspan>'
        for place, line in enumerate(lines)
    )
    below = "".join(
        f'<tspan x="{_LEFT}" y="{2110 + 78 * place}">{escape(fact)}</tspan>'
        for place, fact in enumerate(facts)
    )
    font = escape(theme.shape["font"])
    rings = "".join(
        f'<circle cx="{WIDTH}" cy="0" r="{radius}" stroke-opacity="{share}"/>'
        for radius, share in ((260, 0.55), (400, 0.4), (540, 0.28), (680, 0.18), (820, 0.1))
    )
    return f"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}"\
 width="{WIDTH}" height="{HEIGHT}" xml:lang="{escape(lang)}">
<title>{escape(title)}</title>
<rect width="{WIDTH}" height="{HEIGHT}" fill="{paint}"/>
<clipPath id="edge"><rect width="{WIDTH}" height="{HEIGHT}"/></clipPath>
<g fill="none" stroke="{soft}" stroke-width="44" clip-path="url(#edge)">{rings}</g>
<rect x="{_LEFT}" y="520" width="180" height="20" rx="10" fill="{halo}"/>
<text font-family="{font}" font-size="{size}" font-weight="700" fill="{front}">{rows}</text>
<text font-family="{font}" font-size="54" fill="{soft}">{below}</text>
</svg>
"""


def _fitted(title: str) -> tuple[int, tuple[str, ...]]:
    """The largest size that has room for it, and its lines; a word too long makes it smaller."""
    for size, most in _SIZES:
        lines = _even(title, size)
        if len(lines) <= most and all(_width(line, size) <= _ROOM for line in lines):
            return size, lines
    size, most = _SIZES[-1]
    return size, _even(title, size)[:most]


def _even(title: str, size: int) -> tuple[str, ...]:
    """As few lines as there is room for, and these about as long as each other."""
    found = tuple(_wrapped(title, size, _ROOM))
    for room in range(_ROOM - _STEP, 0, -_STEP):
        closer = tuple(_wrapped(title, size, room))
        if len(closer) > len(found) or any(_width(line, size) > room for line in closer):
            break
        found = closer
    return found


def _wrapped(title: str, size: int, room: float) -> Iterator[str]:
    line = ""
    for word in title.split():
        longer = f"{line} {word}".strip()
        if line and _width(longer, size) > room:
            yield line
            longer = word
        line = longer
    yield line


def _width(text: str, size: int) -> float:
    """An estimate in units of the drawing."""
    ems = (0.34 if one in _NARROW else 0.9 if one in _WIDE else _USUAL for one in text)
    return sum(ems) * size
