"""From inline tokens to prose."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from markdown_it.token import Token

from lessonkit.base.diag import Pos, Span
from lessonkit.read import suspects
from lessonkit.read.attributes import NONE, Attributes
from lessonkit.read.context import Context
from lessonkit.read.links import target
from lessonkit.read.markup import Tags
from lessonkit.read.positions import Locator, by_line_ends
from lessonkit.read.tree import Node
from lessonkit.text import inline as i
from lessonkit.text.body import Value

_TEXTS = frozenset({"text", "softbreak"})
_ATTRIBUTED = frozenset({"image", "link_close", "span_close", "code_inline"})
BOX = 3
"""Characters of the box of a task."""
MAX_DEPTH = 30
"""Levels of emphasis, links and passages within each other."""


@dataclass(frozen=True, slots=True)
class _Run:
    """One text that inlines are read from."""

    ctx: Context
    content: str
    where: Locator


def prose(ctx: Context, node: Node, skip: int = 0) -> i.Prose:
    """The prose of an `inline` node; `skip` characters at its start are left out."""
    return placed_prose(ctx, node.token, locator(ctx, node.token), skip)


def placed_prose(ctx: Context, token: Token, where: Locator, skip: int = 0) -> i.Prose:
    """The same where the place of the content is known."""
    content = token.content
    children = token.children or ()
    if len(children) == 1 and children[0].content == content and suspects.is_plain(content):
        span = where.span(skip, len(content))
        words = content[skip:]
        return i.Prose((i.Text(words, span),) if words else (), span)
    found = tuple(_inlines(_Run(ctx, content, where), iter(children), 0)[0])
    if skip:
        found = _without(found, where.pos(skip))
    return i.Prose(found, where.span(skip, len(content)))


def locator(ctx: Context, token: Token) -> Locator:
    """Where the content of an `inline` token stands."""
    first = token.map[0] if token.map else 0
    return by_line_ends(token.content, first, ctx.lines, ctx.file)


def heading_prose(ctx: Context, node: Node) -> i.Prose:
    """The words of a heading."""
    token = node.children[0].token
    if not node.token.markup.startswith("#"):
        first = token.map[0] if token.map else 0
        where = by_line_ends(node.token.meta["whole"], first, ctx.lines, ctx.file)
        return placed_prose(ctx, token, where)
    # Before the signs of a heading stand signs of lists and quotes only.
    line = ctx.lines[node.line - 1]
    column = line.find("#") + len(node.token.markup)
    column = max(column, line.find(token.content, column))
    return placed_prose(ctx, token, Locator(ctx.file, node.line, column + 1))


def value_prose(ctx: Context, value: Value) -> i.Prose | None:
    """The prose of an option line's value; None where it is empty."""
    if not value.text:
        return None
    start = value.span.start
    ctx.env["line"] = start.line
    token = ctx.md.parseInline(value.text, ctx.env)[0]
    return placed_prose(ctx, token, Locator(ctx.file, start.line, start.column))


def plain_prose(text: str, span: Span) -> i.Prose:
    """Prose of words that are not Markdown."""
    return i.Prose((i.Text(text, span),), span)


def _inlines(run: _Run, tokens: Iterator[Token], depth: int) -> tuple[list[i.Inline], Token | None]:
    """The inlines up to the closer of what is open, and that closer, taken from `tokens` too."""
    found: list[i.Inline] = []
    held: list[Token] = []
    behind, passed = False, 0
    tags: Tags | None = None
    for token in tokens:
        if token.type in _TEXTS:
            held.append(token)
            continue
        if held:
            found += _text(run, held, behind)
            held = []
        behind = token.type in _ATTRIBUTED
        if token.type == "html_inline":
            tags = tags or Tags()
            found.append(i.Markup(tags.take(token.content), run.where.span(*_at(token))))
        elif token.nesting == 0:
            found.append(_single(run, token))
        elif depth >= MAX_DEPTH and (token.nesting > 0 or passed):
            # What is deeper is kept as plain text: the fault is said, nothing is lost meanwhile.
            passed += token.nesting
            run.ctx.too_deep(run.where.pos(_at(token)[0]).line)
        elif token.nesting < 0:
            return found + _closed(run, tags, token), token
        else:
            inner, closer = _inlines(run, tokens, depth + 1)
            found.append(_pair(run, token, tuple(inner), closer or token))
            behind = closer is not None and closer.type in _ATTRIBUTED
    if held:
        found += _text(run, held, behind)
    return found + _closed(run, tags, None), None


def _closed(run: _Run, tags: Tags | None, closer: Token | None) -> list[i.Inline]:
    """What closes the HTML that is open where a passage ends."""
    rest = tags.rest() if tags else ""
    end = _at(closer)[0] if closer else len(run.content)
    return [i.Markup(rest, run.where.span(end, end))] if rest else []


def _text(run: _Run, tokens: list[Token], behind: bool) -> list[i.Inline]:
    """A text; `behind` something that may have attributes."""
    text = tokens[0].content
    if len(tokens) > 1 or not text:
        text = "".join(" " if one.type == "softbreak" else one.content for one in tokens)
    solid = [one for one in tokens if one.content] or tokens
    start, end = _at(solid[0])[0], _at(solid[-1])[1]
    source = run.content[start:end]
    if not suspects.is_plain(source):
        for code, first, last, args in suspects.find(source, behind, run.ctx.raw_html):
            run.ctx.report(code, run.where.span(start + first, start + last), **args)
    end = end if solid[0].content else start
    return [i.Text(text, run.where.span(start, end))] if text else []


def _pair(run: _Run, token: Token, inner: tuple[i.Inline, ...], closer: Token) -> i.Inline:
    """What lies between an opener and its closer."""
    start, end = _at(token)[0], _at(closer)[1]
    match token.type:
        case "strong_open":
            # Of two signs the library keeps the inner ones.
            return i.Strong(inner, run.where.span(start - 1, end + 1))
        case "em_open":
            return i.Emphasis(inner, run.where.span(start, end))
        case "s_open":
            return i.Strike(inner, run.where.span(start, end))
        case "link_open":
            # Of `[text](href)` it begins behind the bracket, of `<href>` at it.
            start -= token.markup != "autolink"
            given = _attributes(closer)
            return _link(run.ctx, token, inner, given, run.where.span(start, end))
        case _:
            return _phrase(run.ctx, inner, _attributes(closer), run.where.span(start, end))


def _single(run: _Run, token: Token) -> i.Inline:
    """An inline that holds no others."""
    start, end = _at(token)
    span = run.where.span(start, end)
    match token.type:
        case "code_inline":
            code = i.Code(token.content, span)
            given = token.meta.get("attributes")
            return code if given is None else _phrase(run.ctx, (code,), given, span)
        case "image":
            return _picture(run, token, span)
        case "hardbreak":
            return i.Break(run.where.span(start, start))
        case "footnote_ref":
            return _note_ref(run, token, span)
        case "math_inline":
            return _math(run.ctx, token.content, span, display=False)
        case "math_inline_double":
            return _math(run.ctx, token.content.strip(), span, display=True)
        case _:
            return i.Text(token.content, span)


def _link(
    ctx: Context, token: Token, inner: tuple[i.Inline, ...], given: Attributes, span: Span
) -> i.Link:
    href = target(ctx, str(token.attrGet("href") or ""), span)
    known(ctx, given, ("lang",), span)
    return i.Link(href, inner, str(token.attrGet("title") or ""), given.get("lang") or "", span)


def _picture(run: _Run, token: Token, span: Span) -> i.Picture:
    """A picture; its file is asked for."""
    ctx = run.ctx
    given = _attributes(token)
    src = unquote(str(token.attrGet("src") or ""))
    known(ctx, given, ("width", "decorative"), span, classes=True)
    ctx.want(src, "picture", span)
    if title := token.attrGet("title"):
        ctx.captions[span] = str(title)
    if not src:
        ctx.report("LK701", span, name="", near="")
    inside = _Run(ctx, token.content, run.where.shifted(_at(token)[0] + 2))
    inner, _ = _inlines(inside, iter(token.children or ()), 0)
    alt = "".join(i.plain(one) for one in inner).strip()
    width = _width(ctx, given.get("width"), span)
    decorative = given.get("decorative") is not None or "decorative" in given.classes
    return i.Picture(src, alt, decorative, width, given.classes, span)


def _width(ctx: Context, asked: str | None, span: Span) -> str:
    if asked is None:
        return ""
    match = re.fullmatch(r"([0-9]{1,3})\s*%", asked)
    if match is None or not 1 <= int(match[1]) <= 100:
        ctx.report("LK158", span, key="width", value=asked, example="60%")
        return ""
    return str(min((25, 50, 75, 100), key=lambda step: abs(step - int(match[1]))))


def known(
    ctx: Context,
    given: Attributes,
    allowed: tuple[str, ...],
    span: Span,
    *,
    classes: bool = False,
    name: bool = False,
) -> None:
    """Attributes that have no effect in their place are said so."""
    extra = [key for key, _ in given.pairs if key not in allowed]
    extra += [f".{one}" for one in given.classes if not classes and one not in allowed]
    extra += [f"#{given.id}"] if given.id and not name else []
    for key in extra:
        ctx.report("LK157", span, key=key, near=", ".join(allowed))


def _phrase(ctx: Context, inner: tuple[i.Inline, ...], given: Attributes, span: Span) -> i.Phrase:
    known(ctx, given, ("lang",), span, classes=True)
    return i.Phrase(inner, given.get("lang") or "", given.classes, span)


def _note_ref(run: _Run, token: Token, span: Span) -> i.NoteRef:
    """The mark of a note; the text of one that is written in place is kept for later."""
    ctx, number = run.ctx, int(token.meta["id"])
    label = str(token.meta.get("label", ""))
    if not label:
        label = f"^{number}"
        inside = ctx.env["footnotes"]["list"][number]
        where = run.where.shifted(_at(token)[0] + 2)
        content = str(inside["content"])
        inner, _ = _inlines(_Run(ctx, content, where), iter(inside["tokens"]), 0)
        ctx.placed_notes[label] = i.Prose(tuple(inner), where.span(0, len(content.rstrip())))
    return i.NoteRef(label, ctx.note(label, span), span)


def _math(ctx: Context, tex: str, span: Span, *, display: bool) -> i.Math:
    from lessonkit.read.maths import mathml

    made = mathml(tex, display)
    if not made:
        ctx.report("LK164", span, tex=tex[:40], near="")
    return i.Math(tex, made, span)


def _attributes(token: Token) -> Attributes:
    found = token.meta.get("attributes", NONE)
    return found if isinstance(found, Attributes) else NONE


def _at(token: Token) -> list[int]:
    return token.map or [0, 0]


def _without(inlines: tuple[i.Inline, ...], start: Pos) -> tuple[i.Inline, ...]:
    """Without the box of a task, the beginning of the first text; the rest is at `start`."""
    first = inlines[0] if inlines else None
    if not isinstance(first, i.Text):
        return inlines
    rest = first.text[BOX:].lstrip()
    place = Span(first.span.file, start, max(start, first.span.end))
    return (i.Text(rest, place), *inlines[1:]) if rest else inlines[1:]
