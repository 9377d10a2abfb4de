"""Ids of a drawing made such as XML allows, each once: readers of books refuse all others."""

import re
from collections.abc import Mapping

from lessonkit.media.svg_tree import Node, nodes

_NAME = re.compile(r"[^\W\d][\w.\-]*")
"""An NCName (Namespaces in XML 1.0, 4), nearly: what Unicode calls letters and digits."""
_ODD = re.compile(r"[^\w.\-]")
_URL = re.compile(r"""(url\(\s*["']?#)([^"')]+?)(["']?\s*\))""", re.IGNORECASE)


def tidy_ids(root: Node) -> None:
    """Of several that are alike the first keeps its id, as browsers take it; names that are none
    are changed, and with them what refers to them."""
    kept: set[str] = set()
    for node in nodes(root):
        name = node.attributes.get("id")
        if name is not None and name in kept:
            del node.attributes["id"]
        elif name is not None:
            kept.add(name)
    changed = _changed(kept)
    if changed:
        for node in nodes(root):
            node.attributes = {
                key: _referred(key, value, changed) for key, value in node.attributes.items()
            }


def _changed(kept: set[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for name in sorted(kept):
        if not _NAME.fullmatch(name):
            new = f"id-{_ODD.sub('-', name)}"
            while new in kept or new in found.values():
                new += "-"
            found[name] = new
    return found


def _referred(key: str, value: str, changed: Mapping[str, str]) -> str:
    if key == "id":
        return changed.get(value, value)
    if key == "href":
        return f"#{changed[value[1:]]}" if value[:1] == "#" and value[1:] in changed else value
    return _URL.sub(lambda url: url[1] + changed.get(url[2].strip(), url[2]) + url[3], value)
