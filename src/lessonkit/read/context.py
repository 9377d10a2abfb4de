"""What is gathered while one file is read; it does not outlive the reading."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from markdown_it import MarkdownIt

from lessonkit.base.diag import Edit, Fault, Pos, Span, fault, line_span
from lessonkit.base.slug import readable_slug
from lessonkit.read.parsers import MAX_NESTING
from lessonkit.text.inline import Prose


@dataclass(slots=True)
class Context:
    """The file, and what has been found in it so far."""

    file: str
    lines: Sequence[str]
    lang: str
    md: MarkdownIt
    env: dict[str, Any]
    folder: Path
    raw_html: bool = False
    section_ids: tuple[str, ...] = ()
    """Of the source language, for a translation whose headings name none."""
    faults: list[Fault] = field(default_factory=list)
    ids: dict[str, Span] = field(default_factory=dict)
    anchors: set[str] = field(default_factory=set)
    """Ids that a link may lead to: those of headings."""
    wanted: dict[tuple[str, str], Span] = field(default_factory=dict)
    """Files that the lesson names, and what kind each must be → first place."""
    notes: dict[str, tuple[int, Span]] = field(default_factory=dict)
    """Footnotes mentioned → number from 1 in that order, and the first mark."""
    captions: dict[Span, str] = field(default_factory=dict)
    """Captions of pictures that are no figures, as far as is known."""
    placed_notes: dict[str, Prose] = field(default_factory=dict)
    """Texts of the notes that are written in their place."""
    links: list[tuple[str, Span]] = field(default_factory=list)
    """Links within the lesson, without choices of scenarios: the id, decoded."""
    scenes: set[str] = field(default_factory=set)
    """Ids that only a choice may lead to."""
    reserved: frozenset[str] = frozenset()
    """Ids that the author gives somewhere: none that is made up may be one of them."""
    practice_ids: tuple[str, ...] = ()
    """The same for practice, which is kept under one id in every language."""
    sections: int = 0
    practices: dict[str, None] = field(default_factory=dict)
    """Ids made up for practice, in order."""
    _numbers: dict[str, int] = field(default_factory=dict)
    """Name without a number → the number from which one may be free."""
    deep: bool = False

    def report(self, code: str, span: Span, *fix: Edit, **args: str | int | float) -> None:
        """Keep a fault."""
        self.faults.append(fault(code, span, *fix, **args))

    def line_span(self, line: int) -> Span:
        """The text of one line, from 1, without its indentation."""
        text = self.lines[line - 1] if 0 < line <= len(self.lines) else ""
        bare = text.strip()
        return line_span(self.file, max(1, line), len(text) - len(text.lstrip()) + 1, len(bare))

    def lines_span(self, first: int, last: int) -> Span:
        """From line to line, both from 1 and included."""
        start = self.line_span(first)
        if last <= first:
            return start
        end = self.line_span(min(last, len(self.lines)))
        return Span(self.file, start.start, max(start.end, end.end))

    def claim(self, name: str, span: Span) -> None:
        """An id of the author's; taken twice is a fault."""
        if name in self.ids:
            self.report("LK141", span, id=name, line=self.ids[name].start.line)
        else:
            self.ids[name] = span

    def free_id(self, text: str, fallback: str) -> str:
        """An id made from a text, not taken yet; does not claim it.

        Of a fallback such as `cau-1` the next is `cau-2`; of any other name `muc` it is `muc-2`.
        """
        first = _few_words(text)
        stem = first or fallback.removesuffix("-1")
        first = first or fallback
        number = self._numbers.get(first, 1)
        name = first if number == 1 else f"{stem}-{number}"
        while name in self.ids or name in self.reserved:
            number += 1
            name = f"{stem}-{number}"
        # Names are never given back, so nobody needs to try the lower numbers again.
        self._numbers[first] = number
        return name

    def practice_id(self, text: str) -> str:
        """An id for practice that has none, from its words alone, so that no other can move it."""
        number = len(self.practices)
        if number < len(self.practice_ids):
            name = self.practice_ids[number]
        else:
            base = name = "lk-" + (_few_words(text) or "practice")
            count = self._numbers.get(base, 1)
            while name in self.practices:
                count += 1
                name = f"{base}-{count}"
            self._numbers[base] = count
        self.practices[name] = None
        return name

    def too_deep(self, line: int) -> None:
        """Something is nested beyond the limit; said once a file."""
        if not self.deep:
            self.deep = True
            self.report("LK152", self.line_span(line), limit=MAX_NESTING)

    def hollow(self, span: Span, block: str) -> None:
        """A block without content; of what is nested too deeply that is said already."""
        if not self.env["deep"]:
            self.report("LK144", span, block=block)

    def note(self, label: str, span: Span) -> int:
        """The number of the footnote that is mentioned there."""
        return self.notes.setdefault(label, (len(self.notes) + 1, span))[0]

    def want(self, name: str, kind: str, span: Span) -> None:
        """The lesson needs that file: `picture`, `audio`, `video`, `captions`, `text` or `file`."""
        if name:
            self.wanted.setdefault((name, kind), span)


def _few_words(text: str) -> str:
    """The beginning of a text as a name, or nothing; never in the names of pages themselves."""
    words = readable_slug(text, "").split("-")
    words = words[1:] if words[:1] == ["lk"] else words
    return "-".join(words[:6])[:40].strip("-")


def is_id(text: str) -> bool:
    """Lower-case letters, digits and hyphens, as in `model.meta`; `lk-` is for pages themselves."""
    parts = text.split("-")
    return (
        len(text) <= 60
        and parts[0] != "lk"
        and all(p.isascii() and p.isalnum() and p == p.lower() for p in parts)
    )


def line_below(ctx: Context, above: Span, text: str) -> Edit:
    """A new line below that one, as far indented, in the same quotes and list items."""
    line = ctx.lines[above.start.line - 1]
    prefix = re.sub(r"[^\s>]", " ", line[: above.start.column - 1])
    at = Pos(above.start.line, len(line) + 1)
    return Edit(Span(ctx.file, at, at), f"\n{prefix}{text}")
