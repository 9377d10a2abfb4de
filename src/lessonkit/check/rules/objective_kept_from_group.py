"""`only` blocks keep an objective's teaching, or all its questions, from a group.

Vì sao:
    Bài hứa mục tiêu này với mọi nhóm trong `audience`, nhưng bản dành cho nhóm ấy không có phần dạy
    hoặc không có câu hỏi nào. Điều hứa với họ không được giữ.

Why:
    The lesson promises the objective to every group of its `audience`, but the variant for this one
    has no section that teaches it, or no question: the promise is not kept.

Wrong:
    ---
    id: bai-thu
    title: Bài thử
    summary: Một bài để thử.
    lang: vi
    minutes: 1
    audience: [nguoi-dan, cbccvc]
    objectives:
      - id: muc-tieu
        text: Nêu được ba dấu hiệu lừa đảo
        skill: tt02-2025:4.2
        level: 2
    authors: [Nhóm thử]
    license: CC-BY-4.0
    ---

    ## Phần thử {objective="muc-tieu"}

    Người lạ giục bạn chuyển tiền. Hãy cúp máy.

    :::{practice}
    :where: Ở nhà

    Kể lại một cuộc gọi lạ cho người thân.
    :::

    :::{only}
    :audience: nguoi-dan

    :::{truefalse} Người lạ giục bạn chuyển tiền thì đáng tin.
    :id: giuc-chuyen
    :objective: muc-tieu
    :answer: false

    > true: Giục gấp là dấu hiệu lừa đảo.
    > false: Đúng vậy.
    :::
    :::

Right:
    ---
    id: bai-thu
    title: Bài thử
    summary: Một bài để thử.
    lang: vi
    minutes: 1
    audience: [nguoi-dan, cbccvc]
    objectives:
      - id: muc-tieu
        text: Nêu được ba dấu hiệu lừa đảo
        skill: tt02-2025:4.2
        level: 2
    authors: [Nhóm thử]
    license: CC-BY-4.0
    ---

    ## Phần thử {objective="muc-tieu"}

    Người lạ giục bạn chuyển tiền. Hãy cúp máy.

    :::{practice}
    :where: Ở nhà

    Kể lại một cuộc gọi lạ cho người thân.
    :::

    :::{truefalse} Người lạ giục bạn chuyển tiền thì đáng tin.
    :id: giuc-chuyen
    :objective: muc-tieu
    :answer: false

    > true: Giục gấp là dấu hiệu lừa đảo.
    > false: Đúng vậy.
    :::

Source:
    Biggs 1996, Enhancing teaching through constructive alignment, Higher Education 32, 347-364, for
    the variant that `build --audience` makes.
"""

from collections.abc import Iterator

from lessonkit.base.diag import Finding, Severity
from lessonkit.check.rule import Rule
from lessonkit.check.survey import aligned
from lessonkit.model.audiences import outermost
from lessonkit.model.index import Index
from lessonkit.model.module import Module


def find(module: Module, index: Index) -> Iterator[Finding]:
    """At the objective; of one that nobody is taught or asked, that is told."""
    for claim in aligned(module, index).claims:
        named = module.meta.audience or outermost(index.audiences, claim.lacking)
        if groups := ", ".join(group for group in named if group in claim.lacking):
            yield Finding(claim.span, {"id": claim.id, "groups": groups})


RULE = Rule(
    "LK419",
    "objective-kept-from-group",
    Severity.WARNING,
    "0.1",
    find,
    whole=True,
    shared=True,
    keys=frozenset({"audience"}),
)
