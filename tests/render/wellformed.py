"""A reader of HTML that trusts nobody: balance, ids, references, what a policy forbids."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset(("br", "hr", "img", "input", "link", "meta", "source", "track", "wbr"))
FOREIGN = frozenset(("svg", "math"))


@dataclass
class Seen:
    """What was found in a document."""

    faults: list[str] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    references: list[tuple[str, str]] = field(default_factory=list)
    headings: list[int] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.seen = Seen()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._element(tag, attrs)
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if not FOREIGN & set(self.open) and tag not in FOREIGN:
            self.seen.faults.append(f"<{tag}/> closes itself outside of SVG and MathML")
        self._element(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open[-1] != tag:
            self.seen.faults.append(f"</{tag}> at {self.getpos()} closes {self.open[-1:]}")
        else:
            self.open.pop()

    def _element(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        if len(names) != len(set(names)):
            self.seen.faults.append(f"<{tag}> has an attribute twice: {names}")
        for name, value in attrs:
            self._attribute(tag, name, value or "")
        self.seen.tags.append(tag)
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            self.seen.headings.append(int(tag[1]))

    def _attribute(self, tag: str, name: str, value: str) -> None:
        if name == "style" or name.startswith("on"):
            self.seen.faults.append(f"<{tag} {name}> is forbidden by the policy")
        if name == "id":
            self.seen.ids.append(value)
        if name in ("for", "aria-controls", "aria-labelledby", "aria-describedby"):
            self.seen.references += [(tag, one) for one in value.split()]
        if name == "href" and value.startswith("#"):
            self.seen.references.append((tag, value[1:]))


def read(html: str) -> Seen:
    """What the document holds, and its faults."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    seen = reader.seen
    seen.faults += [f"<{tag}> is never closed" for tag in reader.open]
    seen.faults += _crossed(seen)
    return seen


def _crossed(seen: Seen) -> Iterator[str]:
    known = set(seen.ids)
    for one in known:
        if seen.ids.count(one) > 1:
            yield f"id {one} stands {seen.ids.count(one)} times"
    for tag, one in seen.references:
        if one not in known:
            yield f"<{tag}> leads to #{one}, which is not there"
    last = 0
    for level in seen.headings:
        if level > last + 1:
            yield f"h{level} follows h{last}"
        last = level
