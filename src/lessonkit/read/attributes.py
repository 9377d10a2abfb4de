"""`{#id .class key="value" flag}` behind a picture, a link, code, `[words]` or a heading."""

import re
from dataclasses import dataclass

_ITEM = re.compile(
    r"""\s*(?:\#(?P<id>[^\s{}#.="]+)|\.(?P<class>[A-Za-z][\w-]*)
    |(?P<key>[A-Za-z][\w-]*)(?:=(?:"(?P<quoted>[^"]*)"|(?P<bare>[^\s"{}]+)))?)""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Attributes:
    """What stood between the braces; a flag has an empty value."""

    id: str
    classes: tuple[str, ...]
    pairs: tuple[tuple[str, str], ...]

    def get(self, key: str) -> str | None:
        """The value of that key, or None."""
        return dict(self.pairs).get(key)


NONE = Attributes("", (), ())


def parse(text: str, start: int) -> tuple[Attributes, int] | None:
    """The attributes whose `{` stands at `start`, and where they end; None where these are none."""
    if not text.startswith("{", start):
        return None
    at = start + 1
    name, classes, pairs = "", [], []
    while match := _ITEM.match(text, at):
        at = match.end()
        if match["id"]:
            name = match["id"]
        elif match["class"]:
            classes.append(match["class"])
        else:
            pairs.append((match["key"], match["quoted"] or match["bare"] or ""))
    while at < len(text) and text[at] in " \t":
        at += 1
    if not text.startswith("}", at) or not (name or classes or pairs):
        return None
    return Attributes(name, tuple(classes), tuple(pairs)), at + 1


def split_heading(content: str) -> tuple[str, Attributes]:
    """A heading's text without the attributes at its end."""
    bare = content.rstrip()
    start = bare.rfind("{") if bare.endswith("}") else -1
    found = parse(bare, start) if start >= 0 else None
    if found is None or found[1] != len(bare):
        return content, NONE
    return bare[:start].rstrip(), found[0]
