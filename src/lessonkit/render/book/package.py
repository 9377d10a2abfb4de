"""The package document of an EPUB 3.3: what it is, what lies in it, in which order it is read."""

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from time import gmtime, strftime

from lessonkit.render.book.xhtml import flat

CONTAINER = """<?xml version="1.0" encoding="utf-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="EPUB/package.opf"\
 media-type="application/oebps-package+xml"/></rootfiles>
</container>
"""
XHTML = "application/xhtml+xml"


@dataclass(frozen=True, slots=True)
class Resource:
    """One file of the book."""

    id: str
    href: str
    """Relative to the package document."""
    type: str
    properties: tuple[str, ...] = ()
    overlay: str = ""
    """Id of the SMIL that reads it aloud."""
    seconds: float = 0.0
    """Of a SMIL: how long it takes."""


@dataclass(frozen=True, slots=True)
class Access:
    """By which senses it can be read, and what helps. Source: EPUB Accessibility 1.1, 2.2;
    the words are those of the Schema.org accessibility vocabulary."""

    modes: tuple[str, ...]
    sufficient: tuple[str, ...]
    """Each a set of modes that is enough by itself, joined by commas."""
    features: tuple[str, ...]
    hazards: tuple[str, ...]
    summary: str


@dataclass(frozen=True, slots=True)
class About:
    """What a library is told of it."""

    id: str
    """A permanent IRI."""
    title: str
    lang: str
    direction: str
    authors: tuple[str, ...]
    license: str
    summary: str
    keywords: tuple[str, ...]
    epoch: int
    """Seconds since 1970 UTC, of the last change."""
    access: Access
    narrator: str = ""


def package(about: About, resources: tuple[Resource, ...], spine: tuple[str, ...]) -> str:
    """The document; `spine` names the resources that are read, in order."""
    items = "\n".join(_item(one) for one in resources)
    order = "\n".join(f'<itemref idref="{name}"/>' for name in spine)
    lang = escape(about.lang)
    return f"""<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id"\
 xml:lang="{lang}" dir="{about.direction}">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
{chr(10).join((*_dublin(about), *_access(about.access), *_times(about, resources)))}
</metadata>
<manifest>
{items}
</manifest>
<spine page-progression-direction="{about.direction}">
{order}
</spine>
</package>
"""


def _dublin(about: About) -> Iterator[str]:
    yield f'<dc:identifier id="id">{flat(about.id)}</dc:identifier>'
    yield f"<dc:title>{flat(about.title)}</dc:title>"
    yield f"<dc:language>{flat(about.lang)}</dc:language>"
    yield from (f"<dc:creator>{flat(one)}</dc:creator>" for one in about.authors)
    if about.license:
        yield f"<dc:rights>{flat(about.license)}</dc:rights>"
    if about.summary:
        yield f"<dc:description>{flat(about.summary)}</dc:description>"
    yield from (f"<dc:subject>{flat(one)}</dc:subject>" for one in about.keywords)
    modified = strftime("%Y-%m-%dT%H:%M:%SZ", gmtime(about.epoch))
    yield _meta("dcterms:modified", modified)


def _access(access: Access) -> Iterator[str]:
    yield from (_meta("schema:accessMode", one) for one in access.modes)
    yield from (_meta("schema:accessModeSufficient", one) for one in access.sufficient)
    yield from (_meta("schema:accessibilityFeature", one) for one in access.features)
    yield from (_meta("schema:accessibilityHazard", one) for one in access.hazards)
    yield _meta("schema:accessibilitySummary", access.summary)


def _times(about: About, resources: tuple[Resource, ...]) -> Iterator[str]:
    """Source: EPUB 3.3, 9.3.4.1: of each overlay and of all."""
    spoken = [one for one in resources if one.seconds]
    if not spoken:
        return
    for one in spoken:
        yield f'<meta property="media:duration" refines="#{one.id}">{clock(one.seconds)}</meta>'
    yield _meta("media:duration", clock(sum(round(one.seconds, 3) for one in spoken)))
    if about.narrator:
        yield _meta("media:narrator", about.narrator)
    yield _meta("media:active-class", "lk-spoken")


def clock(seconds: float) -> str:
    """As SMIL writes it: `0:01:02.345`."""
    thousandths = round(seconds * 1000)
    minutes, rest = divmod(thousandths, 60_000)
    return f"{minutes // 60}:{minutes % 60:02}:{rest // 1000:02}.{rest % 1000:03}"


def seconds(clock: str) -> float:
    """What `clock` wrote."""
    hours, minutes, rest = clock.split(":")
    return round((int(hours) * 60 + int(minutes)) * 60 + float(rest), 3)


def _meta(name: str, value: str) -> str:
    return f'<meta property="{name}">{flat(value)}</meta>'


def _item(one: Resource) -> str:
    given = (("properties", " ".join(one.properties)), ("media-overlay", one.overlay))
    more = "".join(f' {name}="{value}"' for name, value in given if value)
    return f'<item id="{one.id}" href="{escape(one.href)}" media-type="{one.type}"{more}/>'
