"""A heading has no words.

Vì sao:
    Tiêu đề trống không nói cho ai biết bên dưới có gì, và mục lục có một dòng trống.

Why:
    An empty heading says nothing of what stands below, and leaves a blank line in the list of
    contents.

Wrong:
    ###

    Họ giục bạn làm ngay.

Right:
    ### Giục gấp

    Họ giục bạn làm ngay.

Source:
    WCAG 2.2, 2.4.6 Headings and Labels (AA)
"""

from collections.abc import Iterator

from lessonkit.base.diag import Finding, Severity
from lessonkit.check.rule import Rule
from lessonkit.check.survey import survey
from lessonkit.model import blocks as b
from lessonkit.model.index import Index
from lessonkit.model.module import Module


def find(module: Module, _index: Index) -> Iterator[Finding]:
    """At the heading."""
    seen = survey(module)
    for section in seen.of(b.Section):
        if not section.title.plain():
            yield Finding(section.span)
    for scene in seen.of(b.Scene):
        if not scene.title.plain():
            yield Finding(scene.span)
    for heading in seen.of(b.Heading):
        if not heading.prose.plain():
            yield Finding(heading.span)


RULE = Rule("LK306", "heading-empty", Severity.WARNING, "0.1", find)
