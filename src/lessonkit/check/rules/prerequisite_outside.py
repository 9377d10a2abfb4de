"""A module of a programme requires one that learners of the programme do not meet.

Vì sao:
    Bài này cần một bài khác, mà bài ấy không có trong chương trình, cũng không có trong chương
    trình phải học trước. Người học sẽ thiếu điều cần biết, trừ khi họ đã học ở nơi khác.

Why:
    The module needs another one that is neither in the programme nor in one to be done before.
    Learners lack something, unless they learnt it elsewhere.

Wrong:
    requires: [bai-hai]

    === bai-hai
    requires: []

    === thu.program.yaml
    modules: [bai-thu]

Right:
    requires: [bai-hai]

    === bai-hai
    requires: []

    === thu.program.yaml
    modules: [bai-hai, bai-thu]

Source:
    The key `requires` of the module.
"""

from collections.abc import Iterator

from lessonkit.base.diag import Arg, Finding, Severity
from lessonkit.check.courses import before, courses
from lessonkit.check.gate import Catalogue
from lessonkit.check.rule import Rule
from lessonkit.model.index import Index


def find(catalogue: Catalogue, index: Index) -> Iterator[Finding]:
    """At the module; silent where a programme to be done before is not known."""
    for course in courses(catalogue, index):
        meta = course.program.meta
        if any(name not in index.programs for name in meta.requires) or "requires" in (
            course.program.lost
        ):
            continue
        met = set(meta.modules)
        for program in before(course.program, index.programs):
            met.update(program.meta.modules)
        for place, module in course.modules:
            for name in module.requires:
                if name in index.modules and name not in met:
                    args: dict[str, Arg] = {"id": module.id, "required": name}
                    yield Finding(course.program.place(f"modules[{place}]"), args)


RULE = Rule("LK444", "prerequisite-outside", Severity.WARNING, "0.1", find)
