"""Running text and pictures of a document as HTML."""

from collections.abc import Mapping
from html import escape

from lessonkit.render.print.runs import Node, Run

_TAGS = {"strong": "strong", "emph": "em", "strike": "s"}


class Pen:
    """Writes runs; knows where the pictures are."""

    def __init__(self, pictures: Mapping[str, str]) -> None:
        self.pictures = pictures

    def run(self, found: Run) -> str:
        """Every inline in order."""
        return "".join(
            escape(one, quote=False) if isinstance(one, str) else self._inline(one) for one in found
        )

    def _inline(self, node: Node) -> str:
        kind, inner = node["k"], self.run(node.get("c", []))
        if kind in _TAGS:
            return f"<{_TAGS[kind]}>{inner}</{_TAGS[kind]}>"
        match kind:
            case "phrase":
                lang = f' lang="{escape(node["lang"])}"' if node["lang"] else ""
                return f"<span{lang}>{inner}</span>"
            case "link":
                return f'<a href="{escape(node["to"])}">{inner}</a>' if node["to"] else inner
            case "pic":
                return self.picture(node)
            case "math":
                alt = f'<math alttext="{escape(node["alt"])}" '
                return str(node["mathml"]).replace("<math ", alt, 1)
            case _:
                return self._sign(node)

    def _sign(self, node: Node) -> str:
        match node["k"]:
            case "code":
                return f"<code>{escape(node['t'], quote=False)}</code>"
            case "note":
                return f"<sup>{node['n']}</sup>"
            case "gap":
                choices = f" ({escape(' / '.join(node['choices']))})" if node["choices"] else ""
                return f'<span class="gap">({node["n"]})</span>{choices}'
            case _:
                return "<br>"

    def picture(self, node: Node) -> str:
        """The picture, or its words where there is no file of it."""
        alt = escape(node["alt"])
        url = self.pictures.get(node["file"], "")
        return f'<img src="{url}" alt="{alt}">' if node["file"] else alt
