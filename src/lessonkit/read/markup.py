"""Raw HTML that a project has allowed, made harmless by nh3 (ammonia)."""

import re

ATTRIBUTES = {
    "*": {"class", "lang", "dir", "title"},
    "a": {"href"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
    "ol": {"start"},
}
"""No style, no id (ids belong to the lesson), no source of pictures: media go through Markdown."""
_SHOWN = """
a abbr b bdi bdo blockquote br cite code dd del details dfn div dl dt em figcaption figure hr i
ins kbd li mark ol p pre q rp rt ruby s samp small span strong sub summary sup table tbody td
tfoot th thead time tr u ul var wbr
"""
TAGS = set(_SHOWN.split())
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]*)")
_VOID = frozenset({"br", "hr", "wbr"})


class Tags:
    """The tags within one run of text: each is cleaned by itself, and all of them are closed."""

    def __init__(self) -> None:
        self._open: list[str] = []

    def take(self, html: str) -> str:
        """A tag as it may be shown; one that closes nothing is left out."""
        match = _TAG.match(html)
        if match is None:
            return ""
        name = match[2].lower()
        if match[1]:
            if not self._open or self._open[-1] != name:
                return ""
            self._open.pop()
            return f"</{name}>"
        made = clean(html)
        if made and name not in _VOID:
            self._open.append(name)
            made = made.removesuffix(f"</{name}>")
        return made

    def rest(self) -> str:
        """What closes the tags that are still open."""
        closers = "".join(f"</{name}>" for name in reversed(self._open))
        self._open.clear()
        return closers


def clean(html: str) -> str:
    """The same HTML without anything that runs, loads or restyles."""
    import nh3

    return nh3.clean(
        html, tags=TAGS, attributes=ATTRIBUTES, url_schemes={"http", "https", "mailto", "tel"}
    )
