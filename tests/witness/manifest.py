"""A manifest beyond its schemas: what consumers read, and how strictly they read it.

Clauses: SCORM 1.2 CAM 2.3; SCORM 2004 CAM 3.4 and 4 (application profiles). Rules marked "own"
come from the behaviour of platforms: a parser that matches the literal prefix ``adlcp:``, another
that launches the first resource with an address whatever the organization says.
"""

import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import etree
from tests.witness.package import address_faults, archive_faults, is_control
from tests.witness.schemas import xsd_faults

XML = "http://www.w3.org/XML/1998/namespace"
CP_12 = "http://www.imsproject.org/xsd/imscp_rootv1p1p2"
CP_2004 = "http://www.imsglobal.org/xsd/imscp_v1p1"
PREFIXES = {
    CP_12: None,
    CP_2004: None,
    "http://www.adlnet.org/xsd/adlcp_rootv1p2": "adlcp",
    "http://www.adlnet.org/xsd/adlcp_v1p3": "adlcp",
    "http://www.adlnet.org/xsd/adlseq_v1p3": "adlseq",
    "http://www.adlnet.org/xsd/adlnav_v1p3": "adlnav",
    "http://www.imsglobal.org/xsd/imsss": "imsss",
    "http://www.w3.org/2001/XMLSchema-instance": "xsi",
}
LAUNCH = "index.html"
MANIFEST = "imsmanifest.xml"
NCNAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*")


@dataclass(frozen=True, slots=True)
class Manifest:
    """A parsed manifest and the names of its edition."""

    root: etree._Element
    edition: str

    @property
    def cp(self) -> str:
        """The namespace of content packaging."""
        return CP_12 if self.edition == "1.2" else CP_2004

    @property
    def type_attribute(self) -> str:
        """``scormtype`` in SCORM 1.2, ``scormType`` in SCORM 2004: the case matters."""
        if self.edition == "1.2":
            return "{http://www.adlnet.org/xsd/adlcp_rootv1p2}scormtype"
        return "{http://www.adlnet.org/xsd/adlcp_v1p3}scormType"

    def all(self, name: str) -> list[etree._Element]:
        """Every element of content packaging with this name."""
        return list(self.root.iter(f"{{{self.cp}}}{name}"))

    def children(self, parent: etree._Element, name: str) -> list[etree._Element]:
        """The children of content packaging with this name."""
        return list(parent.findall(f"{{{self.cp}}}{name}"))


def manifest_faults(data: bytes, edition: str, names: Iterable[str]) -> list[str]:
    """Faults of a manifest: its form, its schemas, its rules, and what it lists.

    ``edition`` is "1.2", "2004 3rd Edition" or "2004 4th Edition"; ``names`` are the names of
    the files in the package.
    """
    found = list(_encoding(data))
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        return [*found, f"xml: {error.msg}"]
    if root.getroottree().docinfo.doctype:
        found.append("doctype: a document type declaration (own)")
    manifest = Manifest(root, edition)
    rules = (
        _prefixes,
        _metadata,
        _ids,
        _base,
        _organization,
        _items,
        _mastery,
        _resources,
        _launch,
    )
    found += xsd_faults(data, edition)
    for rule in rules:
        found += rule(manifest)
    return [*found, *_listed(manifest, set(names))]


def _encoding(data: bytes) -> Iterator[str]:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        yield f"utf-8: {error.reason} at byte {error.start}"
    declared = re.match(rb"\s*<\?xml[^>]*encoding=[\"']([^\"']+)", data)
    if declared and declared[1].lower() != b"utf-8":
        yield f"utf-8: declared as {declared[1].decode('ascii', 'replace')}"


def _prefixes(manifest: Manifest) -> Iterator[str]:
    if etree.QName(manifest.root).namespace != manifest.cp:
        yield f"namespace: the root is {manifest.root.tag}, not of {manifest.cp}"
    elements = manifest.root.iter(etree.Element)
    bound = {(prefix, uri) for element in elements for prefix, uri in element.nsmap.items()}
    for prefix, uri in sorted(bound, key=str):
        if uri in PREFIXES and PREFIXES[uri] != prefix:
            yield f"prefix: {uri} is bound to {prefix!r}, not to {PREFIXES[uri]!r} (own)"


def _metadata(manifest: Manifest) -> Iterator[str]:
    found = manifest.children(manifest.root, "metadata")
    if len(found) != 1:
        yield f"metadata: {len(found)} of them, 1 wanted (SCORM 2004 CAM 3.4.1)"
        return
    texts = [(etree.QName(one).localname, one.text or "") for one in found[0].iterchildren("{*}*")]
    wanted = [("schema", "ADL SCORM"), ("schemaversion", manifest.edition)]
    if texts[:2] != wanted:
        yield f"schemaversion: {texts[:2]!r}, wanted {wanted!r}"


def _ids(manifest: Manifest) -> Iterator[str]:
    found = [
        one.get("identifier", "") for one in manifest.root.iter() if "identifier" in one.attrib
    ]
    for name in found:
        if not NCNAME.fullmatch(name):
            yield f"id: {name!r} is not an NCName of ASCII letters"
    yield from (f"id: {name!r} occurs {n} times" for name, n in Counter(found).items() if n > 1)


def _base(manifest: Manifest) -> Iterator[str]:
    for one in manifest.root.iter(etree.Element):
        if f"{{{XML}}}base" in one.attrib:
            yield f"xml-base: on {etree.QName(one).localname}; consumers ignore it (own)"


def _organization(manifest: Manifest) -> Iterator[str]:
    found = manifest.all("organization")
    if len(found) != 1:
        yield f"organization: {len(found)} of them, 1 wanted (own)"
    default = [one.get("default") for one in manifest.all("organizations")]
    if default != [one.get("identifier") for one in found[:1]]:
        yield f"default: organizations@default is {default!r}"
    if found and not manifest.children(found[0], "item"):
        yield "item: the organization has none"


def _items(manifest: Manifest) -> Iterator[str]:
    resources = {one.get("identifier") for one in manifest.all("resource")}
    for one in (*manifest.all("organization"), *manifest.all("item")):
        titles = [title.text or "" for title in manifest.children(one, "title")]
        if len(titles) != 1 or not titles[0].strip():
            yield f"title: {one.get('identifier')!r} has the titles {titles!r}"
        if manifest.edition == "1.2" and any(len(title) > 200 for title in titles):
            yield f"title: {one.get('identifier')!r}: more than 200 characters"
    for item in manifest.all("item"):
        leaf, reference = not manifest.children(item, "item"), item.get("identifierref")
        if leaf and reference not in resources:
            yield f"identifierref: {reference!r} names no resource"
        if not leaf and reference is not None:
            yield f"identifierref: {item.get('identifier')!r} has items and a resource"


def _mastery(manifest: Manifest) -> Iterator[str]:
    """A mastery score of SCORM 1.2 is a score: 0 to 100 (SCORM 1.2 CAM 2.3)."""
    for one in manifest.root.iter("{http://www.adlnet.org/xsd/adlcp_rootv1p2}masteryscore"):
        if not re.fullmatch(r"100|\d{1,2}(\.\d+)?", one.text or ""):
            yield f"mastery: {one.text!r} is not 0 to 100"


def _resources(manifest: Manifest) -> Iterator[str]:
    for one in manifest.all("resource"):
        name = one.get("identifier", "")
        if one.get("type") != "webcontent":
            yield f"resource-type: {name!r} is {one.get('type')!r}, not 'webcontent'"
        kinds = {key: value for key, value in one.attrib.items() if "scormtype" in key.lower()}
        if list(kinds) != [manifest.type_attribute] or set(kinds.values()) - {"sco", "asset"}:
            yield f"scorm-type: {name!r} has {kinds!r}, wanted {manifest.type_attribute}"
        files = [file.get("href", "") for file in manifest.children(one, "file")]
        href = one.get("href")
        if href is not None and re.split(r"[?#]", href)[0] not in files:
            yield f"href: {href!r} of {name!r} is not among its files"
        for file in (*files, *([href] if href else [])):
            yield from address_faults(file)


def _launch(manifest: Manifest) -> Iterator[str]:
    """The launch resource is the first one, a SCO, at index.html in the root (own)."""
    first = next(iter(manifest.all("resource")), None)
    references = [one.get("identifierref") for one in manifest.all("item")]
    wanted = next((one for one in references if one), None)
    if first is None or first.get("identifier") != wanted:
        yield f"launch: the first resource is not {wanted!r}, the one that is launched (own)"
    elif first.get(manifest.type_attribute) != "sco" or first.get("href") != LAUNCH:
        yield f"launch: the first resource is not a SCO at {LAUNCH} (own)"


def _listed(manifest: Manifest, names: set[str]) -> Iterator[str]:
    """Every file of the package is listed, once a resource, and every listed one is there."""
    listed: set[str] = set()
    for one in manifest.all("resource"):
        files = Counter(file.get("href", "") for file in manifest.children(one, "file"))
        yield from (f"listed-twice: {name}" for name, n in files.items() if n > 1)
        listed |= files.keys()
    inside = {name for name in names if name != MANIFEST and not is_control(name)}
    yield from (f"not-listed: {name} (SCORM 2004 CAM 3.4.1)" for name in sorted(inside - listed))
    yield from (f"absent: {name} is listed only" for name in sorted(listed - names))


def check_package(package: bytes | Path, edition: str) -> list[str]:
    """All faults of a package: archive, manifest, schemas, and what is listed.

    ``edition`` is "1.2", "2004 3rd Edition" or "2004 4th Edition".
    """
    source = io.BytesIO(package) if isinstance(package, bytes) else package
    if not zipfile.is_zipfile(source):
        return ["zip: not an archive"]
    with zipfile.ZipFile(source) as archive:
        found = list(archive_faults(archive))
        names = [one.orig_filename for one in archive.infolist() if not one.is_dir()]
        if MANIFEST in names:
            found += manifest_faults(archive.read(MANIFEST), edition, names)
    return found
