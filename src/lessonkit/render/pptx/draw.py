"""Screens as slides: placeholders of their layout filled, in the order in which they are read."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any
from urllib.parse import quote, urlsplit

from lessonkit.render.pptx.body import levels, paragraph, run_xml, title_xml
from lessonkit.render.pptx.fit import SCALES, bound, left, room, scale_for, scaled, sizes
from lessonkit.render.pptx.grid import PAD
from lessonkit.render.pptx.layouts import Box, Spot, layout
from lessonkit.render.pptx.paragraphs import Para
from lessonkit.render.pptx.placeholder import DECORATIVE, SMALL, slide_number
from lessonkit.render.pptx.runs import plain
from lessonkit.render.pptx.screen import Area, Screen, Set, Shown, Text
from lessonkit.render.pptx.template import TABLE_STYLE
from lessonkit.render.pptx.xml import A, P, R, attribute, content, emu, fill, frame, language
from lessonkit.render.words import Words

_NAMES = f'xmlns:a="{A}" xmlns:p="{P}" xmlns:r="{R}"'
_SCHEMES = ("http", "https", "mailto", "tel")
_SVG = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"


@dataclass(frozen=True, slots=True)
class Image:
    """A picture as a presentation can hold it."""

    data: bytes
    """PNG, JPEG or GIF."""
    pixels: tuple[int, int]
    drawing: bytes = b""
    """The same as SVG, for programs that know it."""


@dataclass(slots=True)
class Board:
    """The presentation while slides are added to it."""

    shown: Any
    """A `pptx.presentation.Presentation`."""
    words: Words
    lang: str
    images: Mapping[str, Image]
    foot: str
    targets: Mapping[str, str] = field(default_factory=dict)
    """Name of the screen that a link inside the lesson leads to, by its address."""
    slides: dict[str, Any] = field(default_factory=dict)
    """By the name of the screen."""
    layouts: dict[str, Any] = field(default_factory=dict)
    """By name."""
    notes: int = 0
    """Pages of notes so far."""
    drawings: dict[bytes, Any] = field(default_factory=dict)


def add(board: Board, screen: Screen) -> None:
    """A bare slide with its name, so that others can lead to it."""
    if not board.layouts:
        board.layouts.update((one.name, one) for one in board.shown.slide_layouts)
    wanted = board.layouts[board.words(f"pptx.layout.{screen.layout}")]
    # Not by `slides.add_slide`, which copies all placeholders of the layout.
    number, slide = board.shown.part.add_slide(wanted)
    board.shown.slides._sldIdLst.add_sldId(number)
    slide._element.cSld.set("name", screen.name)
    if screen.hidden:
        slide._element.set("show", "0")
    board.slides[screen.name] = slide


def draw(board: Board, screen: Screen) -> None:
    """Fill the slide."""
    slide = board.slides[screen.name]
    where = layout(screen.layout)
    pen = _Pen(board, slide, list(board.slides).index(screen.name) + 1)
    title = next(one for one in where.spots if one.idx == 0)
    scale = scale_for((Para(screen.title),), title) or SCALES[-1]
    style = levels(sizes(title), scale)
    head = bound(Para(screen.title), title.box.width, scaled(sizes(title)[0], scale), bold=True)
    pen.shape(title, None, title_xml(head.runs, board.lang, pen.link), style)
    for item in screen.items:
        match item:
            case Text():
                pen.text(item)
            case Shown():
                pen.picture(item)
            case Set():
                pen.table(item, plain(screen.title))
    if where.foot:
        pen.foot()


class _Pen:
    """Adds shapes to one slide; numbers and names of shapes are unique in it."""

    def __init__(self, board: Board, slide: Any, number: int) -> None:
        self.board = board
        self.number = number
        self.slide = slide
        self.tree = slide.shapes._spTree
        self.next = 2

    def link(self, href: str, title: str = "") -> str:
        """A click that leads to the web or to another slide; to anything else nothing."""
        told = f' tooltip="{attribute(title)}"' if title else ""
        address = _address(href)
        if address:
            found = self.slide.part.relate_to(address, f"{R}/hyperlink", is_external=True)
            return f'<a:hlinkClick r:id="{found}"{told}/>'
        name = self.board.targets.get(href)
        target = self.board.slides.get(name) if name else None
        if target is None or target is self.slide:
            return ""
        found = self.slide.part.relate_to(target.part, f"{R}/slide")
        return f'<a:hlinkClick r:id="{found}" action="ppaction://hlinksldjump"{told}/>'

    def _named(self, key: str) -> str:
        """Number and name of the next shape."""
        self.next += 1
        name = self.board.words(f"pptx.spot.{key}")
        return f'id="{self.next - 1}" name="{attribute(name)} {self.next - 2}"'

    def _append(self, xml: str) -> None:
        from pptx.oxml import parse_xml

        self.tree.append(parse_xml(xml))

    def shape(self, spot: Spot, box: Box | None, inner: str, style: str = "<a:lstStyle/>",
              panel: str = "") -> None:  # fmt: skip
        """A placeholder with text."""
        at = frame(box.x, box.y, box.width, box.height) if box is not None else ""
        if panel and panel != spot.style.panel:
            at += fill(panel, pale=panel.startswith("accent"))
        self._append(
            f"<p:sp {_NAMES}><p:nvSpPr><p:cNvPr {self._named(spot.key)}/><p:cNvSpPr>"
            f'<a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>{_place(spot)}</p:nvPr></p:nvSpPr>'
            f"<p:spPr>{at}</p:spPr><p:txBody><a:bodyPr><a:normAutofit/></a:bodyPr>{style}"
            f"{inner}</p:txBody></p:sp>"
        )

    def text(self, item: Text) -> None:
        """Paragraphs."""
        spot, lang = item.spot, self.board.lang
        inner = "".join(paragraph(one, spot, lang, self.link) for one in _set(item))
        style = levels(sizes(spot), item.scale)
        box = item.box if item.box != spot.box else None
        self.shape(spot, box, inner, style, item.panel)

    def picture(self, item: Shown) -> None:
        """As large as its box lets it be, in the middle of it; never cut, never stretched."""
        image = self.board.images.get(item.picture.src)
        if image is None:
            return
        part, found = self.slide.part.get_or_add_image_part(BytesIO(image.data))
        del part
        box = _inside(item.box, image.pixels)
        alt = "" if item.picture.decorative else item.picture.alt
        marks = DECORATIVE if item.picture.decorative else ""
        place = _place(item.spot) if item.spot is not None else ""
        lock = ' noGrp="1"' if item.spot is not None else ""
        self._append(
            f"<p:pic {_NAMES}><p:nvPicPr><p:cNvPr {self._named('picture')} "
            f'descr="{attribute(alt)}">{marks}</p:cNvPr><p:cNvPicPr><a:picLocks{lock} '
            f'noChangeAspect="1"/></p:cNvPicPr><p:nvPr>{place}</p:nvPr></p:nvPicPr><p:blipFill>'
            f'<a:blip r:embed="{found}">{self._drawing(image)}</a:blip><a:stretch><a:fillRect/>'
            f"</a:stretch></p:blipFill><p:spPr>{frame(box.x, box.y, box.width, box.height)}"
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
        )
        for area in item.areas:
            self._area(area, box)

    def _area(self, area: Area, box: Box) -> None:
        """A frame over a part of a picture, with its letter; it can be moved and deleted."""
        x, y = box.x + area.x * box.width, box.y + area.y * box.height
        lang = language(self.board.lang)
        self._append(
            f"<p:sp {_NAMES}><p:nvSpPr><p:cNvPr {self._named('area')}/><p:cNvSpPr/><p:nvPr/>"
            f"</p:nvSpPr><p:spPr>{frame(x, y, area.width * box.width, area.height * box.height)}"
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/>'
            f'<a:ln w="38100">{fill("accent3")}</a:ln></p:spPr><p:txBody><a:bodyPr wrap="none" '
            'lIns="36000" tIns="0" rIns="0" bIns="0" anchor="t"/><a:lstStyle/><a:p><a:r>'
            f'<a:rPr lang="{lang}" sz="1800" b="1" dirty="0">{fill("accent3")}'
            f'<a:highlight><a:schemeClr val="bg1"/></a:highlight></a:rPr>'
            f"<a:t>{content(area.label)}</a:t></a:r></a:p></p:txBody></p:sp>"
        )

    def _drawing(self, image: Image) -> str:
        """The SVG, for programs that know it; the others show the PNG."""
        if not image.drawing:
            return ""
        from pptx.opc.package import Part
        from pptx.opc.packuri import PackURI

        board, package = self.board, self.slide.part.package
        if image.drawing not in board.drawings:
            name = PackURI(f"/ppt/media/drawing{len(board.drawings) + 1}.svg")
            board.drawings[image.drawing] = Part(name, "image/svg+xml", package, image.drawing)
        found = self.slide.part.relate_to(board.drawings[image.drawing], f"{R}/image")
        return (
            '<a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}">'
            f'<asvg:svgBlip xmlns:asvg="{_SVG}" r:embed="{found}"/></a:ext></a:extLst>'
        )

    def table(self, item: Set, told: str) -> None:
        """A table whose first row is told to be its head; `told`: to who cannot see it."""
        grid, box = item.grid, item.box
        high = sum(line.height for line in grid.lines)
        columns = "".join(f'<a:gridCol w="{emu(one)}"/>' for one in grid.widths)
        rows = "".join(self._row(item, place) for place in range(len(grid.lines)))
        marks = (' firstRow="1"' if grid.head else "") + (' firstCol="1"' if grid.side else "")
        place = _place(item.spot) if item.spot is not None else ""
        self._append(
            f"<p:graphicFrame {_NAMES}><p:nvGraphicFramePr><p:cNvPr {self._named('table')} "
            f'descr="{attribute(told)}"/>'
            f'<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr>'
            f"<p:nvPr>{place}</p:nvPr></p:nvGraphicFramePr>"
            f"{frame(box.x, box.y, sum(grid.widths), high).replace('a:xfrm', 'p:xfrm')}"
            f'<a:graphic><a:graphicData uri="{A[:-4]}table"><a:tbl><a:tblPr{marks} bandRow="1">'
            f"<a:tableStyleId>{TABLE_STYLE}</a:tableStyleId></a:tblPr><a:tblGrid>{columns}"
            f"</a:tblGrid>{rows}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>"
        )

    def _row(self, item: Set, place: int) -> str:
        line, size = item.grid.lines[place], item.grid.size
        cells = []
        for cell, align in zip(line.cells, line.aligned, strict=True):
            inner = "".join(
                run_xml(one, Para(()), self.board.lang, self.link, size) for one in cell
            )
            kind = {"center": "ctr", "right": "r"}.get(align, "")
            marks = f'<a:pPr algn="{kind}"/>' if kind else ""
            end = f'<a:endParaRPr lang="{language(self.board.lang)}" sz="{round(size * 100)}"/>'
            cells.append(
                "<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>"
                f"<a:p>{marks}{inner or end}</a:p></a:txBody>"
                f'<a:tcPr marL="{emu(PAD[0])}" marR="{emu(PAD[0])}" marT="{emu(PAD[1])}" '
                f'marB="{emu(PAD[1])}" anchor="ctr"/></a:tc>'
            )
        return f'<a:tr h="{emu(line.height)}">{"".join(cells)}</a:tr>'

    def foot(self) -> None:
        """The lesson's name and the slide's number, as the layout has them."""
        lang, words = language(self.board.lang), self.board.words
        told = f'<a:r><a:rPr lang="{lang}" dirty="0"/><a:t>{content(self.board.foot)}</a:t></a:r>'
        for name, kind, idx, inner in (
            (words("pptx.foot"), "ftr", 3, told),
            (words("pptx.number"), "sldNum", 4, slide_number(lang, str(self.number))),
        ):
            self.next += 1
            self._append(
                f'<p:sp {_NAMES}><p:nvSpPr><p:cNvPr id="{self.next - 1}" name="{attribute(name)}"/>'
                '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>'
                f'<p:ph type="{kind}" sz="quarter" idx="{idx}"/></p:nvPr></p:nvSpPr><p:spPr/>'
                f"<p:txBody><a:bodyPr/><a:lstStyle/><a:p>{inner}</a:p></p:txBody></p:sp>"
            )


def _set(item: Text) -> Iterator[Para]:
    """Paragraphs as they break: no word alone on the last line."""
    width, _ = room(item.spot, item.box)
    points = sizes(item.spot)
    for para in item.paras:
        size = SMALL if para.small else scaled(points[para.level], item.scale)
        yield bound(para, width - left(para, item.spot), size, bold=item.spot.style.bold)


def _address(href: str) -> str:
    """An address as a URI, which a relation must be (OPC, 9.3); empty where it is none."""
    try:
        scheme = urlsplit(href).scheme.lower()
    except ValueError:
        return ""
    return quote(href, safe="%/:=&?~#+!$,;'@()*[]") if scheme in _SCHEMES else ""


def _place(spot: Spot) -> str:
    """Which placeholder of the layout it fills."""
    kind = "" if spot.kind == "obj" else f' type="{spot.kind}"'
    size = ' sz="quarter"' if spot.idx > 2 else ""
    idx = f' idx="{spot.idx}"' if spot.idx else ""
    return f"<p:ph{kind}{size}{idx}/>"


def _inside(box: Box, pixels: tuple[int, int]) -> Box:
    """The largest of these proportions in the middle of a box."""
    wide, tall = max(1, pixels[0]), max(1, pixels[1])
    share = min(box.width / wide, box.height / tall)
    width, height = wide * share, tall * share
    return Box(box.x + (box.width - width) / 2, box.y + (box.height - height) / 2, width, height)
