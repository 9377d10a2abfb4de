"""SKOS: a concept scheme in Turtle, written by us and read by rdflib, which reads other RDF too."""

import re

from lessonkit.framework.exchange.base import Around, Exchange, Read, Written
from lessonkit.framework.model import Framework


def read(text: str, around: Around) -> Read:
    """Raises: Unreadable; ToolMissing: rdflib is not installed."""
    from lessonkit.framework.exchange.skos_reader import read_scheme

    return read_scheme(text, around)


def write(framework: Framework, around: Around) -> Written:
    """As Turtle."""
    from lessonkit.framework.exchange.skos_writer import write_scheme

    return write_scheme(framework, around)


def recognises(text: str) -> bool:
    """Turtle, RDF/XML or JSON-LD that names SKOS."""
    start = text.lstrip()[:1]
    named = "w3.org/2004/02/skos" in text or "skos:" in text
    if start == "<" and "<rdf:RDF" in text[:20_000]:
        return True
    if start in ("{", "["):
        return named and any(key in text for key in ('"@context"', '"@graph"', '"@id"'))
    return named and re.search(r"(?im)^\s*(@prefix|prefix)\s|^\s*<[^<>]*>\s", text) is not None


EXCHANGE = Exchange("skos", ".ttl", read, write, recognises)
