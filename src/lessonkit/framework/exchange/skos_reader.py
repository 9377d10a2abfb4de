"""A SKOS concept scheme to a framework, by whoever it was written."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from lessonkit.framework import addresses
from lessonkit.framework.exchange import sound
from lessonkit.framework.exchange.base import Around, Losses, Read, Unreadable
from lessonkit.framework.exchange.drafts import Arranged, Draft, arranged, framework_id
from lessonkit.framework.exchange.graph import BASE, lang_of
from lessonkit.framework.exchange.jsontext import clean
from lessonkit.framework.exchange.languages import base, guessed
from lessonkit.framework.exchange.plain import crosswalks, filled, without
from lessonkit.framework.exchange.skos_levels import expect, read_levels
from lessonkit.framework.exchange.skos_order import counted_by_address, natural
from lessonkit.framework.exchange.skos_said import TYPE, XL, Said, named, term
from lessonkit.framework.exchange.skos_terms import DCTERMS, OURS, OUTER, RELATION, SKOS
from lessonkit.framework.exchange.skos_writer import HEAD
from lessonkit.framework.model import Framework, Match

if TYPE_CHECKING:
    from rdflib.term import Node

_RDFS = "http://www.w3.org/2000/01/rdf-schema#"
_DC = "http://purl.org/dc/elements/1.1/"
_LABELS = (f"{SKOS}prefLabel", f"{XL}prefLabel", f"{_RDFS}label", f"{DCTERMS}title", f"{_DC}title")
_TITLES = (f"{DCTERMS}title", f"{SKOS}prefLabel", f"{_RDFS}label", f"{_DC}title")
_TEXTS = (f"{SKOS}definition", f"{DCTERMS}description", f"{_RDFS}comment", f"{_DC}description")
_SCHEME_OF = (f"{SKOS}inScheme", f"{SKOS}topConceptOf")
_PLACES = (*_SCHEME_OF, f"{SKOS}broader", f"{SKOS}narrower", f"{SKOS}broaderTransitive",
           f"{SKOS}narrowerTransitive", f"{SKOS}hasTopConcept", TYPE)  # fmt: skip
_OUTER = {iri: name for name, iri in OUTER.items()} | {f"{SKOS}related": "isRelatedTo"}
_CONCEPT = (
    *_PLACES, *_OUTER, f"{SKOS}notation", f"{SKOS}note", f"{SKOS}hiddenLabel",
    f"{DCTERMS}identifier", f"{DCTERMS}type", f"{DCTERMS}subject",
)  # fmt: skip
_UUID = re.compile(r"(?:urn:uuid:)?([0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})", re.IGNORECASE)


def read_scheme(text: str, around: Around) -> Read:
    """Raises: Unreadable: not RDF, or no concept in it; ToolMissing: rdflib is not installed."""
    return _Reading(text, around).read()


class _Reading:
    """One graph on the way in, as subject → predicate → objects."""

    def __init__(self, text: str, around: Around) -> None:
        self.around = around
        self.losses = Losses()
        self.said = Said(text, self.losses)
        self.concepts = self._concepts()
        self.scheme = self._scheme()
        if not self.concepts and self.scheme is None:
            raise Unreadable("no-concepts")
        self.concepts = self._own_concepts()
        self.head = self._head()

    def read(self) -> Read:
        """The framework and what of the graph is not in it."""
        drafts = [self._draft(node) for node in self.concepts]
        self._place(drafts)
        result = arranged(drafts, self.losses)
        levels, numbers = read_levels(self.said, self.id, self.losses)
        expect(self.said, drafts, numbers, self.losses)
        found = [Match(code, "isChildOf", self.id, above) for code, above in result.further]
        found += self._matches(result)
        own = crosswalks(Framework(self.id, {}, matches=tuple(dict.fromkeys(found))))
        data = {
            "framework": without(self.head, ("crosswalks", "audience_groups")),
            "levels": levels,
            "skills": result.skills,
            "crosswalks": _joined(own, self.head.get("crosswalks", [])),
            "audience_groups": self.head.get("audience_groups", []),
        }
        return Read(sound.built(filled(data)), tuple(self.losses))

    def _concepts(self) -> list["Node"]:
        """What is said to be one, else what has a label and a place as concepts have."""
        named = self.said.of_kind(f"{SKOS}Concept")
        if not named:
            marks = (f"{SKOS}inScheme", f"{SKOS}broader", f"{SKOS}topConceptOf", f"{SKOS}narrower")
            named = [
                node
                for node, facts in self.said.facts.items()
                if any(one in facts for one in marks)
            ]
        return sorted(named, key=str)

    def _scheme(self) -> "Node | None":
        """The scheme of most concepts; where that is none, there may be one all the same."""
        counts: Counter[Node] = Counter(
            scheme
            for node in self.concepts
            for predicate in _SCHEME_OF
            for scheme in set(self.said[node].get(predicate, ()))
        )
        named = self.said.of_kind(f"{SKOS}ConceptScheme")
        order = sorted({*counts, *named}, key=lambda node: (-counts[node], str(node)))
        for other in order[1:]:
            self.losses.add("other-scheme", str(other))
        return order[0] if order else None

    def _own_concepts(self) -> list["Node"]:
        """Without those that are in other schemes only."""
        own = []
        for node in self.concepts:
            schemes = {one for name in _SCHEME_OF for one in self.said[node].get(name, ())}
            if schemes and self.scheme not in schemes:
                self.losses.add("other-concept", str(node))
            else:
                own.append(node)
        return own

    def _head(self) -> dict[str, Any]:
        facts = self.said[self.scheme] if self.scheme is not None else {}
        ours = sound.head(self.said.json(facts))
        one = {key: self.said.one(facts, iri) for key, iri in HEAD.items()}
        self.lang = self.said.lang = base(one["lang"]) or self._guess()
        titles = self.said.spoken(facts, _TITLES)
        title = next(iter(titles.values()), "") or self.around.stem
        own_id = self.said.one(facts, f"{OURS}id") or addresses.framework_in(str(self.scheme or ""))
        self.id = framework_id(self.around.id or own_id, title)
        head: dict[str, Any] = {"id": self.id}
        head |= {f"title_{lang}": text for lang, text in titles.items()} or {
            f"title_{self.lang}": title or self.id
        }
        head |= {key: value for key, value in one.items() if value}
        head["lang"] = one["lang"].replace("_", "-") if base(one["lang"]) else ""
        uri = str(self.scheme or "")
        head["uri"] = "" if uri == addresses.urn(self.id) or uri.startswith(BASE) else uri
        completeness = self.said.spoken(facts, (f"{SKOS}scopeNote",))
        head |= {f"completeness_{lang}": text for lang, text in completeness.items()}
        head["sources"] = [clean(str(one)) for one in facts.get(f"{DCTERMS}source", ())]
        head["doubts"] = [
            {lang: clean(str(one))} if (lang := base(lang_of(one))) else clean(str(one))
            for one in facts.get(f"{SKOS}editorialNote", ())
        ]
        native = (
            *_TITLES,
            *HEAD.values(),
            f"{DCTERMS}source",
            f"{SKOS}editorialNote",
            f"{SKOS}scopeNote",
        )
        kept = self.said.kept(facts, (*native, *_PLACES))
        head = filled(head)
        for key in ("sources", "doubts"):
            if key in ours and _words(ours[key]) == _words(head.get(key, [])):
                head[key] = ours[key]
        head |= without(ours, ("id", "sources", "doubts"))
        return head | ({"kept": {**head.get("kept", {}), "skos": kept}} if kept else {})

    def _draft(self, node: "Node") -> Draft:
        facts = self.said[node]
        names, texts = self.said.spoken(facts, _LABELS), self.said.spoken(facts, _TEXTS)
        address = str(node)
        last = unquote(re.split(r"[/#:]", address.rstrip("/#"))[-1])
        if not names:
            self.losses.add("no-statement", address)
        lang, name = next(iter(names.items()), (self.lang, last))
        code = self.said.one(facts, f"{SKOS}notation")
        if len(facts.get(f"{SKOS}notation", ())) > 1:
            self.losses.add("notations", code)
        data: dict[str, Any] = {
            f"name_{lang}": text for lang, text in (names or {lang: name}).items()
        }
        data |= {f"statement_{lang}": text for lang, text in texts.items()}
        identifier = _UUID.fullmatch(self.said.one(facts, f"{DCTERMS}identifier"))
        data["identifier"] = identifier[1] if identifier else ""
        data["kind"] = self.said.one(facts, f"{DCTERMS}type")
        data["notes"] = self.said.one(facts, f"{SKOS}note")
        data["keywords"] = self.said.words(facts, f"{DCTERMS}subject")
        data["keywords_own"] = self.said.words(facts, f"{SKOS}hiddenLabel")
        ours = sound.skill(self.said.json(facts))
        kept = self.said.kept(facts, (*_LABELS, *_TEXTS, *_CONCEPT))
        data = filled(data)
        for key in ("keywords", "keywords_own"):
            if key in ours and sorted(ours[key]) == sorted(data.get(key, ())):
                data[key] = ours[key]
        data |= without(ours, ("keywords", "keywords_own"))
        if kept:
            data["kept"] = {**data.get("kept", {}), "skos": kept}
        said = self.said.one(facts, f"{OURS}code")
        uri = addresses.urn(self.id, said or code)
        known = named(node) and not address.startswith(("_:", BASE))
        if address != uri and "uri" not in data and known:
            data["uri"] = address
        hints = (last if not _UUID.fullmatch(last) else name, name, last[:8] or name)
        return Draft(address, data, code, hints, own=said)

    def _place(self, drafts: list[Draft]) -> None:
        """Parents from both sides, and the order: the one that we wrote, else by code or name."""
        by_key = {one.key: one for one in drafts}
        for node in self.concepts:
            facts = self.said[node]
            first = [str(one) for one in facts.get(f"{OURS}parent", ())]
            above = [str(one) for one in facts.get(f"{SKOS}broader", ())]
            by_key[str(node)].parents += dict.fromkeys((*first, *above))
            for below in facts.get(f"{SKOS}narrower", ()):
                child = by_key.get(str(below))
                if child is not None and str(node) not in child.parents:
                    child.parents.append(str(node))
        counted = counted_by_address(drafts)
        drafts.sort(key=lambda one: self._order(one, counted))
        for place, one in enumerate(drafts):
            one.order = place

    def _order(self, one: Draft, counted: bool) -> tuple[Any, ...]:
        said = self.said.one(self.said[term(one.key)], f"{OURS}order")
        number = int(said) if said.isascii() and said.isdigit() and len(said) < 10 else 10**9
        return (number, *natural(one.code or one.hints[0 if counted else 1]))

    def _matches(self, result: Arranged) -> Iterator[Match]:
        index = self._index()
        for node in self.concepts:
            code = result.codes.get(str(node), "")
            for predicate, objects in self.said[node].items():
                relation = _OUTER.get(predicate) or (
                    predicate[len(RELATION) :] if predicate.startswith(RELATION) else ""
                )
                for target in objects if relation and code else ():
                    if str(target).startswith(BASE) and str(target) not in result.codes:
                        self.losses.add("association-away", f"{code}: {target}".replace(BASE, ""))
                        continue
                    yield self._match(code, relation, str(target), result, index)

    def _match(
        self,
        code: str,
        relation: str,
        target: str,
        result: Arranged,
        index: Mapping[str, tuple[str, str]],
    ) -> Match:
        if target in result.codes:
            return Match(code, relation, self.id, result.codes[target])
        there = index.get(target) or addresses.skill_in(target)
        if there:
            return Match(code, relation, *there)
        facts = self.said[term(target)]
        title, identifier = (
            self.said.one(facts, f"{DCTERMS}title"),
            self.said.one(facts, f"{DCTERMS}identifier"),
        )
        uuid = target.removeprefix("urn:uuid:") if target.startswith("urn:uuid:") else ""
        if uuid and uuid == identifier:
            return Match(code, relation, "", "", "", identifier, title)
        return Match(code, relation, "", "", target, identifier, title)

    def _index(self) -> dict[str, tuple[str, str]]:
        return {
            addresses.of_skill(one, code): (name, code)
            for name, one in self.around.known.items()
            if name != self.id
            for code in one.skills
        }

    def _guess(self) -> str:
        tags = Counter(
            base(lang_of(one))
            for node in self.concepts[:200]
            for one in self.said[node].get(_LABELS[0], ())
        )
        known = [tag for tag, _ in tags.most_common() if tag]
        if known:
            return known[0]
        texts = [
            self.said.one(self.said[node], label)
            for node in self.concepts[:200]
            for label in _LABELS
        ]
        found = guessed(texts)
        self.losses.add("language-guessed", found)
        return found


def _words(values: Any) -> list[str]:
    """All texts in it, sorted: what RDF keeps of a list."""
    return sorted(
        text for one in values for text in ([one] if isinstance(one, str) else one.values())
    )


def _joined(own: list[dict[str, Any]], ours: Any) -> list[dict[str, Any]]:
    from lessonkit.framework.exchange.case_links import with_levels

    return with_levels(own, ours)
