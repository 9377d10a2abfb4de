"""`tincan.xml` of any tool: the activities of plain xAPI that can be launched.

Source: tincan.xsd of Project Tin Can.
"""

from collections.abc import Iterator

from lessonkit.inspect.course import (
    LONGEST_TITLE,
    MOST_PARTS,
    Course,
    Oddity,
    Unit,
    elsewhere,
    within,
)
from lessonkit.inspect.fault import PackageFault
from lessonkit.inspect.lrs.forms import is_iri
from lessonkit.inspect.tree import BadXml, Node, parse

FILE = "tincan.xml"
SPACE = "http://projecttincan.com/tincan.xsd"
_SCHEMA = "tincan.xsd"
_MOST = 200


def read_tincan(data: bytes, lang: str) -> Course:
    """The course for a learner of that language.

    Raises: PackageFault: no list of activities, or none that can be launched here.
    """
    try:
        root = parse(data)
    except BadXml as error:
        raise PackageFault("bad-manifest", name=FILE, reason=str(error)) from error
    if root.name != "tincan":
        raise PackageFault("bad-manifest", name=FILE, reason=f"<{root.name[:40]}>")
    found = list(root.all("activities", "activity"))
    units = tuple(_units(found, lang))[:MOST_PARTS]
    odd = tuple(_odd(root, found))[:_MOST]
    if not units:
        away = any(one.said("launch") for one in found)
        raise PackageFault("elsewhere" if away else "no-unit", name=FILE)
    return Course(units[0].title, "xapi", "xAPI", units, oddities=odd, id=units[0].id)


def _units(found: list[Node], lang: str) -> Iterator[Unit]:
    for node in found:
        address = _text(node, "launch", lang).replace("\\", "/")
        if address and not elsewhere(address):
            title = _text(node, "name", lang) or node.get("id")
            yield Unit(node.get("id"), title[:LONGEST_TITLE], within(address), True)


def _odd(root: Node, found: list[Node]) -> Iterator[Oddity]:
    if root.space != SPACE:
        yield Oddity("structure-space", _SCHEMA, {"space": root.space or "–", "wanted": SPACE})
    known: set[str] = set()
    for node in found:
        name = node.get("id")
        if not is_iri(name):
            code = "structure-iri" if name else "structure-no-id"
            yield Oddity(code, "xAPI 1.0.3 Data 2.4.4.1", {"element": "activity", "id": name[:200]})
        elif name in known:
            yield Oddity("structure-twice", _SCHEMA, {"element": "activity", "id": name[:200]})
        known.add(name)
        yield from _unsaid(node, name)


def _unsaid(node: Node, name: str) -> Iterator[Oddity]:
    for part in ("name", "description"):
        if not node.said(part):
            args = {"element": "activity", "id": name[:200], "part": part}
            yield Oddity("structure-unsaid", _SCHEMA, args)
    if elsewhere(node.said("launch")):
        args = {"id": (node.said("name") or name)[:200], "url": node.said("launch")[:200]}
        yield Oddity("structure-away", _SCHEMA, args, "note")


def _text(node: Node, part: str, lang: str) -> str:
    """In that language, or the first."""
    found = list(node.all(part))
    near = [one for one in found if one.get("lang").lower().split("-")[0] == lang]
    return next((" ".join(one.text.split()) for one in (*near, *found) if one.text.strip()), "")
