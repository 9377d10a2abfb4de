"""The inside of a `scenario`: one `###` a scene, whose choices are a list of links to scenes."""

from dataclasses import dataclass, field
from urllib.parse import unquote

from lessonkit.base.diag import Edit, Pos, Span
from lessonkit.base.near import nearest
from lessonkit.model import blocks as b
from lessonkit.read.attributes import NONE, Attributes
from lessonkit.read.context import Context, is_id
from lessonkit.read.feedback import feedback, strayed
from lessonkit.read.inlines import heading_prose, known, prose
from lessonkit.read.nested import Opened
from lessonkit.read.tree import Node
from lessonkit.text.body import Option, Scene, Way
from lessonkit.text.inline import Inline, Link, Phrase, Prose, Text

STORY = "scenario"
_OUTCOMES = ("right", "partly", "wrong")
_LISTS = ("bullet_list", "ordered_list")


@dataclass(slots=True)
class _Part:
    """The nodes of one scene."""

    heading: Node
    body: list[Node] = field(default_factory=list)
    """Above the choices."""
    choices: list[Node] = field(default_factory=list)
    """Lists, and quotes below them that were meant to belong to the choice above."""

    @property
    def items(self) -> list[Node]:
        """The items of its lists."""
        return [item for node in self.choices if node.type in _LISTS for item in node.children]


def before_scenes(nodes: list[Node]) -> list[Node]:
    """What stands before the first scene and belongs to the story as a whole."""
    first = next((place for place, node in enumerate(nodes) if _opens(node)), len(nodes))
    return nodes[:first]


def read_scenes(opened: Opened) -> tuple[tuple[Scene, ...], tuple[b.Scene, ...]]:
    """Every scene with its choices, and what stands in it above them."""
    parts = _parts(opened)
    wanted = _wanted(parts)
    scenes, told = [], []
    for part in parts:
        title = heading_prose(opened.ctx, part.heading)
        given = _given(part)
        line = opened.ctx.line_span(part.heading.line)
        name = _id(opened.ctx, given, title, line, wanted)
        body = opened.nested.blocks(opened.ctx, part.body)
        told.append(b.Scene(name, title, body, line))
        known(opened.ctx, given, ("score", "outcome"), line, name=True)
        score, outcome = _score(opened.ctx, given, line), _outcome(opened.ctx, given, line)
        scenes.append(Scene(name, title, _ways(opened, part), score, outcome))
    return tuple(scenes), tuple(told)


def _opens(node: Node) -> bool:
    return node.type == "heading" and node.token.tag == "h3"


def _parts(opened: Opened) -> list[_Part]:
    found: list[_Part] = []
    for node in opened.body:
        if _opens(node):
            found.append(_Part(node))
        elif not found:
            continue
        elif not found[-1].choices:
            place = found[-1].choices if _offers(node) else found[-1].body
            place.append(node)
        elif node.type == "blockquote" or _goes_on(found[-1], node):
            found[-1].choices.append(node)
        else:
            near = _as_scene(opened.ctx, node)
            opened.ctx.report("LK693", opened.ctx.line_span(node.line), near=near)
            if near:
                found.append(_Part(node))
    _unlinked(found)
    return found


def _goes_on(part: _Part, node: Node) -> bool:
    """A list that a quote without indentation has cut off from the choices above."""
    return node.type in _LISTS and part.choices[-1].type == "blockquote"


def _as_scene(ctx: Context, node: Node) -> str:
    """A heading of another level, as the scene it was meant to open."""
    line = ctx.lines[node.line - 1].lstrip("# ").rstrip()
    return f"### {line}" if node.type == "heading" else ""


def _unlinked(parts: list[_Part]) -> None:
    """Takes a plain list for choices where the story cannot go on without: its items are told."""
    asked = {_address(item)[1:] for part in parts for item in part.items}
    lost = any(_given(part).id not in asked for part in parts[1:])
    for part in parts:
        told = part is not parts[0] and (_given(part).get("score") or _given(part).get("outcome"))
        last = part.body[-1] if part.body and not part.choices else None
        if lost and not told and last is not None and last.type in _LISTS:
            part.choices.append(part.body.pop())


def _given(part: _Part) -> Attributes:
    found: Attributes = part.heading.token.meta.get("attributes", NONE)
    return found


def _wanted(parts: list[_Part]) -> set[str]:
    """Ids that choices lead to and no scene has: one of them may be that of a scene without."""
    items = [item for part in parts for item in part.items]
    asked = {unquote(_address(item)[1:]) for item in items if _address(item).startswith("#")}
    return asked - {_given(part).id for part in parts}


def _offers(node: Node) -> bool:
    """A list in which an item is nothing but a link within the lesson."""
    if node.type not in _LISTS:
        return False
    return any(_address(item).startswith("#") for item in node.children)


def _address(item: Node) -> str:
    """Where the one link leads that an item begins with and that is all of its first line."""
    first = item.children[0] if item.children else None
    if first is None or first.type != "paragraph":
        return ""
    tokens = [
        one
        for one in first.children[0].token.children or ()
        if one.type != "text" or one.content.strip()
    ]
    opener, closer = ("link_open", "link_close") if tokens else ("", "")
    alone = (
        len(tokens) > 1
        and tokens[0].type == opener
        and tokens[-1].type == closer
        and sum(one.type == opener for one in tokens) == 1
    )
    return str(tokens[0].attrGet("href") or "") if alone else ""


def _ways(opened: Opened, part: _Part) -> tuple[Way, ...]:
    found: list[Way] = []
    for node in part.choices:
        if node.type in _LISTS:
            ways = (_way(opened, item) for item in node.children)
            found += (way for way in ways if way is not None)
        elif found:
            last = found[-1]
            option = strayed(opened, node, Option(last.text, False, last.feedback))
            found[-1] = Way(last.text, last.to, option.feedback)
    return tuple(found)


def _way(opened: Opened, item: Node) -> Way | None:
    address = _address(item)
    if not address.startswith("#"):
        opened.ctx.report("LK682", opened.ctx.line_span(item.line))
        return None
    text = _words(opened.ctx, item)
    return Way(text, unquote(address[1:]), feedback(opened, item.children[1:]))


def _words(ctx: Context, item: Node) -> Prose:
    """The words of the link that an item is; it is taken back from the links of running text."""
    whole = prose(ctx, item.children[0].children[0])
    link = next(one for one in whole.inlines if isinstance(one, Link))
    ctx.links.remove((unquote(link.href[1:]), link.span))
    inner: tuple[Inline, ...] = link.inner
    if link.lang:
        inner = (Phrase(inner, link.lang, (), link.span),)
    if not any(not isinstance(one, Text) or one.text.strip() for one in inner):
        ctx.report("LK612", link.span)
    return Prose(inner, link.span)


def _id(ctx: Context, given: Attributes, title: Prose, line: Span, wanted: set[str]) -> str:
    """The author's; where it is missing, one that a choice asks for, or one made up."""
    name = given.id
    if not name:
        name = ctx.free_id(title.plain(), "canh-1" if ctx.lang.startswith("vi") else "scene-1")
        name = nearest(name, sorted(wanted)) or name
        wanted.discard(name)
        ctx.report("LK681", line, _named(ctx, given, line, name), title=title.plain(), id=name)
    ctx.claim(name, line)
    if not is_id(name):
        near = ctx.free_id(name, "scene-1")
        ctx.report("LK142", line, id=name, near=near)
        name = near
    ctx.scenes |= {name, given.id or name}
    return name


def _named(ctx: Context, given: Attributes, line: Span, name: str) -> Edit:
    """The id behind the heading, or within the braces that are there."""
    text = ctx.lines[line.start.line - 1].rstrip()
    braces = text.rfind("{")
    if given is NONE or braces < 0:
        at, new = Pos(line.start.line, len(text) + 1), f" {{#{name}}}"
    else:
        at, new = Pos(line.start.line, braces + 2), f"#{name} "
    return Edit(Span(ctx.file, at, at), new)


def _score(ctx: Context, given: Attributes, line: Span) -> float | None:
    """A share such as `0.5`, or per cent of it; full where it is wrong, so that nothing follows."""
    typed = given.get("score")
    if typed is None:
        return None
    bare = typed.strip().removesuffix("%").strip()
    try:
        found = float(bare.replace(",", ".")) / (100 if "%" in typed else 1)
    except ValueError:
        found = -1.0
    if not 0 <= found <= 1:
        near = "0 … 1, 0% … 100%"
        ctx.report("LK158", line, key="score", value=typed, example="50%", near=near)
        return 1.0
    return found


def _outcome(ctx: Context, given: Attributes, line: Span) -> str:
    typed = given.get("outcome")
    if typed is None or typed in _OUTCOMES:
        return typed or ""
    ctx.report(
        "LK158", line, key="outcome", value=typed, example="right", near=", ".join(_OUTCOMES)
    )
    return ""
