"""Two sections have the same title.

Vì sao:
    Hai dòng giống nhau trong mục lục: người học không biết chọn dòng nào.

Why:
    Two equal lines in the list of contents: nobody knows which one to choose.

Wrong:
    ## Ba dấu hiệu

    Họ xưng danh.

    :::{truefalse} Người lạ giục bạn chuyển tiền thì đáng tin.
    :id: giuc-chuyen
    :objective: muc-tieu
    :answer: false

    > true: Giục gấp là dấu hiệu lừa đảo.
    > false: Đúng vậy.
    :::

    ## Ba dấu hiệu

    Họ giục gấp.

Right:
    ## Dấu hiệu xưng danh

    Họ xưng danh.

    :::{truefalse} Người lạ giục bạn chuyển tiền thì đáng tin.
    :id: giuc-chuyen
    :objective: muc-tieu
    :answer: false

    > true: Giục gấp là dấu hiệu lừa đảo.
    > false: Đúng vậy.
    :::

    ## Dấu hiệu giục gấp

    Họ giục gấp.

Source:
    WCAG 2.2, 2.4.6 Headings and Labels (AA), technique G130; no criterion forbids equal titles,
    so this is information.
"""

from collections.abc import Iterator

from lessonkit.base.diag import Arg, Finding, Severity
from lessonkit.check.rule import Rule
from lessonkit.check.survey import survey
from lessonkit.model import blocks as b
from lessonkit.model.index import Index
from lessonkit.model.module import Module


def find(module: Module, _index: Index) -> Iterator[Finding]:
    """At the second one; sections for different audience groups may share a title."""
    first: dict[str, b.Section] = {}
    shared = _only(module)
    for section in survey(module).sections:
        title = section.title.plain()
        key = title.casefold()
        if key and key in first and section.id not in shared:
            args: dict[str, Arg] = {"title": title, "line": first[key].span.start.line}
            yield Finding(section.span, args)
        first.setdefault(key, section)


def _only(module: Module) -> frozenset[str]:
    blocks = survey(module).of(b.Only)
    return frozenset(one.id for only in blocks for one in only.blocks if isinstance(one, b.Section))


RULE = Rule("LK307", "section-title-repeated", Severity.INFO, "0.1", find)
