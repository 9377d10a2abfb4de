"""Words that an author meant as markup but Markdown took as text."""

import re
from collections.abc import Iterator

from lessonkit.base.diag import Arg

PLAIN = frozenset("<[{$")
"""A text without these is not suspect."""
Suspect = tuple[str, int, int, dict[str, Arg]]
"""Code, from where to where in the source of the text, and what the sentence needs."""

_TAG = re.compile(r"(?<!\\)<(?:/?([a-zA-Z][a-zA-Z0-9]*)(?:\s[^<>]*)?/?>|!--)")
_NAMES = """
a abbr audio b big blockquote body br button center code dd details div dl dt em embed font form
h1 h2 h3 h4 h5 h6 head hr html i iframe img input kbd li link mark meta object ol option p pre q
s script section select small source span strike strong style sub summary sup svg table tbody td
textarea tfoot th thead title tr u ul video
"""
_HTML = frozenset(_NAMES.split())
_LINK = re.compile(r"(?<!\\)!?\[[^\[\]\n]*\](?:\(((?:[^()\n]|\([^()\n]*\))*)\)|\[([^\[\]\n]*)\])")
_UNSAFE = re.compile(r"\s*<?((?:javascript|vbscript|data|file):)", re.IGNORECASE)
_FORMULA = re.compile(r"(?<!\\)\$\$")
_SHORT = re.compile(r":{1,2} ?\{\s*([\w-]+)\s*\}")
_BRACES = re.compile(r"(?<!\\)\{\s*(?:[#.][\w-]|[A-Za-z][\w-]*=)[^{}\n]*\}")
_ANY_BRACES = re.compile(r"\{[^{}\n]*\}")


def find(source: str, behind: bool, raw_html: bool) -> Iterator[Suspect]:
    """Each kind once a text; `behind`: right behind something that may have attributes."""
    if not raw_html and "<" in source:
        yield from _html(source)
    if "](" in source or "][" in source:
        yield from _links(source)
    if "$$" in source and (formula := _FORMULA.search(source)):
        yield "LK164", formula.start(), formula.end(), {"tex": source[formula.start() :][:40]}
    if source.startswith(":") and (short := _SHORT.match(source)):
        yield "LK133", 0, short.end(), {"value": short[0], "name": short[1]}
    elif "{" in source and (loose := _loose(source, behind)):
        yield "LK156", loose.start(), loose.end(), {"value": loose[0][:60]}


def _html(source: str) -> Iterator[Suspect]:
    for match in _TAG.finditer(source):
        if match[1] is None or match[1].lower() in _HTML:
            yield "LK151", match.start(), match.end(), {"tag": match[0][:40]}
            return


def _links(source: str) -> Iterator[Suspect]:
    for match in _LINK.finditer(source):
        if match[1] is None:
            label = match[2] or match[0].partition("]")[0].lstrip("![")
            yield "LK185", match.start(), match.end(), {"label": label[:60]}
        elif unsafe := _UNSAFE.match(match[1]):
            start = match.start(1) + unsafe.start(1)
            yield "LK159", start, start + len(unsafe[1]), {"href": unsafe[1]}
        else:
            yield "LK179", match.start(), match.end(), {"value": match[0][:60]}


def _loose(source: str, behind: bool) -> "re.Match[str] | None":
    if behind and (match := _ANY_BRACES.match(source)):
        return match
    return _BRACES.search(source)
