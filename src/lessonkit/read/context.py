"""What is gathered while one file is read; it does not outlive the reading."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from markdown_it import MarkdownIt

from lessonkit.base.diag import Edit, Fault, Pos, Span, fault, line_span
from lessonkit.base.slug import slug


@dataclass(slots=True)
class Context:
    """The file, and what has been found in it so far."""

    file: str
    lines: Sequence[str]
    lang: str
    md: MarkdownIt
    env: dict[str, object]
    folder: Path
    raw_html: bool = False
    section_ids: tuple[str, ...] = ()
    """Of the source language, for a translation whose headings name none."""
    faults: list[Fault] = field(default_factory=list)
    ids: dict[str, Span] = field(default_factory=dict)
    wanted: dict[str, tuple[Span, str]] = field(default_factory=dict)
    """Files that the lesson names → first place, and what kind each must be."""
    notes: dict[str, Span] = field(default_factory=dict)
    """Footnotes mentioned."""
    links: list[tuple[str, Span]] = field(default_factory=list)
    """Links within the lesson: the id, decoded."""
    cells: dict[int, int] = field(default_factory=dict)
    """Line → column behind the last table cell found on it."""
    sections: int = 0

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
        start, end = self.line_span(first), self.line_span(max(first, min(last, len(self.lines))))
        return Span(self.file, start.start, max(start.end, end.end))

    def claim(self, name: str, span: Span) -> None:
        """An id of the author's; taken twice is a fault."""
        if name in self.ids:
            self.report("LK141", span, id=name, line=self.ids[name].start.line)
        else:
            self.ids[name] = span

    def free_id(self, text: str, fallback: str) -> str:
        """An id made from a text, not taken yet; does not claim it."""
        base = "-".join(slug(text).split("-")[:6])[:40].strip("-") or fallback
        name, number = base, 2
        while name in self.ids:
            name, number = f"{base}-{number}", number + 1
        return name

    def want(self, name: str, kind: str, span: Span) -> None:
        """The lesson needs that file: `picture`, `audio`, `video`, `captions` or `text`."""
        self.wanted.setdefault(name, (span, kind))


def insertion(file: str, line: int, text: str) -> Edit:
    """New lines before that line (from 1)."""
    at = Pos(line, 1)
    return Edit(Span(file, at, at), text)
