"""The associations of a CFPackage: who is below whom, levels, and what is the same elsewhere."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from lessonkit.framework import addresses, identifiers
from lessonkit.framework.exchange import sound
from lessonkit.framework.exchange.base import Around, Losses
from lessonkit.framework.exchange.case_kept import keep
from lessonkit.framework.exchange.case_link import Link, Node
from lessonkit.framework.exchange.case_terms import STATEMENT
from lessonkit.framework.exchange.drafts import Arranged, Draft
from lessonkit.framework.exchange.given import given
from lessonkit.framework.exchange.jsontext import clean, items
from lessonkit.framework.exchange.plain import crosswalks, filled, of_language
from lessonkit.framework.model import Framework, Match

TYPES = (
    "isChildOf", "isPeerOf", "isPartOf", "exactMatchOf", "precedes", "isRelatedTo", "replacedBy",
    "exemplar", "hasSkillLevel", "isTranslationOf",
)  # fmt: skip
_BY_LETTERS = {name.lower(): name for name in TYPES}
_SYMMETRIC = frozenset({"isPeerOf", "exactMatchOf", "isRelatedTo"})
_MOST_LEVELS = 100
_LARGEST = 10**15


class Links:
    """All associations, sorted by what they mean here."""

    def __init__(
        self,
        root: Mapping[str, Any],
        document: Mapping[str, Any],
        drafts: list[Draft],
        around: Around,
        losses: Losses,
    ) -> None:
        self._drafts = {one.key: one for one in reversed(drafts)}
        self._all = drafts
        self._document = document
        self.base = ""
        """What the addresses of most associations begin with."""
        self._around, self._losses = around, losses
        self._keys = _keys(document, root.get("CFItems") or (), drafts)
        self._links = [
            link
            for path, one in items(root.get("CFAssociations"), "CFAssociations")
            if (link := self._link(path, one))
        ]
        self._others: list[Link] = []

    def placed(self, framework: str) -> tuple[list[Draft], list[dict[str, Any]]]:
        """The drafts that are skills, with their parents; and levels, as our YAML holds them."""
        self._set_parents()
        numbers = self._numbers()
        levels = [self._level(self._drafts[key], n, framework) for key, n in numbers.items()]
        statements = self._expect(numbers)
        gone = {*numbers, *statements}
        skills = [one for one in self._all if one.key not in gone]
        data = {one.key: one.data for one in skills}
        self.base = keep(self._links, data, self._document, framework, self._losses)
        return skills, levels

    def crosswalks(
        self, framework: str, result: Arranged, ours: Iterable[Mapping[str, Any]]
    ) -> list[dict[str, Any]]:
        """Relations that are neither place nor level, as our YAML holds them."""
        index = _Index(self._around.known, framework)
        codes = result.codes
        found = [Match(code, "isChildOf", framework, above) for code, above in result.further]
        for link in self._others:
            match = _match(link, codes, framework, index)
            if match is None:
                self._losses.add("association-away", f"{link.type}: {link.target.title}")
            else:
                found.append(match)
        data = crosswalks(Framework(framework, {}, matches=tuple(dict.fromkeys(found))))
        return with_levels(data, ours)

    def _link(self, path: str, data: Mapping[str, Any]) -> Link | None:
        kind = data.get("associationType")
        letters = re.sub(r"[^a-z:]", "", kind.lower()) if isinstance(kind, str) else ""
        type_ = _BY_LETTERS.get(letters) or (str(kind) if letters.startswith("ext:") else "")
        origin, target = (
            self._node(data.get("originNodeURI")),
            self._node(data.get("destinationNodeURI")),
        )
        if not type_ or origin is None or target is None:
            self._losses.add("association-broken", path)
            return None
        return Link(type_, origin, target, _place(data.get("sequenceNumber")), data)

    def _node(self, data: Any) -> Node | None:
        """By UUID, else by address; some write the address alone."""
        given = data if isinstance(data, dict) else {"uri": data}
        title, identifier, uri = (
            clean(given[key]) if isinstance(given.get(key), str) else ""
            for key in ("title", "identifier", "uri")
        )
        if not identifier and not uri:
            return None
        for name in (identifier.lower(), uri.lower()):
            if name in self._keys:
                return Node(self._keys[name], True, title, identifier, uri)
        return Node("", False, title, identifier, uri)

    def _set_parents(self) -> None:
        """What is below the document is at the top; the rest is for `_expect` and `crosswalks`."""
        for link in self._links:
            draft = self._drafts.get(link.origin.key) if link.origin.inside else None
            if link.type != "isChildOf" or draft is None:
                self._others.append(link)
                continue
            if link.target.inside and not link.target.key:
                draft.order = min(draft.order, link.number) if not draft.parents else draft.order
                continue
            if not draft.parents:
                draft.order = link.number
            draft.parents.append(
                link.target.key or f"\n{link.target.uri or link.target.identifier}"
            )

    def _numbers(self) -> dict[str, int]:
        """The items that are levels: what others have as skill level, and nothing stands below."""
        above = {key for one in self._all for key in one.parents}
        targets = dict.fromkeys(
            link.target.key
            for link in self._others
            if link.type == "hasSkillLevel" and link.target.inside and link.origin.inside
        )
        ours = {one.key for one in self._all if "level" in sound.level(one.ours)}
        levels = {key for key in targets if key and key not in above} | ours
        said = {one.key: _number(one) for one in self._all if one.key in levels}
        numbers = {key: number for key, number in said.items() if number is not None}
        if len(set(numbers.values())) == len(said):
            return dict(sorted(numbers.items(), key=lambda one: one[1]))
        return dict(zip(list(said)[: _MOST_LEVELS - 1], range(1, _MOST_LEVELS), strict=False))

    def _level(self, draft: Draft, number: int, framework: str) -> dict[str, Any]:
        data: dict[str, Any] = {"level": number}
        data |= {f"name_{lang}": text for lang, text in of_language(draft.data, "name")}
        data |= {f"statement_{lang}": text for lang, text in of_language(draft.data, "statement")}
        data["notation"] = draft.code if draft.code != str(number) else ""
        found = {key: draft.data.get(key, "") for key in ("identifier", "uri")}
        found = given(found, framework, "level", str(number))
        return filled(
            {**data, **found, **{k: v for k, v in sound.level(draft.ours).items() if k != "level"}}
        )

    def _expect(self, numbers: Mapping[str, int]) -> set[str]:
        """Put under each skill what is said of it at levels; the keys of items that only say it."""
        statements: set[str] = set()
        left: list[Link] = []
        for link in self._others:
            draft = self._drafts.get(link.origin.key) if link.origin.inside else None
            if link.type != "hasSkillLevel" or draft is None or link.target.key not in numbers:
                left.append(link)
                continue
            entry: dict[str, Any] = {"level": numbers[link.target.key]}
            above = self._drafts.get(draft.parents[0]) if draft.parents else None
            if draft.data.get("kind") == STATEMENT and above is not None:
                statements.add(draft.key)
                entry |= {f"statement_{lang}": t for lang, t in of_language(draft.data, "name")}
                draft = above
            _expected(draft.data, entry)
        self._others = left
        for one in self._all:
            _settle(one.data, set(numbers.values()))
        return statements


def _place(number: Any) -> float:
    """Of siblings; without one, or with one that is none, behind those that have one."""
    plain = isinstance(number, int | float) and not isinstance(number, bool)
    return float(number) if plain and abs(number) < _LARGEST else float("inf")


def _expected(data: dict[str, Any], entry: dict[str, Any]) -> None:
    said = data.setdefault("levels", [])
    same = next((one for one in said if one["level"] == entry["level"]), None)
    if same is None:
        said.append(entry)
    else:
        same.update({**entry, **same})


def _settle(data: dict[str, Any], numbers: set[int]) -> None:
    """In the order of levels; that a skill has all of them goes without saying."""
    said = data.pop("levels", None)
    if not said:
        return
    said = sorted((one for one in said if one["level"] in numbers), key=lambda one: one["level"])
    if any(len(one) > 1 for one in said) or {one["level"] for one in said} != numbers:
        data["levels"] = said


def _number(draft: Draft) -> int | None:
    """What we said of it, else the digits at the end of its code or name."""
    level = sound.level(draft.ours).get("level")
    if level is not None:
        return int(level)
    names = (text for _, text in of_language(draft.data, "name"))
    match = next(
        (m for text in (draft.code, *names) if (m := re.search(r"([0-9]{1,2})$", text))), None
    )
    return int(match[1]) if match else None


def _keys(document: Mapping[str, Any], given: Iterable[Any], drafts: list[Draft]) -> dict[str, str]:
    """UUIDs and addresses, in small letters, to the keys of drafts; those of the document to ""."""
    found: dict[str, str] = {}
    for data, key in ((document, ""), *zip(given, (one.key for one in drafts), strict=False)):
        for name in ("identifier", "uri"):
            if isinstance(data.get(name), str) and clean(data[name]):
                found.setdefault(clean(data[name]).lower(), key)
    return found


class _Index:
    """Skills of the frameworks that are known, by UUID and address; made when first asked."""

    def __init__(self, known: Mapping[str, Framework], own: str) -> None:
        self._known = {name: one for name, one in known.items() if name != own}
        self._found: dict[str, tuple[str, str]] | None = None

    def __call__(self, node: Node) -> tuple[str, str] | None:
        if self._found is None:
            self._found = {}
            for name, one in self._known.items():
                for code in one.skills:
                    self._found[identifiers.of_skill(one, code)] = (name, code)
                    self._found[addresses.of_skill(one, code)] = (name, code)
        return self._found.get(node.identifier.lower()) or self._found.get(node.uri)


def _match(link: Link, codes: Mapping[str, str], framework: str, index: _Index) -> Match | None:
    origin, target = link.origin, link.target
    if not origin.inside and target.inside and link.type in _SYMMETRIC:
        origin, target = target, origin
    code = codes.get(origin.key) if origin.inside else None
    if code is None or (target.inside and target.key not in codes):
        return None
    if target.inside:
        return Match(code, link.type, framework, codes[target.key])
    there = index(target)
    if there:
        return Match(code, link.type, *there)
    # What has no UUID is exported with its address for one.
    identifier = "" if target.identifier == target.uri else target.identifier
    return Match(code, link.type, "", "", target.uri, identifier, target.title)


def with_levels(
    data: list[dict[str, Any]], ours: Iterable[Mapping[str, Any]]
) -> list[dict[str, Any]]:
    """With what an earlier export of ours said of levels there, and who says so."""
    for one in ours:
        other = one.get("framework", "")
        into = next((entry for entry in data if entry.get("framework", "") == other), None)
        if into is None:
            into = {"framework": other, "relation": "exactMatchOf"}
            data.append(into)
        into |= {key: one[key] for key in ("levels", "sources") if key in one}
    return data
