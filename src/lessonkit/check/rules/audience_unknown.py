"""The module is for an audience group that no framework names.

Vì sao:
    Nhóm người học phải có trong một khung đang dùng; nếu không, bài không được xếp cho ai.

Why:
    A group must be in a framework in use, or the lesson is for nobody.

Wrong:
    audience: [nguoi-dam]

Right:
    audience: [nguoi-dan]

Source:
    A dangling reference; built-in groups are those of Decision 757/QĐ-BKHCN.
"""

from collections.abc import Iterator

from lessonkit.base.diag import Arg, Finding, Severity
from lessonkit.base.near import nearest
from lessonkit.check.rule import Rule
from lessonkit.model.index import Index
from lessonkit.model.module import Module


def find(module: Module, index: Index) -> Iterator[Finding]:
    """At the id."""
    for place, name in enumerate(module.meta.audience):
        if name not in index.audiences:
            near = nearest(name, index.audiences) or ""
            args: dict[str, Arg] = {"id": name, "known": ", ".join(index.audiences), "near": near}
            yield Finding(module.place(f"audience[{place}]"), args)


RULE = Rule("LK406", "audience-unknown", Severity.ERROR, "0.1", find, shared=True)
