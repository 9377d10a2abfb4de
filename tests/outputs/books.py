"""A reader of books that trusts nobody: what is listed, what is read, where links lead."""

import zipfile
from dataclasses import dataclass, field
from pathlib import Path
from posixpath import dirname, join, normpath
from xml.etree import ElementTree

OPF = "{http://www.idpf.org/2007/opf}"
XHTML = "{http://www.w3.org/1999/xhtml}"
OPS = "{http://www.idpf.org/2007/ops}"
SVG = "{http://www.w3.org/2000/svg}"
CORE = {"image/jpeg", "image/png", "image/gif", "image/svg+xml", "image/webp"} | {
    *("application/xhtml+xml", "text/css", "application/smil+xml"),
    *("audio/mpeg", "audio/mp4", "audio/ogg; codecs=opus", "font/ttf"),
}
"""Types that every reading system shows (EPUB 3.3, 3.2)."""
EXEMPT = {"video/mp4", "video/webm", "text/vtt", "text/plain"}
"""Films of any type, captions, and what nothing shows (EPUB 3.3, 3.4)."""


@dataclass
class Book:
    """All that was found."""

    files: dict[str, bytes]
    package: ElementTree.Element
    texts: dict[str, ElementTree.Element]
    """XHTML documents by path, parsed."""
    spine: list[str] = field(default_factory=list)
    """Paths, in order."""
    faults: list[str] = field(default_factory=list)

    def said(self, name: str) -> list[str]:
        """What the package says of it under that name of a property."""
        found = (one for one in self.package.iter(f"{OPF}meta") if one.get("property") == name)
        return [one.text or "" for one in found]

    def words(self) -> str:
        """All text of what is read, and what stands for pictures."""
        texts = (self.texts[path] for path in self.spine)
        parts = [part for text in texts for part in text.itertext()]
        images = (one for text in self.texts.values() for one in text.iter(f"{XHTML}img"))
        return "".join((*parts, *(one.get("alt", "") for one in images)))


def opened(path: Path) -> Book:
    """The book, and what is wrong with it."""
    with zipfile.ZipFile(path) as archive:
        first, *_ = archive.infolist()
        plain = first.filename == "mimetype" and first.compress_type == zipfile.ZIP_STORED
        files = {name: archive.read(name) for name in archive.namelist()}
    package = ElementTree.fromstring(files["EPUB/package.opf"])
    book = Book(files, package, {})
    if not plain or files["mimetype"] != b"application/epub+zip" or first.extra:
        book.faults.append("mimetype")
    _listed(book)
    for name, text in book.texts.items():
        _linked(book, name, text)
    return book


def _listed(book: Book) -> None:
    """Everything is listed once, as what it is, and all that is read is there."""
    items = list(book.package.iter(f"{OPF}item"))
    paths = {one.get("id", ""): f"EPUB/{one.get('href')}" for one in items}
    beside = {"mimetype", "META-INF/container.xml", "EPUB/package.opf"}
    if len(paths) != len(items):
        book.faults.append("an id twice")
    for odd in set(paths.values()) ^ (book.files.keys() - beside):
        book.faults.append(f"{odd} is not listed, or not there")
    for one in items:
        kind, path = one.get("media-type", ""), f"EPUB/{one.get('href')}"
        if kind not in CORE | EXEMPT:
            book.faults.append(f"{path}: {kind}")
        if kind == "application/xhtml+xml":
            book.texts[path] = ElementTree.fromstring(book.files[path])
            drawn = "svg" in one.get("properties", "").split()
            if drawn != any(True for _ in book.texts[path].iter(f"{SVG}svg")):
                book.faults.append(f"{path}: svg said {drawn}")
    book.spine = [paths[one.get("idref", "")] for one in book.package.iter(f"{OPF}itemref")]
    if len(set(book.spine)) != len(book.spine):
        book.faults.append("read twice")


def _linked(book: Book, name: str, text: ElementTree.Element) -> None:
    """Every id once, every address a place that is there; nothing runs."""
    ids = [one.get("id") for one in text.iter() if one.get("id")]
    book.faults += [f"{name}#{one} twice" for one in set(ids) if ids.count(one) > 1]
    for one in text.iter():
        tag = one.tag.rpartition("}")[2]
        if tag in ("script", "form", "input", "iframe", "object"):
            book.faults.append(f"{name}: <{tag}>")
        for key in ("href", "src", "poster", "srcset"):
            value = one.get(key)
            if value is not None and not value.startswith(("http:", "https:", "mailto:", "tel:")):
                _resolved(book, name, value)


def _resolved(book: Book, name: str, value: str) -> None:
    path, _, place = value.partition("#")
    target = normpath(join(dirname(name), path)) if path else name
    if target not in book.files:
        book.faults.append(f"{name} → {value}")
    elif place and target in book.texts:
        ids = {one.get("id") for one in book.texts[target].iter()}
        book.faults += [] if place in ids else [f"{name} → {value}: no such place"]
