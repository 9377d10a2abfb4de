"""Turtle, as much of it as we write: statements grouped by subject, exact in every sign.

Source: W3C, RDF 1.1 Turtle, 2.4 and 6.4.
"""

import re
from collections.abc import Iterable, Iterator

_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>\"{}|^`\\\ud800-\udfff]*")
_ESCAPED = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")

Term = str
"""As it stands in the text."""


def is_iri(text: str) -> bool:
    """Whether it can stand between `<` and `>` as it is, and means the same everywhere."""
    return _IRI.fullmatch(text) is not None


def is_tag(text: str) -> bool:
    """Whether it can stand behind `@` as the tag of a language."""
    return re.fullmatch(r"[A-Za-z]+(-[A-Za-z0-9]+)*", text) is not None


class Prefixes:
    """Short names of namespaces."""

    def __init__(self, **known: str) -> None:
        self.known = known

    def __call__(self, iri: str) -> Term:
        """`skos:notation`, else `<…>`; what cannot stand there is percent-encoded."""
        for prefix, start in self.known.items():
            if iri.startswith(start) and _NAME.fullmatch(iri[len(start) :]):
                return f"{prefix}:{iri[len(start) :]}"
        return f"<{iri}>"

    def head(self) -> Iterator[str]:
        """The lines that say them."""
        return (f"@prefix {prefix}: <{start}> .\n" for prefix, start in self.known.items())


def literal(text: str, lang: str = "", datatype: Term = "") -> Term:
    """A text in quotes, in a language or of a type."""
    quoted = "".join(_ESCAPED.get(char) or _sign(char) for char in text)
    end = f"@{lang}" if lang else f"^^{datatype}" if datatype else ""
    return f'"{quoted}"{end}'


def block(subject: Term, statements: Iterable[tuple[Term, Term]]) -> str:
    """All that is said of a subject; several objects of a predicate stand together."""
    grouped: dict[Term, list[Term]] = {}
    for predicate, object_ in statements:
        grouped.setdefault(predicate, []).append(object_)
    lines = (
        f"{predicate} {', '.join(dict.fromkeys(objects))}" for predicate, objects in grouped.items()
    )
    said = " ;\n    ".join(lines)
    return f"\n{subject} {said} .\n"


def _sign(char: str) -> str:
    """Control characters by number; half of a pair, which no text can hold, as a question mark."""
    code = ord(char)
    if 0xD800 <= code < 0xE000:
        return "\ufffd"
    return f"\\u{code:04X}" if code < 0x20 or 0x7F <= code < 0xA0 else char
