"""A section has more than one recording of its narration.

Vì sao:
    Mỗi phần chỉ phát một bản ghi; bản thứ hai không ai nghe thấy.

Why:
    A section plays one recording; nobody hears the second.

Wrong:
    :::{narration} media/ghi-am.mp3
    :end: 10
    :::

    Hãy cúp máy.

    :::{narration} media/ghi-am.mp3
    :start: 10
    :::

Right:
    :::{narration} media/ghi-am.mp3
    :::

    Hãy cúp máy.

Source:
    Project's rule: no output drops content in silence.
"""

from collections.abc import Iterator

from lessonkit.base.diag import Finding, Severity
from lessonkit.check.rule import Rule
from lessonkit.check.survey import survey
from lessonkit.model import blocks as b
from lessonkit.model.index import Index
from lessonkit.model.module import Module
from lessonkit.model.walk import walk

_APART = (b.Section, b.Only, b.Teacher)


def find(module: Module, _index: Index) -> Iterator[Finding]:
    """At each recording behind the first of its section; each group may have its own."""
    for blocks in (module.blocks, *(one.blocks for one in survey(module).of(b.Section))):
        shared = tuple(one for one in blocks if not isinstance(one, _APART))
        inside = (one for one in walk(shared) if isinstance(one, b.Narration) and one.src)
        for one in tuple(inside)[1:]:
            yield Finding(one.span, {"name": one.src})


RULE = Rule("LK740", "recordings-in-section", Severity.ERROR, "0.1", find)
