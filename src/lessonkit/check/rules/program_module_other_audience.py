"""A module of a programme is not for the programme's audience group.

Vì sao:
    Bài viết cho nhóm khác: ví dụ, độ khó và việc thực hành có thể không hợp với người học của
    chương trình, nên bài không được tính là chứng minh cam kết nào cho họ.

Why:
    The lesson is written for others: its examples, wording and tasks may not fit the learners of
    this programme, and so it counts for none of its promises.

Wrong:
    === thu.program.yaml
    modules: [bai-thu, chu-ky-so]
    covers: [tt02-2025:4@2]

    === chu-ky-so
    audience: [cbccvc]

Right:
    === thu.program.yaml
    modules: [bai-thu, chu-ky-so]
    covers: [tt02-2025:4@2]

    === chu-ky-so
    audience: [nguoi-dan, cbccvc]

Source:
    The programme contradicts the module's front matter.
"""

from collections.abc import Iterator

from lessonkit.base.diag import Arg, Finding, Severity
from lessonkit.check.courses import courses
from lessonkit.check.gate import Catalogue
from lessonkit.check.rule import Rule
from lessonkit.model.index import Index
from lessonkit.plan.serving import serves


def find(catalogue: Catalogue, index: Index) -> Iterator[Finding]:
    """At the module's id."""
    for course in courses(catalogue, index):
        meta = course.program.meta
        if meta.audience not in index.audiences:
            continue
        for place, module in course.modules:
            known = [name for name in module.audience if name in index.audiences]
            if known and not serves(module, meta.audience, index.audiences):
                args: dict[str, Arg] = {"id": module.id, "audience": meta.audience}
                args |= {"groups": ", ".join(known)}
                yield Finding(course.program.place(f"modules[{place}]"), args)


RULE = Rule("LK442", "program-module-other-audience", Severity.ERROR, "0.1", find)
