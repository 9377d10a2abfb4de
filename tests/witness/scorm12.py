"""The run-time of SCORM 1.2: functions (RTE 3.3), data model and data types (RTE 3.4.4)."""

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
    number,
    one_of,
    shaped,
    text,
)

FUNCTIONS: Mapping[str, Kind] = {
    "LMSInitialize": "initialize",
    "LMSFinish": "finish",
    "LMSGetValue": "get",
    "LMSSetValue": "set",
    "LMSCommit": "commit",
    "LMSGetLastError": "error",
    "LMSGetErrorString": "error",
    "LMSGetDiagnostic": "error",
}

DIGITS = r"-?\d{1,3}(\.\d+)?"
STATUS = ("passed", "completed", "failed", "incomplete", "browsed")

identifier = shaped(r"[A-Za-z0-9_-]{1,255}", "a CMIIdentifier (letters, digits, _ and -)")
timespan = shaped(r"\d{2,4}:[0-5]\d:[0-5]\d(\.\d{1,2})?", "a CMITimespan HHHH:MM:SS.SS")
clock = shaped(r"([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,2})?", "a CMITime HH:MM:SS.SS")
score = number(0, 100, DIGITS)
decimal = number(-999, 999, DIGITS)
interaction_type = one_of(
    "true-false",
    "choice",
    "fill-in",
    "matching",
    "performance",
    "sequencing",
    "likert",
    "numeric",
)
result = either(one_of("correct", "wrong", "unanticipated", "neutral"), decimal)

_one = shaped(r"[0-9a-z]", "one character of 0-9 and a-z")
_pair = shaped(r"[0-9a-z]\.[0-9a-z]", "a pair such as 1.c")
_feedback = text(255)


def _list(value: str, check: Check, braces: bool) -> str:
    """Parts joined by a comma, in braces where their order is fixed (RTE 3.4.4, CMIFeedback)."""
    body = re.fullmatch(r"\{(.*)\}", value)
    if body and not braces:
        return "braces where no order is asked"
    return each((body[1] if body else value).split(","), check, 36, unique=True)


def response(kind: str, value: str) -> str:
    """A student_response of an interaction of this type (RTE 3.4.4, CMIFeedback)."""
    if fault := _feedback(value):
        return fault
    if kind == "true-false":
        return one_of("0", "1", "t", "f")(value)
    if kind == "choice":
        return _list(value, _one, braces=True) if value else ""
    if kind == "sequencing":
        return _list(value, _one, braces=False)
    if kind == "matching":
        return _list(value, _pair, braces=True)
    if kind == "numeric":
        return shaped(r"-?\d+(\.\d+)?", "one decimal")(value)
    return _one(value) if kind == "likert" else ""


def pattern(kind: str, value: str) -> str:
    """A pattern of correct_responses; it has the form of a response, and is never empty."""
    return response(kind, value) if value else "an empty pattern"


def _read_only() -> dict[str, Element]:
    names = (
        "cmi._version cmi.core._children cmi.core.student_id cmi.core.student_name"
        " cmi.core.credit cmi.core.entry cmi.core.score._children cmi.core.total_time"
        " cmi.core.lesson_mode cmi.launch_data cmi.comments_from_lms cmi.objectives._children"
        " cmi.objectives._count cmi.objectives.n.score._children cmi.student_data._children"
        " cmi.student_data.mastery_score cmi.student_data.max_time_allowed"
        " cmi.student_data.time_limit_action cmi.student_preference._children"
        " cmi.interactions._children cmi.interactions._count"
        " cmi.interactions.n.objectives._count cmi.interactions.n.correct_responses._count"
    )
    return {name: Element("r", anything) for name in names.split()}


def _written() -> dict[str, Element]:
    both: dict[str, Check] = {
        "cmi.core.lesson_location": text(255, ascii_only=True),
        "cmi.core.lesson_status": one_of(*STATUS),
        "cmi.suspend_data": text(4096, ascii_only=True),
        "cmi.comments": text(4096),
        "cmi.objectives.n.id": identifier,
        "cmi.objectives.n.status": one_of(*STATUS, "not attempted"),
        "cmi.student_preference.audio": shaped(r"-1|\d{1,2}|100", "-1 to 100"),
        "cmi.student_preference.language": text(255, ascii_only=True),
        "cmi.student_preference.speed": shaped(r"-?(\d{1,2}|100)", "-100 to 100"),
        "cmi.student_preference.text": one_of("-1", "0", "1"),
    }
    for part in ("raw", "min", "max"):
        both[f"cmi.core.score.{part}"] = score
        both[f"cmi.objectives.n.score.{part}"] = score
    return {name: Element("rw", check) for name, check in both.items()}


def _write_only() -> dict[str, Element]:
    item = "cmi.interactions.n"
    only: dict[str, Check] = {
        "cmi.core.exit": one_of("time-out", "suspend", "logout", ""),
        "cmi.core.session_time": timespan,
        f"{item}.id": identifier,
        f"{item}.objectives.n.id": identifier,
        f"{item}.time": clock,
        f"{item}.type": interaction_type,
        f"{item}.correct_responses.n.pattern": _feedback,
        f"{item}.weighting": number(-100, 100, DIGITS),
        f"{item}.student_response": _feedback,
        f"{item}.result": result,
        f"{item}.latency": timespan,
    }
    return {name: Element("w", check) for name, check in only.items()}


SCORM12 = Model(
    version="1.2",
    api="SCORM 1.2 RTE 3.3",
    data="SCORM 1.2 RTE 3.4.4",
    functions=FUNCTIONS,
    elements=_read_only() | _written() | _write_only(),
    names=Names(
        completion="cmi.core.lesson_status",
        success="cmi.core.lesson_status",
        score="cmi.core.score",
        exit="cmi.core.exit",
        session_time="cmi.core.session_time",
        mode="cmi.core.lesson_mode",
        response="student_response",
    ),
    response=response,
    pattern=pattern,
    patterns={"true-false": 1, "likert": 1},
)
