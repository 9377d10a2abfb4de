"""An objective begins with a verb that nobody can observe.

Vì sao:
    Không ai nhìn thấy “hiểu” hay “nắm được”. Hãy viết điều người học làm được: nêu, chọn, nhận
    ra, thực hiện, so sánh. Động từ mơ hồ đi cùng một động từ rõ thì không sao, và “hiểu được”,
    “nắm vững được” là cách nói của Thông tư 02/2025.

Why:
    Nobody can see “understand” or “know”. Write what a learner does: name, choose, recognise,
    carry out, compare. With a clear verb beside it a vague one does no harm; and “hiểu được”,
    “nắm vững được” are the circular's own words.

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
from lessonkit.check.phrases import Phrases, bare, phrases
from lessonkit.check.rule import Rule
from lessonkit.model.index import Index
from lessonkit.model.module import Module


def find(module: Module, _index: Index) -> Iterator[Finding]:
    """At the objective's text."""
    said = phrases(module.meta.lang)
    for place, objective in enumerate(module.meta.objectives):
        verb = _vague(bare(objective.text), said)
        if verb:
            args: dict[str, Arg] = {"verb": verb, "examples": ", ".join(said.clear_verbs)}
            yield Finding(module.place(f"objectives[{place}].text"), args)


def _vague(text: str, said: Phrases) -> str:
    """The verb it opens with, where no clear one follows and no framework speaks like that."""
    found = [verb for verb in said.vague_verbs if text.startswith(f" {verb} ")]
    if not found or any(text.startswith(f" {one} ") for one in said.official_verbs):
        return ""
    verb = max(found, key=len)
    rest = text[len(verb) + 1 :]
    joint = next((one for one in said.joints if rest.startswith(f" {one} ")), "")
    return verb if not joint or _vague(rest[len(joint) + 1 :], said) else ""


RULE = Rule("LK215", "objective-verb-vague", Severity.WARNING, "0.1", find)
