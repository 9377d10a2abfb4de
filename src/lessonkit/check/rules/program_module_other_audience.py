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

from collections.abc import Iterable, Iterator

from lessonkit.base.diag import Arg, Finding, Severity
from lessonkit.check.courses import courses
from lessonkit.check.gate import Catalogue
from lessonkit.check.rule import Rule
from lessonkit.model.index import Index


def find(catalogue: Catalogue, index: Index) -> Iterator[Finding]:
    """At the module's id; once, at the programme's group, where none of several is for it."""
    for course in courses(catalogue, index):
        program, audience = course.program, course.program.meta.audience
        aside = course.aside
        if len(aside) == len(course.modules) > 1:
            groups = dict.fromkeys(name for _, module in aside for name in module.audience)
            yield Finding(program.place("audience"), _args("", audience, groups, "all"))
            continue
        for place, module in aside:
            span = program.place(f"modules[{place}]")
            yield Finding(span, _args(module.id, audience, module.audience, ""))


def _args(name: str, audience: str, groups: Iterable[str], why: str) -> dict[str, Arg]:
    return {"id": name, "audience": audience, "groups": ", ".join(groups), "why": why}


RULE = Rule("LK442", "program-module-other-audience", Severity.ERROR, "0.1", find)
