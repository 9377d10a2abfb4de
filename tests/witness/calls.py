"""A strict checker over recorded API calls; no run-time is as strict as this.

``check`` reads the calls of one launch, ``check_launches`` those of several, carrying over what
the platform kept; ``verdict`` tells what the platform holds at the end. Each fault is a sentence
that begins with the name of its rule and a colon.
"""

from collections.abc import Mapping, Sequence

from tests.witness.model import Model
from tests.witness.protocol import protocol
from tests.witness.scorm12 import SCORM12
from tests.witness.scorm2004 import SCORM2004
from tests.witness.status import meaning
from tests.witness.steps import Call, Step, steps
from tests.witness.values import values
from tests.witness.verdict import Answer, Verdict, conclude, kept

__all__ = ["Answer", "Call", "Verdict", "check", "check_launches", "verdict", "verdict_of_launches"]

MODELS: Mapping[str, Model] = {"1.2": SCORM12, "2004": SCORM2004}


def check(
    calls: Sequence[Call],
    version: str,
    *,
    prior: Mapping[str, str] | None = None,
    mode: str = "",
    closed: bool = True,
) -> list[str]:
    """Faults of one launch.

    ``prior`` is what the platform kept before (element → value); ``mode`` is the mode of the
    launch where the calls do not tell it; ``closed`` is false for a launch that was cut off.
    """
    model = MODELS[version]
    found = steps(calls, model)
    before = prior or {}
    return [
        *protocol(calls, found, model, closed),
        *values(found, model, before),
        *meaning(found, model, before, mode, closed),
    ]


def check_launches(launches: Sequence[Sequence[Call]], version: str) -> list[str]:
    """Faults of several launches of one learner, in their order."""
    faults: list[str] = []
    prior: Mapping[str, str] = {}
    for n, calls in enumerate(launches, 1):
        found = check(calls, version, prior=prior)
        faults += [f"{one} [launch {n}]" for one in found]
        prior = _carried(steps(calls, MODELS[version]), MODELS[version], prior)
    return faults


def verdict(
    calls: Sequence[Call], version: str, *, prior: Mapping[str, str] | None = None
) -> Verdict:
    """What the platform holds after one launch."""
    model = MODELS[version]
    return conclude(steps(calls, model), model, prior or {})


def verdict_of_launches(launches: Sequence[Sequence[Call]], version: str) -> Verdict:
    """What the platform holds after several launches; ``seconds`` are those of the last."""
    model = MODELS[version]
    prior: Mapping[str, str] = {}
    for calls in launches[:-1]:
        prior = _carried(steps(calls, model), model, prior)
    return verdict(launches[-1], version, prior=prior)


def _carried(found: Sequence[Step], model: Model, prior: Mapping[str, str]) -> dict[str, str]:
    """What the next launch finds: in SCORM 2004 nothing but after a suspend (RTE 4.2.8)."""
    after = kept(found, prior)
    suspended = after.pop(model.names.exit, "") == "suspend"
    after.pop(model.names.session_time, None)
    return after if suspended or model.version == "1.2" else {}
