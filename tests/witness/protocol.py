"""The order and the form of calls (SCORM 1.2 RTE 3.3, SCORM 2004 RTE 3.1)."""

from collections.abc import Iterator, Sequence

from tests.witness.model import Model
from tests.witness.steps import Call, Step, fault

ARGUMENTS = {"initialize": 1, "finish": 1, "commit": 1, "get": 1, "set": 2}
UNSET = ("403",)


def protocol(
    calls: Sequence[Call], found: Sequence[Step], model: Model, closed: bool
) -> Iterator[str]:
    """Faults of order, of arguments and of answers."""
    yield from _unknown(calls, model)
    for step in found:
        yield from _arguments(step, model)
        yield from _refused(step, model)
    yield from _order(found, model)
    if closed:
        yield from _ends(found, model)


def _unknown(calls: Sequence[Call], model: Model) -> Iterator[str]:
    for n, call in enumerate(calls, 1):
        if call["fn"] not in model.functions:
            yield f"function: call {n} {call['fn']} is not in the API ({model.api})"


def _arguments(step: Step, model: Model) -> Iterator[str]:
    wanted = ARGUMENTS.get(step.kind)
    if wanted is not None and len(step.args) != wanted:
        yield fault("arguments", step, f"{len(step.args)} arguments, {wanted} wanted", model.api)
    if any(not isinstance(one, str) for one in step.args):
        yield fault("arguments", step, f"{list(step.args)!r} are not all strings", model.api)
    elif step.kind in ("initialize", "finish", "commit") and step.args != ("",):
        yield fault("arguments", step, 'the argument is not ""', model.api)


def _refused(step: Step, model: Model) -> Iterator[str]:
    """An answer that says no, unless the test asked the LMS to say so."""
    if step.simulated or step.kind == "error" or step.done:
        return
    if step.kind == "get" and step.error in UNSET:
        return
    yield fault("refused", step, f"answered {step.result!r}, error {step.error}", model.api)


def _order(found: Sequence[Step], model: Model) -> Iterator[str]:
    """Initialize first and once, nothing after the end but questions about errors."""
    running = ended = False
    for step in (one for one in found if one.kind != "error"):
        if ended:
            yield fault("after-end", step, "the session has ended", model.api)
        elif step.kind == "initialize":
            if running:
                yield fault("initialize-again", step, "already initialised", model.api)
            running = running or step.done
        elif not running:
            yield fault("not-initialised", step, "before a successful Initialize", model.api)
        elif step.kind == "finish":
            ended = step.done


def _ends(found: Sequence[Step], model: Model) -> Iterator[str]:
    started = [one for one in found if one.kind == "initialize" and one.done]
    if not any(one.kind == "initialize" for one in found):
        yield f"silent: Initialize was never called ({model.api})"
    elif started and not any(one.kind == "finish" for one in found):
        yield f"unfinished: the session was never ended ({model.api})"
