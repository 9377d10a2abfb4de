"""Running text as runs: stretches of one look and one language."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from html import unescape

from lessonkit.render.pptx.equation import built
from lessonkit.render.pptx.formula import formula_runs
from lessonkit.text import inline as i

GAP = "________"
"""Where a gap stands that is to be filled in."""
_TAG = re.compile(r"<[^>]*>")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""What XML 1.0 cannot hold, 2.2."""


@dataclass(frozen=True, slots=True)
class Run:
    """Characters that look the same."""

    text: str
    """A line that ends is a `\\n`."""
    bold: bool = False
    italic: bool = False
    strike: bool = False
    code: bool = False
    raised: int = 0
    """Per cent above the line, below where negative."""
    lang: str = ""
    """BCP 47; empty: of the lesson."""
    href: str = ""
    colour: str = ""
    """A colour of the theme; empty: that of the paragraph."""
    title: str = ""
    """Of a link: what is told about where it leads."""
    mathml: str = ""
    """Of a formula that is more than a line of signs; its text is what such a line can tell."""


def runs(prose: i.Prose | None) -> tuple[Run, ...]:
    """All of it, neighbours of one look joined."""
    return joined(_all(prose.inlines, Run(""))) if prose is not None else ()


def joined(parts: Iterator[Run]) -> tuple[Run, ...]:
    """Without empty runs, and none that looks like the one before it."""
    found: list[Run] = []
    for one in parts:
        alike = found and not one.mathml and replace(found[-1], text="") == replace(one, text="")
        if alike:
            found[-1] = replace(one, text=found[-1].text + one.text)
        elif one.text:
            found.append(one)
    return tuple(found)


def plain(parts: tuple[Run, ...]) -> str:
    """The words alone."""
    return "".join(one.text for one in parts)


def clean(text: str) -> str:
    """Without signs that XML cannot hold."""
    return _CONTROL.sub("", text)


def _all(inlines: tuple[i.Inline, ...], look: Run) -> Iterator[Run]:
    for one in inlines:
        yield from _one(one, look)


def _one(one: i.Inline, look: Run) -> Iterator[Run]:
    match one:
        case i.Strong(inner=inner):
            yield from _all(inner, replace(look, bold=True))
        case i.Emphasis(inner=inner):
            yield from _all(inner, replace(look, italic=True))
        case i.Strike(inner=inner):
            yield from _all(inner, replace(look, strike=True))
        case i.Phrase(inner=inner, lang=lang):
            yield from _all(inner, replace(look, lang=lang or look.lang))
        case i.Link(inner=inner, href=href, title=title, lang=lang):
            led = replace(look, href=href, title=clean(title), lang=lang or look.lang)
            yield from _all(inner, led)
        case i.Math(tex=tex, mathml=mathml) if built(mathml):
            text = "".join(text for text, _, _ in formula_runs(mathml, tex))
            yield replace(look, text=clean(text), mathml=mathml)
        case i.Math(tex=tex, mathml=mathml):
            yield from _line(mathml, tex, look)
        case _:
            yield _leaf(one, look)


def flat(parts: tuple[Run, ...]) -> tuple[Run, ...]:
    """With formulas as lines of signs."""
    return joined(piece for one in parts for piece in _pieces(one))


def _pieces(one: Run) -> Iterator[Run]:
    if one.mathml:
        yield from _line(one.mathml, one.text, replace(one, mathml=""))
    else:
        yield one


def _line(mathml: str, tex: str, look: Run) -> Iterator[Run]:
    """The signs of a formula, one after the other."""
    for text, italic, raised in formula_runs(mathml, tex):
        yield replace(look, text=clean(text), italic=italic, raised=raised)


def _leaf(one: i.Inline, look: Run) -> Run:
    """What holds no other."""
    match one:
        case i.Text(text=text) | i.Picture(alt=text):
            return replace(look, text=clean(text))
        case i.Code(text=text):
            return replace(look, text=clean(text), code=True)
        case i.NoteRef(number=number):
            return replace(look, text=str(number), raised=30)
        case i.Gap(place=place, count=count):
            return replace(look, text=f"({place + 1}) {GAP}" if count > 1 else GAP)
        case i.Markup(html=html):
            return replace(look, text=clean(unescape(_TAG.sub("", html))))
        case _:
            return replace(look, text="\n")
