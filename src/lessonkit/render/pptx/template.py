"""The presentation before its first slide: theme, master, layouts and notes master."""

from functools import lru_cache

from lessonkit.render.pptx import notes_master
from lessonkit.render.pptx.layouts import (
    FULL,
    HEIGHT,
    LAYOUTS,
    MARGIN,
    TITLE,
    WIDTH,
    Box,
    Layout,
    Spot,
    Style,
)  # fmt: skip
from lessonkit.render.pptx.package import package, relations
from lessonkit.render.pptx.palette import theme_xml
from lessonkit.render.pptx.placeholder import (
    BEFORE,
    DECORATIVE,
    INDENT,
    SIZES,
    TITLE_SIZE,
    foot,
    number,
    spot_xml,
)
from lessonkit.render.pptx.xml import (
    HEAD,
    SPACES,
    TREE,
    attribute,
    emu,
    fill,
    frame,
    language,
)  # fmt: skip
from lessonkit.render.theme import Theme
from lessonkit.render.words import Words

_MARKS = ("•", "–", "•", "–", "•")


@lru_cache(maxsize=4)
def template(theme: Theme, words: Words) -> bytes:
    """A package without slides, in that language; kept, for all lessons of a build share it."""
    lang = language(words.lang)
    names = [f"slideLayouts/slideLayout{number}.xml" for number in range(1, len(LAYOUTS) + 1)]
    colours = theme_xml(theme.name, theme.tokens.light)
    parts = {
        "_rels/.rels": relations([("officeDocument", "ppt/presentation.xml")]),
        "ppt/presentation.xml": _presentation(lang),
        "ppt/_rels/presentation.xml.rels": relations(
            [
                ("slideMaster", "slideMasters/slideMaster1.xml"),
                ("notesMaster", "notesMasters/notesMaster1.xml"),
                ("presProps", "presProps.xml"),
                ("viewProps", "viewProps.xml"),
                ("theme", "theme/theme1.xml"),
                ("tableStyles", "tableStyles.xml"),
            ]
        ),
        "ppt/presProps.xml": f"{HEAD}<p:presentationPr {SPACES}/>",
        "ppt/viewProps.xml": f"{HEAD}<p:viewPr {SPACES}/>",
        "ppt/tableStyles.xml": f'{HEAD}<a:tblStyleLst {SPACES} def="{TABLE_STYLE}"/>',
        "ppt/theme/theme1.xml": colours,
        "ppt/theme/theme2.xml": colours,
        "ppt/slideMasters/slideMaster1.xml": _master(words, lang),
        "ppt/slideMasters/_rels/slideMaster1.xml.rels": relations(
            [("theme", "../theme/theme1.xml"), *(("slideLayout", f"../{name}") for name in names)]
        ),
        "ppt/notesMasters/notesMaster1.xml": notes_master.notes_master(words, lang),
        "ppt/notesMasters/_rels/notesMaster1.xml.rels": relations(
            [("theme", "../theme/theme2.xml")]
        ),
    }
    for name, layout in zip(names, LAYOUTS, strict=True):
        parts[f"ppt/{name}"] = _layout(layout, words, lang)
        parts[f"ppt/{name.replace('/', '/_rels/')}.rels"] = relations(
            [("slideMaster", "../slideMasters/slideMaster1.xml")]
        )
    if words.direction == "rtl":
        parts = {name: _turned(text) for name, text in parts.items()}
    return package(parts, {name: _kind(name) for name in parts if not name.endswith(".rels")})


TABLE_STYLE = "{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}"
"""Medium Style 2 – Accent 1, which every program knows without its definition."""


def _turned(text: str) -> str:
    """Paragraphs that begin on the right, as the language is written."""
    return text.replace('algn="l" defTabSz="914400" rtl="0"', 'algn="r" defTabSz="914400" rtl="1"')


def _kind(part: str) -> str:
    """What comes between the words of every content type."""
    stem = part.rpartition("/")[2].removesuffix(".xml").rstrip("0123456789")
    if stem == "theme":
        return "theme"
    whole = {"presentation": "presentation.main"}.get(stem, stem)
    return f"presentationml.{whole}"


def _presentation(lang: str) -> str:
    levels = "".join(
        f'<a:lvl{level}pPr marL="{(level - 1) * 457200}" algn="l" defTabSz="914400" rtl="0" '
        f'eaLnBrk="1" latinLnBrk="0" hangingPunct="1"><a:defRPr sz="1800" kern="1200">{_font()}'
        f"</a:defRPr></a:lvl{level}pPr>"
        for level in range(1, 10)
    )
    return (
        f'{HEAD}<p:presentation {SPACES} saveSubsetFonts="1" autoCompressPictures="0">'
        '<p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst>'
        '<p:notesMasterIdLst><p:notesMasterId r:id="rId2"/></p:notesMasterIdLst>'
        f'<p:sldSz cx="{emu(WIDTH)}" cy="{emu(HEIGHT)}"/>'
        f'<p:notesSz cx="{emu(notes_master.WIDTH)}" cy="{emu(notes_master.HEIGHT)}"/>'
        f'<p:defaultTextStyle><a:defPPr><a:defRPr lang="{lang}"/></a:defPPr>{levels}'
        "</p:defaultTextStyle></p:presentation>"
    )


def _font(colour: str = "tx1", heading: bool = False) -> str:
    family = "+mj" if heading else "+mn"
    return (
        f'{fill(colour)}<a:latin typeface="{family}-lt"/><a:ea typeface="{family}-ea"/>'
        f'<a:cs typeface="{family}-cs"/>'
    )


def _master(words: Words, lang: str) -> str:
    title = Spot("title", "title", 0, TITLE, Style())
    body = Spot("content", "body", 1, FULL, Style(bullets=True))
    shapes = _sign(6) + spot_xml(title, 2, words, lang) + spot_xml(body, 3, words, lang)
    ids = "".join(
        f'<p:sldLayoutId id="{2147483649 + place}" r:id="rId{place + 2}"/>'
        for place in range(len(LAYOUTS))
    )
    return (
        f"{HEAD}<p:sldMaster {SPACES}><p:cSld>{_ground('bg1')}<p:spTree>{TREE}{shapes}"
        f"{foot(4, words, lang)}{number(5, words, lang)}</p:spTree></p:cSld>{notes_master.MAP}"
        f'<p:sldLayoutIdLst>{ids}</p:sldLayoutIdLst><p:hf hdr="0" dt="0"/>'
        f"<p:txStyles><p:titleStyle>{_title_style()}</p:titleStyle>"
        f"<p:bodyStyle>{_body_style()}</p:bodyStyle><p:otherStyle>{_other_style(lang)}"
        "</p:otherStyle></p:txStyles></p:sldMaster>"
    )


def _title_style() -> str:
    return (
        '<a:lvl1pPr algn="l" defTabSz="914400" rtl="0" eaLnBrk="1" latinLnBrk="0" '
        'hangingPunct="1"><a:lnSpc><a:spcPct val="95000"/></a:lnSpc><a:spcBef>'
        f'<a:spcPct val="0"/></a:spcBef><a:buNone/><a:defRPr sz="{round(TITLE_SIZE * 100)}" '
        f'b="1" kern="1200">{_font("tx2", heading=True)}</a:defRPr></a:lvl1pPr>'
    )


def _body_style() -> str:
    return "".join(
        f'<a:lvl{level}pPr marL="{emu(INDENT * level)}" indent="{-emu(INDENT)}" algn="l" '
        'defTabSz="914400" rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="1">'
        '<a:lnSpc><a:spcPct val="100000"/></a:lnSpc>'
        f'<a:spcBef><a:spcPts val="{round(BEFORE * 100)}"/>'
        f'</a:spcBef><a:buClr><a:schemeClr val="accent1"/></a:buClr>'
        f'<a:buFont typeface="Arial" panose="020B0604020202020204" pitchFamily="34" charset="0"/>'
        f'<a:buChar char="{mark}"/><a:defRPr sz="{round(size * 100)}" kern="1200">{_font()}'
        f"</a:defRPr></a:lvl{level}pPr>"
        for level, (size, mark) in enumerate(zip(SIZES, _MARKS, strict=True), 1)
    )


def _other_style(lang: str) -> str:
    return (
        f'<a:defPPr><a:defRPr lang="{lang}"/></a:defPPr><a:lvl1pPr marL="0" algn="l" '
        'defTabSz="914400" rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="1">'
        f'<a:defRPr sz="1800" kern="1200">{_font()}</a:defRPr></a:lvl1pPr>'
    )


def _ground(colour: str) -> str:
    return f"<p:bg><p:bgPr>{fill(colour)}<a:effectLst/></p:bgPr></p:bg>"


def _layout(layout: Layout, words: Words, lang: str) -> str:
    shapes = "".join(
        spot_xml(one, place + 2, words, lang) for place, one in enumerate(layout.spots)
    )
    last = len(layout.spots) + 2
    below = foot(last, words, lang) + number(last + 1, words, lang) if layout.foot else ""
    sign = _sign(last + 2, cover=True) if not layout.foot else ""
    name = attribute(words(f"pptx.layout.{layout.key}"))
    kind = f' type="{layout.type}"' if layout.type != "cust" else ' userDrawn="1"'
    hidden = "" if layout.foot else ' showMasterSp="0"'
    ground = _ground(layout.ground) if layout.ground != "bg1" else ""
    return (
        f'{HEAD}<p:sldLayout {SPACES}{hidden}{kind} preserve="1"><p:cSld name="{name}">{ground}'
        f"<p:spTree>{TREE}{sign}{shapes}{below}</p:spTree></p:cSld>"
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    )


def _sign(number: int, *, cover: bool = False) -> str:
    """A short bar of the accent above the title: the only ornament, and marked as one."""
    box = Box(MARGIN, 34, 48, 5) if not cover else Box(0, 0, 14, HEIGHT)
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="–">{DECORATIVE}</p:cNvPr><p:cNvSpPr/>'
        '<p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>'
        f"{frame(box.x, box.y, box.width, box.height)}"
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        f"{fill('accent6' if cover else 'accent1')}<a:ln><a:noFill/></a:ln></p:spPr>"
        f"<p:txBody><a:bodyPr/><a:lstStyle/><a:p/></p:txBody></p:sp>"
    )
