"""What a platform has kept when a lesson is over, in one form for all versions."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tests.witness.model import Model
from tests.witness.steps import Step

LESSON_STATUS = {
    "passed": ("completed", "passed"),
    "failed": ("completed", "failed"),
    "completed": ("completed", "unknown"),
    "incomplete": ("incomplete", "unknown"),
    "browsed": ("incomplete", "unknown"),
}
RESULTS = {"wrong": "incorrect"}


@dataclass(frozen=True, slots=True)
class Answer:
    """One recorded interaction; ``result`` in the words of SCORM 2004."""

    id: str
    type: str
    response: str
    result: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """The end of the story; a failed lesson of SCORM 1.2 counts as completed."""

    completion: str
    success: str
    raw: float | None
    scaled: float | None
    suspend_data: str
    resumes: bool
    seconds: float
    answers: tuple[Answer, ...]


def kept(found: Iterable[Step], prior: Mapping[str, str] | None = None) -> dict[str, str]:
    """What was written, accepted and then committed (or ended with a finish)."""
    values, pending = dict(prior or {}), dict[str, str]()
    for step in found:
        if step.kind == "set" and step.done:
            pending[step.element] = step.value
        elif step.kind in ("commit", "finish") and step.done:
            values |= pending
            pending = {}
    return values


def conclude(found: Sequence[Step], model: Model, prior: Mapping[str, str]) -> Verdict:
    """The verdict over one session, on top of what was kept before."""
    values = kept(found, prior)
    completion = values.get(model.names.completion, "")
    success = values.get(model.names.success, "")
    if model.version == "1.2":
        completion, success = LESSON_STATUS.get(completion, ("unknown", "unknown"))
    raw, scaled = _score(values, model.names.score)
    return Verdict(
        completion=completion or "unknown",
        success=success or "unknown",
        raw=raw,
        scaled=scaled,
        suspend_data=values.get("cmi.suspend_data", ""),
        resumes=values.get(model.names.exit) == "suspend",
        seconds=seconds(values.get(model.names.session_time, "")),
        answers=_answers(values, model.names.response),
    )


def _score(values: Mapping[str, str], name: str) -> tuple[float | None, float | None]:
    """Raw and scaled; where scaled is not kept, raw within its bounds."""
    parts = {
        part: float(values[f"{name}.{part}"])
        for part in ("raw", "min", "max", "scaled")
        if values.get(f"{name}.{part}")
    }
    raw, scaled = parts.get("raw"), parts.get("scaled")
    low, high = parts.get("min", 0.0), parts.get("max", 100.0)
    if scaled is None and raw is not None and high > low:
        scaled = round((raw - low) / (high - low), 4)
    return raw, scaled


def _answers(values: Mapping[str, str], response: str) -> tuple[Answer, ...]:
    found: list[Answer] = []
    while (start := f"cmi.interactions.{len(found)}") + ".id" in values:
        id_, kind, said, result = (
            values.get(f"{start}.{part}", "") for part in ("id", "type", response, "result")
        )
        found.append(Answer(id_, kind, said, RESULTS.get(result, result)))
    return tuple(found)


def seconds(text: str) -> float:
    """The length of HHHH:MM:SS.SS or of an ISO 8601 duration of days and less."""
    iso = r"P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?)?"
    found = re.fullmatch(r"()(\d+):(\d+):([\d.]+)", text) or re.fullmatch(iso, text)
    if not found:
        return 0.0
    days, hours, minutes, rest = (float(part or 0) for part in found.groups())
    return round(((days * 24 + hours) * 60 + minutes) * 60 + rest, 2)
