"""A programme that is to be done before is not in the project.

Vì sao:
    Người học không thể học trước một chương trình không có. Thường là gõ nhầm mã.

Why:
    Nobody can do a programme first that is not there. Most often its id is mistyped.

Wrong:
    === nang-cao.program.yaml
    requires: [co-bna]

    === co-ban.program.yaml
    modules: [bai-thu]

Right:
    === nang-cao.program.yaml
    requires: [co-ban]

    === co-ban.program.yaml
    modules: [bai-thu]

Source:
    A dangling reference: the project has no such programme.
"""

from collections.abc import Iterator

from lessonkit.base.diag import Arg, Finding, Severity
from lessonkit.base.near import nearest
from lessonkit.check.courses import courses
from lessonkit.check.gate import Catalogue
from lessonkit.check.rule import Rule
from lessonkit.model.index import Index


def find(catalogue: Catalogue, index: Index) -> Iterator[Finding]:
    """At the id; a file that cannot be read is there all the same."""
    for course in courses(catalogue, index):
        for place, name in enumerate(course.program.meta.requires):
            if name not in index.programs and name not in index.program_files:
                near = nearest(name, index.programs) or ""
                why = "module" if name in index.modules else ""
                args: dict[str, Arg] = {"id": name, "near": near, "why": why}
                yield Finding(course.program.place(f"requires[{place}]"), args)


RULE = Rule("LK445", "required-program-unknown", Severity.ERROR, "0.1", find)
