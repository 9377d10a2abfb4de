"""Paragraphs and runs as DrawingML, with the language of each and real bullets."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from lessonkit.render.pptx.equation import equation
from lessonkit.render.pptx.fit import scaled
from lessonkit.render.pptx.layouts import Spot
from lessonkit.render.pptx.palette import CODE_FONT
from lessonkit.render.pptx.paragraphs import Para
from lessonkit.render.pptx.placeholder import INDENT, SMALL
from lessonkit.render.pptx.runs import Run, flat
from lessonkit.render.pptx.xml import content, emu, fill, language

Link = Callable[[str, str], str]
"""From an address as typed and what is told about it to the element of a click, or nothing."""
_CAMBRIA = '<a:latin typeface="Cambria Math" panose="02040503050406030204" pitchFamily="18"/>'
"""The font of equations, which Office has."""
_BULLETS = {
    "box": '<a:buFont typeface="Wingdings" pitchFamily="2" charset="2"/><a:buChar char="o"/>',
    "ticked": '<a:buFont typeface="Wingdings" pitchFamily="2" charset="2"/><a:buChar char="þ"/>',
    "right": '<a:buFont typeface="Wingdings" pitchFamily="2" charset="2"/><a:buChar char="ü"/>',
}


def paragraph(para: Para, spot: Spot, lang: str, link: Link) -> str:
    """`a:p` of a placeholder."""
    inner = "".join(run_xml(one, para, lang, link) for one in para.runs)
    end = f'<a:endParaRPr lang="{language(lang)}"/>' if not para.runs else ""
    return f"<a:p>{_properties(para, spot)}{inner}{end}</a:p>"


def _properties(para: Para, spot: Spot) -> str:
    """Only what differs from the placeholder: the rest is the layout's to decide."""
    level = f' lvl="{para.level}"' if para.level else ""
    bulleted = spot.style.bullets
    if para.mark == "dot" and bulleted:
        return f"<a:pPr{level}/>" if level else ""
    if not para.mark and not para.inset and not bulleted:
        return f"<a:pPr{level}>{_close(para)}</a:pPr>" if level or para.close else ""
    hanging = bool(para.mark) or para.inset
    left = emu(INDENT * (para.level + hanging))
    indent = -emu(INDENT) if para.mark else 0
    inner = f"{_close(para)}{_ink(para, spot)}{_bullet(para)}"
    return f'<a:pPr marL="{left}"{level} indent="{indent}">{inner}</a:pPr>'


def _close(para: Para) -> str:
    return '<a:spcBef><a:spcPts val="200"/></a:spcBef>' if para.close else ""


def _ink(para: Para, spot: Spot) -> str:
    """Signs have the colour of their text where that is not the master's."""
    return "<a:buClrTx/>" if para.mark and (para.colour or spot.style.colour) else ""


def _bullet(para: Para) -> str:
    match para.mark:
        case "":
            return "<a:buNone/>"
        case "dot":
            return '<a:buFont typeface="Arial" pitchFamily="34" charset="0"/><a:buChar char="•"/>'
        case "number" | "letter":
            start = f' startAt="{para.start}"' if para.start > 1 else ""
            kind = "arabicPeriod" if para.mark == "number" else "alphaUcPeriod"
            return f'<a:buFont typeface="+mj-lt"/><a:buAutoNum type="{kind}"{start}/>'
        case mark:
            return _BULLETS[mark]


def run_xml(run: Run, para: Para, lang: str, link: Link, size: float = 0) -> str:
    """`a:r`, and `a:br` where a line ends; `size` in points where the place cannot say it."""
    if run.mathml:
        line = "".join(run_xml(one, para, lang, link, size) for one in flat((run,)))
        signs = replace(run, italic=True, code=False, href="")
        look, inner = _look(signs, para, lang, link, size)
        return equation(run.mathml, f"{look}>{inner}{_CAMBRIA}</a:rPr>", line)
    look, inner = _look(run, para, lang, link, size)
    marks = f"<a:rPr {look}>{inner}</a:rPr>" if inner else f"<a:rPr {look}/>"
    lines = run.text.split("\n")
    shown = [f"<a:r>{marks}<a:t>{content(one)}</a:t></a:r>" if one else "" for one in lines]
    return "<a:br/>".join(shown)


def _look(run: Run, para: Para, lang: str, link: Link, size: float) -> tuple[str, str]:
    """Attributes and elements of its properties."""
    tags = [f'lang="{language(run.lang or lang)}"']
    if size or para.small:
        size = size or SMALL
        tags.append(f'sz="{round(size * 100)}"')
    if run.bold or para.bold or para.small:
        tags.append('b="0"' if para.small else 'b="1"')
    if run.italic:
        tags.append('i="1"')
    if run.strike:
        tags.append('strike="sngStrike"')
    if run.raised:
        tags.append(f'baseline="{run.raised * 1000}"')
    tags.append('dirty="0"')
    colour = run.colour or para.colour
    inner = fill(colour) if colour else ""
    if run.code:
        inner += f'<a:latin typeface="{CODE_FONT}"/><a:cs typeface="{CODE_FONT}"/>'
    inner += link(run.href, run.title) if run.href else ""
    return " ".join(tags), inner


def title_xml(runs: Sequence[Run], lang: str, link: Link) -> str:
    """The one paragraph of a title."""
    return f"<a:p>{''.join(run_xml(one, Para(()), lang, link) for one in flat(tuple(runs)))}</a:p>"


def levels(sizes: Sequence[float], scale: float) -> str:
    """`a:lstStyle` that makes the whole text of a placeholder smaller, in one place."""
    if scale == 1:
        return "<a:lstStyle/>"
    rows = "".join(
        f'<a:lvl{number}pPr><a:defRPr sz="{round(scaled(size, scale) * 100)}"/></a:lvl{number}pPr>'
        for number, size in enumerate(sizes, 1)
    )
    return f"<a:lstStyle>{rows}</a:lstStyle>"
