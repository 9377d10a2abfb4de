"""A programme names a module twice.

Vì sao:
    Người học chỉ học một bài một lần, và nền tảng ghi mỗi bài một kết quả. Một mã đứng hai chỗ thì
    không biết bài đứng ở chỗ nào; thường một trong hai là gõ nhầm.

Why:
    A lesson is learnt once, and a platform keeps one record of it. Named twice, its place in the
    order is not known; often one of the two is a slip.

Wrong:
    === thu.program.yaml
    modules: [bai-thu, bai-thu]

Right:
    === thu.program.yaml
    modules: [bai-thu]

Source:
    An order in which something stands twice is none.
"""

from collections.abc import Iterator

from lessonkit.base.diag import Arg, Finding, Severity
from lessonkit.check.courses import courses
from lessonkit.check.gate import Catalogue
from lessonkit.check.rule import Rule
from lessonkit.model.index import Index


def find(catalogue: Catalogue, index: Index) -> Iterator[Finding]:
    """At the id, from the second time on."""
    for course in courses(catalogue, index):
        first: dict[str, int] = {}
        for place, name in enumerate(course.program.meta.modules):
            if first.setdefault(name, place) != place:
                args: dict[str, Arg] = {"id": name, "number": first[name] + 1}
                yield Finding(course.program.place(f"modules[{place}]"), args)


RULE = Rule("LK433", "program-module-twice", Severity.ERROR, "0.1", find)
