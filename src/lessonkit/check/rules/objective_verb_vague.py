"""An objective begins with a verb that nobody can observe.

Vì sao:
    Không ai nhìn thấy “hiểu” hay “nắm được”. Hãy viết điều người học làm được: nêu, chọn, nhận
    ra, thực hiện, so sánh.

Why:
    Nobody can see “understand” or “know”. Write what a learner does: name, choose, recognise,
    carry out, compare.

Wrong:
    objectives:
      - id: muc-tieu
        text: Hiểu về lừa đảo qua điện thoại
        skill: tt02-2025:4.2
        level: 2

Right:
    objectives:
      - id: muc-tieu
        text: Nêu được ba dấu hiệu của cuộc gọi lừa đảo
        skill: tt02-2025:4.2
        level: 2

Source:
    Mager 1962, Preparing Instructional Objectives (performance); circular 02/2025 states its
    outcomes with verbs such as xác định, nhận biết, chọn. Which verbs are vague is the project's
    choice.
"""

from collections.abc import Iterator

from lessonkit.base.diag import Arg, Finding, Severity
from lessonkit.check.phrases import bare, phrases
from lessonkit.check.rule import Rule
from lessonkit.model.index import Index
from lessonkit.model.module import Module


def find(module: Module, _index: Index) -> Iterator[Finding]:
    """At the objective's text."""
    said = phrases(module.meta.lang)
    for place, objective in enumerate(module.meta.objectives):
        start = bare(objective.text)
        vague = [verb for verb in said.vague_verbs if start.startswith(f" {verb} ")]
        if vague:
            args: dict[str, Arg] = {
                "verb": max(vague, key=len),
                "examples": ", ".join(said.clear_verbs),
            }
            yield Finding(module.place(f"objectives[{place}].text"), args)


RULE = Rule("LK215", "objective-verb-vague", Severity.WARNING, "0.1", find)
