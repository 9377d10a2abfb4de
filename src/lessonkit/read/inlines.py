"""From inline tokens to prose."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from lessonkit.base.diag import Span
from lessonkit.read.attributes import NONE, Attributes
from lessonkit.read.context import Context
from lessonkit.read.positions import Locator
from lessonkit.read.tree import Node, tree
from lessonkit.text import inline as i
from lessonkit.text.body import Value

_TAG = re.compile(r"</?([a-zA-Z][a-zA-Z0-9]*)(?:\s[^<>]*)?/?>|<!--")
_HTML = frozenset(
    ["a", "abbr", "audio", "b", "big", "blockquote", "body", "br", "button", "center", "code", "dd", "details", "div", "dl", "dt", "em", "embed", "font", "form", "h1", "h2", "h3", "h4", "h5", "h6", "head", "hr", "html", "i", "iframe", "img", "input", "kbd", "li", "link", "mark", "meta", "object", "ol", "option", "p", "pre", "q", "s", "script", "section", "select", "small", "source", "span", "strike", "strong", "style", "sub", "summary", "sup", "svg", "table", "tbody", "td", "textarea", "tfoot", "th", "thead", "title", "tr", "u", "ul", "video"]
)
_UNSAFE = re.compile(r"\]\(\s*<?((?:javascript|vbscript|data|file):)", re.IGNORECASE)
_LOOSE = re.compile(r"\{[^{}\n]*\}")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_SAFE_SCHEMES = ("http:", "https:", "mailto:", "tel:", "sms:")


@dataclass(slots=True)
class _Run:
    ctx: Context
    where: Locator


def prose(ctx: Context, token_node: Node, skip: int = 0) -> i.Prose:
    """The prose of an `inline` node; `skip` characters at its start are left out."""
    token = token_node.token
    first = token.map[0] if token.map else 0
    line = ctx.lines[first] if first < len(ctx.lines) else ""
    column = ctx.cells.get(first, 0)
    where = Locator(token.content, first, ctx.lines, ctx.file, column)
    found = tuple(_nodes(_Run(ctx, where), tree(token.children or ())))
    if skip:
        found = _without(found, skip)
    span = where.span(skip, len(token.content))
    if line.lstrip().startswith(("|", ">")) or "|" in line:
        ctx.cells[first] = max(column, span.end.column - 1)
    return i.Prose(found, span)


def value_prose(ctx: Context, value: Value) -> i.Prose | None:
    """The prose of an option line's value; None where it is empty."""
    if not value.text:
        return None
    tokens = ctx.md.parseInline(value.text, ctx.env)
    tokens[0].map = [value.span.start.line - 1, value.span.start.line]
    ctx.cells[value.span.start.line - 1] = value.span.start.column - 1
    return prose(ctx, tree(tokens)[0])


def plain_prose(text: str, span: Span) -> i.Prose:
    """Prose of words that are not Markdown."""
    return i.Prose((i.Text(text, span),), span)


def _nodes(run: _Run, nodes: list[Node]) -> Iterator[i.Inline]:
    held: list[Node] = []
    for node in nodes:
        if node.type in ("text", "softbreak", "text_special"):
            held.append(node)
            continue
        yield from _text(run, held)
        held = []
        found = _one(run, node)
        if found is not None:
            yield found
    yield from _text(run, held)


def _text(run: _Run, nodes: list[Node]) -> Iterator[i.Text]:
    text = "".join("\n" if node.type == "softbreak" else node.token.content for node in nodes)
    if not text:
        return
    start = _at(nodes[0])
    span = run.where.span(start, start + len(text))
    _look(run, text, start)
    yield i.Text(text.replace("\n", " "), span)


def _look(run: _Run, text: str, start: int) -> None:
    """What an author meant as markup but Markdown took as text."""
    if "<" in text and not run.ctx.raw_html:
        for match in _TAG.finditer(text):
            if match[1] is None or match[1].lower() in _HTML:
                place = run.where.span(start + match.start(), start + match.end())
                run.ctx.report("LK151", place, tag=match[0][:40])
                break
    if "](" in text and (unsafe := _UNSAFE.search(text)):
        place = run.where.span(start + unsafe.start(1), start + unsafe.end(1))
        run.ctx.report("LK159", place, href=unsafe[1])
    if text.startswith("{") and (loose := _LOOSE.match(text)):
        run.ctx.report("LK156", run.where.span(start, start + loose.end()), value=loose[0])


def _one(run: _Run, node: Node) -> i.Inline | None:
    """An inline that is not plain text."""
    start = _at(node)
    token = node.token
    inner = tuple(_nodes(run, node.children or tree(token.children or ())))
    match node.type:
        case "strong":
            return i.Strong(inner, _span(run, start, node))
        case "em":
            return i.Emphasis(inner, _span(run, start, node))
        case "s":
            return i.Strike(inner, _span(run, start, node))
        case "code_inline":
            return _phrased(
                run,
                node,
                i.Code(token.content, run.where.span(start, start + len(token.content) + 2)),
            )
        case "span":
            return _phrase(
                run, inner, _attributes(node), run.where.span(max(0, start - 1), _last(node, start))
            )
        case "link":
            return _link(run, node, inner)
        case "image":
            return picture(
                run.ctx, node, run.where.span(start, start + len(token.content) + 2), inner
            )
        case "hardbreak":
            return i.Break(run.where.span(start, start))
        case "footnote_ref":
            return _note_ref(run, node)
        case "math_inline" | "math_inline_double":
            return _math(run, token.content, run.where.span(start, start + len(token.content) + 2))
        case "html_inline":
            from lessonkit.read.markup import clean

            return i.Markup(clean(token.content), run.where.span(start, start + len(token.content)))
        case _:
            return i.Text(token.content, run.where.span(start, start))


def _link(run: _Run, node: Node, inner: tuple[i.Inline, ...]) -> i.Link:
    attributes = _attributes(node)
    href = str(node.token.attrGet("href") or "")
    # The rule for `[text](href)` stands behind the bracket when it opens; an autolink does not.
    start = _at(node) - (node.token.markup != "autolink")
    span = run.where.span(max(0, start), _last(node, start))
    href = _target(run.ctx, href, span)
    _known(run.ctx, attributes, ("lang",), span)
    return i.Link(
        href, inner, str(node.token.attrGet("title") or ""), attributes.get("lang") or "", span
    )


def _target(ctx: Context, href: str, span: Span) -> str:
    """Where a link leads: into the lesson, to the web, or to a file of the module, which then travels."""
    if href.startswith("#"):
        ctx.links.append((unquote(href[1:]), span))
    elif _SCHEME.match(href):
        if not href.lower().startswith(_SAFE_SCHEMES):
            ctx.report("LK159", span, href=unquote(href)[:80])
    else:
        name = unquote(href).partition("#")[0]
        if name.endswith(".md") or "." not in name.rpartition("/")[2]:
            ctx.report("LK165", span, href=name[:80])
            return href
        ctx.want(name, "file", span)
        return name
    return href


def picture(ctx: Context, node: Node, span: Span, inner: tuple[i.Inline, ...]) -> i.Picture:
    """The picture of an `image` node; its file is asked for."""
    token = node.token
    attributes = token.meta.get("attributes", NONE)
    src = unquote(str(token.attrGet("src") or ""))
    _known(ctx, attributes, ("width", "decorative"), span)
    if src:
        ctx.want(src, "picture", span)
    alt = "".join(i.plain(one) for one in inner).strip()
    width = _width(ctx, attributes.get("width"), span)
    decorative = attributes.get("decorative") is not None or "decorative" in attributes.classes
    return i.Picture(src, alt, decorative, width, attributes.classes, span)


def _width(ctx: Context, asked: str | None, span: Span) -> str:
    if asked is None:
        return ""
    match = re.fullmatch(r"(\d{1,3})\s*%", asked)
    if match is None or not 1 <= int(match[1]) <= 100:
        ctx.report("LK158", span, key="width", value=asked, example="60%")
        return ""
    return str(min((25, 50, 75, 100), key=lambda step: abs(step - int(match[1]))))


def _known(ctx: Context, attributes: Attributes, allowed: tuple[str, ...], span: Span) -> None:
    for key, _ in attributes.pairs:
        if key not in allowed:
            ctx.report("LK157", span, key=key, allowed=", ".join(allowed))


def _phrase(run: _Run, inner: tuple[i.Inline, ...], attributes: Attributes, span: Span) -> i.Phrase:
    _known(run.ctx, attributes, ("lang",), span)
    return i.Phrase(inner, attributes.get("lang") or "", attributes.classes, span)


def _phrased(run: _Run, node: Node, code: i.Code) -> i.Inline:
    attributes = node.token.meta.get("attributes")
    return code if attributes is None else _phrase(run, (code,), attributes, code.span)


def _note_ref(run: _Run, node: Node) -> i.NoteRef:
    meta = node.token.meta
    start = _at(node)
    label = str(meta.get("label", f"^{meta['id']}"))
    span = run.where.span(start, start + len(label) + 3)
    run.ctx.notes.setdefault(label, span)
    return i.NoteRef(label, meta["id"] + 1, span)


def _math(run: _Run, tex: str, span: Span) -> i.Math:
    from lessonkit.read.maths import mathml

    made = mathml(tex, display=False)
    if not made:
        run.ctx.report("LK164", span, tex=tex[:40])
    return i.Math(tex, made, span)


def _attributes(node: Node) -> Attributes:
    found = node.end.meta.get("attributes", NONE) if node.end else NONE
    return found if isinstance(found, Attributes) else NONE


def _at(node: Node) -> int:
    return node.token.map[0] if node.token.map else 0


def _last(node: Node, start: int) -> int:
    ends = (node.end.map[0] if node.end and node.end.map else start) + 1
    return max(start, ends)


def _span(run: _Run, start: int, node: Node) -> Span:
    return run.where.span(start, _last(node, start) + len(node.token.markup) - 1)


def _without(inlines: tuple[i.Inline, ...], skip: int) -> tuple[i.Inline, ...]:
    """Without the box of a task, which is the beginning of the first text."""
    first = inlines[0]
    if not isinstance(first, i.Text):
        return inlines
    start = first.span.start
    place = Span(first.span.file, type(start)(start.line, start.column + skip), first.span.end)
    rest = first.text[skip:]
    return (i.Text(rest, place), *inlines[1:]) if rest else inlines[1:]
