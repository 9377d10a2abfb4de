"""Pieces of DrawingML as text, and the names of its spaces."""

from html import escape

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
P = "http://schemas.openxmlformats.org/presentationml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"
SPACES = f'xmlns:a="{A}" xmlns:r="{R}" xmlns:p="{P}"'
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
POINT = 12700
"""English Metric Units of a point."""
TREE = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr>'
    '<a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/>'
    '<a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)
"""What every tree of shapes begins with."""


def emu(points: float) -> int:
    """Points as whole English Metric Units."""
    return round(points * POINT)


def attribute(text: str) -> str:
    """Text for an attribute in double quotes."""
    return escape(text, quote=True).replace("\n", "&#10;")


def content(text: str) -> str:
    """Text between tags."""
    return escape(text, quote=False)


def frame(x: float, y: float, width: float, height: float) -> str:
    """Where a shape stands, in points."""
    return (
        f'<a:xfrm><a:off x="{emu(x)}" y="{emu(y)}"/>'
        f'<a:ext cx="{emu(width)}" cy="{emu(height)}"/></a:xfrm>'
    )


def fill(colour: str, pale: bool = False) -> str:
    """A colour of the theme; pale ones let dark text be read on them at 7:1."""
    shade = '<a:lumMod val="10000"/><a:lumOff val="90000"/>' if pale else ""
    return f'<a:solidFill><a:schemeClr val="{colour}">{shade}</a:schemeClr></a:solidFill>'


def language(tag: str) -> str:
    """A BCP 47 tag as Office knows it: with a country."""
    known = {"vi": "vi-VN", "en": "en-US", "fr": "fr-FR", "de": "de-DE", "es": "es-ES",
             "zh": "zh-CN", "ja": "ja-JP", "ko": "ko-KR", "km": "km-KH", "lo": "lo-LA"}  # fmt: skip
    return known.get(tag.lower(), tag)
