"""A module beside what `lessonkit.lock` says of its published version."""

from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

from lessonkit.base.diag import Finding
from lessonkit.check.survey import Asked, survey
from lessonkit.model.index import Index
from lessonkit.model.module import Module
from lessonkit.model.published import Published, PublishedQuestion
from lessonkit.plan.published import published

T = TypeVar("T")


def versions(module: Module, index: Index) -> tuple[Published, Published]:
    """The published version and this one; those of the last module are kept.

    A rule that needs `published` is only asked where the module is in the lock.
    """
    if not _last or _last[0][0] is not module:
        _last[:] = [(module, published(module))]
    return index.published[module.meta.id], _last[0][1]


_last: list[tuple[Module, Published]] = []


def kept(
    module: Module, index: Index
) -> Iterator[tuple[Asked, PublishedQuestion, PublishedQuestion]]:
    """Each question that was published and still is there: as it was, as it is now."""
    was, now = versions(module, index)
    for asked in survey(module).met:
        name = asked.question.id
        if name in was.questions and name in now.questions:
            yield asked, was.questions[name], now.questions[name]


def gone(
    module: Module, was: Mapping[str, T], now: Mapping[str, T], says: Callable[[T], object]
) -> Iterator[Finding]:
    """At the front matter: each id that is no more, and a new one under which the same is said."""
    new = {name: one for name, one in now.items() if name not in was}
    for name, one in was.items():
        if name not in now:
            near = next((other for other, kind in new.items() if says(kind) == says(one)), "")
            yield Finding(module.place(""), {"id": name, "near": near})


def moved(was: tuple[str, ...], now: tuple[str, ...]) -> bool:
    """Whether something that an answer may point at is gone or stands at another place."""
    if len(now) < len(was):
        return True
    return any(one != other and one in now for one, other in zip(was, now, strict=False))
