"""Words that an author meant as markup but Markdown took as text."""

import re
from collections.abc import Iterator

from lessonkit.base.diag import Arg

_SIGNS = frozenset("<[{$\\")
_OPENERS = {"!!!": "", "???": "details", "===": "tabs"}
"""What opens a block in other tools, and the block that is nearest here."""
Suspect = tuple[str, int, int, dict[str, Arg]]
"""Code, from where to where in the source of the text, and what the sentence needs."""

_TAG = re.compile(r"(?<!\\)<(?:/?([a-zA-Z][a-zA-Z0-9]*)(?:\s[^<>]*)?/?>|!--)")
_NAMES = """
a abbr article aside audio b big blockquote body br button caption center cite code col colgroup dd
del details dfn div dl dt em embed figcaption figure font footer form h1 h2 h3 h4 h5 h6 head header
hr html i iframe img input ins kbd li link main mark meta nav object ol option p picture pre q s
samp script section select small source span strike strong style sub summary sup svg table tbody td
textarea tfoot th thead title tr tt u ul var video wbr
"""
_HTML = frozenset(_NAMES.split())
_CURES = {
    name: cure
    for cure, names in {
        "**…**": "b strong mark u ins",
        "*…*": "i em cite dfn var",
        "~~…~~": "s strike del",
        "`…`": "code kbd samp tt",
        "```": "pre",
        "$x_2$": "sub",
        "$x^2$": "sup",
        "[…](https://…)": "a",
        "![…](media/…)": "img picture svg",
        "…\\↵": "br",
        "---": "hr",
        "- …": "ul li",
        "1. …": "ol",
        "> …": "blockquote q",
        "## …": "h1 h2",
        "### …": "h3 h4 h5 h6",
        "| … | … |": "table tbody thead tfoot tr td th caption col colgroup",
        ":::{details} …": "details summary",
        ":::{glossary}": "dl dt dd",
        ":::{note}": "aside",
        ":::{figure}": "figure figcaption",
        ":::{audio} media/…": "audio",
        ":::{video} media/…": "video iframe embed object",
    }.items()
    for name in names.split()
}
"""What to write for a tag."""
_CALLOUTS = {
    name: ours
    for ours, names in {
        "note": "note info abstract admonition question quote seealso todo",
        "tip": "tip hint success",
        "important": "important",
        "warning": "warning attention caution danger error failure bug",
        "example": "example",
        "keypoints": "summary keypoints",
        "details": "details dropdown",
    }.items()
    for name in names.split()
}
"""Callouts of other tools, and the block that is nearest here."""
_LINK = re.compile(r"(?<!\\)!?\[[^\[\]\n]*\](?:\(((?:[^()\n]|\([^()\n]*\))*)\)|\[([^\[\]\n]*)\])")
_UNSAFE = re.compile(r"\s*<?((?:javascript|vbscript|data|file):)", re.IGNORECASE)
_FORMULA = re.compile(r"(?<!\\)\$\$")
SHOWN = 40
"""Characters of a formula in a sentence about it."""
_LATEX = re.compile(r"\\(?:\((.{1,400}?)\\\)|\[(.{1,400}?)\\\])", re.DOTALL)
_TEX = re.compile(r"[\\^_=]")
_SHORT = re.compile(r":{1,2} ?\{\s*([\w-]+)\s*\}")
_BRACES = re.compile(r"(?<!\\)\{\s*(?:[#.][\w-]|[A-Za-z][\w-]*=)[^{}\n]*\}")
_ANY_BRACES = re.compile(r"\{[^{}\n]*\}")
_SINGLE = re.compile(r"='[^'\n]*'")
_ALERT = re.compile(r"\[!(\w+)\][-+]?")
_ADMONITION = re.compile(r"(?:!!!|\?\?\?\+?|===[!+]?)[ \t]+([\w-]+|(?=\"))[^\n]*")


def is_plain(source: str) -> bool:
    """A text that need not be searched."""
    return _SIGNS.isdisjoint(source) and source[:3] not in _OPENERS


def find(source: str, behind: bool, raw_html: bool) -> Iterator[Suspect]:
    """Each kind once a text; `behind`: right behind something that may have attributes."""
    if not raw_html and "<" in source:
        yield from _html(source)
    if "](" in source or "][" in source:
        yield from _links(source)
    if "$$" in source and (formula := _FORMULA.search(source)):
        tex = source[formula.start() :][:SHOWN]
        yield "LK164", formula.start(), formula.end(), {"tex": tex, "near": ""}
    if "\\" in source and (latex := _LATEX.search(source)):
        tex = " ".join((latex[1] or latex[2]).split())
        if _TEX.search(tex):
            told = tex if len(tex) <= SHOWN else "…"
            near = f"${told}$" if latex[1] else f"$$ {told} $$"
            yield "LK164", latex.start(), latex.end(), {"tex": latex[0][:SHOWN], "near": near}
    if source.startswith(":") and (short := _SHORT.match(source)):
        yield "LK133", 0, short.end(), {"value": short[0], "name": short[1], "near": ""}
    elif "{" in source and (loose := _loose(source, behind)):
        quoted = _SINGLE.sub('="…"', loose[0])
        near = quoted if behind and loose.start() == 0 and quoted != loose[0] else ""
        yield "LK156", loose.start(), loose.end(), {"value": loose[0][:60], "near": near}
    elif opener := _of_another_tool(source):
        yield opener


def callout(name: str) -> str | None:
    """The block here that is nearest to a callout of another tool."""
    return _CALLOUTS.get(name.lower())


def _of_another_tool(source: str) -> Suspect | None:
    """`!!! note`, `??? note`, `=== "tab"` and `[!NOTE]` at the start of a text."""
    match = _ALERT.match(source) or _ADMONITION.match(source)
    name = callout(match[1]) if match else None
    if match and (name or match[0].endswith('"')):
        name = _OPENERS.get(source[:3]) or name or "note"
        return "LK133", 0, match.end(), {"value": match[0][:60], "name": "", "near": name}
    return None


def _html(source: str) -> Iterator[Suspect]:
    for match in _TAG.finditer(source):
        if match[1] is None or match[1].lower() in _HTML:
            near = _CURES.get((match[1] or "").lower(), "")
            near = ":::" if near.startswith(":::{") and match[0].startswith("</") else near
            yield "LK151", match.start(), match.end(), {"tag": match[0][:40], "near": near}
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
