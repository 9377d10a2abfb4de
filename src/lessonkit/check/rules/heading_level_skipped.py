"""A heading is more than one level below the one above it.

Vì sao:
    Người dùng máy đọc màn hình đi lại theo cấp tiêu đề. Nhảy cấp làm họ tưởng mình bỏ sót một
    phần.

Why:
    People with a screen reader move by heading levels. A skipped one makes them look for a part
    that is not there.

Wrong:
    #### Giục gấp

    Họ giục bạn làm ngay.

Right:
    ### Giục gấp

    Họ giục bạn làm ngay.

Source:
    WCAG 2.2, 1.3.1 Info and Relationships (A), technique G141
"""

from collections.abc import Iterator

from lessonkit.base.diag import Arg, Finding, Severity
from lessonkit.check.rule import Rule
from lessonkit.check.survey import survey
from lessonkit.model import blocks as b
from lessonkit.model.index import Index
from lessonkit.model.module import Module
from lessonkit.model.walk import children
from lessonkit.plan.page import HIDDEN


def find(module: Module, _index: Index) -> Iterator[Finding]:
    """At the heading; a learner's page lacks what is only for the facilitator."""
    seen = survey(module)
    for section in seen.of(b.Section) if seen.of(b.Heading) else ():
        every = shown = 2
        for heading, hidden in _headings(section.blocks, hidden=False):
            level = every if hidden else shown
            if heading.level > level + 1:
                args: dict[str, Arg] = {
                    "title": heading.prose.plain(),
                    "above": level,
                    "level": heading.level,
                }
                yield Finding(heading.span, args | {"marks": "#" * (level + 1)})
            every = heading.level
            shown = shown if hidden else every


def _headings(blocks: tuple[b.Block, ...], *, hidden: bool) -> Iterator[tuple[b.Heading, bool]]:
    """A scene's heading is one of the third level."""
    for block in blocks:
        if isinstance(block, b.Scene):
            yield b.Heading(3, block.title, block.id, block.span), hidden
        if isinstance(block, b.Heading):
            yield block, hidden
        else:
            inside = hidden or isinstance(block, HIDDEN)
            yield from _headings(children(block), hidden=inside)


RULE = Rule("LK305", "heading-level-skipped", Severity.WARNING, "0.1", find)
