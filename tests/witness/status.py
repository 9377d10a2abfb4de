"""What status, score and the end of a session mean, beyond the form of single values."""

from collections.abc import Iterator, Mapping, Sequence

from tests.witness.model import Model
from tests.witness.steps import Step, fault

PATIENCE = 2000
"""Milliseconds within which a change of status is committed."""

SCORED = {"passed", "failed"}
OURS = "lessonkit, design"


def meaning(
    found: Sequence[Step], model: Model, prior: Mapping[str, str], mode: str, closed: bool
) -> Iterator[str]:
    """Faults of a session that was initialised."""
    mode = mode or _asked(found, model.names.mode) or "normal"
    writes = [one for one in found if one.kind == "set"]
    if mode in ("browse", "review"):
        yield from (fault(f"{mode}-mode", one, "writes in this mode", model.data) for one in writes)
        return
    known = _read(found) | dict(prior)
    yield from _changes(writes, model, known)
    yield from _score_first(found, model)
    yield from _committed(found, model)
    if closed and any(one.kind == "initialize" and one.done for one in found):
        yield from _at_end(found, model, known)


def _asked(found: Sequence[Step], element: str) -> str:
    answers = [one.result for one in found if one.kind == "get" and one.element == element]
    return answers[0] if answers else ""


def _read(found: Sequence[Step]) -> dict[str, str]:
    """What the content was told before it wrote the same element."""
    known: dict[str, str] = {}
    written: set[str] = set()
    for step in found:
        if step.kind == "set":
            written.add(step.element)
        elif step.kind == "get" and step.done and step.element not in written and step.result:
            known.setdefault(step.element, step.result)
    return known


def _changes(writes: Sequence[Step], model: Model, known: Mapping[str, str]) -> Iterator[str]:
    """Passed, failed and completed are never taken back (SCORM 2004 RTE 4.2.4 and 4.2.22)."""
    for element in dict.fromkeys((model.names.completion, model.names.success)):
        now = known.get(element, "")
        for step in (one for one in writes if one.element == element):
            yield from _taken_back(step, now, model)
            if step.value == "browsed":
                yield fault("browsed", step, "outside the mode browse", model.data)
            now = step.value


def _taken_back(step: Step, old: str, model: Model) -> Iterator[str]:
    if old == step.value:
        return
    if old == "passed":
        yield fault("passed-taken-back", step, f"{step.value!r} after 'passed'", OURS)
    elif old == "failed":
        yield fault("failed-taken-back", step, f"{step.value!r} after the last attempt", OURS)
    elif old == "completed" and step.value != "passed":
        yield fault("completion-taken-back", step, f"{step.value!r} after 'completed'", OURS)
    elif old == "incomplete" and step.value in ("not attempted", "unknown"):
        yield fault("completion-taken-back", step, f"{step.value!r} after 'incomplete'", model.data)


def _is_status(step: Step, model: Model) -> bool:
    names = (model.names.completion, model.names.success)
    return step.kind == "set" and step.element in names


def _groups(found: Sequence[Step]) -> list[list[Step]]:
    """Writes between one commit and the next."""
    groups: list[list[Step]] = [[]]
    for step in found:
        if step.kind in ("commit", "finish"):
            groups.append([])
        elif step.kind == "set":
            groups[-1].append(step)
    return groups


def _score_first(found: Sequence[Step], model: Model) -> Iterator[str]:
    """Score before status: a platform may read the grade when the status arrives."""
    for group in _groups(found):
        seen = False
        for step in group:
            seen = seen or _is_status(step, model)
            if seen and step.element.startswith(f"{model.names.score}."):
                yield fault("score-after-status", step, "the status was written before", OURS)


def _committed(found: Sequence[Step], model: Model) -> Iterator[str]:
    """A change of status, a score and an answer are committed, not left to the end."""
    waiting: list[Step] = []
    for step in found:
        if _is_status(step, model) or step.element.startswith(
            (f"{model.names.score}.", "cmi.interactions.", "cmi.objectives.")
        ):
            waiting += [step] if step.kind == "set" else []
        elif step.kind == "commit":
            yield from _late(waiting, step, model)
            waiting = []
    for step in waiting:
        yield fault("uncommitted", step, "no Commit follows before the end", OURS)


def _late(waiting: Sequence[Step], commit: Step, model: Model) -> Iterator[str]:
    for step in waiting:
        if step.time is None or commit.time is None or not _is_status(step, model):
            continue
        if commit.time - step.time > PATIENCE:
            late = f"committed {commit.time - step.time:g} ms later"
            yield fault("late-commit", step, late, OURS)


def _at_end(found: Sequence[Step], model: Model, known: Mapping[str, str]) -> Iterator[str]:
    last = dict(known)
    finish = next((one for one in found if one.kind == "finish"), None)
    before = found[: found.index(finish)] if finish else found
    session = {one.element: one.value for one in before if one.kind == "set"}
    last |= session
    yield from _left_out(session, last, model)
    yield from _score(last, model)
    yield from _agreement(last, model)
    yield from _exit(found, model)


def _left_out(session: Mapping[str, str], last: Mapping[str, str], model: Model) -> Iterator[str]:
    if model.names.session_time not in session:
        yield f"no-session-time: {model.names.session_time} was not set ({model.data})"
    if model.names.exit not in session:
        yield f"no-exit: {model.names.exit} was not set, so nothing resumes ({model.data})"
    if last.get(model.names.completion, "") in ("", "not attempted", "unknown"):
        yield f"no-status: {model.names.completion} was not set ({model.data})"


def _exit(found: Sequence[Step], model: Model) -> Iterator[str]:
    for step in (one for one in found if one.kind == "set" and one.element == model.names.exit):
        if step.value not in ("suspend", ""):
            yield fault("exit", step, f"{step.value!r} would lose what is kept", model.data)


def _score(last: Mapping[str, str], model: Model) -> Iterator[str]:
    """A score is 0 to 100 with its bounds, and agrees with ``scaled``."""
    name = model.names.score
    texts = {part: last.get(f"{name}.{part}", "") for part in ("raw", "min", "max", "scaled")}
    parts = {part: _float(value) for part, value in texts.items() if value != ""}
    if not parts:
        return
    wanted = ("raw", "min", "max", "scaled") if model.version == "2004" else ("raw", "min", "max")
    if missing := [part for part in wanted if part not in parts]:
        yield f"score-parts: {name} lacks {', '.join(missing)} ({model.data})"
        return
    if parts["min"] != 0 or parts["max"] != 100:
        yield f"score-bounds: {name} has min {parts['min']:g}, max {parts['max']:g} ({OURS})"
    if not parts["min"] <= parts["raw"] <= parts["max"]:
        yield f"score-range: {name}.raw {parts['raw']:g} is outside its bounds ({model.data})"
    if "scaled" in parts and abs(parts["scaled"] - parts["raw"] / 100) > 0.0051:
        yield f"score-scaled: {name}.scaled {parts['scaled']:g}, raw {parts['raw']:g} ({OURS})"


def _float(value: str) -> float:
    try:
        return float(value)
    except ValueError:
        return float("nan")


def _agreement(last: Mapping[str, str], model: Model) -> Iterator[str]:
    completion, success = (
        last.get(name, "") for name in (model.names.completion, model.names.success)
    )
    if success in SCORED and f"{model.names.score}.raw" not in last:
        yield f"status-without-score: {success!r} without a score ({OURS})"
    if model.version == "2004" and success == "passed" and completion != "completed":
        yield f"passed-not-completed: completion is {completion!r} ({OURS})"
