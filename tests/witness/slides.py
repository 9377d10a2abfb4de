"""A second opinion on presentations: order of elements, and room measured by the font itself."""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

from PIL import ImageFont

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_POINT = 12700
_LINE = 1.265
ORDER: dict[str, str] = {
    "rPr": "lit nor scr sty ln noFill solidFill effectLst highlight latin ea cs sym hlinkClick "
    "extLst",
    "pPr": "lnSpc spcBef spcAft buClrTx buClr buSzTx buSzPct buFontTx buFont buNone buAutoNum "
    "buChar buBlip tabLst defRPr extLst",
    "cNvPr": "hlinkClick hlinkHover extLst",
    "spPr": "xfrm custGeom prstGeom noFill solidFill gradFill blipFill ln effectLst extLst",
    "txBody": "bodyPr lstStyle p",
    "p": "pPr r br fld AlternateContent endParaRPr",
    "tbl": "tblPr tblGrid tr",
    "tc": "txBody tcPr extLst",
    "sp": "nvSpPr spPr style txBody extLst",
    "pic": "nvPicPr blipFill spPr style extLst",
    "blipFill": "blip srcRect tile stretch",
    "graphicFrame": "nvGraphicFramePr xfrm graphic extLst",
    "sld": "cSld clrMapOvr transition timing extLst",
    "cSld": "bg spTree custDataLst controls extLst",
    "sldMaster": "cSld clrMap sldLayoutIdLst transition timing hf txStyles extLst",
    "f": "fPr num den",
    "rad": "radPr deg e",
    "sSup": "sSupPr e sup",
    "sSub": "sSubPr e sub",
    "sSubSup": "sSubSupPr e sub sup",
    "nary": "naryPr sub sup e",
    "naryPr": "chr limLoc grow subHide supHide ctrlPr",
    "d": "dPr e",
    "dPr": "begChr sepChr endChr grow shp ctrlPr",
    "limLow": "limLowPr e lim",
    "limUpp": "limUppPr e lim",
    "acc": "accPr e",
    "bar": "barPr e",
    "groupChr": "groupChrPr e",
    "groupChrPr": "chr pos vertJc ctrlPr",
    "m": "oMath mPr mr",
    "mr": "e",
    "borderBox": "borderBoxPr e",
    "borderBoxPr": "hideTop hideBot hideLeft hideRight strikeH strikeV strikeBLTR strikeTLBR",
    "phant": "phantPr e",
    "presentation": "sldMasterIdLst notesMasterIdLst handoutMasterIdLst sldIdLst sldSz notesSz "
    "embeddedFontLst custShowLst photoAlbum custDataLst kinsoku defaultTextStyle modifyVerifier "
    "extLst",
}
"""Children in the order of the schemas, ECMA-376-1 A.2, A.3 and A.6."""
_MIXED = {"r", "br", "fld", "AlternateContent"}
"""Elements that follow each other in any order."""


def disorder(root: Any) -> list[str]:
    """Elements whose children stand in another order, or that the schema does not have there."""
    return [fault for one in root.iter() if isinstance(one.tag, str) for fault in _wrong(one)]


def _wrong(element: Any) -> Iterator[str]:
    name = _local(element)
    name = "pPr" if name.startswith("lvl") and name.endswith("pPr") else name
    known = ORDER.get("rPr" if name in ("defRPr", "endParaRPr") else name, "").split()
    if not known:
        return
    last = 0
    for child in element:
        if _local(child) not in known:
            yield f"{name} has {_local(child)}"
            continue
        place = known.index("r" if name == "p" and _local(child) in _MIXED else _local(child))
        if place < last:
            yield f"{name}: {_local(child)} too late"
        last = max(last, place)


def _local(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]


def crowded(slide: Any) -> list[str]:
    """Placeholders whose text is higher than they are, and shapes that meet or leave the slide."""
    laid_over = {shape.name for shape in slide.shapes if not _filled(shape)}
    boxes = [
        (shape.name, *_box(slide, shape)) for shape in slide.shapes if shape.name not in laid_over
    ]
    found = [
        f"{shape.name}: {taken:.0f} > {room:.0f}"
        for shape in slide.shapes
        if shape.has_text_frame and shape.is_placeholder
        for taken, room in (_taken(slide, shape),)
        if taken > room + 1
    ]
    found += [f"{box[0]} is outside" for box in boxes if _outside(box)]
    pairs = ((one, other) for place, one in enumerate(boxes) for other in boxes[place + 1 :])
    return found + [f"{one[0]} meets {other[0]}" for one, other in pairs if _meet(one, other)]


def _filled(shape: Any) -> bool:
    """Not a frame over a part of a picture."""
    return shape.is_placeholder or shape._element.find(f"{P}spPr/{A}noFill") is None


_Box = tuple[str, float, float, float, float]


def _outside(box: _Box) -> bool:
    _, x, y, width, height = box
    return x < -1 or y < -1 or x + width > 961 or y + height > 541


def _meet(one: _Box, other: _Box) -> bool:
    across = min(one[1] + one[3], other[1] + other[3]) - max(one[1], other[1])
    along = min(one[2] + one[4], other[2] + other[4]) - max(one[2], other[2])
    return across > 1 and along > 1


def _box(slide: Any, shape: Any) -> tuple[float, float, float, float]:
    numbers = (shape.left, shape.top, shape.width, shape.height)
    if numbers[0] is None:
        master = slide.slide_layout.slide_master.placeholders
        wanted = {3: "FOOTER", 4: "SLIDE_NUMBER"}[shape.placeholder_format.idx]
        base = next(one for one in master if wanted in str(one.placeholder_format.type))
        numbers = (base.left, base.top, base.width, base.height)
    left, top, width, height = (number / _POINT for number in numbers)
    return left, top, width, height


def _taken(slide: Any, shape: Any) -> tuple[float, float]:
    """Points that the text takes, and those there are."""
    *_, width, height = _box(slide, shape)
    chain = _chain(slide, shape)
    insets = [float(_first(chain, f"{P}txBody/{A}bodyPr", side, "0")) / _POINT
              for side in ("lIns", "tIns", "rIns", "bIns")]  # fmt: skip
    inner, taken = width - insets[0] - insets[2], 0.0
    for place, paragraph in enumerate(shape._element.iterfind(f"{P}txBody/{A}p")):
        high, before = _paragraph(chain, paragraph, inner)
        taken += high + (before if place else 0)
    return taken, height - insets[1] - insets[3]


def _chain(slide: Any, shape: Any) -> list[Any]:
    """The shape, its placeholder in the layout, and that of the master."""
    idx = shape.placeholder_format.idx if shape.is_placeholder else None
    above = [one for one in slide.slide_layout.placeholders if one.placeholder_format.idx == idx]
    styles = slide.slide_layout.slide_master._element.find(f"{P}txStyles")
    kind = "titleStyle" if idx == 0 else "bodyStyle" if idx not in (3, 4) else "otherStyle"
    return [shape._element, *(one._element for one in above[:1]), styles.find(f"{P}{kind}")]


def _first(chain: list[Any], path: str, name: str, default: str) -> str:
    for one in chain:
        found = one.find(path)
        if found is not None and found.get(name) is not None:
            return str(found.get(name))
    return default


def _levels(chain: list[Any], paragraph: Any) -> list[Any]:
    own = paragraph.find(f"{A}pPr")
    level = int(own.get("lvl", "0")) + 1 if own is not None else 1
    found = [one.find(f"{P}txBody/{A}lstStyle/{A}lvl{level}pPr") for one in chain[:-1]]
    found.append(chain[-1].find(f"{A}lvl{level}pPr"))
    return [one for one in (own, *found) if one is not None]


def _paragraph(chain: list[Any], paragraph: Any, width: float) -> tuple[float, float]:
    """Points of its lines, and of the gap above."""
    levels = _levels(chain, paragraph)
    size = float(_first(levels, f"{A}defRPr", "sz", "1800")) / 100
    bold = _first(levels, f"{A}defRPr", "b", "0") == "1"
    left = next((float(one.get("marL")) for one in levels if one.get("marL")), 0.0) / _POINT
    gap = float(_first(levels, f"{A}spcBef/{A}spcPts", "val", "0")) / 100
    lines, used, largest = 1, 0.0, size
    for run in paragraph:
        if _local(run) == "br":
            lines, used = lines + 1, 0.0
        if _local(run) not in ("r", "fld"):
            continue
        marks = run.find(f"{A}rPr")
        own = float(marks.get("sz", size * 100)) / 100
        largest = own if own < size and len(list(paragraph)) < 4 else largest
        font = _font(own, bold if marks.get("b") is None else marks.get("b") == "1")
        for word in run.findtext(f"{A}t", "").split(" "):
            wide = font.getlength(word)
            if used and used + wide > width - left:
                lines, used = lines + 1, 0.0
            used += wide + font.getlength(" ")
    return lines * largest * _LINE, gap


@cache
def _font(size: float, bold: bool) -> ImageFont.FreeTypeFont:
    name = f"BeVietnamPro-{'Bold' if bold else 'Regular'}.ttf"
    return ImageFont.truetype(str(files("fontpkg_be_vietnam_pro") / "files" / name), size)
