"""Packages of the Open Packaging Convention: put together from texts, and made reproducible."""

from collections.abc import Iterable, Mapping
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from lessonkit.render.pptx.xml import HEAD

_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_MEDIA = "application/vnd.openxmlformats-officedocument"
_RELATED = "application/vnd.openxmlformats-package.relationships+xml"
_FIRST = ("[Content_Types].xml", "_rels/.rels", "ppt/presentation.xml")
_DAY = (1980, 1, 1, 0, 0, 0)
"""The first that a zip can hold: no artefact tells when it was made."""


def relations(targets: Iterable[tuple[str, str]]) -> str:
    """A part of relations: (type, target) pairs become `rId1`, `rId2` …"""
    rows = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'{HEAD}<Relationships xmlns="{_RELATIONS}">{rows}</Relationships>'


def package(parts: Mapping[str, str], types: Mapping[str, str]) -> bytes:
    """A package of parts as text; `types` are those of the parts that are no relations, shortened
    by what all of them begin with."""
    listed = _types({}, {name: f"{_MEDIA}.{kind}+xml" for name, kind in types.items()})
    return _zipped({_FIRST[0]: listed, **{k: v.encode() for k, v in parts.items()}})


def packed(whole: Any) -> bytes:
    """A package of python-pptx, its parts in one order and without dates: equal decks, equal bytes.

    Its own way to save would compress everything once more.
    """
    parts = {_FIRST[1]: whole._rels.xml}
    known: dict[str, str] = {}
    types: dict[str, str] = {}
    for part in whole.iter_parts():
        name = part.partname.membername
        parts[name] = part.blob
        if len(part.rels):
            parts[part.partname.rels_uri.membername] = part.rels.xml
        if part.content_type.startswith("image/"):
            known[part.partname.ext] = part.content_type
        else:
            types[name] = part.content_type
    return _zipped({_FIRST[0]: _types(known, types), **parts})


def _types(known: Mapping[str, str], types: Mapping[str, str]) -> bytes:
    """What each part is: by the end of its name, else by its name."""
    ends = {"rels": _RELATED, "xml": "application/xml", **known}
    rows = "".join(
        f'<Default Extension="{end}" ContentType="{kind}"/>' for end, kind in sorted(ends.items())
    ) + "".join(
        f'<Override PartName="/{name}" ContentType="{kind}"/>'
        for name, kind in sorted(types.items())
    )
    return f'{HEAD}<Types xmlns="{_TYPES}">{rows}</Types>'.encode()


def _zipped(parts: Mapping[str, bytes]) -> bytes:
    rest = sorted(name for name in parts if name not in _FIRST)
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED, compresslevel=9) as target:
        for name in (*(one for one in _FIRST if one in parts), *rest):
            info = ZipInfo(name, _DAY)
            info.compress_type = ZIP_DEFLATED
            info.create_system = 3
            info.external_attr = 0o644 << 16
            target.writestr(info, parts[name])
    return made.getvalue()
