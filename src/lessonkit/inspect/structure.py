"""`cmi5.xml` of any tool: its units, and where it is not what the standard asks for.

Source: cmi5 (Quartz), 13 and 14.1; clauses are the ids of the requirements.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, urlsplit

from lessonkit.inspect.course import (
    LONGEST_TITLE,
    MOST_PARTS,
    Course,
    Level,
    Oddity,
    Unit,
    elsewhere,
    within,
)
from lessonkit.inspect.fault import PackageFault
from lessonkit.inspect.lrs.forms import is_iri
from lessonkit.inspect.tree import BadXml, Node, parse

FILE = "cmi5.xml"
SPACE = "https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd"
MOVE_ON = ("NotApplicable", "Passed", "Completed", "CompletedAndPassed", "CompletedOrPassed")
_LAUNCH = ("endpoint", "fetch", "actor", "registration", "activityId")
_METHODS = ("AnyWindow", "OwnWindow")
_MOST = 200
"""Oddities told; a file that is wrong throughout is wrong after these as well."""
_SCHEMA = "cmi5 13.2.0.0-1"
_TWICE = {"block": "cmi5 13.1.2.0-1", "objective": "cmi5 13.1.3.0-1"}
_UNIQUE = "cmi5 13.1.4.0-1"
_ABSOLUTE = "cmi5 3.0.0.0-1"
_ORDER = {
    "courseStructure": ("course", "objectives", "au|block"),
    "course": ("title", "description"),
    "block": ("title", "description", "objectives", "au|block"),
    "au": ("title", "description", "objectives", "url", "launchParameters", "entitlementKey"),
}


@dataclass(slots=True)
class _Reader:
    """What was found on the way."""

    odd: list[Oddity] = field(default_factory=list)
    units: list[Unit] = field(default_factory=list)
    ids: dict[str, set[str]] = field(default_factory=dict)
    away: int = 0

    def tell(self, code: str, clause: str, level: Level = "fault", **args: str) -> None:
        if len(self.odd) < _MOST:
            short = {key: value[:200] for key, value in args.items()}
            self.odd.append(Oddity(code, clause, short, level))


def read_structure(data: bytes) -> Course:
    """Raises: PackageFault: no course structure, or nothing in it can be launched here."""
    try:
        root = parse(data)
    except BadXml as error:
        raise PackageFault("bad-manifest", name=FILE, reason=str(error)) from error
    if root.name != "courseStructure":
        raise PackageFault("bad-manifest", name=FILE, reason=f"<{root.name[:40]}>")
    reader = _Reader()
    if root.space != SPACE:
        reader.tell("structure-space", _SCHEMA, space=root.space or "–", wanted=SPACE)
    course = next(root.all("course"), Node("course", root.space, {}))
    _head(reader, course)
    _children(reader, root, "courseStructure")
    for objective in root.all("objectives", "objective"):
        _head(reader, objective)
    _units(reader, root, ())
    if not reader.units:
        raise PackageFault("elsewhere" if reader.away else "no-unit", name=FILE)
    title = _words(course, "title") or reader.units[0].title
    units, odd = tuple(reader.units[:MOST_PARTS]), tuple(reader.odd)
    return Course(title[:LONGEST_TITLE], "cmi5", "cmi5", units, oddities=odd, id=course.get("id"))


def _units(reader: _Reader, node: Node, blocks: tuple[str, ...]) -> None:
    for inner in node.inner:
        if inner.name == "block":
            _head(reader, inner)
            _children(reader, inner, "block")
            _units(reader, inner, (*blocks, _named(inner)))
        elif inner.name == "au":
            _head(reader, inner)
            _children(reader, inner, "au")
            _unit(reader, inner, blocks)


def _unit(reader: _Reader, node: Node, blocks: tuple[str, ...]) -> None:
    address = node.said("url").replace("\\", "/")
    _address(reader, node, address)
    if not address:
        return
    if elsewhere(address):
        reader.away += 1
        return
    reader.units.append(
        Unit(
            id=node.get("id"),
            title=_named(node),
            address=within(address),
            tracked=True,
            blocks=blocks,
            move_on=_one_of(reader, node, "moveOn", MOVE_ON),
            mastery=_mastery(reader, node),
            parameters=_raw(node, "launchParameters"),
            entitlement=_raw(node, "entitlementKey"),
            own_window=_one_of(reader, node, "launchMethod", _METHODS) == "OwnWindow",
        )
    )


def _address(reader: _Reader, node: Node, address: str) -> None:
    if not address:
        reader.tell("structure-url", _SCHEMA, id=_named(node))
    elif elsewhere(address):
        reader.tell("structure-away", "cmi5 14.1.0.0-4", "note", id=_named(node), url=address)
    taken = [name for name, _ in parse_qsl(urlsplit(address).query, True) if name in _LAUNCH]
    if taken:
        reader.tell("structure-query", "cmi5 8.1.0.0-6", id=_named(node), name=taken[0])


def _head(reader: _Reader, node: Node) -> None:
    """Id, title and description, which everything has."""
    name = node.get("id")
    if not is_iri(name):
        code = "structure-iri" if name else "structure-no-id"
        reader.tell(code, _ABSOLUTE, element=node.name, id=name)
    known = reader.ids.setdefault(node.name, set())
    if name and name in known:
        reader.tell("structure-twice", _TWICE.get(node.name, _UNIQUE), element=node.name, id=name)
    known.add(name)
    for part in ("title", "description"):
        if not _words(node, part):
            reader.tell("structure-unsaid", _SCHEMA, element=node.name, id=name, part=part)


def _children(reader: _Reader, node: Node, kind: str) -> None:
    """Children of the same namespace stand in the order of the schema."""
    order, last = _ORDER[kind], 0
    for inner in node.inner:
        if inner.space != node.space:
            continue
        place = next((n for n, one in enumerate(order) if inner.name in one.split("|")), -1)
        if place < 0:
            reader.tell("structure-unknown", _SCHEMA, element=node.name, inner=inner.name)
        elif place < last:
            reader.tell("structure-order", _SCHEMA, element=node.name, inner=inner.name)
        last = max(last, place)


def _one_of(reader: _Reader, node: Node, name: str, known: tuple[str, ...]) -> str:
    value = node.get(name.lower()) or known[0]
    if value in known:
        return value
    reader.tell(
        "structure-value", _SCHEMA, id=_named(node), name=name, value=value, known=", ".join(known)
    )
    return known[0]


def _mastery(reader: _Reader, node: Node) -> float | None:
    text = node.get("masteryscore")
    if re.fullmatch(r"[+-]?(\d{1,9}(\.\d{0,30})?|\.\d{1,30})", text) and 0 <= float(text) <= 1:
        return float(text)
    if text:
        reader.tell(
            "structure-value", _SCHEMA, id=_named(node), name="masteryScore", value=text,
            known="0–1",
        )  # fmt: skip
    return None


def _named(node: Node) -> str:
    return (_words(node, "title") or node.get("id") or node.name)[:LONGEST_TITLE]


def _words(node: Node, part: str) -> str:
    return next(_said(node, part), "")


def _said(node: Node, part: str) -> Iterator[str]:
    for one in node.all(part, "langstring"):
        text = " ".join(one.text.split())
        if text:
            yield text


def _raw(node: Node, part: str) -> str:
    found = next(node.all(part), None)
    return found.text.strip() if found else ""
