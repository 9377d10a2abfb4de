"""A lesson in short lines, for cases that say what a text becomes; and places looked up."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from lessonkit.base.diag import Span
from lessonkit.model import blocks as b
from lessonkit.model.module import Module
from lessonkit.questions.base import Question
from lessonkit.questions.rows import Rowed
from lessonkit.questions.scenario import Scenario
from lessonkit.text import inline as i


def dump(module: Module) -> str:
    """Blocks and footnotes, one a line, what is inside indented."""
    lines = [*_blocks(module.blocks, 0)]
    for note in module.footnotes:
        lines.append(f"[^{note.label}] {note.number}")
        lines += _blocks(note.blocks, 1)
    return "\n".join(lines) + "\n"


def _blocks(blocks: tuple[b.Block, ...], depth: int) -> Iterator[str]:
    for block in blocks:
        head, *rest = _block(block)
        yield "  " * depth + head
        yield from ("  " * (depth + 1) + line for line in rest)


def _block(block: b.Block) -> Iterator[str]:
    """The line of a block, then those of its inside."""
    match block:
        case b.Figure():
            yield _named("figure", block.caption)
            yield from (_inline(one) for one in block.pictures)
        case b.List():
            kind = f"ol {block.start}" if block.ordered else "ul"
            yield kind + ("" if block.tight else " loose")
            yield from _items(block.items)
        case b.Table():
            yield "table"
            yield from (_row(row) for row in (block.head, *block.rows))
        case b.Section():
            aims = f" → {' '.join(block.objectives)}" if block.objectives else ""
            yield f"section #{block.id} {_prose(block.title)}{aims}"
            yield from _blocks(block.blocks, 0)
        case b.Ask():
            yield from _ask(block)
        case _ if line := _line(block):
            yield line
        case _:
            yield from _directive(block)


def _line(block: b.Block) -> str:
    """A block that is one line, or nothing."""
    match block:
        case b.Paragraph():
            return f"p {_prose(block.prose)}" + _classes(block.classes)
        case b.Heading():
            return f"h{block.level} #{block.id} {_prose(block.prose)}"
        case b.CodeBlock():
            return f"code {block.language}".rstrip() + f" {block.text!r}"
        case b.Formula():
            return f"formula {block.tex}" + ("" if block.mathml else " ✗")
        case b.Divider():
            return "divider"
        case b.MarkupBlock():
            return f"markup {block.html!r}"
        case _:
            return ""


def _directive(block: Any) -> Iterator[str]:
    """Blocks with a name: their plain fields, then what they hold."""
    said = [type(block).__name__.lower()]
    if said == ["callout"]:
        said = [block.kind]
    for name in (
        "id", "src", "draw", "where", "minutes", "audience", "captions", "poster", "start", "end",
    ):  # fmt: skip
        value = getattr(block, name, None)
        first = isinstance(block, b.Steps) and value == 1
        if value not in (None, "", ()) and not first:
            shown = " ".join(value) if isinstance(value, tuple) else value
            said.append(f"{name}={shown:g}" if isinstance(value, float) else f"{name}={shown}")
    if getattr(block, "add", False):
        said.append("add")
    yield _named(" ".join(said), getattr(block, "title", None))
    if isinstance(block, b.Steps | b.Checklist):
        yield from _items(block.items)
    elif isinstance(block, b.Definitions | b.Cards | b.Glossary):
        yield from _entries(block.entries)
    elif isinstance(block, b.Tabs):
        for tab in block.tabs:
            yield f"tab {_prose(tab.title)}"
            yield from _blocks(tab.blocks, 1)
    elif isinstance(block, b.Audio | b.Video):
        yield from _blocks(block.transcript, 0)
    else:
        yield from _blocks(block.blocks, 0)


def _items(items: tuple[b.Item, ...]) -> Iterator[str]:
    for item in items:
        yield {None: "-", True: "- [x]", False: "- [ ]"}[item.checked]
        yield from _blocks(item.blocks, 1)


def _entries(entries: tuple[b.Definition, ...]) -> Iterator[str]:
    for entry in entries:
        yield f"dt {_prose(entry.term)}"
        for meaning in entry.meanings:
            yield "dd"
            yield from _blocks(meaning, 1)


def _row(row: tuple[b.Cell, ...]) -> str:
    signs = {"": "", "left": "<", "center": "^", "right": ">"}
    return "".join(f"| {signs[cell.align]}{_prose(cell.prose)} " for cell in row) + "|"


def _ask(block: b.Ask) -> Iterator[str]:
    question = block.question
    data = question.data()
    named = (f"{key}={data[key]}" for key in data if key not in ("type", "id"))
    yield f"{question.type_name} #{question.id} {_prose(question.ask)}"
    yield " ".join(named)
    yield from _blocks(block.blocks, 0)
    for option in getattr(question, "options", ()):
        yield f"{'[x]' if option.right else '[ ]'} {_prose(option.text)}"
    if isinstance(question, Rowed):
        if question.head:
            yield f"| {' | '.join(_prose(cell) for cell in question.head)} |"
        for row in question.rows:
            cells = [_prose(cell) for cell in row]
            yield f"| {' | '.join(cells)} |" if question.head else " ".join(f": {x}" for x in cells)
        for cell in getattr(question, "extra", ()):
            yield f"| | {_prose(cell)} |"
    if isinstance(question, Scenario):
        for scene in question.scenes:
            yield f"scene #{scene.id} {_prose(scene.title)}"
            yield from (f"  {_prose(way.text)} → {way.to}" for way in scene.ways)
    if question.hint is not None:
        yield f"hint {_prose(question.hint)}"
    for reply in question.replies():
        yield f"> {reply.key}: {_prose(reply.text)}"


def _named(kind: str, title: i.Prose | None) -> str:
    return kind if title is None else f"{kind} “{_prose(title)}”"


def _prose(prose: i.Prose) -> str:
    return "".join(_inline(one) for one in prose.inlines)


def _inline(one: i.Inline) -> str:
    match one:
        case i.Strong():
            return f"**{_inner(one.inner)}**"
        case i.Emphasis():
            return f"*{_inner(one.inner)}*"
        case i.Strike():
            return f"~~{_inner(one.inner)}~~"
        case i.Phrase():
            return f"[{_inner(one.inner)}]{_braces(one.classes, one.lang)}"
        case i.Link():
            title = f' "{one.title}"' if one.title else ""
            return f"[{_inner(one.inner)}]({one.href}{title}){_braces((), one.lang)}"
        case _:
            return _leaf(one)


def _leaf(one: i.Inline) -> str:
    """An inline that holds no others."""
    match one:
        case i.Picture():
            width = f" width={one.width}" if one.width else ""
            decorative = " decorative" if one.decorative else ""
            return f"![{one.alt}]({one.src}){_classes(one.classes)}{width}{decorative}"
        case i.Math():
            return f"${one.tex}$" + ("" if one.mathml else "✗")
        case i.NoteRef():
            return f"[^{one.label}:{one.number}]"
        case i.Markup():
            return f"<{one.html}>"
        case i.Break():
            return "⏎"
        case i.Code():
            return f"`{one.text}`"
        case i.Text():
            return one.text
        case i.Gap():
            shown = "".join(f" {place}:{text}" for place, text in one.choices)
            return f"[gap {one.place + 1}/{one.count}{shown}]"
        case _:
            raise TypeError(one)


def _inner(inlines: tuple[i.Inline, ...]) -> str:
    return "".join(_inline(one) for one in inlines)


def _braces(classes: tuple[str, ...], lang: str) -> str:
    inside = [*(f".{one}" for one in classes), *([f"lang={lang}"] if lang else [])]
    return f"{{{' '.join(inside)}}}" if inside else ""


def _classes(classes: tuple[str, ...]) -> str:
    return "".join(f" .{one}" for one in classes)


def values(thing: object) -> Iterator[object]:
    """Every value below: of dataclasses, of questions, of tuples."""
    yield thing
    if isinstance(thing, tuple):
        for one in thing:
            yield from values(one)
    elif isinstance(thing, Question):
        for name in type(thing).model_fields:
            yield from values(getattr(thing, name))
    elif is_dataclass(thing) and not isinstance(thing, Span):
        for field in fields(thing):
            yield from values(getattr(thing, field.name))


def spans(module: Module) -> Iterator[Span]:
    """Every place that the module knows."""
    yield from module.places.values()
    for one in values((module.blocks, module.footnotes)):
        if isinstance(one, Span):
            yield one


def excerpt(text: str, span: Span) -> str:
    """What stands at a place."""
    lines = text.split("\n")[span.start.line - 1 : span.end.line]
    lines[-1] = lines[-1][: span.end.column - 1]
    lines[0] = lines[0][span.start.column - 1 :]
    return "\n".join(lines)


SIGNS: dict[type, tuple[str, ...]] = {
    i.Strong: ("**", "__"),
    i.Emphasis: ("*", "_"),
    i.Strike: ("~~",),
    i.Code: ("`",),
    i.Phrase: ("[", "`"),
    i.Link: ("[", "<"),
    i.Picture: ("![",),
    i.Math: ("$",),
    i.NoteRef: ("[^", "^["),
}
"""How each inline begins in the source."""


def misplaced(module: Module) -> list[str]:
    """Inlines whose place does not show what they say; texts with escapes are passed over."""
    found = []
    for one in values((module.blocks, module.footnotes)):
        if isinstance(one, i.Text):
            there = excerpt(module.text, one.span)
            plain = not any(sign in there for sign in "\\&\n")
            if plain and there.strip() != one.text.strip():
                found.append(f"{one.text!r} is said to stand at {there!r}")
        elif type(one) in SIGNS:
            there = excerpt(module.text, getattr(one, "span"))  # noqa: B009  (mypy)
            if not there.startswith(SIGNS[type(one)]):
                found.append(f"{one} is said to stand at {there!r}")
    return found
