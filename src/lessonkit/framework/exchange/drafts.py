"""Skills as a file of others gives them, before they have codes and places of ours.

Codes are made unique and free of what a reference (`framework:code@level`) cannot hold; parents
come first, siblings in the order that the file says; what goes round in a circle is cut open.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any
from unicodedata import normalize

from lessonkit.base.files import storable
from lessonkit.base.slug import slug
from lessonkit.framework.exchange.base import Losses

LONGEST = 200
"""Signs of a code."""
DEEPEST = 20
"""Skills below skills; no framework that is known has half of it."""
_SHORT = 24
"""Signs up to which an abbreviated statement makes a code."""
_USABLE = re.compile(r"[^\s:@]+")
_FOREIGN = re.compile(r"[\s:@]+")
_NONE = float("inf")
_LONGEST_ID = 60


@dataclass(slots=True)
class Draft:
    """A skill in the making."""

    key: str
    """By which the file refers to it."""
    data: dict[str, Any]
    """As in our YAML, without `code` and `children`."""
    code: str = ""
    """As it stands in the file; empty: it has none."""
    hints: tuple[str, ...] = ()
    """Of what a code is made where there is none, the best first; the last is always there."""
    number: str = ""
    """Its number within its parent, such as `a.`"""
    parents: list[str] = field(default_factory=list)
    """Keys; the first one that is there is its parent."""
    order: float = _NONE
    own: str = ""
    """The code that an earlier export of ours had beside the published one."""
    ours: dict[str, Any] = field(default_factory=dict)
    """What an earlier export of ours put beside it, not looked at yet."""


@dataclass(frozen=True, slots=True)
class Arranged:
    """Skills as our YAML holds them."""

    skills: list[dict[str, Any]]
    codes: dict[str, str]
    """By the key of the draft."""
    further: list[tuple[str, str]]
    """Codes of skills and of what holds them too; ours have one parent."""


def arranged(drafts: Sequence[Draft], losses: Losses) -> Arranged:
    """The skills in order, each below its parent."""
    known = _known(drafts, losses)
    parent = {key: _parent(one, known, losses) for key, one in known.items()}
    _cut(parent, known, losses)
    _flatten(parent, losses)
    below: dict[str, list[Draft]] = {}
    for key, one in known.items():
        below.setdefault(parent[key], []).append(one)
    codes: dict[str, str] = {}
    taken: dict[str, int] = {}
    roots: list[dict[str, Any]] = []
    for one in _walk(below):
        codes[one.key] = code = _code(one, codes.get(parent[one.key], ""), taken, losses)
        above = known.get(parent[one.key])
        siblings = roots if above is None else above.data.setdefault("children", [])
        siblings.append(_finished(one, code))
    further = [
        (codes[key], codes[other])
        for key, one in known.items()
        for other in dict.fromkeys(one.parents)
        if other in codes and other not in (parent[key], key)
    ]
    return Arranged(roots, codes, further)


def _known(drafts: Iterable[Draft], losses: Losses) -> dict[str, Draft]:
    """By key; of two with the same the second gets another, and loses its identifier."""
    found: dict[str, Draft] = {}
    for one in drafts:
        if one.key in found:
            losses.add("same-identifier", one.key)
            one.data.pop("identifier", None)
            one.data.pop("uri", None)
            one.key = f"{one.key}\n{len(found)}"
        found[one.key] = one
    return found


def _parent(one: Draft, known: dict[str, Draft], losses: Losses) -> str:
    there = [key for key in one.parents if key in known and key != one.key]
    if one.parents and not there:
        losses.add("no-parent", one.code or one.hints[-1])
    return there[0] if there else ""


def _cut(parent: dict[str, str], known: dict[str, Draft], losses: Losses) -> None:
    """What is its own ancestor stands at the top."""
    safe: set[str] = {""}
    for start in parent:
        way: dict[str, None] = {}
        key = start
        while key not in safe and key not in way:
            way[key] = None
            key = parent[key]
        if key in way:
            losses.add("circle", known[key].code or known[key].hints[-1])
            parent[key] = ""
            known[key].parents.clear()
        safe.update(way)


def _flatten(parent: dict[str, str], losses: Losses) -> None:
    """What is deeper than any framework is stands beside what it was below."""
    depth: dict[str, int] = {"": 0}
    for start in parent:
        way = [start]
        while way[-1] not in depth:
            way.append(parent[way[-1]])
        for key in way[-2::-1]:
            above = parent[key]
            if depth[above] >= DEEPEST:
                losses.add("deep-tree", key)
                above = parent[key] = parent[above]
            depth[key] = depth[above] + 1


def _walk(below: dict[str, list[Draft]]) -> Iterator[Draft]:
    """Parents before what they hold; as deep as it goes."""
    stack = sorted(below.get("", ()), key=_order)[::-1]
    while stack:
        one = stack.pop()
        yield one
        stack += sorted(below.get(one.key, ()), key=_order)[::-1]


def _order(one: Draft) -> float:
    return one.order


def _finished(one: Draft, code: str) -> dict[str, Any]:
    said = dict(one.data)
    one.data.clear()
    one.data |= {"code": code, **said}
    if one.code != code:
        one.data["notation"] = one.code
    return one.data


def _code(one: Draft, above: str, taken: dict[str, int], losses: Losses) -> str:
    if one.own and one.own == usable(one.own) and one.own not in taken:
        taken[one.own] = 1
        return one.own
    wanted = usable(one.code)
    if not one.code:
        wanted = _derived(one, above)
    code = wanted
    while code in taken:
        taken[wanted] += 1
        code = f"{wanted}-{taken[wanted]}"
    taken[code] = 1
    if not one.code:
        losses.add("no-code", code)
    elif code != wanted:
        losses.add("same-code", f"{one.code} → {code}")
    elif code != one.code:
        losses.add("code-changed", f"{one.code} → {code}")
    return code


def usable(code: str) -> str:
    """As it is where a reference can hold it; a long one is cut, with a digest."""
    if _USABLE.fullmatch(code) and code.isprintable() and len(code) <= LONGEST:
        return code
    plain = _FOREIGN.sub("-", normalize("NFC", code)).strip("-")
    plain = "".join(char for char in plain if char.isprintable())
    if len(plain) > LONGEST:
        plain = f"{plain[: LONGEST - 9]}-{slug(plain)[-8:]}"
    return plain or (slug(code) if code.strip() else "")


def _derived(one: Draft, above: str) -> str:
    """`a.` within `4.2` is `4.2.a`; else the first hint that is short, else the last."""
    number = usable(one.number).strip(".()-")
    if above and number:
        return f"{above}.{number}"
    short = next((hint for hint in one.hints if hint and len(hint) <= _SHORT), one.hints[-1])
    return slug(short)


def framework_id(wanted: str, title: str) -> str:
    """The id that is wanted, where it can be one, else one made of the title."""
    made = _made_id(wanted.strip(), title)
    return made if storable(made) else f"framework-{made}"


def _made_id(wanted: str, title: str) -> str:
    if re.fullmatch(r"[a-z0-9]+([.-][a-z0-9]+)*", wanted) and len(wanted) <= _LONGEST_ID:
        return wanted
    if wanted.isascii() and re.search("[A-Za-z]", wanted) and len(wanted) <= _SHORT:
        return slug(wanted)
    return slug(title) if title.strip() else "framework"
