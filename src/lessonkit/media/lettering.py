"""The letters of a drawing that is set: fonts of a machine are none of the engine's."""

import re
from xml.etree import ElementTree as ET

from lessonkit.text.widths import lacking

_FAMILY = re.compile(rb"""(font-family\s*[:=]\s*)("[^"]*"|'[^']*'|[^;"'<>}]+)""")
_ROOT = re.compile(rb"<svg\b")
_TEXT = b"Be Vietnam Pro"
_CODE = b"DejaVu Sans Mono"
"""The engine brings it."""


def lettered(svg: bytes) -> bytes:
    """The drawing with its text in the fonts there are; a family that is missing would be replaced
    by any that is there, such as one with serifs."""
    named = _FAMILY.sub(_known, svg)
    if _FAMILY.search(svg[: _end_of_root(svg)]):
        return named
    return _ROOT.sub(b'<svg font-family="%s"' % _TEXT, named, count=1)


def strange(svg: bytes) -> str:
    """Characters of its text that Be Vietnam Pro lacks. The engine would be silent of them: where
    a family is named and none has a sign, the whole line is left out."""
    try:
        root = ET.fromstring(svg)  # noqa: S314  (sanitised before)
    except ET.ParseError:
        return ""
    texts = (one for one in root.iter() if str(one.tag).rpartition("}")[2] == "text")
    return lacking("".join(part for one in texts for part in one.itertext()))


def _end_of_root(svg: bytes) -> int:
    found = _ROOT.search(svg)
    return svg.find(b">", found.end()) if found else 0


def _known(found: re.Match[bytes]) -> bytes:
    before, value = found[1], found[2]
    family = _CODE if b"mono" in value.lower() else _TEXT
    quote = value[:1] if value[:1] in (b'"', b"'") else b""
    more = b", " if value.rstrip().endswith(b",") else b""
    return before + quote + family + quote + more
