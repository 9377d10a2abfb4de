"""What is left of a front matter when its faults are taken out, so that all else can be checked."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import ValidationError

from lessonkit.base.diag import Span
from lessonkit.model.meta import Meta
from lessonkit.read.yamlpos import YamlDoc

EVERY_KEY = frozenset(Meta.model_fields)
_OBJECTIVE = re.compile(r"objectives\[(\d+)\](.*)", re.DOTALL)
Loc = tuple[int | str, ...]


def salvaged(
    doc: YamlDoc, neutral: Mapping[str, Any]
) -> tuple[Meta, Mapping[str, Span], frozenset[str]]:
    """A model, the places that fit it, and the keys that lost something.

    `neutral` has a value for each key that must be there.
    """
    try:
        return Meta.model_validate(doc.value), doc.places, frozenset()
    except ValidationError as error:
        wrong: list[Loc] = [one["loc"] for one in error.errors(include_url=False)]
    value, places = dict(doc.value), doc.places
    lost = frozenset(str(loc[0]) for loc in wrong if loc)
    objectives = value.get("objectives")
    if isinstance(objectives, tuple) and not any(loc == ("objectives",) for loc in wrong):
        inside = [loc[1:] for loc in wrong if loc[0] == "objectives"]
        value["objectives"], places = _objectives(objectives, places, inside)
    tracking = value.get("tracking")
    if isinstance(tracking, dict):
        bad = {loc[1] for loc in wrong if loc[0] == "tracking" and len(loc) > 1}
        value["tracking"] = {key: one for key, one in tracking.items() if key not in bad}
    for loc in wrong:
        if loc[0] not in ("objectives", "tracking") or len(loc) == 1:
            value.pop(str(loc[0]), None)
    return neutral_meta(neutral, value), places, lost


def neutral_meta(neutral: Mapping[str, Any], typed: Mapping[str, Any]) -> Meta:
    """What was typed, on top of values for what must be there."""
    try:
        return Meta.model_validate({**neutral, **typed})
    except ValidationError:
        # Neutral values come from settings and names of folders, which may be odd themselves.
        return Meta(id="bai", title=str(neutral["title"]))


def _objectives(
    objectives: tuple[Any, ...], places: Mapping[str, Span], wrong: Iterable[Loc]
) -> tuple[tuple[Any, ...], dict[str, Span]]:
    """Those that have an id and a text, and the places by their new numbers."""
    kept: dict[int, Any] = dict(enumerate(objectives))
    for number, *inside in wrong:
        at = int(number)
        if not inside or inside[0] in ("id", "text"):
            kept.pop(at, None)
        elif at in kept:
            kept[at] = {key: one for key, one in kept[at].items() if key != inside[0]}
    numbers = {old: new for new, old in enumerate(kept)}
    moved: dict[str, Span] = {}
    for path, span in places.items():
        match = _OBJECTIVE.fullmatch(path)
        if match is None:
            moved[path] = span
        elif int(match[1]) in numbers:
            moved[f"objectives[{numbers[int(match[1])]}]{match[2]}"] = span
    return tuple(kept.values()), moved
