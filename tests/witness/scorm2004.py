"""The run-time of SCORM 2004: functions (RTE 3.1), data model and data types (RTE 4.1 and 4.2).

Stricter than the standard in one thing: parts of responses are of letters, digits and _ only,
for a widely used platform takes no others.
"""

import re
from collections.abc import Mapping

from tests.witness.model import (
    Check,
    Element,
    Kind,
    Model,
    Names,
    anything,
    each,
    either,
    is_date,
    number,
    one_of,
    shaped,
    text,
)

FUNCTIONS: Mapping[str, Kind] = {
    "Initialize": "initialize",
    "Terminate": "finish",
    "GetValue": "get",
    "SetValue": "set",
    "Commit": "commit",
    "GetLastError": "error",
    "GetErrorString": "error",
    "GetDiagnostic": "error",
}

REAL = r"-?\d{1,10}(\.\d{1,7})?"
WIDE = 9_999_999_999.0

identifier = shaped(r"[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]{1,4000}", "a URI without spaces")
short_id = shaped(r"[A-Za-z0-9_]{1,250}", "an identifier of letters, digits and _")
real = number(-WIDE, WIDE, REAL)
completion = one_of("completed", "incomplete", "not attempted", "unknown")
success = one_of("passed", "failed", "unknown")
interaction_type = one_of(
    "true-false",
    "choice",
    "fill-in",
    "long-fill-in",
    "matching",
    "performance",
    "sequencing",
    "likert",
    "numeric",
    "other",
)
result = either(one_of("correct", "incorrect", "unanticipated", "neutral"), real)

_DURATION = re.compile(
    r"P(?=.)(\d+Y)?(\d+M)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+(\.\d{1,2})?S)?)?",
)
_SECOND = r"(19[7-9]\d|20[0-2]\d|203[0-8])-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d:[0-5]\d"
_TIMESTAMP = re.compile(_SECOND + r"(\.\d{1,2}(Z|[+-]([01]\d|2[0-3])(:[0-5]\d)?)?)?")
_LANGUAGE = re.compile(r"\{lang=[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*\}")
_FLAGS = re.compile(r"(\{(case|order)_matters=(true|false)\}){0,2}")


def duration(value: str) -> str:
    """timeinterval(second,10,2) (RTE 4.1.1.7): at most two decimals, no weeks."""
    fine = _DURATION.fullmatch(value)
    return "" if fine else f"{value!r} is not an ISO 8601 duration with at most 2 decimals"


def timestamp(value: str) -> str:
    """time(second,10,0) (RTE 4.1.1.7): a zone only after a fraction of 1 or 2 digits."""
    if _TIMESTAMP.fullmatch(value) and is_date(value):
        return ""
    return f"{value!r} is not a time such as 2026-01-31T08:05:00.00Z"


def localized(limit: int) -> Check:
    """localized_string_type (RTE 4.1.1.7): a language may stand before the text."""
    inner = text(limit)

    def check(value: str) -> str:
        if value.startswith("{lang=") and not _LANGUAGE.match(value):
            return "a malformed {lang=…}"
        return inner(_LANGUAGE.sub("", value, count=1))

    return check


def response(kind: str, value: str) -> str:
    """A learner_response of an interaction of this type (RTE 4.2.9.1)."""
    if kind in ("choice", "sequencing"):
        parts = value.split("[,]") if value else []
        return each(parts, short_id, 36, unique=kind == "choice")
    if kind == "matching":
        return each(value.split("[,]"), _pair, 36)
    if kind == "performance":
        return each(value.split("[,]"), _step, 250)
    if kind == "fill-in":
        return each(value.split("[,]"), localized(250), 10)
    return _simple(kind, value)


def _simple(kind: str, value: str) -> str:
    checks: dict[str, Check] = {
        "true-false": one_of("true", "false"),
        "likert": short_id,
        "numeric": real,
        "long-fill-in": localized(4000),
    }
    return checks.get(kind, text(4000))(value)


def _pair(value: str) -> str:
    sides = value.split("[.]")
    return each(sides, short_id, 2) if len(sides) == 2 else f"{value!r} is not a pair such as a[.]b"


def _step(value: str) -> str:
    name, dot, answer = value.partition("[.]")
    if not dot or not (name or answer):
        return f"{value!r} is not a step such as name[.]answer"
    return (name and short_id(name)) or text(250)(answer)


def pattern(kind: str, value: str) -> str:
    """A pattern of correct_responses (RTE 4.2.9.2); numeric is always ``min[:]max``."""
    if kind == "numeric":
        return _range(value)
    if kind in ("fill-in", "long-fill-in", "performance"):
        value = _FLAGS.sub("", value, count=1)
    return response(kind, value) if value else "an empty pattern"


def _range(value: str) -> str:
    low, colon, high = value.partition("[:]")
    if not colon:
        return f"{value!r} is not a range such as 3.1[:]3.2"
    if fault := (low and real(low)) or (high and real(high)):
        return fault
    backwards = low and high and float(low) > float(high)
    return f"{value!r} ends before it begins" if backwards else ""


def _read_only() -> dict[str, Element]:
    names = (
        "cmi._version cmi.comments_from_learner._children cmi.comments_from_learner._count"
        " cmi.comments_from_lms._children cmi.comments_from_lms._count"
        " cmi.comments_from_lms.n.comment cmi.comments_from_lms.n.location"
        " cmi.comments_from_lms.n.timestamp cmi.completion_threshold cmi.credit cmi.entry"
        " cmi.interactions._children cmi.interactions._count"
        " cmi.interactions.n.objectives._count cmi.interactions.n.correct_responses._count"
        " cmi.launch_data cmi.learner_id cmi.learner_name cmi.learner_preference._children"
        " cmi.max_time_allowed cmi.mode cmi.objectives._children cmi.objectives._count"
        " cmi.objectives.n.score._children cmi.scaled_passing_score cmi.score._children"
        " cmi.time_limit_action cmi.total_time adl.nav.request_valid.continue"
        " adl.nav.request_valid.previous"
    )
    return {name: Element("r", anything) for name in names.split()}


def _status() -> dict[str, Check]:
    found: dict[str, Check] = {}
    for owner in ("cmi", "cmi.objectives.n"):
        found[f"{owner}.completion_status"] = completion
        found[f"{owner}.success_status"] = success
        found[f"{owner}.progress_measure"] = number(0, 1, REAL)
        found[f"{owner}.score.scaled"] = number(-1, 1, REAL)
        found |= {f"{owner}.score.{part}": real for part in ("raw", "min", "max")}
    return found


def _interactions() -> dict[str, Check]:
    item = "cmi.interactions.n"
    return {
        f"{item}.id": identifier,
        f"{item}.type": interaction_type,
        f"{item}.objectives.n.id": identifier,
        f"{item}.timestamp": timestamp,
        f"{item}.correct_responses.n.pattern": anything,
        f"{item}.weighting": real,
        f"{item}.learner_response": anything,
        f"{item}.result": result,
        f"{item}.latency": duration,
        f"{item}.description": localized(250),
    }


def _others() -> dict[str, Check]:
    comment = "cmi.comments_from_learner.n"
    return {
        f"{comment}.comment": localized(4000),
        f"{comment}.location": text(250),
        f"{comment}.timestamp": timestamp,
        "cmi.learner_preference.audio_level": number(0, WIDE, REAL),
        "cmi.learner_preference.language": text(250),
        "cmi.learner_preference.delivery_speed": number(0, WIDE, REAL),
        "cmi.learner_preference.audio_captioning": one_of("-1", "0", "1"),
        "cmi.location": text(1000),
        "cmi.objectives.n.id": identifier,
        "cmi.objectives.n.description": localized(250),
        "cmi.suspend_data": text(64000),
        "adl.nav.request": anything,
    }


def _write_only() -> dict[str, Element]:
    exits = one_of("time-out", "suspend", "logout", "normal", "")
    return {
        "cmi.exit": Element("w", exits),
        "cmi.session_time": Element("w", duration),
    }


def _elements() -> dict[str, Element]:
    both = _status() | _interactions() | _others()
    written = {name: Element("rw", check) for name, check in both.items()}
    return _read_only() | written | _write_only()


SCORM2004 = Model(
    version="2004",
    api="SCORM 2004 RTE 3.1",
    data="SCORM 2004 RTE 4.2",
    functions=FUNCTIONS,
    elements=_elements(),
    names=Names(
        completion="cmi.completion_status",
        success="cmi.success_status",
        score="cmi.score",
        exit="cmi.exit",
        session_time="cmi.session_time",
        mode="cmi.mode",
        response="learner_response",
    ),
    response=response,
    pattern=pattern,
    patterns={
        "true-false": 1,
        "choice": 10,
        "fill-in": 5,
        "long-fill-in": 5,
        "matching": 5,
        "performance": 5,
        "sequencing": 5,
        "likert": 1,
        "numeric": 1,
        "other": 1,
    },
)
