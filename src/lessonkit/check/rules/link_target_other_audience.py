"""A link leads to a place that only some of its readers have.

Vì sao:
    Dựng bài bằng --audience thì bản của một nhóm không có khối “only” của nhóm khác. Liên kết từ
    ngoài khối vào trong sẽ không đi tới đâu ở bản ấy, và bản ấy không dựng được. Bản chung, không
    có --audience, vẫn đúng; vì thế đây là cảnh báo.

Why:
    Built with --audience, the variant of one group lacks the `only` blocks of the others. A link
    into such a block from outside leads nowhere there, and that variant is not built. The page for
    all groups has both; so this is a warning.

Wrong:
    ---
    id: bai-thu
    title: Bài thử
    summary: Một bài để thử.
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

    ## Giục gấp

    Người lạ giục bạn chuyển tiền. Xem [nơi để báo](#noi-bao).

    :::{only}
    :audience: cbccvc

    ### Nơi để báo {#noi-bao}

    Hãy báo với bộ phận công nghệ của cơ quan.
    :::

    :::{truefalse} Người lạ giục bạn chuyển tiền thì đáng tin.
    :id: giuc-chuyen
    :objective: muc-tieu
    :answer: false

    > true: Giục gấp là dấu hiệu lừa đảo.
    > false: Đúng vậy.
    :::

Right:
    ---
    id: bai-thu
    title: Bài thử
    summary: Một bài để thử.
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

    ## Giục gấp

    Người lạ giục bạn chuyển tiền. Xem [nơi để báo](#noi-bao).

    ### Nơi để báo {#noi-bao}

    :::{only}
    :audience: cbccvc

    Hãy báo với bộ phận công nghệ của cơ quan.
    :::

    :::{truefalse} Người lạ giục bạn chuyển tiền thì đáng tin.
    :id: giuc-chuyen
    :objective: muc-tieu
    :answer: false

    > true: Giục gấp là dấu hiệu lừa đảo.
    > false: Đúng vậy.
    :::

Source:
    A dangling reference on the page of a variant, where LK515 reports it as an error.
"""

from collections.abc import Iterator

from lessonkit.base.diag import Finding, Severity
from lessonkit.check.reach import jumps
from lessonkit.check.rule import Rule
from lessonkit.model.audiences import learners
from lessonkit.model.index import Index
from lessonkit.model.module import Module


def find(module: Module, index: Index) -> Iterator[Finding]:
    """At the link; the groups are those of the module, or of the project where it names none."""
    everybody = learners(index.audiences, module.meta.audience)
    for jump in jumps(module):
        if jump.there.hidden:
            continue
        lacking = jump.here.of(everybody) - jump.there.of(everybody)
        if lacking:
            args = {"id": jump.target, "groups": ", ".join(sorted(lacking))}
            yield Finding(jump.link.span, args)


RULE = Rule("LK227", "link-target-other-audience", Severity.WARNING, "0.1", find)
