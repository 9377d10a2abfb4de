"""A programme names a module that the project does not have.

Vì sao:
    Chương trình không thể dạy một bài không có. Thường là gõ nhầm mã của bài. Khi còn lỗi này, các
    cam kết của chương trình chưa được kiểm tra, vì chưa biết bài ấy dạy gì.

Why:
    Nobody can learn a lesson that is not there. Most often its id is mistyped. While it is so, the
    programme's promises are not checked, for nobody knows what that lesson teaches.

Wrong:
    === thu.program.yaml
    modules: [bai-htu]

Right:
    === thu.program.yaml
    modules: [bai-thu]

Source:
    A dangling reference: the project has no such module.
"""

from collections.abc import Iterator

from lessonkit.base.diag import Arg, Finding, Severity
from lessonkit.base.near import nearest
from lessonkit.check.courses import courses
from lessonkit.check.gate import Catalogue
from lessonkit.check.rule import Rule
from lessonkit.model.index import Index


def find(catalogue: Catalogue, index: Index) -> Iterator[Finding]:
    """At the id."""
    for course in courses(catalogue, index):
        for place, name in enumerate(course.program.meta.modules):
            if name not in index.modules:
                args: dict[str, Arg] = {"id": name, "near": nearest(name, index.modules) or ""}
                yield Finding(course.program.place(f"modules[{place}]"), args)


RULE = Rule("LK432", "program-module-unknown", Severity.ERROR, "0.1", find)
