"""A module beside what `lessonkit.lock` says of its published version."""

from collections.abc import Iterator

from lessonkit.check.survey import Asked, survey
from lessonkit.model.index import Index
from lessonkit.model.module import Module
from lessonkit.model.published import Published, PublishedQuestion
from lessonkit.plan.published import published


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


def moved(was: tuple[str, ...], now: tuple[str, ...]) -> bool:
    """Whether something that an answer may point at is gone or stands at another place."""
    if len(now) < len(was):
        return True
    return any(one != other and one in now for one, other in zip(was, now, strict=False))
