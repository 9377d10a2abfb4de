"""The whole file: slides, notes, sections, and what is said of the lesson."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from io import BytesIO
from typing import Any
from uuid import UUID, uuid5

from lessonkit.model.meta import Meta
from lessonkit.render.pptx.body import paragraph
from lessonkit.render.pptx.draw import Board, Image, add, draw
from lessonkit.render.pptx.fit import shortened
from lessonkit.render.pptx.layouts import FOOT, Box, Spot
from lessonkit.render.pptx.package import packed
from lessonkit.render.pptx.placeholder import FOOT_SIZE, slide_number
from lessonkit.render.pptx.runs import flat
from lessonkit.render.pptx.screen import Screen
from lessonkit.render.pptx.template import template
from lessonkit.render.pptx.xml import HEAD, P14, SPACES, TREE, P, R, attribute, language
from lessonkit.render.theme import Theme

_NOTES = Spot("notes", "body", 3, Box(0, 0, 432, 350))
_NOTES_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.notesSlide+xml"
_SECTIONS = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
"""The extension that holds the sections, [MS-PPTX] 2.2.3."""
_SPACE = UUID("6d5f0d3e-3b52-4c8e-9c0e-1d7e4c2f8a90")
"""Of the ids of sections, made of the module's and the section's."""


@dataclass(frozen=True, slots=True)
class Show:
    """All that a presentation is made of."""

    meta: Meta
    screens: tuple[Screen, ...]
    sections: Mapping[str, str]
    """Title of each section by its id, in order."""
    images: Mapping[str, Image]
    identifier: str
    """A permanent name of the lesson."""
    epoch: int


def presentation(show: Show, theme: Theme) -> bytes:
    """The file; the same show gives the same bytes."""
    from pptx import Presentation

    lang, words = show.meta.lang, theme.words(show.meta.lang)
    made = Presentation(BytesIO(template(theme, words)))
    names = _names(show.screens)
    foot = shortened(show.meta.title, FOOT_SIZE, FOOT.width)
    board = Board(made, words, lang, show.images, foot, names)
    for one in show.screens:
        add(board, one)
    for one in show.screens:
        draw(board, one)
        if one.notes:
            _note(board, one)
    _group(board, show)
    _describe(made.core_properties, show)
    return packed(made.part.package)


def _names(screens: Iterable[Screen]) -> dict[str, str]:
    """Addresses inside the lesson: those of slides, and of sections by their first slide."""
    found: dict[str, str] = {}
    for one in screens:
        found.setdefault(f"#{one.section}", one.name)
        found[f"#{one.name}"] = one.name
    return found


def _note(board: Board, screen: Screen) -> None:
    """The page of notes; its placeholders are those of the notes master."""
    from pptx.opc.package import Part
    from pptx.opc.packuri import PackURI

    slide, shown = board.slides[screen.name].part, board.shown.part
    board.notes += 1
    name = PackURI(f"/ppt/notesSlides/notesSlide{board.notes}.xml")
    xml = (
        f"{HEAD}<p:notes {SPACES}><p:cSld><p:spTree>{TREE}{''.join(_note_shapes(board, screen))}"
        "</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>"
    )
    part = Part(name, _NOTES_TYPE, slide.package, xml.encode())
    part.relate_to(shown.part_related_by(f"{R}/notesMaster"), f"{R}/notesMaster")
    part.relate_to(slide, f"{R}/slide")
    slide.relate_to(part, f"{R}/notesSlide")


def _note_shapes(board: Board, screen: Screen) -> Iterator[str]:
    """The slide, what is said, the number."""
    words, lang = board.words, board.lang
    number_shown = str(list(board.slides).index(screen.name) + 1)
    paras = (replace(one, runs=flat(one.runs)) for one in screen.notes)
    told = "".join(paragraph(one, _NOTES, lang, lambda *_: "") for one in paras)
    field = f"<a:p>{slide_number(language(lang), number_shown)}</a:p>"
    lock = ' noRot="1" noChangeAspect="1"'
    for number, (key, locks, place, text) in enumerate(
        (
            ("slide", lock, 'type="sldImg" idx="2"', ""),
            ("notes", "", 'type="body" sz="quarter" idx="3"', told),
            ("number", "", 'type="sldNum" sz="quarter" idx="5"', field),
        ),
        2,
    ):
        body = f"<p:txBody><a:bodyPr/><a:lstStyle/>{text}</p:txBody>" if text else ""
        yield (
            f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" '
            f'name="{attribute(words(f"pptx.{key}"))}"/><p:cNvSpPr><a:spLocks noGrp="1"{locks}/>'
            f"</p:cNvSpPr><p:nvPr><p:ph {place}/></p:nvPr></p:nvSpPr><p:spPr/>{body}</p:sp>"
        )


def _group(board: Board, show: Show) -> None:
    """Sections of the lesson as sections of the presentation."""
    from pptx.oxml import parse_xml

    ids: dict[str, list[int]] = {}
    listed = board.shown.slides._sldIdLst.sldId_lst
    for one, slide in zip(show.screens, listed, strict=True):
        ids.setdefault(one.section, []).append(slide.id)
    rows = "".join(
        f'<p14:section name="{attribute(show.sections.get(name, name))}" '
        f'id="{{{str(uuid5(_SPACE, f"{show.meta.id} {name}")).upper()}}}"><p14:sldIdLst>'
        + "".join(f'<p14:sldId id="{one}"/>' for one in numbers)
        + "</p14:sldIdLst></p14:section>"
        for name, numbers in ids.items()
    )
    xml = (
        f'<p:extLst xmlns:p="{P}"><p:ext uri="{_SECTIONS}"><p14:sectionLst xmlns:p14="{P14}">'
        f"{rows}</p14:sectionLst></p:ext></p:extLst>"
    )
    board.shown._element.append(parse_xml(xml))


def _describe(core: Any, show: Show) -> None:
    """What a file manager and a search find."""
    meta = show.meta
    day = datetime.fromtimestamp(show.epoch, UTC).replace(tzinfo=None)
    core.title, core.subject = meta.title, meta.summary[:255]
    core.author = core.last_modified_by = ", ".join(meta.authors)[:255]
    core.keywords = ", ".join(meta.keywords)[:255]
    core.language, core.version = language(meta.lang), meta.version
    core.identifier, core.comments = show.identifier, meta.license
    core.created = core.modified = day
    core.revision = 1
