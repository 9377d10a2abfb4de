"""An objective asks learners to make something new, and no question can show that.

Vì sao:
    Câu hỏi do máy chấm có sẵn đáp án: người học chọn, ghép, điền, chứ không tạo ra điều gì. Với
    động từ như “thiết kế”, hay ở bậc mà khung gọi là tạo mới, điểm số không nói được người học có
    làm được không. Đây là thông tin kèm lý do, không phải lời chê câu hỏi.

Why:
    Questions that a machine marks have their answers ready: learners choose, match and fill in, and
    make nothing. Where the objective says “design”, or its level is one that the framework calls
    creating, the score cannot say whether they can. This is information with its reason, no verdict
    on the questions.

Wrong:
    objectives:
      - id: muc-tieu
        text: Thiết kế được tờ rơi về ba dấu hiệu lừa đảo
        skill: tt02-2025:4.2
        level: 2

Right:
    objectives:
      - id: muc-tieu
        text: Nêu được ba dấu hiệu lừa đảo
        skill: tt02-2025:4.2
        level: 2

Source:
    Anderson & Krathwohl 2001, A Taxonomy for Learning, Teaching, and Assessing, 6 Create: what is
    asked for is a product. Levels: DigComp 2.1 and 2.2 call theirs remembering to creating; other
    frameworks by a match of their levels. Which verbs count is the project's choice.
"""

from collections.abc import Iterator

from lessonkit.base.diag import Finding, Severity
from lessonkit.check.demands import CREATE, demands
from lessonkit.check.rule import Rule
from lessonkit.check.survey import aligned
from lessonkit.model.index import Index
from lessonkit.model.module import Module


def find(module: Module, index: Index) -> Iterator[Finding]:
    """At the verb's objective or at the level; of one that nothing assesses that is told."""
    for claim in aligned(module, index).claims:
        asked = [one for one in demands(claim, module.meta.lang, index) if one.process == CREATE]
        if claim.items and asked:
            one = asked[0]
            span = claim.text_span if one.reason.startswith("“") else claim.level_span
            yield Finding(span, {"id": claim.id, "reason": one.reason, "near": one.via})


RULE = Rule("LK412", "creating-not-shown", Severity.INFO, "0.1", find, whole=True)
