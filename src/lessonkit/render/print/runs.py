"""Running text as JSON: a string, or an object whose `k` tells what it is."""

from collections.abc import Iterator
from typing import Any, assert_never

from lessonkit.render.formula import told, tree
from lessonkit.render.print.pen import Pen
from lessonkit.text import inline as i
from lessonkit.text.inline import Prose
from lessonkit.text.signs import drawable

Node = dict[str, Any]
Run = list[str | Node]


def run(prose: Prose | None, pen: Pen) -> Run:
    """The run; empty for None."""
    return [] if prose is None else runs(prose.inlines, pen)


def runs(inlines: tuple[i.Inline, ...], pen: Pen) -> Run:
    """Every inline in order."""
    return list(_nodes(inlines, pen))


def _nodes(inlines: tuple[i.Inline, ...], pen: Pen) -> Iterator[str | Node]:
    for inline in inlines:
        match inline:
            case i.Text():
                yield drawable(inline.text)
            case i.Strong():
                yield {"k": "strong", "c": runs(inline.inner, pen)}
            case i.Emphasis():
                yield {"k": "emph", "c": runs(inline.inner, pen)}
            case i.Strike():
                yield {"k": "strike", "c": runs(inline.inner, pen)}
            case i.Break():
                yield {"k": "br"}
            case i.Markup():
                pass  # a tag without words
            case _:
                yield _special(inline, pen)


def _special(
    inline: i.Phrase | i.Code | i.Link | i.Picture | i.Math | i.NoteRef | i.Gap, pen: Pen
) -> Node:
    match inline:
        case i.Phrase():
            return {"k": "phrase", "lang": inline.lang, "c": runs(inline.inner, pen)}
        case i.Code():
            return {"k": "code", "t": drawable(inline.text)}
        case i.Link():
            inner = runs(inline.inner, pen)
            web = inline.href.startswith(("http:", "https:", "mailto:", "tel:"))
            return {"k": "link", "to": inline.href if web else "", "c": inner}
        case i.Picture():
            return picture(inline, pen)
        case i.Math():
            return formula(inline.tex, inline.mathml)
        case i.NoteRef():
            return {
                "k": "note",
                "n": inline.number,
                "said": pen.words("text.note", n=inline.number),
            }
        case i.Gap():
            return {"k": "gap", "n": inline.place + 1, "size": inline.size,
                    "choices": [drawable(text) for _, text in inline.choices]}  # fmt: skip
        case _:
            assert_never(inline)


def picture(found: i.Picture, pen: Pen) -> Node:
    """A picture by the name of its file; one that a template has no file of is told in words."""
    return {
        "k": "pic",
        "file": pen.picture(found.src),
        "alt": "" if found.decorative else drawable(found.alt),
        "width": int(found.width or 0),
    }


def formula(tex: str, mathml: str) -> Node:
    """What a template draws and a page shows; only the TeX where it cannot be read."""
    made = tree(mathml)
    if made is None:
        return {"k": "code", "t": tex}
    return {"k": "math", "tree": made, "mathml": mathml, "alt": told(tex)}
