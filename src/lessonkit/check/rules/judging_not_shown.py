"""An objective asks learners to judge, and its questions only ask what is known.

Vì sao:
    Điền chữ, điền số hay chọn đúng sai cho thấy người học nhớ và tính được, khó cho thấy họ biết
    đánh giá. Câu chọn có tình huống, câu phân loại, kịch bản thì cho thấy được nhiều hơn. Đây là
    thông tin kèm lý do, không phải lời chê câu hỏi.

Why:
    Words and numbers to fill in, and right or wrong, show what learners remember and work out; they
    hardly show that learners judge. A choice about a case, sorting, or a scenario shows more. This
    is information with its reason, no verdict on the questions.

Wrong:
    objectives:
      - id: muc-tieu
        text: Đánh giá được độ tin cậy của một cuộc gọi
        skill: tt02-2025:4.2
        level: 2

Right:
    objectives:
      - id: muc-tieu
        text: Nêu được ba dấu hiệu lừa đảo
        skill: tt02-2025:4.2
        level: 2

Source:
    Anderson & Krathwohl 2001, A Taxonomy for Learning, Teaching, and Assessing, 5 Evaluate: judging
    by criteria. Levels: DigComp 2.1 and 2.2 call level 6 evaluating; other frameworks by a match of
    their levels. Which verbs and which types of question count is the project's choice.
"""

from collections.abc import Iterator

from lessonkit.base.diag import Arg, Finding, Severity
from lessonkit.check.demands import EVALUATE, demands
from lessonkit.check.rule import Rule
from lessonkit.check.survey import aligned
from lessonkit.model.index import Index
from lessonkit.model.module import Module

RECALLED = frozenset({"truefalse", "text", "number", "cloze"})
"""Types of question whose answer is known or worked out."""


def find(module: Module, index: Index) -> Iterator[Finding]:
    """At the verb's objective or at the level, where all its questions are of such types."""
    for claim in aligned(module, index).claims:
        asked = [one for one in demands(claim, module.meta.lang, index) if one.process == EVALUATE]
        if claim.items and asked and RECALLED.issuperset(claim.types):
            one = asked[0]
            span = claim.text_span if one.reason.startswith("“") else claim.level_span
            types = ", ".join(claim.types)
            args: dict[str, Arg] = {"id": claim.id, "reason": one.reason, "near": one.via}
            yield Finding(span, {**args, "types": types})


RULE = Rule("LK421", "judging-not-shown", Severity.INFO, "0.1", find, whole=True)
