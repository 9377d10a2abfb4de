"""A framework to a CFPackage: the document, an item a skill and a level, and their associations."""

import json
import re
from collections.abc import Iterator
from typing import Any

from lessonkit.framework import addresses, identifiers
from lessonkit.framework.exchange import notes, plain
from lessonkit.framework.exchange.base import Around, Losses, Written
from lessonkit.framework.exchange.case_associations import Associations, Data, Version, ids
from lessonkit.framework.exchange.case_terms import LEVEL, OURS, PACKAGE, STATEMENT
from lessonkit.framework.exchange.languages import base, chosen, main
from lessonkit.framework.exchange.plain import filled, without
from lessonkit.framework.model import Framework, Level, Skill

_DOCUMENT = (
    "identifier", "uri", "frameworkType", "caseVersion", "creator", "title", "lastChangeDateTime",
    "officialSourceURL", "publisher", "description", "subject", "subjectURI", "language",
    "version", "adoptionStatus", "statusStartDate", "statusEndDate", "licenseURI", "notes",
    "extensions",
)  # fmt: skip
_ITEM = (
    "identifier", "fullStatement", "alternativeLabel", "CFItemType", "uri", "humanCodingScheme",
    "listEnumeration", "abbreviatedStatement", "conceptKeywords", "conceptKeywordsURI", "notes",
    "subject", "subjectURI", "language", "educationLevel", "CFItemTypeURI", "licenseURI",
    "statusStartDate", "statusEndDate", "lastChangeDateTime", "extensions",
)  # fmt: skip
_ONLY_1_1 = {
    "CFDocument": frozenset({"frameworkType", "caseVersion", "extensions"}),
    "CFItem": frozenset({"subject", "subjectURI", "extensions"}),
}
_LISTS = frozenset({"subject", "educationLevel", "conceptKeywords", "subjectURI"})
_UUID = re.compile(r"[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}")


def write_package(framework: Framework, around: Around, version: Version) -> Written:
    """The package as JSON, keys in the order of the schema."""
    losses = Losses()
    data = package_data(framework, around, version, losses)
    return Written(json.dumps(data, ensure_ascii=False, indent=1) + "\n", tuple(losses))


def package_data(
    framework: Framework, around: Around, version: Version, losses: Losses
) -> dict[str, Any]:
    """The package as JSON knows it."""
    return _Package(framework, around, version, losses).data()


class _Package:
    """One package on the way out."""

    def __init__(
        self, framework: Framework, around: Around, version: Version, losses: Losses
    ) -> None:
        self.framework = framework
        self.around = around
        self.version = version
        self.losses = losses
        self.lang = main(framework)
        self.time = framework.changed or around.time
        self.kept = dict(framework.kept.get("case", {}))
        self.types = self.kept.pop("itemTypes", {})
        if set(framework.kept) - {"case"}:
            self.losses.add("kept-elsewhere", ", ".join(sorted(set(framework.kept) - {"case"})))

    def data(self) -> Data:
        """All parts."""
        definitions = _listed(self.kept.pop("CFDefinitions", {}))
        rubrics = self.kept.pop("CFRubrics", [])
        extensions = self.kept.pop(PACKAGE, {})
        if extensions and self.version == "1.0":
            self.losses.add("extensions-1.0", PACKAGE)
        document = self._document()
        if self.framework.license and "licenseURI" not in self.kept:
            definitions["CFLicenses"] = [*definitions.get("CFLicenses", []), self._license()]
        package = {
            "CFDocument": document,
            "CFItems": list(self._items()),
            "CFAssociations": list(
                Associations(self.framework, self.around, self.version, self.losses)
            ),
            "CFDefinitions": definitions,
            "CFRubrics": rubrics,
            "extensions": extensions if self.version != "1.0" else {},
        }
        return {
            key: value for key, value in package.items() if value or key.startswith(("CFI", "CFA"))
        }

    def _document(self) -> Data:
        one = self.framework
        lang = chosen(one.titles, self.lang)
        title = one.titles.get(lang, one.id)
        urls = [source for source in one.sources if _address(source)]
        data = {
            "identifier": identifiers.of_framework(one),
            "uri": addresses.of_framework(one),
            "caseVersion": "1.1",
            "creator": one.publisher or one.legal_act or title,
            "title": title,
            "lastChangeDateTime": self.time,
            "officialSourceURL": urls[0] if urls else "",
            "language": one.lang or lang,
            "version": one.version,
            "licenseURI": self._license_link(),
        }
        native = ["identifier", "uri", "changed", "version", "lang", "notes", f"title_{lang}"]
        native += ["publisher"] if one.publisher else []
        native += ["license"] if one.license else []
        native += ["sources"] if list(one.sources) == urls[:1] else []
        ours = without(plain.head(one), native)
        ours["kept"] = {key: value for key, value in one.kept.items() if key != "case"}
        ours["crosswalks"] = self._level_matches()
        ours["audience_groups"] = (
            plain.whole(one).get("audience_groups", []) if one.audiences else []
        )
        data |= _listed(self.kept)
        return self._finished(data, filled(ours), one.notes, "CFDocument", _DOCUMENT)

    def _level_matches(self) -> list[Data]:
        """What CASE cannot say of another framework: which level is which, and who says so."""
        said = (
            plain.without(one, ("pairs", "elsewhere")) for one in plain.crosswalks(self.framework)
        )
        return [one for one in said if "levels" in one or "sources" in one]

    def _items(self) -> Iterator[Data]:
        for code, skill in self.framework.skills.items():
            yield self._skill(code, skill)
        for level in self.framework.levels.values():
            yield self._level(level)
        for code, number, names in self._statements():
            yield self._statement(code, number, names)

    def _skill(self, code: str, skill: Skill) -> Data:
        lang = chosen(skill.names, self.lang)
        name, statement = skill.names.get(lang, code), skill.statements.get(lang, "")
        kept = _listed(dict(skill.kept.get("case", {})))
        if skill.identifier and not _UUID.fullmatch(skill.identifier):
            self.losses.add("no-uuid", skill.identifier)
        data: Data = {
            "identifier": identifiers.of_skill(self.framework, code),
            "fullStatement": statement or name,
            "CFItemType": skill.kind,
            "uri": addresses.of_skill(self.framework, code),
            "humanCodingScheme": code if skill.notation is None else skill.notation,
            "abbreviatedStatement": name if statement else "",
            "conceptKeywords": list(skill.keywords),
            "language": lang if lang != base(self.framework.lang) else "",
            "CFItemTypeURI": self.types.get(skill.kind),
            "lastChangeDateTime": self.time,
        }
        native = ("code", "kind", "uri", "identifier", "keywords", "notes", "levels", "kept")
        ours = without(plain.skill(skill), (*native, f"name_{lang}", f"statement_{lang}"))
        if skill.notation is not None:
            # Made anew it would be another where one was made unique.
            ours = {"code": code, **without(ours, ("notation",))}
        ours["kept"] = {key: value for key, value in skill.kept.items() if key != "case"}
        data |= kept
        return self._finished(data, filled(ours), skill.notes, "CFItem", _ITEM)

    def _level(self, level: Level) -> Data:
        lang = chosen(level.names, self.lang)
        name, statement = level.names.get(lang, ""), level.statements.get(lang, "")
        data: Data = {
            "identifier": level.identifier or identifiers.of_level(self.framework, level.level),
            "fullStatement": statement or name or str(level.level),
            "CFItemType": LEVEL,
            "uri": addresses.of_level(self.framework, level.level),
            "humanCodingScheme": level.notation or str(level.level),
            "abbreviatedStatement": name if statement else "",
            "language": lang if lang != base(self.framework.lang) else "",
            "lastChangeDateTime": self.time,
        }
        ours = {"level": level.level, "cognitive": level.cognitive}
        ours = filled(ours) | plain.named("name", level.names)
        ours |= {**plain.named("stage", level.stages), **plain.named("statement", level.statements)}
        return self._finished(
            data, without(ours, (f"name_{lang}", f"statement_{lang}")), "", "CFItem", _ITEM
        )

    def _statements(self) -> Iterator[tuple[str, int, Any]]:
        for code, skill in self.framework.skills.items():
            for number, names in skill.at.items():
                if names:
                    yield code, number, names

    def _statement(self, code: str, number: int, names: Any) -> Data:
        lang = chosen(names, self.lang)
        data: Data = {
            **ids(self.framework, "statement", code, str(number)),
            "fullStatement": names[lang],
            "CFItemType": STATEMENT,
            "humanCodingScheme": f"{code}@{number}",
            "language": lang if lang != base(self.framework.lang) else "",
            "lastChangeDateTime": self.time,
        }
        ours = plain.named("name", {key: text for key, text in names.items() if key != lang})
        return self._finished(data, ours, "", "CFItem", _ITEM)

    def _license(self) -> Data:
        return {
            **ids(self.framework, "license"),
            "title": self.framework.license,
            "licenseText": self.framework.license,
            "lastChangeDateTime": self.time,
        }

    def _license_link(self) -> Data:
        if not self.framework.license:
            return {}
        return {"title": self.framework.license, **ids(self.framework, "license")}

    def _finished(
        self, data: Data, ours: Data, note: str, part: str, order: tuple[str, ...]
    ) -> Data:
        """With our facts where the version has room for them, in the order of the schema."""
        if self.version == "1.1":
            data["notes"] = notes.joined(note, {})
            if ours:
                data["extensions"] = {**data.get("extensions", {}), OURS: ours}
        else:
            data["notes"] = notes.joined(note, ours)
            if data.get("extensions"):
                self.losses.add("extensions-1.0", str(data["identifier"]))
            data = without(data, _ONLY_1_1[part])
        data = {key: data[key] for key in order if key in data}
        return {key: value for key, value in data.items() if value not in ("", None, [], {})}


def _address(text: str) -> bool:
    return text.startswith(("https://", "http://")) and " " not in text


def _listed(data: Data) -> Data:
    """Lists as 1.1 has them where 1.0 and OpenSALT have one text; tuples as JSON knows them."""
    found = {key: _plain(value) for key, value in data.items()}
    for key in _LISTS & set(found):
        if isinstance(found[key], str):
            found[key] = [found[key]]
    return found


def _plain(value: Any) -> Any:
    if isinstance(value, (list, tuple)):
        return [_plain(one) for one in value]
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    return value
