"""Whom a module is for."""

from collections.abc import Iterator, Mapping

from lessonkit.framework.model import Audience
from lessonkit.plan.alignment import Alignment


def serves(module: Alignment, audience: str, audiences: Mapping[str, Audience]) -> bool:
    """Whether it is for that group: for everybody, for it, or for a wider group around it."""
    return not module.audience or any(one in module.audience for one in around(audience, audiences))


def around(audience: str, audiences: Mapping[str, Audience]) -> Iterator[str]:
    """The group and the wider ones that it lies within, itself first."""
    seen: set[str] = set()
    while audience and audience not in seen:
        seen.add(audience)
        yield audience
        group = audiences.get(audience)
        audience = group.within if group else ""
