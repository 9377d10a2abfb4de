"""Programmes require each other in a circle.

Vì sao:
    Chương trình này đòi chương trình kia, chương trình kia lại đòi chương trình này: không ai bắt
    đầu được.

Why:
    Each waits for the other: nobody can begin.

Wrong:
    === nang-cao.program.yaml
    requires: [co-ban]

    === co-ban.program.yaml
    requires: [nang-cao]

Right:
    === nang-cao.program.yaml
    requires: [co-ban]

    === co-ban.program.yaml
    requires: []

Source:
    A circle has no first programme.
"""

from collections.abc import Iterator

from lessonkit.base.diag import Arg, Finding, Severity
from lessonkit.check.courses import courses, way
from lessonkit.check.gate import Catalogue
from lessonkit.check.rule import Rule
from lessonkit.model.index import Index


def find(catalogue: Catalogue, index: Index) -> Iterator[Finding]:
    """At the id by which the circle leaves this programme."""
    for course in courses(catalogue, index):
        meta = course.program.meta
        for place, name in enumerate(meta.requires):
            path = way(name, meta.id, lambda one: _requires(one, index))
            if path:
                args: dict[str, Arg] = {"path": " → ".join((meta.id, *path))}
                yield Finding(course.program.place(f"requires[{place}]"), args)


def _requires(name: str, index: Index) -> tuple[str, ...]:
    program = index.programs.get(name)
    return program.meta.requires if program else ()


RULE = Rule("LK446", "program-requirement-circular", Severity.ERROR, "0.1", find)
