"""The questions about an objective have far less, or far more, of the points than its share.

Vì sao:
    Kết quả chung của bài chủ yếu nói về mục tiêu có nhiều điểm nhất. Mục tiêu chỉ có ít điểm thì
    không làm được vẫn đạt. Khi bạn không ghi `weight`, các mục tiêu được coi là ngang nhau.

Why:
    The score speaks mostly of the objective with most points; who misses one with few passes all
    the same. Where no `weight` is given, objectives are taken as equal.

Wrong:
    ---
    id: bai-thu
    title: Bài thử
    summary: Một bài để thử.
    lang: vi
    minutes: 1
    audience: [nguoi-dan]
    objectives:
      - id: muc-tieu
        text: Nêu được ba dấu hiệu lừa đảo
        skill: tt02-2025:4.2
        level: 2
      - id: xu-ly
        text: Kể được việc nên làm ngay
        skill: tt02-2025:4.2
        level: 2
    authors: [Nhóm thử]
    license: CC-BY-4.0
    ---

    ## Phần thử {objective="muc-tieu, xu-ly"}

    Người lạ giục bạn chuyển tiền. Hãy cúp máy.

    :::{practice}
    :where: Ở nhà

    Kể lại một cuộc gọi lạ cho người thân.
    :::

    :::{truefalse} Người lạ giục bạn chuyển tiền thì đáng tin.
    :id: giuc-chuyen
    :objective: muc-tieu
    :points: 5
    :answer: false

    > true: Giục gấp là dấu hiệu lừa đảo.
    > false: Đúng vậy.
    :::

    :::{truefalse} Gặp cuộc gọi như vậy thì nên cúp máy.
    :id: cup-may
    :objective: xu-ly
    :answer: true

    > true: Đúng vậy.
    > false: Cúp máy là việc nên làm trước hết.
    :::

Right:
    ---
    id: bai-thu
    title: Bài thử
    summary: Một bài để thử.
    lang: vi
    minutes: 1
    audience: [nguoi-dan]
    objectives:
      - id: muc-tieu
        text: Nêu được ba dấu hiệu lừa đảo
        skill: tt02-2025:4.2
        level: 2
    authors: [Nhóm thử]
    license: CC-BY-4.0
    ---

    ## Phần thử

    Người lạ giục bạn chuyển tiền. Hãy cúp máy.

    :::{practice}
    :where: Ở nhà

    Kể lại một cuộc gọi lạ cho người thân.
    :::

    :::{truefalse} Người lạ giục bạn chuyển tiền thì đáng tin.
    :id: giuc-chuyen
    :objective: muc-tieu
    :points: 5
    :answer: false

    > true: Giục gấp là dấu hiệu lừa đảo.
    > false: Đúng vậy.
    :::

Beside: LK216

Source:
    Biggs 1996, Enhancing teaching through constructive alignment, Higher Education 32, 347-364;
    the factor (`objective_share`) is the project's choice.
"""

from collections.abc import Iterator

from lessonkit.base.diag import Arg, Finding, Severity
from lessonkit.check.rule import Rule
from lessonkit.check.survey import aligned
from lessonkit.model.index import Index
from lessonkit.model.module import Module
from lessonkit.plan.alignment import Claim


def find(module: Module, index: Index) -> Iterator[Finding]:
    """At the objective: those with too little or, where there is none, those with too much."""
    claims = [one for one in aligned(module, index).claims if one.items]
    points, shares = sum(one.mean for one in claims), sum(one.share for one in claims)
    if len(claims) < 2 or not points:
        return
    factor = index.limits.objective_share
    pairs = [(one, one.mean / points, one.share / shares) for one in claims]
    less = [pair for pair in pairs if pair[1] * factor < pair[2] - _ROUNDING]
    more = [pair for pair in pairs if pair[1] > pair[2] * factor + _ROUNDING]
    for claim, has, due in less or more:
        yield Finding(claim.span, _args(claim, has, due))


_ROUNDING = 1e-9


def _args(claim: Claim, has: float, due: float) -> dict[str, Arg]:
    count = len(claim.items)
    return {"id": claim.id, "count": count, "has": round(has * 100), "due": round(due * 100)}


RULE = Rule(
    "LK418",
    "points-unlike-share",
    Severity.INFO,
    "0.1",
    find,
    whole=True,
    shared=True,
    keys=frozenset({"objectives"}),
)
