"""A CFPackage to a framework: the document and its items; `case_links` reads the associations."""

from collections.abc import Mapping
from typing import Any

from lessonkit.framework import identifiers
from lessonkit.framework.exchange import markup, notes, sound
from lessonkit.framework.exchange.base import FIXED_TIME, Around, Losses, Read, Unreadable
from lessonkit.framework.exchange.case_kept import BASE
from lessonkit.framework.exchange.case_links import Links
from lessonkit.framework.exchange.case_terms import OURS, PACKAGE
from lessonkit.framework.exchange.drafts import Draft, arranged, framework_id
from lessonkit.framework.exchange.given import given
from lessonkit.framework.exchange.jsontext import (
    clean,
    deeper,
    items,
    many,
    mapping,
    parsed,
    words,
)
from lessonkit.framework.exchange.languages import base, guessed
from lessonkit.framework.exchange.plain import filled, without

_PACKAGE = frozenset(
    {"CFDocument", "CFItems", "CFAssociations", "CFDefinitions", "CFRubrics", "extensions"}
)
_DOCUMENT = (
    "identifier", "uri", "title", "creator", "version", "language", "lastChangeDateTime",
    "officialSourceURL", "notes", "extensions", "CFPackageURI", "caseVersion",
)  # fmt: skip
_ITEM = (
    "identifier", "uri", "fullStatement", "abbreviatedStatement", "humanCodingScheme",
    "CFItemType", "conceptKeywords", "notes", "extensions", "CFDocumentURI",
)  # fmt: skip
_VERSIONS = ("", "1.0", "1.0.0", "1.1", "1.1.0")
_SAMPLE = 200
"""Items by whose letters a language is guessed."""


def read_package(text: str, around: Around) -> Read:
    """Raises: Unreadable: not JSON, not a package, or a part of it is of another type."""
    return read_data(_root(parsed(text)), around, Losses())


def read_data(root: Mapping[str, Any], around: Around, losses: Losses) -> Read:
    """A framework from the data of a package, and what was lost on the way to them too.

    Raises: Unreadable.
    """
    return _Package(root, around, losses).read()


def _root(data: Any) -> Mapping[str, Any]:
    """The package, out of the envelope that some servers put around it."""
    root = mapping(data, "$")
    if isinstance(root.get("CFPackage"), dict):
        root = root["CFPackage"]
    if "CFDocuments" in root:
        raise Unreadable("case-list")
    if "CFDocument" not in root:
        raise Unreadable("case-no-document")
    return root


class _Package:
    """One package on the way in."""

    def __init__(self, root: Mapping[str, Any], around: Around, losses: Losses) -> None:
        self.root = root
        self.around = around
        self.losses = losses
        self.document = mapping(root["CFDocument"], "CFDocument")
        free, facts = _facts(self.document, self.losses, "CFDocument")
        self.ours = sound.head(facts)
        title = self._text("title") or around.stem
        self.id = framework_id(around.id or str(self.ours.get("id", "")), title)
        self.tag = self._text("language")
        self.lang = base(self.tag) or self._guess()
        self.head = self._head(title, free)

    def read(self) -> Read:
        """The framework and what of the file is not in it."""
        found = [self._item(path, one) for path, one in items(self.root.get("CFItems"), "CFItems")]
        links = Links(self.root, self.document, found, self.around, self.losses)
        skills, levels = links.placed(self.id)
        result = arranged(skills, self.losses)
        _hoist(self.head, skills)
        if links.base:
            self.head.setdefault("kept", {}).setdefault("case", {})[BASE] = links.base
        data = {
            "framework": self.head,
            "levels": levels,
            "skills": result.skills,
            "crosswalks": links.crosswalks(self.id, result, self.ours.get("crosswalks", [])),
            "audience_groups": self.ours.get("audience_groups", []),
        }
        return Read(sound.built(filled(data)), tuple(self.losses))

    def _head(self, title: str, free: str) -> dict[str, Any]:
        version = self._text("caseVersion")
        if version not in _VERSIONS:
            raise Unreadable("case-version", value=version)
        source = self._text("officialSourceURL")
        head: dict[str, Any] = {"id": self.id, f"title_{self.lang}": title or self.id}
        head |= {
            "publisher": self._publisher(title),
            "version": self._text("version"),
            "lang": _tag(self.tag),
            "changed": self._text("lastChangeDateTime").replace(FIXED_TIME, ""),
            "license": _license(self.document.get("licenseURI")),
            "notes": free,
            "sources": [source] if source else [],
        }
        head |= given(self.document, self.id, "framework")
        head = filled(head) | without(self.ours, ("id", "crosswalks", "audience_groups"))
        kept = {**self._kept_of_all(), **head.get("kept", {}).get("case", {})}
        return head | ({"kept": {**head.get("kept", {}), "case": kept}} if kept else {})

    def _publisher(self, title: str) -> str:
        """The creator, which CASE asks for; not where an export of ours had nobody to name."""
        creator = self._text("creator")
        return "" if creator in (self.ours.get("legal_act"), title) else creator

    def _kept_of_all(self) -> dict[str, Any]:
        """Fields of the document, definitions and rubrics that are not of our own making."""
        kept = _kept(self.document, _DOCUMENT, self.losses, "CFDocument")
        for key in sorted(self.root.keys() - _PACKAGE):
            self.losses.add("column", key)
        definitions = self.root.get("CFDefinitions")
        mine = identifiers.derived("license", self.id)
        if (
            isinstance(kept.get("licenseURI"), dict)
            and kept["licenseURI"].get("identifier") == mine
        ):
            del kept["licenseURI"]
            definitions = _without_license(definitions, mine)
        for key, value in (
            ("CFDefinitions", definitions),
            ("CFRubrics", self.root.get("CFRubrics")),
            (PACKAGE, self.root.get("extensions")),
        ):
            if value and isinstance(value, dict | list) and any(value) and not deeper(value):
                kept[key] = value
        return kept

    def _text(self, key: str) -> str:
        return words(self.document, key, self.losses, "CFDocument")

    def _guess(self) -> str:
        given = self.root.get("CFItems")
        sample = given[:_SAMPLE] if isinstance(given, list) else []
        texts = [one.get("fullStatement") for one in sample if isinstance(one, dict)]
        found = guessed(text for text in (self._text("title"), *texts) if isinstance(text, str))
        self.losses.add("language-guessed", found)
        return found

    def _item(self, where: str, item: Mapping[str, Any]) -> Draft:
        def said(key: str) -> str:
            return words(item, key, self.losses, where)

        identifier, code, short = (
            said("identifier"),
            said("humanCodingScheme"),
            said("abbreviatedStatement"),
        )
        free, ours = _facts(item, self.losses, where)
        kept = _kept(item, _ITEM, self.losses, where)
        statement, name = self._plain(said("fullStatement"), kept), self._plain(short, {})
        if not statement and not name:
            self.losses.add("no-statement", code or where)
        lang = base(said("language")) or self.lang
        self._drop_common(kept)
        data: dict[str, Any] = {f"name_{lang}": name or statement or code or identifier or where}
        data |= {f"statement_{lang}": statement if name and name != statement else ""}
        data |= {"kind": said("CFItemType"), "keywords": list(many(item.get("conceptKeywords")))}
        data |= {"notes": free, **sound.skill(ours)}
        own = str(data.pop("code", ""))
        data = filled(data) | given(item, self.id, "skill", own or code)
        if kept:
            data["kept"] = {**data.get("kept", {}), "case": kept}
        hints = (name, statement, identifier[:8] or where)
        key = (identifier or said("uri") or where).lower()
        return Draft(key, data, code, hints, said("listEnumeration"), own=own, ours=ours)

    def _drop_common(self, kept: dict[str, Any]) -> None:
        """What an item only says again after the document."""
        language = kept.get("language")
        if isinstance(language, str) and base(language) == self.lang:
            del kept["language"]
        if kept.get("lastChangeDateTime") == self.document.get("lastChangeDateTime"):
            kept.pop("lastChangeDateTime", None)

    def _plain(self, text: str, kept: dict[str, Any]) -> str:
        """Without markup; what had more than paragraphs is kept as it stood."""
        if not markup.marked(text):
            return text
        self.losses.add("markup", text)
        kept["fullStatement"] = text
        return markup.plain(text)


def _facts(data: Mapping[str, Any], losses: Losses, where: str) -> tuple[str, dict[str, Any]]:
    """The free note, and what an earlier export of ours put beside it."""
    free, facts = notes.split(words(data, "notes", losses, where))
    extensions = data.get("extensions")
    own = extensions.get(OURS) if isinstance(extensions, dict) else None
    return free, {**facts, **(own if isinstance(own, dict) else {})}


def _kept(
    data: Mapping[str, Any], native: tuple[str, ...], losses: Losses, where: str
) -> dict[str, Any]:
    """Fields of CASE that ours have no place for, as they stand."""
    rest = {key: value for key, value in data.items() if key not in native}
    extensions = data.get("extensions")
    if isinstance(extensions, dict):
        rest["extensions"] = {key: value for key, value in extensions.items() if key != OURS}
    rest = {key: value for key, value in rest.items() if value not in (None, "", [], {})}
    if deeper(rest):
        losses.add("too-deep", where)
        return {}
    return rest


def _tag(text: str) -> str:
    return text.replace("_", "-") if base(text) else ""


def _license(link: Any) -> str:
    given = [link.get("title"), link.get("uri")] if isinstance(link, dict) else [link]
    return next((clean(one) for one in given if isinstance(one, str) and clean(one)), "")


def _without_license(definitions: Any, identifier: str) -> Any:
    if not isinstance(definitions, dict) or not isinstance(definitions.get("CFLicenses"), list):
        return definitions
    left = [
        one
        for one in definitions["CFLicenses"]
        if not isinstance(one, dict) or one.get("identifier") != identifier
    ]
    return filled({**definitions, "CFLicenses": left})


def _hoist(head: dict[str, Any], skills: list[Draft]) -> None:
    """The link of a type, where all items of the type have it, stands once with the framework."""
    links: dict[str, list[Any]] = {}
    for one in skills:
        link = one.data.get("kept", {}).get("case", {}).get("CFItemTypeURI")
        links.setdefault(one.data.get("kind", ""), []).append(link)
    same = {
        kind: found[0]
        for kind, found in links.items()
        if kind and found[0] and all(link == found[0] for link in found)
    }
    for one in skills:
        if one.data.get("kind", "") in same:
            del one.data["kept"]["case"]["CFItemTypeURI"]
            one.data["kept"] = filled(one.data["kept"])
            if not one.data["kept"]:
                del one.data["kept"]
    if same:
        head.setdefault("kept", {}).setdefault("case", {})["itemTypes"] = same
