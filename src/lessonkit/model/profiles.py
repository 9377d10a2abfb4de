"""The profiles there are: those of the table of platforms, and those of a project."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from functools import lru_cache
from typing import Any

from lessonkit.model.platforms import platforms
from lessonkit.model.profile import Facts, OwnProfile, Profile

GENERIC = "generic"


@dataclass(frozen=True, slots=True)
class Missing:
    """A profile that is named and is not there."""

    key: tuple[str, ...]
    """Of the setting that names it."""
    name: str
    circle: tuple[str, ...] = ()
    """Where bases lead back to themselves: on which way."""


def names(own: Mapping[str, OwnProfile]) -> tuple[str, ...]:
    """Of all profiles that may be asked for."""
    return (*platforms(), *(name for name in own if name not in platforms()))


def missing(chosen: str, own: Mapping[str, OwnProfile]) -> Iterator[Missing]:
    """What is wrong with the settings `[build] profile` and `[profiles]`."""
    if chosen not in names(own):
        yield Missing(("build", "profile"), chosen)
    for name in own:
        met, last = _bases(name, own)
        key = ("profiles", name, "base")
        if last in met and last not in platforms():
            yield Missing(key, last, (*met, last))
        elif last not in platforms() and len(met) == 1:
            yield Missing(key, last)


def _bases(name: str, own: Mapping[str, OwnProfile]) -> tuple[tuple[str, ...], str]:
    """A project's own profiles that build on each other, and what the last of them builds on.

    Where they lead back to a name of the table of platforms, the platform is meant.
    """
    met: list[str] = []
    while name in own and name not in met:
        met.append(name)
        name = own[name].base
    return tuple(met), name


def generic() -> Profile:
    """What holds where a platform is not known."""
    return profile(GENERIC, {})


def profile(name: str, own: Mapping[str, OwnProfile]) -> Profile:
    """The profile of that name; a project's own goes before one of the table.

    Raises: KeyError: there is none, or a base is `missing`.
    """
    met, last = _bases(name, own)
    return _resolved(name, (*(own[one] for one in met), stated(last)))


@lru_cache(maxsize=16)
def stated(name: str) -> Facts:
    """What the table says of a platform. Raises: KeyError: it is not in the table."""
    facts = platforms()[name].facts
    return Facts.model_validate({one.key: one.value for one in facts if one.key})


@lru_cache(maxsize=64)
def _resolved(name: str, chain: tuple[Facts, ...]) -> Profile:
    """The nearest of the chain that says something decides; at its end stands `generic`."""
    known = {one.name for one in fields(Profile)} - {"name"}
    said: dict[str, Any] = {}
    for facts in (stated(GENERIC), *reversed(chain)):
        values = {key: getattr(facts, key) for key in known}
        said |= {key: value for key, value in values.items() if value is not None}
    return Profile(name=name, **said)
