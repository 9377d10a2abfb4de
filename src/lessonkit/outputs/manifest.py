"""What the manifests of both versions share: permanent ids, one item, one resource with its files.

Names are written with their prefixes by hand: Moodle matches the literal `adlcp:`, and under any
other prefix takes every SCO for an asset.
"""

import xml.etree.ElementTree as ET
from collections.abc import Mapping

from lessonkit.outputs.base import Job
from lessonkit.render.metadata import xml_text

LAUNCH = "index.html"
NAME = "imsmanifest.xml"


def identifier(kind: str, job: Job) -> str:
    """An NCName made of the module's permanent id, so that a new build is the same package to a
    platform.

    A module's id may begin with a digit, which an xs:ID may not; it holds no dot, so none is
    ambiguous.
    """
    tag = f".{job.tag}" if job.tag else ""
    return f"{kind}-{job.page.meta.id}{tag}"


def child(parent: ET.Element, name: str, text: str = "", **attributes: str) -> ET.Element:
    """A new last child."""
    element = ET.SubElement(parent, name, attributes)
    if text:
        element.text = xml_text(text)
    return element


def skeleton(
    job: Job, namespaces: Mapping[str, str], version: str, lom: ET.Element
) -> tuple[ET.Element, ET.Element, ET.Element]:
    """The manifest with its metadata, and its one organization with the one item."""
    root = ET.Element("manifest", {"identifier": identifier("lk", job), **namespaces})
    metadata = child(root, "metadata")
    child(metadata, "schema", "ADL SCORM")
    child(metadata, "schemaversion", version)
    metadata.append(lom)
    organizations = child(root, "organizations", default=identifier("org", job))
    organization = child(organizations, "organization", identifier=identifier("org", job))
    child(organization, "title", job.page.meta.title)
    item = child(
        organization,
        "item",
        identifier=identifier("item", job),
        identifierref=identifier("res", job),
        isvisible="true",
    )
    child(item, "title", job.page.meta.title)
    return root, organization, item


def resources(root: ET.Element, job: Job, type_attribute: str, names: tuple[str, ...]) -> None:
    """The one resource: every file, the page first (Open edX launches the first href)."""
    attributes = {
        "identifier": identifier("res", job),
        "type": "webcontent",
        type_attribute: "sco",
        "href": LAUNCH,
    }
    resource = ET.SubElement(child(root, "resources"), "resource", attributes)
    for name in (LAUNCH, *(name for name in names if name != LAUNCH)):
        child(resource, "file", href=name)


def xml_bytes(root: ET.Element) -> bytes:
    """The document, indented, as UTF-8 with `\\n` line ends."""
    ET.indent(root)
    text = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'.encode()
