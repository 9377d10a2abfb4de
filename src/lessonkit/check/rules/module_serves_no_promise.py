"""A module of a programme serves none of its promises.

Vì sao:
    Bài này không có mục tiêu nào thuộc điều chương trình cam kết, và không bài nào của chương
    trình cần học nó trước. Có thể chương trình còn thiếu một cam kết, mục tiêu của bài chưa gắn kỹ
    năng, hoặc bài đứng nhầm chương trình.

Why:
    No objective of the module belongs to what the programme promises, and no other module of it
    needs this one first. A promise may be missing, the objectives may lack a skill, or the module
    stands in the wrong programme.

Wrong:
    === thu.program.yaml
    modules: [bai-thu, bai-hai]

    === bai-hai
    objectives:
      - id: muc-tieu
        text: Tìm được giờ mở cửa của xã
        skill: tt02-2025:1.1
        level: 2

Right:
    === thu.program.yaml
    modules: [bai-thu, bai-hai]
    covers: [tt02-2025:4.2@2, tt02-2025:1.1@2]

    === bai-hai
    objectives:
      - id: muc-tieu
        text: Tìm được giờ mở cửa của xã
        skill: tt02-2025:1.1
        level: 2

Source:
    The project's own choice.
"""

from collections.abc import Iterator

from lessonkit.base.diag import Arg, Finding, Severity
from lessonkit.check.courses import courses
from lessonkit.check.gate import Catalogue
from lessonkit.check.rule import Rule
from lessonkit.model.index import Index
from lessonkit.plan.alignment import Alignment


def find(catalogue: Catalogue, index: Index) -> Iterator[Finding]:
    """At the module's id, in programmes whose promises are all proved."""
    for course in courses(catalogue, index):
        proved = bool(course.promises) and all(promise.proved for promise in course.promises)
        if not proved or not course.whole or "covers" in course.program.lost:
            continue
        serving = {name for promise in course.promises for name in promise.claimed_by}
        needed = {name for _, module in course.modules for name in module.requires}
        told = {module.id for _, module in course.aside}
        told |= {module.id for _, module in course.modules if _unknown(module, index)}
        for place, module in course.modules:
            if module.id not in serving | needed | told:
                args: dict[str, Arg] = {"id": module.id}
                yield Finding(course.program.place(f"modules[{place}]"), args)


def _unknown(module: Alignment, index: Index) -> bool:
    """Whether a skill of it is none that there is, as another rule tells."""
    return any(one.skill and index.skill(one.skill) is None for one in module.claims)


RULE = Rule("LK449", "module-serves-no-promise", Severity.INFO, "0.1", find)
