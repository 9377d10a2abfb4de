"""A module stands before one that must be done first.

Vì sao:
    Bài nói phải học bài kia trước, mà chương trình lại xếp bài kia sau: người học theo đúng thứ tự
    thì thiếu điều cần biết.

Why:
    The module says what must be learnt before it, and the programme puts that behind it: whoever
    keeps to the order lacks what is needed.

Wrong:
    requires: [bai-hai]

    === bai-hai
    requires: []

    === thu.program.yaml
    modules: [bai-thu, bai-hai]

Right:
    requires: [bai-hai]

    === bai-hai
    requires: []

    === thu.program.yaml
    modules: [bai-hai, bai-thu]

Source:
    The order contradicts the key `requires` of the module.
"""

from collections.abc import Iterator

from lessonkit.base.diag import Arg, Finding, Severity
from lessonkit.check.courses import Requires, courses, way
from lessonkit.check.gate import Catalogue
from lessonkit.check.rule import Rule
from lessonkit.model.index import Index


def find(catalogue: Catalogue, index: Index) -> Iterator[Finding]:
    """At the module that comes too early; modules that require each other have no order at all."""
    for course in courses(catalogue, index):
        order = {module.id: place for place, module in course.modules}
        for place, module in course.modules:
            for name in module.requires:
                if order.get(name, -1) > place and not way(name, module.id, _requires(index)):
                    args: dict[str, Arg] = {"id": module.id, "required": name}
                    yield Finding(course.program.place(f"modules[{place}]"), args)


def _requires(index: Index) -> Requires:
    return lambda name: index.modules.get(name, ())


RULE = Rule("LK443", "prerequisite-later", Severity.ERROR, "0.1", find)
