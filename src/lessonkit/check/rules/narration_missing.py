"""A section is not spoken, and a group of the lesson needs every section spoken.

Vì sao:
    Người khó đọc, hoặc mắt kém, học bằng tai. Dự án đã ghi narration = true cho nhóm này, nên mỗi
    phần có chữ phải có một khối narration, một bản ghi hay một đoạn phim. Phần chỉ có câu hỏi thì
    không tính.

Why:
    Who reads with difficulty, or sees little, learns by ear. The project says narration = true for
    this group, so each section with text needs a narration block, a recording or a clip. A section
    of nothing but questions does not count.

Wrong:
    ## Nghe máy {objective="muc-tieu"}

    Hãy cúp máy.

    ## Thử {objective="muc-tieu"}

    :::{truefalse} Người lạ giục bạn chuyển tiền thì đáng tin.
    :id: giuc-chuyen
    :objective: muc-tieu
    :answer: false

    > true: Giục gấp là dấu hiệu lừa đảo.
    > false: Đúng vậy.
    :::

    === lessonkit.toml
    [audiences.nguoi-dan]
    narration = true

Right:
    ## Nghe máy {objective="muc-tieu"}

    Hãy cúp máy.

    :::{narration}
    Có người lạ gọi? Bác cúp máy nhé.
    :::

    ## Thử {objective="muc-tieu"}

    :::{truefalse} Người lạ giục bạn chuyển tiền thì đáng tin.
    :id: giuc-chuyen
    :objective: muc-tieu
    :answer: false

    > true: Giục gấp là dấu hiệu lừa đảo.
    > false: Đúng vậy.
    :::

    === lessonkit.toml
    [audiences.nguoi-dan]
    narration = true

Source:
    The project's own demand ([audiences.<id>] narration).
"""

from collections.abc import Iterator

from lessonkit.base.diag import Finding, Severity
from lessonkit.check.groups import Who, asking
from lessonkit.check.reach import Reach, placed
from lessonkit.check.rule import Rule
from lessonkit.model import blocks as b
from lessonkit.model.index import Index
from lessonkit.model.module import Module

_SILENT = (b.Ask, b.Bank, b.Divider, b.Teacher, b.Slide, b.Narration)
"""What gives a section nothing to be spoken."""


def find(module: Module, index: Index) -> Iterator[Finding]:
    """At the heading of each section that a group would have to read."""
    groups = asking("narration", module, index)
    if not groups:
        return
    for section, reach in placed(module.blocks):
        if isinstance(section, b.Section) and _read(section):
            silent = reach.of(groups) - _hearing(section, reach, groups)
            if silent:
                args = {"title": section.title.plain(), "groups": ", ".join(sorted(silent))}
                yield Finding(section.span, args)


def _read(section: b.Section) -> bool:
    return any(not isinstance(block, _SILENT) for block in section.blocks)


def _hearing(section: b.Section, reach: Reach, groups: Who) -> frozenset[str]:
    """The groups that hear something in it."""
    found: frozenset[str] = frozenset()
    for block, inner in placed(section.blocks, reach):
        if isinstance(block, b.Narration | b.Audio | b.Video):
            found |= inner.of(groups)
    return found


RULE = Rule(
    "LK460", "narration-missing", Severity.WARNING, "0.1", find, keys=frozenset({"audience"})
)
