"""`imsmanifest.xml` of any tool: what is launched, and what a platform is told of it.

Source: SCORM 1.2 CAM 2.3.5, SCORM 2004 CAM 3.4; launch parameters: SCORM 2004 CAM 3.4.1.7.
"""

from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote, urlsplit

from lessonkit.inspect.course import (
    LONGEST_TITLE,
    MOST_PARTS,
    Course,
    Sco,
    Version,
    elsewhere,
    within,
)
from lessonkit.inspect.fault import PackageFault
from lessonkit.inspect.tree import BadXml, Node, parse

FILE = "imsmanifest.xml"
_IMSCP = "http://www.imsglobal.org/xsd/imscp_v1p1"
"""Of SCORM 2004; Common Cartridge has one that ends like it."""


def read_manifest(data: bytes) -> Course:
    """Raises: PackageFault: no manifest, or nothing in it can be launched."""
    try:
        root = parse(data)
    except BadXml as error:
        raise PackageFault("bad-manifest", name=FILE, reason=str(error)) from error
    if root.name != "manifest":
        raise PackageFault("bad-manifest", name=FILE, reason=f"<{root.name[:40]}>")
    said = root.said("metadata", "schemaversion")
    version = _version(said, root)
    organization = _organization(root)
    scos = tuple(_scos(root, organization, version))[:MOST_PARTS]
    if not scos:
        raise PackageFault("no-launch", name=FILE)
    title = (organization.said("title") if organization else "") or scos[0].title
    return Course(title[:LONGEST_TITLE], version, said or version, scos, tuple(_listed(root)))


def _version(said: str, root: Node) -> Version:
    """What is said decides; without a word the namespaces of the attributes do not, elements do."""
    if said == "1.2":
        return "1.2"
    if "2004" in said or said in ("1.3", "CAM 1.3") or root.space == _IMSCP:
        return "2004"
    return "1.2" if "imsproject.org" in root.space else ""


def _organization(root: Node) -> Node | None:
    found = list(root.all("organizations", "organization"))
    wanted = next((one.get("default") for one in root.all("organizations")), "")
    first = found[0] if found else None
    return next((one for one in found if one.get("identifier") == wanted), first)


def _scos(root: Node, organization: Node | None, version: Version) -> Iterator[Sco]:
    """Items in their order; without items, the resources that are no plain files."""
    resources = {one.get("identifier"): one for one in root.all("resources", "resource")}
    base = _base(root) + "".join(_base(one) for one in root.all("resources"))
    pairs = [
        (item, resources[item.get("identifierref")])
        for item in (_items(organization) if organization else ())
        if item.get("identifierref") in resources
    ]
    pairs = pairs or [
        (one, one) for one in resources.values() if one.get("scormtype").lower() == "sco"
    ]
    for item, resource in pairs:
        sco = _sco(item, resource, base, version) if resource.get("href") else None
        if sco is not None:
            yield sco


def _listed(root: Node) -> Iterator[str]:
    base = _base(root) + "".join(_base(one) for one in root.all("resources"))
    for one in root.all("resources", "resource"):
        for file in one.all("file"):
            address = within(base + _base(one) + file.get("href").replace("\\", "/"))
            if file.get("href") and "//" not in file.get("href"):
                yield unquote(urlsplit(address).path)


def _items(node: Node) -> Iterator[Node]:
    for item in node.all("item"):
        if item.get("identifierref"):
            yield item
        yield from _items(item)


def _base(node: Node) -> str:
    return node.get("base")


def _sco(item: Node, resource: Node, base: str, version: Version) -> Sco | None:
    href = resource.get("href").replace("\\", "/")
    address = _joined(base + _base(resource) + href, item.get("parameters"))
    if elsewhere(address):
        return None  # of another place in the net
    told = _told_2004(item) if version == "2004" else _told_12(item)
    return Sco(
        id=item.get("identifier") or address,
        title=(item.said("title") or item.get("identifier") or href)[:LONGEST_TITLE],
        address=within(address),
        tracked=bool(version) and resource.get("scormtype").lower() == "sco",
        **told,
    )


def _joined(href: str, parameters: str) -> str:
    """The address with the item's parameters, as the standard adds them."""
    more = parameters.lstrip("?&")
    if not more:
        return href
    if more.startswith("#"):
        return href if "#" in href else href + more
    address, mark, fragment = href.partition("#")
    return f"{address}{'&' if '?' in address else '?'}{more}{mark}{fragment}"


def _told_12(item: Node) -> dict[str, Any]:
    return {
        "data": item.said("datafromlms"),
        "mastery": item.said("masteryscore"),
        "time": item.said("maxtimeallowed"),
        "action": item.said("timelimitaction"),
    }


def _told_2004(item: Node) -> dict[str, Any]:
    threshold = next(item.all("completionThreshold"), None)
    measured = threshold is not None and threshold.get("completedbymeasure") in ("", "true")
    least = (threshold.get("minprogressmeasure") or threshold.text.strip()) if threshold else ""
    primary = next(item.all("sequencing", "objectives", "primaryObjective"), None)
    mastered = primary is not None and primary.get("satisfiedbymeasure") == "true"
    ids = (one.get("objectiveid") for kind in ("primaryObjective", "objective")
           for one in item.all("sequencing", "objectives", kind))  # fmt: skip
    return {
        "data": item.said("dataFromLMS"),
        "action": item.said("timeLimitAction"),
        "threshold": least if measured else "",
        "mastery": (primary.said("minNormalizedMeasure") or "1") if mastered and primary else "",
        "objectives": tuple(dict.fromkeys(one for one in ids if one)),
    }
