"""A framework as a SKOS concept scheme in Turtle."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from lessonkit.framework import addresses
from lessonkit.framework.exchange import plain
from lessonkit.framework.exchange.base import Around, Losses, Written
from lessonkit.framework.exchange.plain import filled, without
from lessonkit.framework.exchange.skos_terms import (
    DCTERMS,
    INNER,
    OURS,
    OUTER,
    OWL,
    RELATION,
    SKOS,
    XSD,
)
from lessonkit.framework.exchange.turtle import Prefixes, Term, block, is_iri, is_tag, literal
from lessonkit.framework.model import Framework, Level, Match, Names, Skill

Statements = Iterator[tuple[Term, Term]]
NAMES = Prefixes(dcterms=DCTERMS, lk=OURS, owl=OWL, skos=SKOS, xsd=XSD)
HEAD = {
    "publisher": f"{DCTERMS}publisher",
    "license": f"{DCTERMS}license",
    "lang": f"{DCTERMS}language",
    "issued": f"{DCTERMS}issued",
    "changed": f"{DCTERMS}modified",
    "version": f"{OWL}versionInfo",
    "notes": f"{SKOS}note",
    "identifier": f"{DCTERMS}identifier",
}
"""Keys of our YAML → predicates of the scheme."""
_NATIVE = ("id", "uri", "sources", "doubts", *HEAD)


def write_scheme(framework: Framework, around: Around) -> Written:
    """The scheme, its concepts, levels, and what is expected at them; parents first."""
    writing = _Writing(framework, around)
    return Written("".join(writing.pieces()), tuple(writing.losses))


class _Writing:
    """One scheme on the way out."""

    def __init__(self, framework: Framework, around: Around) -> None:
        self.framework = framework
        self.known = around.known
        self.losses = Losses()
        self.matches: dict[str, list[Match]] = {}
        for match in framework.matches:
            self.matches.setdefault(match.origin, []).append(match)
        self.scheme = self._iri(framework.uri, addresses.urn(framework.id))

    def pieces(self) -> Iterator[str]:
        """The text, a subject at a time."""
        yield from NAMES.head()
        yield block(self.scheme, self._scheme())
        for place, skill in enumerate(self.framework.skills.values(), 1):
            yield block(self._skill_iri(skill.code), self._concept(skill, place))
            for number, names in skill.at.items():
                subject = addresses.urn(self.framework.id, "statement", skill.code, str(number))
                yield block(NAMES(subject), self._expected(skill.code, number, names))
        for level in self.framework.levels.values():
            yield block(self._level_iri(level.level), self._level(level))
        for match in self.framework.matches:
            if match.title or match.identifier:
                yield from self._elsewhere(match)

    def _scheme(self) -> Statements:
        one = self.framework
        yield _a("skos:ConceptScheme")
        yield from _spoken("dcterms:title", one.titles)
        yield "lk:id", literal(one.id)
        for key, predicate in HEAD.items():
            if value := getattr(one, key):
                iri = key == "license" and is_iri(value)
                yield NAMES(predicate), f"<{value}>" if iri else literal(value)
        for source in one.sources:
            yield "dcterms:source", f"<{source}>" if is_iri(source) else literal(source)
        for doubt in one.doubts:
            yield from _spoken("skos:editorialNote", doubt)
        yield from _spoken("skos:scopeNote", one.completeness)
        yield from self._rest(plain.head(one), one.uri, one.kept)
        for skill in one.skills.values():
            if skill.parent not in one.skills:
                yield "skos:hasTopConcept", self._skill_iri(skill.code)

    def _rest(self, head: dict[str, Any], uri: str, kept: Mapping[str, Any]) -> Statements:
        """What no term of others says, as JSON, and what others said with terms we do not know."""
        spoken = tuple(key for key in head if key.startswith(("title_", "completeness_")))
        rest = without(head, (*_NATIVE, *spoken, "kept"))
        for key in ("sources", "doubts"):
            # RDF knows no order, nor which of two texts is the translation of which.
            rest |= (
                {key: head[key]}
                if len(head.get(key, ())) > 1 or (key == "doubts" and key in head)
                else {}
            )
        rest["kept"] = {key: value for key, value in kept.items() if key != "skos"}
        rest["audience_groups"] = [plain.audience(one) for one in self.framework.audiences.values()]
        crosswalks = (
            without(one, ("pairs", "elsewhere")) for one in plain.crosswalks(self.framework)
        )
        rest["crosswalks"] = [one for one in crosswalks if "levels" in one or "sources" in one]
        yield from self._json(filled(rest), uri)
        yield from _foreign(kept)

    def _concept(self, skill: Skill, place: int) -> Statements:
        one = self.framework
        yield _a("skos:Concept")
        yield "skos:inScheme", self.scheme
        inner = skill.parent in one.skills
        yield (
            ("skos:broader", self._skill_iri(skill.parent))
            if inner
            else ("skos:topConceptOf", self.scheme)
        )
        yield from _spoken("skos:prefLabel", skill.names)
        notation = skill.code if skill.notation is None else skill.notation
        if notation:
            yield "skos:notation", literal(notation)
        if notation != skill.code:
            yield "lk:code", literal(skill.code)
        yield "lk:order", str(place)
        yield from _spoken("skos:definition", skill.statements)
        for predicate, value in (
            ("dcterms:identifier", skill.identifier),
            ("dcterms:type", skill.kind),
            ("skos:note", skill.notes),
        ):
            if value:
                yield predicate, literal(value)
        for word in skill.keywords:
            yield "dcterms:subject", literal(word)
        for word in skill.own_keywords:
            yield "skos:hiddenLabel", literal(word)
        matches = self.matches.get(skill.code, [])
        if inner and any(match.relation == "isChildOf" for match in matches):
            yield "lk:parent", self._skill_iri(skill.parent)
        yield from self._matches(matches)
        rest: dict[str, Any] = {"kept": without(dict(skill.kept), ("skos",))}
        rest |= {"keywords": list(skill.keywords)} if len(skill.keywords) > 1 else {}
        rest |= {"keywords_own": list(skill.own_keywords)} if len(skill.own_keywords) > 1 else {}
        yield from self._json(filled(rest), skill.uri)
        yield from _foreign(skill.kept)

    def _matches(self, matches: list[Match]) -> Statements:
        for match in matches:
            inner = match.framework == self.framework.id
            known = INNER if inner else OUTER
            predicate = known.get(match.relation) or RELATION + match.relation
            target = self._skill_iri(match.code) if inner else self._there(match)
            if target:
                yield NAMES(predicate), target
            else:
                self.losses.add("match", f"{match.origin} {match.relation} {match.identifier}")

    def _there(self, match: Match) -> Term:
        """The address of a skill of another framework; empty: it has none."""
        if match.framework and match.code and not match.uri:
            other = self.known.get(match.framework) or Framework(match.framework, {})
            return NAMES(addresses.of_skill(other, match.code))
        if is_iri(match.uri):
            return f"<{match.uri}>"
        urn = f"urn:uuid:{match.identifier}"
        return f"<{urn}>" if match.identifier and is_iri(urn) else ""

    def _elsewhere(self, match: Match) -> Iterator[str]:
        target = self._there(match)
        if target and match.framework != self.framework.id:
            said = (("dcterms:title", match.title), ("dcterms:identifier", match.identifier))
            yield block(target, ((key, literal(value)) for key, value in said if value))

    def _level(self, level: Level) -> Statements:
        yield _a("lk:Level")
        yield "lk:of", self.scheme
        yield "lk:number", str(level.level)
        yield from _spoken("skos:prefLabel", level.names)
        yield from _spoken("lk:stage", level.stages)
        yield from _spoken("skos:definition", level.statements)
        rest = {key: getattr(level, key) for key in plain.LEVEL if key != "uri"}
        yield from self._json(filled(rest), level.uri)

    def _expected(self, code: str, number: int, names: Names) -> Statements:
        yield _a("lk:Expectation")
        yield "lk:skill", self._skill_iri(code)
        yield "lk:level", self._level_iri(number)
        yield from _spoken("skos:definition", names)

    def _json(self, rest: dict[str, Any], uri: str) -> Statements:
        if uri and not is_iri(uri):
            rest = {**rest, "uri": uri}
        if rest:
            yield "lk:facts", literal(json.dumps(rest, ensure_ascii=False, default=list))

    def _iri(self, uri: str, derived: str) -> Term:
        return NAMES(uri if is_iri(uri) else derived)

    def _skill_iri(self, code: str) -> Term:
        skill = self.framework.skills.get(code)
        return self._iri(skill.uri if skill else "", addresses.urn(self.framework.id, code))

    def _level_iri(self, number: int) -> Term:
        level = self.framework.levels.get(number)
        derived = addresses.urn(self.framework.id, "level", str(number))
        return self._iri(level.uri if level else "", derived)


def _a(kind: Term) -> tuple[Term, Term]:
    return "a", kind


def _spoken(predicate: Term, names: Names) -> Statements:
    """A text in each language; `und` is none."""
    return (
        (predicate, literal(text, "" if lang == "und" else lang)) for lang, text in names.items()
    )


def _foreign(kept: Mapping[str, Any]) -> Statements:
    for predicate, objects in kept.get("skos", {}).items():
        for one in objects if is_iri(predicate) and isinstance(objects, list | tuple) else ():
            term = _object(one) if isinstance(one, dict) else ""
            if term:
                yield NAMES(predicate), term


def _object(said: Mapping[str, Any]) -> Term:
    """A term as an import kept it; empty where somebody changed it since to what is none."""
    iri, value, lang, kind = (
        str(said.get(key, "")) for key in ("iri", "value", "lang", "datatype")
    )
    if iri:
        return f"<{iri}>" if is_iri(iri) else ""
    return literal(value, lang if is_tag(lang) else "", NAMES(kind) if is_iri(kind) else "")
