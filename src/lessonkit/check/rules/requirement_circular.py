"""Modules require each other in a circle.

Vì sao:
    Bài này đòi bài kia, bài kia lại đòi bài này: không ai bắt đầu được.

Why:
    Each waits for the other: nobody can begin.

Wrong:
    requires: [vong-tron]

Right:
    requires: [mat-khau-manh]

Source:
    A circle has no first module.
"""

from collections.abc import Iterator, Mapping

from lessonkit.base.diag import Finding, Severity
from lessonkit.check.rule import Rule
from lessonkit.model.index import Index
from lessonkit.model.module import Module


def find(module: Module, index: Index) -> Iterator[Finding]:
    """At the id by which the circle leaves this module."""
    for place, name in enumerate(module.meta.requires):
        path = _path(name, module.meta.id, index.modules)
        if path:
            shown = " → ".join((module.meta.id, *path))
            yield Finding(module.place(f"requires[{place}]"), {"path": shown})


def _path(start: str, goal: str, modules: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """From `start` to `goal` along what is required, both included; empty where there is no way."""
    came: dict[str, str] = {start: ""}
    waiting = [start]
    while waiting:
        name = waiting.pop(0)
        if name == goal:
            path = [name]
            while came[path[0]]:
                path.insert(0, came[path[0]])
            return tuple(path)
        for following in modules.get(name, ()):
            if following not in came:
                came[following] = name
                waiting.append(following)
    return ()


RULE = Rule("LK218", "requirement-circular", Severity.ERROR, "0.1", find, shared=True)
