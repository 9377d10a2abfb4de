"""The audience groups of a project, and what is wrong with the tables `[audiences]`."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from lessonkit.base.diag import Arg
from lessonkit.base.files import storable
from lessonkit.base.messages import settings_error
from lessonkit.base.near import nearest
from lessonkit.framework.model import Audience, Framework
from lessonkit.model.audience import OwnAudience
from lessonkit.model.audiences import Groups, audiences, joined, reference, wider
from lessonkit.model.settings import Settings
from lessonkit.read.settings import NAME
from lessonkit.read.source import read_bytes
from lessonkit.read.tomlpos import line_of

Frameworks = Mapping[str, Framework]
Args = dict[str, Arg]
Fault = tuple[tuple[str, ...], str, Args]
"""The key, the sentence, its arguments but for the place."""


def read_audiences(root: Path, frameworks: Frameworks, settings: Settings) -> dict[str, Audience]:
    """Every group of the frameworks in use and of `lessonkit.toml`, whole.

    Raises: SettingsError: a table names a group, a framework, a skill or a level that is not there.
    """
    if lost := tuple(_faults(frameworks, settings)):
        text = read_bytes(root / NAME).decode("utf-8-sig")
        placed = (
            (name, args | {"file": NAME, "line": line_of(text, key), "key": ".".join(key)})
            for key, name, args in lost
        )
        raise settings_error(*sorted(placed, key=lambda one: one[1]["line"]))
    return audiences(frameworks, settings)


def _faults(frameworks: Frameworks, settings: Settings) -> Iterator[Fault]:
    if not settings.audiences:
        return
    groups = joined(frameworks, settings)
    named = [name for one in frameworks.values() for name in one.audiences]
    for name, own in settings.audiences.items():
        key = ("audiences", name)
        if name not in named and not own.name:
            yield key, "new-audience" if named else "first-audience", _near(name, named)
        if not storable(name):  # variants are named by their group
            yield key, "kept-audience", {"name": name}
        yield from _around(name, own, groups)
        for framework, level in own.level.items():
            place = (*key, "level", framework)
            yield from _of_level(place, framework, level, frameworks)
        yield from _of_profile((*key, "skills"), own.skills or (), frameworks)


def _around(name: str, own: OwnAudience, groups: Groups) -> Iterator[Fault]:
    """The wider group is there, and none is wider than itself."""
    if own.within is None:
        return
    key = ("audiences", name, "within")
    if own.within not in groups:
        yield key, "unknown-audience", _near(own.within, groups)
        return
    met = wider(groups, name)
    if groups[met[-1]].within == name:
        yield key, "audience-circle", {"names": " → ".join((*met, name))}


def _of_profile(
    key: tuple[str, ...], profile: tuple[str, ...], frameworks: Frameworks
) -> Iterator[Fault]:
    met: dict[tuple[str, str], str] = {}
    for one in profile:
        framework, code, _ = reference(one)
        if other := met.get((framework, code)):
            yield key, "profile-twice", {"value": one, "other": other}
        met[framework, code] = one
        yield from _of_skill(key, one, frameworks)


def _of_skill(key: tuple[str, ...], typed: str, frameworks: Frameworks) -> Iterator[Fault]:
    name, code, level = reference(typed)
    framework = frameworks.get(name)
    if framework is None:
        yield key, "profile-framework", _near(name, frameworks) | {"value": typed}
    elif code not in framework.skills:
        known = {f"{name}:{one}" for one in framework.skills}
        yield key, "profile-skill", _near(f"{name}:{code}", sorted(known)) | {"value": typed}
    elif level:
        yield from _of_level(key, name, int(level), frameworks)
    elif framework.levels:
        yield key, "profile-level", {"value": typed, "known": _levels(framework)}


def _of_level(
    key: tuple[str, ...], name: str, level: int, frameworks: Frameworks
) -> Iterator[Fault]:
    framework = frameworks.get(name)
    if framework is None:
        yield key, "profile-framework", _near(name, frameworks) | {"value": name}
    elif level not in framework.levels:
        args: Args = {"framework": name, "level": level, "known": _levels(framework)}
        yield key, "audience-level" if framework.levels else "audience-levels", args


def _levels(framework: Framework) -> str:
    return ", ".join(map(str, framework.levels))


def _near(name: str, known: Iterable[str]) -> Args:
    names = tuple(known)
    return {"name": name, "near": nearest(name, names) or "", "known": ", ".join(names[:30])}
