"""Placeholders of master and layouts: where they stand, how their text looks, what they ask for."""

from lessonkit.render.pptx.layouts import FOOT, NUMBER, Box, Spot, Style
from lessonkit.render.pptx.xml import attribute, content, emu, fill, frame
from lessonkit.render.words import Words

SIZES = (28.0, 26.0, 24.0, 22.0, 20.0)
"""Points of the text of each level."""
INDENT = 37.0
"""Points by which each level stands in."""
BEFORE = 10.0
"""Points above a paragraph."""
PAD = 14.0
"""Points between a panel's edge and its text."""
TITLE_SIZE = 36.0
SMALL = 18.0
"""Points of what we say besides the lesson."""
FOOT_SIZE = 12.0
_SLIDE_NUMBER = "{2A7C5B52-0E0B-4B6B-8B0E-6C8C0B4C0F01}"

DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext>'
    "</a:extLst>"
)
"""What says that a picture carries no meaning, [MS-ODRAWXML] 2.27.1."""


def spot_xml(spot: Spot, place: int, words: Words, lang: str) -> str:
    """A placeholder of a layout; `place` is its number among the shapes."""
    name = attribute(f"{words(f'pptx.spot.{spot.key}')} {place - 1}")
    kind = "" if spot.kind == "obj" else f' type="{spot.kind}"'
    idx = f' idx="{spot.idx}"' if spot.idx else ""
    size = ' sz="quarter"' if spot.idx > 2 else ""
    asks = "" if spot.kind == "title" else ' hasCustomPrompt="1"' if spot.idx > 2 else ""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{place}" name="{name}"/><p:cNvSpPr>'
        f'<a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph{kind}{size}{idx}{asks}/></p:nvPr>'
        f"</p:nvSpPr><p:spPr>{frame(spot.box.x, spot.box.y, spot.box.width, spot.box.height)}"
        f"{_geometry(spot.style)}</p:spPr><p:txBody>{_insets(spot)}{_levels(spot)}"
        f"{_prompt(spot, words, lang)}</p:txBody></p:sp>"
    )


def _geometry(style: Style) -> str:
    if not style.panel:
        return '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    ground = fill(style.panel, pale=style.panel.startswith("accent"))
    return (
        '<a:prstGeom prst="roundRect"><a:avLst><a:gd name="adj" fmla="val 6000"/></a:avLst>'
        f"</a:prstGeom>{ground}<a:ln><a:noFill/></a:ln>"
    )


def _insets(spot: Spot) -> str:
    pad = emu(PAD) if spot.style.panel else 0
    anchor = spot.style.anchor or "t"
    return (
        f'<a:bodyPr vert="horz" lIns="{pad}" tIns="{pad}" rIns="{pad}" bIns="{pad}" rtlCol="0" '
        f'anchor="{anchor}"><a:normAutofit/></a:bodyPr>'
    )


def _levels(spot: Spot) -> str:
    """What the placeholder has otherwise than the master; without bullets nothing stands in."""
    style = spot.style
    if spot.kind == "title" and not style.size:
        return "<a:lstStyle/>"
    sizes = [max(SMALL, style.size - 2 * level) if style.size else 0 for level in range(5)]
    levels = "".join(_level(style, level, size) for level, size in enumerate(sizes, 1))
    return f"<a:lstStyle>{levels}</a:lstStyle>"


def _level(style: Style, level: int, size: float) -> str:
    said = f' sz="{round(size * 100)}"' if size else ""
    bold = ' b="1"' if style.bold else ""
    colour = fill(style.colour) if style.colour else ""
    marks = "" if style.bullets else "<a:buNone/>"
    align = f' algn="{style.align}"' if style.align else ""
    left = "" if style.bullets else f' marL="{emu(INDENT * (level - 1))}" indent="0"'
    if style.bullets and style.colour:
        marks = f'<a:buClr><a:schemeClr val="{style.colour}"/></a:buClr>'
    run = f"<a:defRPr{said}{bold}>{colour}</a:defRPr>"
    return f"<a:lvl{level}pPr{left}{align}>{marks}{run}</a:lvl{level}pPr>"


def _prompt(spot: Spot, words: Words, lang: str) -> str:
    text = content(words(f"pptx.prompt.{spot.key}"))
    return f'<a:p><a:r><a:rPr lang="{lang}"/><a:t>{text}</a:t></a:r></a:p>'


def foot(place: int, words: Words, lang: str) -> str:
    """Where the lesson's name stands on each slide."""
    # An empty one has no look of its own in LibreOffice, which shows the layout's foot.
    inner = f'<a:r><a:rPr lang="{lang}"/><a:t>{content(words("pptx.foot"))}</a:t></a:r>'
    return _small(place, words("pptx.foot"), 'type="ftr" sz="quarter" idx="3"', FOOT, inner)


def number(place: int, words: Words, lang: str) -> str:
    """Where the slide's number stands."""
    name, inner = words("pptx.number"), slide_number(lang)
    return _small(place, name, 'type="sldNum" sz="quarter" idx="4"', NUMBER, inner)


def slide_number(lang: str, shown: str = "‹#›") -> str:
    """The field that counts slides."""
    inner = f'<a:rPr lang="{lang}"/><a:t>{shown}</a:t>'
    return f'<a:fld id="{_SLIDE_NUMBER}" type="slidenum">{inner}</a:fld>'


def _small(place: int, name: str, kind: str, box: Box, inner: str) -> str:
    align = "r" if box is NUMBER else "l"
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{place}" name="{attribute(name)}"/><p:cNvSpPr>'
        f'<a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph {kind}/></p:nvPr></p:nvSpPr><p:spPr>'
        f'{frame(box.x, box.y, box.width, box.height)}<a:prstGeom prst="rect"><a:avLst/>'
        '</a:prstGeom></p:spPr><p:txBody><a:bodyPr vert="horz" lIns="0" tIns="0" rIns="0" '
        f'bIns="0" anchor="ctr"/><a:lstStyle><a:lvl1pPr algn="{align}">'
        f'<a:defRPr sz="{round(FOOT_SIZE * 100)}">'
        f"{fill('accent5')}</a:defRPr></a:lvl1pPr></a:lstStyle><a:p>{inner}</a:p></p:txBody></p:sp>"
    )
