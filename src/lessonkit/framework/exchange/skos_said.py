"""What a graph says, by subject and predicate, and how texts and terms are taken from it."""

import json
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from lessonkit.framework.exchange.base import Losses
from lessonkit.framework.exchange.graph import graph, lang_of
from lessonkit.framework.exchange.jsontext import clean
from lessonkit.framework.exchange.languages import base
from lessonkit.framework.exchange.skos_terms import DCTERMS, OURS, RELATION

if TYPE_CHECKING:
    from rdflib.term import Node

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
XL = "http://www.w3.org/2008/05/skos-xl#"
TYPE = f"{RDF}type"
_WITHIN = (
    f"{XL}literalForm",
    f"{RDF}value",
    "http://data.europa.eu/esco/model#nodeLiteral",
)
"""Where a text is a node, the predicates of its words."""

Facts = Mapping[str, "list[Node]"]
"""Objects by predicate."""


class Said:
    """All statements, in an order of their own: a graph has none."""

    def __init__(self, text: str, losses: Losses) -> None:
        """Raises: Unreadable; ToolMissing."""
        self._losses = losses
        self.lang = "und"
        """Of texts that do not say theirs; set when it is known."""
        self.facts: dict[Node, dict[str, list[Node]]] = {}
        for subject, predicate, object_ in graph(text):
            self.facts.setdefault(subject, {}).setdefault(str(predicate), []).append(object_)
        for facts in self.facts.values():
            for objects in facts.values():
                objects.sort(key=_sorted)

    def __getitem__(self, node: "Node") -> Facts:
        return self.facts.get(node, {})

    def of_kind(self, kind: str) -> "list[Node]":
        """What is said to be of that kind, by address."""
        return sorted((node for node in self.facts if self.is_a(node, kind)), key=str)

    def spoken(self, facts: Facts, predicates: tuple[str, ...]) -> dict[str, str]:
        """Texts by language, of the first predicate that says any; one of a language."""
        for predicate in predicates:
            found: dict[str, str] = {}
            for node, tag in self._literals(facts.get(predicate, ())):
                lang = base(tag) or self.lang
                if not node:
                    continue
                if lang in found and found[lang] != node:
                    self._losses.add("several-texts", node)
                found.setdefault(lang, node)
            if found:
                own = {self.lang: found[self.lang]} if self.lang in found else {}
                return {**own, **found}
        return {}

    def _literals(self, nodes: "list[Node] | tuple[()]") -> Iterator[tuple[str, str]]:
        for node in nodes:
            if node in self.facts and not hasattr(node, "language"):
                inner = self.facts[node]
                for predicate in _WITHIN:
                    for one in inner.get(predicate, ()):
                        yield (
                            clean(str(one)),
                            lang_of(one) or self.one(inner, f"{DCTERMS}language"),
                        )
            elif hasattr(node, "language"):
                yield clean(str(node)), lang_of(node)

    def one(self, facts: Facts, predicate: str) -> str:
        """The first text."""
        return next((clean(str(one)) for one in facts.get(predicate, ())), "")

    def words(self, facts: Facts, predicate: str) -> list[str]:
        """All texts."""
        return [clean(str(one)) for one in facts.get(predicate, ()) if clean(str(one))]

    def json(self, facts: Facts) -> Any:
        """What an earlier export of ours put beside it, not looked at yet."""
        try:
            return json.loads(self.one(facts, f"{OURS}facts") or "{}")
        except (ValueError, RecursionError):
            self._losses.add("facts-broken")
            return {}

    def kept(self, facts: Facts, native: tuple[str, ...]) -> dict[str, list[dict[str, str]]]:
        """What others say with terms that we do not know, as it stands; no nodes without a name."""
        found: dict[str, list[dict[str, str]]] = {}
        for predicate in sorted(facts):
            if predicate in native or predicate.startswith((OURS, RELATION)):
                continue
            for node in facts[predicate]:
                term = _kept_term(node)
                if term is None:
                    self._losses.add("blank", predicate)
                else:
                    found.setdefault(predicate, []).append(term)
        return found

    def is_a(self, node: "Node", kind: str) -> bool:
        """Whether it is said to be of that kind."""
        return any(str(one) == kind for one in self.facts[node].get(TYPE, ()))


def _kept_term(node: "Node") -> dict[str, str] | None:
    if hasattr(node, "language"):
        kind = getattr(node, "datatype", None)
        said = {"value": str(node), "lang": lang_of(node), "datatype": str(kind) if kind else ""}
        return {key: value for key, value in said.items() if value or key == "value"}
    return {"iri": str(node)} if named(node) else None


def named(node: "Node") -> bool:
    """Whether it has an address."""
    from rdflib import URIRef

    return isinstance(node, URIRef)


def term(address: str) -> "Node":
    """The node of that address."""
    from rdflib import URIRef

    return URIRef(address)


def _sorted(node: "Node") -> tuple[str, str]:
    return (str(node), lang_of(node))
