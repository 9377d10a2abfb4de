"""The book of a lesson read again, to be bound with others into one."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from xml.etree import ElementTree
from zipfile import ZipFile

from lessonkit.base.files import File
from lessonkit.outputs.ocf import ROOT
from lessonkit.render.book.nav import Entry
from lessonkit.render.book.package import Access, Resource, seconds
from lessonkit.render.book.style import LETTERS

_OPF = "{http://www.idpf.org/2007/opf}"
_XHTML = "{http://www.w3.org/1999/xhtml}"


@dataclass(frozen=True, slots=True)
class Leaves:
    """What one lesson brings to a book of many."""

    listed: tuple[tuple[Resource, File], ...]
    spine: tuple[str, ...]
    entry: Entry
    """The lesson, with its chapters below."""
    access: Access
    narrator: str
    shared: tuple[tuple[Resource, File], ...]
    """What the book of every lesson has alike: letters."""


def leaves(path: Path, module: str) -> Leaves:
    """Of a book that was made here: what lies in the folder of the module.

    Raises: OSError, BadZipFile, KeyError, ParseError: it is not what was made.
    """
    with ZipFile(path) as archive:
        package, contents = (_parsed(archive, name) for name in ("package.opf", "nav.xhtml"))
        every = tuple(_resources(package))
        listed, shared = (
            tuple((one, _file(archive, one)) for one in every if one.href.startswith(f"{folder}/"))
            for folder in (module, LETTERS)
        )
    names = {one.id for one, _ in listed}
    spine = tuple(one.get("idref", "") for one in package.iter(f"{_OPF}itemref"))
    first, *rest = _entries(contents.find(f".//{_XHTML}nav/{_XHTML}ol"))
    return Leaves(
        listed=listed,
        spine=tuple(one for one in spine if one in names),
        entry=Entry(first.title, first.href, (*first.below, *rest)),
        access=_access(package),
        shared=shared,
        narrator=next(iter(_said(package, "media:narrator")), ""),
    )


def _parsed(archive: ZipFile, name: str) -> ElementTree.Element:
    text = archive.read(f"{ROOT}/{name}")
    return ElementTree.fromstring(text)  # noqa: S314 - made by the same build, without a DTD


def _file(archive: ZipFile, one: Resource) -> File:
    path = f"{ROOT}/{one.href}"
    return File(PurePosixPath(path), archive.read(path))


def _resources(package: ElementTree.Element) -> Iterator[Resource]:
    times = {
        one.get("refines", ""): seconds(one.text or "")
        for one in package.iter(f"{_OPF}meta")
        if one.get("property") == "media:duration"
    }
    for one in package.iter(f"{_OPF}item"):
        name = one.get("id", "")
        yield Resource(
            name,
            one.get("href", ""),
            one.get("media-type", ""),
            tuple(one.get("properties", "").split()),
            one.get("media-overlay", ""),
            times.get(f"#{name}", 0.0),
        )


def _entries(found: ElementTree.Element | None) -> list[Entry]:
    lines = () if found is None else found.findall(f"{_XHTML}li")
    return [entry for line in lines for entry in _entry(line)]


def _entry(line: ElementTree.Element) -> Iterator[Entry]:
    link = line.find(f"{_XHTML}a")
    if link is not None:
        below = tuple(_entries(line.find(f"{_XHTML}ol")))
        yield Entry("".join(link.itertext()), link.get("href", ""), below)


def _access(package: ElementTree.Element) -> Access:
    return Access(
        _said(package, "schema:accessMode"),
        _said(package, "schema:accessModeSufficient"),
        _said(package, "schema:accessibilityFeature"),
        _said(package, "schema:accessibilityHazard"),
        "",
    )


def _said(package: ElementTree.Element, name: str) -> tuple[str, ...]:
    found = (one for one in package.iter(f"{_OPF}meta") if one.get("property") == name)
    return tuple(one.text or "" for one in found)
