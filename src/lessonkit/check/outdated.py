"""A translation beside what `lessonkit.lock` says it was made of."""

from collections.abc import Iterator

from lessonkit.base.diag import Finding
from lessonkit.model import blocks as b
from lessonkit.model.index import Index
from lessonkit.model.module import Module
from lessonkit.model.walk import walk
from lessonkit.plan.published import translated


def outdated(module: Module, index: Index) -> Iterator[Finding]:
    """LK249: sections whose source has changed since, while they have not."""
    published = index.published.get(module.meta.id)
    before = published.translations.get(module.meta.lang) if published else None
    if not before:
        return
    now = translated(module)
    spans = {one.id: one.span for one in walk(module.blocks) if isinstance(one, b.Section)}
    for name, one in now.items():
        was = before.get(name)
        if was and was.words == one.words and was.source != one.source:
            span = spans.get(name, module.place(""))
            yield Finding(span, {"section": name, "language": module.meta.lang})
