"""The page of notes: the slide above, what to say below, large enough to be read while standing."""

from lessonkit.render.pptx.xml import HEAD, SPACES, TREE, attribute, fill, frame
from lessonkit.render.words import Words

WIDTH, HEIGHT = 540, 720
"""Points: portrait, three by four."""
_MARGIN = 54.0
SIZE = 14
"""Points of the notes."""
_SHOWN = (_MARGIN, 50.0, WIDTH - 2 * _MARGIN, 243.0)
_SAID = (_MARGIN, 316.0, WIDTH - 2 * _MARGIN, 350.0)
_NUMBER = (WIDTH - _MARGIN - 120.0, 680.0, 120.0, 26.0)
MAP = (
    '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" '
    'accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" '
    'folHlink="folHlink"/>'
)
"""Which colour of the theme is text and which is ground."""


def notes_master(words: Words, lang: str) -> str:
    """The part `notesMaster`; `lang` as Office knows it."""
    levels = "".join(_level(level) for level in range(1, 6))
    return (
        f'{HEAD}<p:notesMaster {SPACES}><p:cSld><p:bg><p:bgRef idx="1001">'
        f'<a:schemeClr val="bg1"/></p:bgRef></p:bg><p:spTree>{TREE}'
        f"{_slide(words)}{_said(words, lang)}{_number(words, lang)}</p:spTree></p:cSld>{MAP}"
        f"<p:notesStyle>{levels}</p:notesStyle></p:notesMaster>"
    )


def _shape(number: int, name: str, lock: str, place: str, rest: str) -> str:
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{attribute(name)}"/><p:cNvSpPr>'
        f'<a:spLocks noGrp="1"{lock}/></p:cNvSpPr><p:nvPr><p:ph {place}/></p:nvPr></p:nvSpPr>'
        f"{rest}</p:sp>"
    )


def _slide(words: Words) -> str:
    line = f'<a:ln w="6350">{fill("accent5")}</a:ln>'
    box = (
        f'<p:spPr>{frame(*_SHOWN)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/>'
        f"{line}</p:spPr>"
    )
    return _shape(
        2, words("pptx.slide"), ' noRot="1" noChangeAspect="1"', 'type="sldImg" idx="2"', box
    )


def _said(words: Words, lang: str) -> str:
    text = (
        f'<p:spPr>{frame(*_SAID)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>'
        '<p:txBody><a:bodyPr vert="horz" lIns="0" tIns="0" rIns="0" bIns="0"><a:normAutofit/>'
        f'</a:bodyPr><a:lstStyle/><a:p><a:pPr lvl="0"/><a:r><a:rPr lang="{lang}"/>'
        f"<a:t>{attribute(words('pptx.notes'))}</a:t></a:r></a:p></p:txBody>"
    )
    return _shape(3, words("pptx.notes"), "", 'type="body" sz="quarter" idx="3"', text)


def _number(words: Words, lang: str) -> str:
    text = (
        f'<p:spPr>{frame(*_NUMBER)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>'
        '<p:txBody><a:bodyPr vert="horz" lIns="0" tIns="0" rIns="0" bIns="0" anchor="b"/>'
        '<a:lstStyle><a:lvl1pPr algn="r"><a:defRPr sz="1200"/></a:lvl1pPr></a:lstStyle><a:p>'
        '<a:fld id="{7C0B9F2E-4C61-4B7E-9D0B-2B8B5B3D9A11}" type="slidenum">'
        f'<a:rPr lang="{lang}"/>'
        "<a:t>‹#›</a:t></a:fld></a:p></p:txBody>"
    )
    return _shape(4, words("pptx.number"), "", 'type="sldNum" sz="quarter" idx="5"', text)


def _level(level: int) -> str:
    left = (level - 1) * 228600
    return (
        f'<a:lvl{level}pPr marL="{left}" algn="l" defTabSz="914400" rtl="0" eaLnBrk="1" '
        'latinLnBrk="0" hangingPunct="1"><a:spcBef><a:spcPts val="400"/></a:spcBef>'
        f'<a:defRPr sz="{SIZE * 100}" kern="1200">{fill("tx1")}<a:latin typeface="+mn-lt"/>'
        f'<a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/></a:defRPr></a:lvl{level}pPr>'
    )
