"""A graph of RDF in the three syntaxes that frameworks come in; nothing is ever fetched."""

import logging
import re
import warnings
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from lessonkit.base.errors import ToolMissing
from lessonkit.framework.exchange.base import Unreadable
from lessonkit.framework.exchange.jsontext import deeper, parsed

if TYPE_CHECKING:
    from rdflib import Graph
    from rdflib.term import Node

_ENTITY = re.compile(
    r"<!ENTITY\s+(%|[^\s\"'>]+\s+(SYSTEM|PUBLIC)\b)|<!DOCTYPE[^\[>]*\b(SYSTEM|PUBLIC)\b"
)
BASE = "http://file.invalid/"
"""What relative addresses are relative to; it begins no address that is kept. Source: RFC 2606."""


def graph(text: str) -> "Graph":
    """All statements.

    Raises:
        ToolMissing: rdflib is not installed.
        Unreadable: not RDF, or something in it would have to be fetched; says the line.
    """
    try:
        import rdflib
    except ImportError as error:
        raise ToolMissing("rdflib") from error
    syntax = _syntax(text)
    loud = logging.getLogger("rdflib")
    level, exact = loud.level, rdflib.NORMALIZE_LITERALS
    # rdflib tells of each odd literal and address, and writes `01` as `1`.
    loud.setLevel(logging.CRITICAL + 1)
    rdflib.NORMALIZE_LITERALS = False
    try:
        found = rdflib.Graph(bind_namespaces="none")
        with warnings.catch_warnings():
            # Its parser of JSON-LD uses what another part of it no longer wants.
            warnings.simplefilter("ignore", DeprecationWarning)
            found.parse(data=text, format=syntax, publicID=BASE)
    except Exception as error:
        # Each of its parsers raises kinds of its own.
        raise _refusal(error) from error
    finally:
        loud.setLevel(level)
        rdflib.NORMALIZE_LITERALS = exact
    return found


def _syntax(text: str) -> str:
    start = text.lstrip()[:1]
    if start in ("{", "["):
        data = parsed(text)
        if deeper(data):
            raise Unreadable("too-deep")
        if any(_remote(data)):
            raise Unreadable("remote-context")
        return "json-ld"
    if start == "<" and ("<rdf:RDF" in text or "<?xml" in text[:200]):
        if _ENTITY.search(text):
            raise Unreadable("remote-entity")
        return "xml"
    return "turtle"


def _remote(data: Any) -> Iterator[bool]:
    """Whether contexts, wherever they stand, are addresses of others."""
    if isinstance(data, list):
        for one in data:
            yield from _remote(one)
    elif isinstance(data, dict):
        for key, value in data.items():
            contexts = value if isinstance(value, list) else [value]
            yield key == "@context" and any(isinstance(one, str) for one in contexts)
            yield key == "@import"
            yield from _remote(value)


def _refusal(error: Exception) -> Unreadable:
    line = getattr(error, "lines", None)
    get_line = getattr(error, "getLineNumber", None)
    if isinstance(line, int):
        return Unreadable("not-turtle", where=line + 1)
    if get_line is not None:
        return Unreadable("not-xml", where=int(get_line() or 1))
    return Unreadable("not-rdf", reason=str(error).split("\n", 1)[0][:80] or type(error).__name__)


def lang_of(node: "Node") -> str:
    """The tag of a text; empty: it has none."""
    return getattr(node, "language", None) or ""
