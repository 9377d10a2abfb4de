"""The colours and fonts of the presentation, named in its theme so that one change changes all."""

from collections.abc import Mapping

from lessonkit.render.pptx.xml import HEAD, A, attribute

FONT = "Be Vietnam Pro"
"""Named, for a presentation cannot hold it; where it is missing, Office takes one of its own."""
CODE_FONT = "Consolas"
COLOURS = (
    ("dk1", "text"),
    ("lt1", "surface"),
    ("dk2", "cover"),
    ("lt2", "tint"),
    ("accent1", "accent"),
    ("accent2", "right"),
    ("accent3", "wrong"),
    ("accent4", "care"),
    ("accent5", "muted"),
    ("accent6", "halo"),
    ("hlink", "accent"),
    ("folHlink", "code-keyword"),
)
"""Colours of the presentation's theme, by the token they have the value of."""
_LINE = (
    '<a:ln w="{width}" cap="flat" cmpd="sng" algn="ctr"><a:solidFill><a:schemeClr val="phClr"/>'
    '</a:solidFill><a:prstDash val="solid"/></a:ln>'
)
_PLAIN = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_FLAT = "<a:effectStyle><a:effectLst/></a:effectStyle>"


def theme_xml(name: str, colours: Mapping[str, str]) -> str:
    """The part `theme`; `colours` are tokens as `#rrggbb`."""
    scheme = "".join(
        f'<a:{place}><a:srgbClr val="{colours[token][1:].upper()}"/></a:{place}>'
        for place, token in COLOURS
    )
    other = '<a:ea typeface=""/><a:cs typeface=""/>'
    font = f'<a:latin typeface="{FONT}" pitchFamily="2" charset="0"/>{other}'
    lines = "".join(_LINE.format(width=width) for width in (6350, 12700, 19050))
    return (
        f'{HEAD}<a:theme xmlns:a="{A}" name="{attribute(name)}"><a:themeElements>'
        f'<a:clrScheme name="{attribute(name)}">{scheme}</a:clrScheme>'
        f'<a:fontScheme name="{attribute(name)}"><a:majorFont>{font}</a:majorFont>'
        f"<a:minorFont>{font}</a:minorFont></a:fontScheme>"
        f'<a:fmtScheme name="{attribute(name)}"><a:fillStyleLst>{_PLAIN * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{lines}</a:lnStyleLst>"
        f"<a:effectStyleLst>{_FLAT * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{_PLAIN * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements>"
        "<a:objectDefaults/><a:extraClrSchemeLst/></a:theme>"
    )
