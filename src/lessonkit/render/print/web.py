"""The document of a sheet as one HTML page, to be read on a phone where there is no printer."""

from collections.abc import Callable, Mapping
from html import escape
from typing import Any

from lessonkit.render.print.runs import Node, Run
from lessonkit.render.print.web_pen import Pen


def page(doc: Mapping[str, Any], pictures: Mapping[str, str], style: str) -> str:
    """The page; `pictures` holds the `data:` URL of each file that the document names."""
    title, label = escape(doc["title"]), escape(doc["label"])
    facts = " · ".join(escape(one) for one in doc["facts"])
    return (
        f'<!doctype html>\n<html lang="{escape(doc["lang"])}">\n<head>\n'
        '<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title} · {label}</title>\n<style>{style}</style>\n</head>\n<body>\n<main>\n"
        f'<p class="small"><strong>{label}</strong> · {facts}</p>\n<h1>{title}</h1>\n'
        f"<p>{escape(doc['summary'])}</p>\n{_Page(pictures).nodes(doc['body'])}\n"
        "</main>\n</body>\n</html>\n"
    )


class _Page(Pen):
    """Writes nodes."""

    def __init__(self, pictures: Mapping[str, str]) -> None:
        super().__init__(pictures)
        self.kinds: Mapping[str, Callable[[Node], str]] = {
            "part": self._part, "say": self._say, "goals": self._goals, "plan": self._plan,
            "quiz": self._quiz, "task": self._task, "advice": self._advice, "notes": self._notes,
            "cue": self._cue, "p": self._p, "h": self._h, "list": self._list,
            "steps": self._steps, "checklist": self._checklist, "table": self._table,
            "terms": self._terms, "figure": self._figure, "codeblock": self._code,
            "rule": self._rule, "none": self._nothing, "callout": self._titled_box,
            "practice": self._titled_box, "tabs": self._tabs,
        }  # fmt: skip

    def nodes(self, found: list[Node]) -> str:
        """Nodes in order; what only holds others is opened."""
        return "\n".join(self.kinds.get(one["k"], self._inside)(one) for one in found)

    def _inside(self, node: Node) -> str:
        title = f"<p><strong>{self.run(node['title'])}</strong></p>" if node.get("title") else ""
        return title + self.nodes(node.get("b", [])) + self.run(node.get("c", []))

    def _part(self, node: Node) -> str:
        level = node["level"] + 1
        name = f' id="{escape(node["id"])}"' if node["id"] else ""
        side = f'<p class="small">{escape(node["side"])}</p>' if node["side"] else ""
        return f"<h{level}{name}>{self.run(node['c'])}</h{level}>{side}"

    def _say(self, node: Node) -> str:
        lines = "".join(f"<p>{self.run(one)}</p>" for one in node["lines"])
        note = f' <span class="small">{escape(node["note"])}</span>' if node["note"] else ""
        label = f"<p><strong>{escape(node['label'])}</strong>{note}</p>"
        return f'<div class="say">{label}{lines}</div>'

    def _goals(self, node: Node) -> str:
        items = "".join(
            f'<li>{self.run(one["c"])}<br><span class="small">{escape(one["skill"])}</span></li>'
            for one in node["items"]
        )
        return f"<ul>{items}</ul>"

    def _plan(self, node: Node) -> str:
        at, what, how, taken = (escape(one) for one in node["head"])
        head = (
            f'<th scope="col" class="end">{at}</th><th scope="col">{what}</th>'
            f'<th scope="col">{how}</th><th scope="col" class="end">{taken}</th>'
        )
        rows = "".join(
            f'<tr><td class="end">{one["at"]}</td><td>{self.run(one["c"])}</td>'
            f'<td class="small">{escape(one["acts"])}</td>'
            f'<td class="end">{escape(one["length"])}</td></tr>'
            for one in node["rows"]
        )
        sums = "".join(
            f'<tr><th scope="row" colspan="3" class="end">{escape(one["label"])}</th>'
            f'<td class="end"><strong>{escape(one["length"])}</strong></td></tr>'
            for one in node["sums"]
        )
        table = f"<table><thead><tr>{head}</tr></thead><tbody>{rows}{sums}</tbody></table>"
        return f'<div class="wide">{table}</div><p class="small">{escape(node["note"])}</p>'

    def _quiz(self, node: Node) -> str:
        parts = [
            f'<p class="small"><strong>{escape(node["label"])}</strong></p>',
            f"<p><strong>{self.run(node['ask'])}</strong></p>",
            self.nodes([one for one in node["b"] if one["k"] != "scene"]),
            self.picture(node["picture"]) if node["picture"] else "",
            self._lines(node["lines"]) if node["mark"] != "gap" else "",
            self._lines(node["pool"], ""),
            *(
                f"<p>✓ {escape(' / '.join(one))} {escape(node['unit'])}</p>"
                for one in node["solution"]
            ),
            *(self._scene(one, node["b"]) for one in node["scenes"]),
            f"<p>{escape(node['open'])}</p>" if node["open"] else "",
            self._labelled(node["hint-label"], node["hint"]) if node["hint"] else "",
            *(self._labelled(node["why-label"], why) for why in node["why"]),
            self._exchange(node),
        ]
        return f'<div class="box">{"".join(parts)}</div>'

    def _labelled(self, label: str, text: Run) -> str:
        return f"<p><strong>{escape(label)}</strong> {self.run(text)}</p>"

    def _lines(self, lines: list[Node], blank: str = "☐") -> str:
        items = []
        for one in lines:
            key = str(one["key"])
            sign = "☑" if key == "x" else key or blank
            label = f"<strong>{escape(one['label'])}.</strong> " if one["label"] else ""
            to = f" → {one['to']}" if one["to"] else ""
            said = f'<p class="small">{self.run(one["reply"])}</p>' if one["reply"] else ""
            mark = f'<span class="mark">{escape(sign)}</span>'
            items.append(f"<li>{mark}<div>{label}{self.run(one['c'])}{to}{said}</div></li>")
        return f'<ul class="lines">{"".join(items)}</ul>' if items else ""

    def _scene(self, scene: Node, bodies: list[Node]) -> str:
        body = [one for one in bodies if one["k"] == "scene" and one["id"] == scene["id"]]
        head = f"<p><strong>{escape(scene['label'])}: {self.run(scene['title'])}</strong></p>"
        inner = self.nodes([part for one in body for part in one["b"]])
        ends = f'<p class="small">{escape(scene["ends"])}</p>' if scene["ends"] else ""
        return head + inner + self._lines(scene["ways"]) + ends

    def _exchange(self, node: Node) -> str:
        if not node["rows"]:
            return ""
        head = "".join(f'<th scope="col">{escape(one)}</th>' for one in node["table"])
        rows = "".join(
            f"<tr>{''.join(f'<td>{self.run(cell)}</td>' for cell in row)}</tr>"
            for row in node["rows"]
        )
        return f'<div class="wide"><table><tr>{head}</tr>{rows}</table></div>'

    def _task(self, node: Node) -> str:
        facts = " · ".join(x for x in (node["where"], node["minutes"], node["side"]) if x)
        ways = "".join(
            f"<p><strong>{escape(one['label'])}</strong> {escape(one['text'])}</p>"
            for one in node["ways"]
        )
        title = f"<p><strong>{self.run(node['title'])}</strong> "
        head = f'{title}<span class="small">{escape(facts)}</span></p>'
        return f'<div class="box">{head}{self.nodes(node["b"])}{ways}</div>'

    def _advice(self, node: Node) -> str:
        label = f"<p><strong>{escape(node['label'])}</strong></p>"
        return f'<div class="advice">{label}{self.nodes(node["b"])}</div>'

    def _cue(self, node: Node) -> str:
        return f"<p><strong>{escape(node['text'])}</strong></p>"

    def _notes(self, node: Node) -> str:
        items = "".join(
            f'<li value="{one["n"]}">{self.nodes(one["b"])}</li>' for one in node["items"]
        )
        return f"<ol>{items}</ol>"

    def _p(self, node: Node) -> str:
        return f"<p>{self.run(node['c'])}</p>"

    def _h(self, node: Node) -> str:
        return f"<h4>{self.run(node['c'])}</h4>"

    def _list(self, node: Node) -> str:
        tag = "ol" if node["ordered"] else "ul"
        start = f' start="{node["start"]}"' if node["ordered"] and node["start"] != 1 else ""
        return f"<{tag}{start}>{self._items(node)}</{tag}>"

    def _items(self, node: Node) -> str:
        return "".join(f"<li>{self.nodes(one['b'])}</li>" for one in node["items"])

    def _steps(self, node: Node) -> str:
        title = f"<p><strong>{self.run(node['title'])}</strong></p>" if node["title"] else ""
        return f"{title}<ol>{self._items(node)}</ol>"

    def _checklist(self, node: Node) -> str:
        title = f"<p><strong>{self.run(node['title'])}</strong></p>" if node["title"] else ""
        items = "".join(
            f'<li><span class="mark">☐</span><div>{self._loose(one["b"])}</div></li>'
            for one in node["items"]
        )
        return f'{title}<ul class="lines">{items}</ul>'

    def _loose(self, found: list[Node]) -> str:
        """The first paragraph stands in the line of its box."""
        first, rest = found[:1], found[1:]
        inline = bool(first) and first[0]["k"] == "p"
        return (self.run(first[0]["c"]) if inline else self.nodes(first)) + self.nodes(rest)

    def _table(self, node: Node) -> str:
        head = "".join(f'<th scope="col">{self.run(one["c"])}</th>' for one in node["head"])
        cells = (["<td>" + self.run(cell["c"]) + "</td>" for cell in row] for row in node["rows"])
        rows = "".join(f"<tr>{''.join(row)}</tr>" for row in cells)
        return f'<div class="wide"><table><tr>{head}</tr>{rows}</table></div>'

    def _terms(self, node: Node) -> str:
        title = f"<p><strong>{self.run(node['title'])}</strong></p>" if node["title"] else ""
        entries = "".join(
            f"<dt><strong>{self.run(one['term'])}</strong></dt>"
            + "".join(f"<dd>{self.nodes(each)}</dd>" for each in one["meanings"])
            for one in node["entries"]
        )
        return f"{title}<dl>{entries}</dl>"

    def _figure(self, node: Node) -> str:
        pictures = "".join(self.picture(one) for one in node["pics"])
        caption = f'<figcaption class="small">{self.run(node["caption"])}</figcaption>'
        return f"<figure>{pictures}{caption if node['caption'] else ''}</figure>"

    def _code(self, node: Node) -> str:
        return f'<pre class="wide"><code>{escape(node["t"], quote=False)}</code></pre>'

    def _rule(self, _node: Node) -> str:
        return "<hr>"

    def _nothing(self, _node: Node) -> str:
        return ""

    def _titled_box(self, node: Node) -> str:
        return f'<div class="box">{self._inside(node)}</div>'

    def _tabs(self, node: Node) -> str:
        return "\n".join(self._inside(one) for one in node["tabs"])
