"""Recorded calls, read: what each one was, and whether the platform accepted it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NotRequired, TypedDict

from tests.witness.model import Kind, Model


class Call(TypedDict):
    """One call as the test LMS records it."""

    fn: str
    args: list[Any]
    result: Any
    error: str
    time: NotRequired[float]
    session: NotRequired[int]
    thrown: NotRequired[bool]
    forced: NotRequired[bool]


@dataclass(frozen=True, slots=True)
class Step:
    """A call of a known function; ``element`` and ``value`` are "" where it has none."""

    number: int
    fn: str
    kind: Kind
    args: tuple[Any, ...]
    element: str
    value: str
    result: str
    error: str
    time: float | None
    simulated: bool

    @property
    def done(self) -> bool:
        """Whether the platform said yes, or for a read: whether it answered."""
        if self.kind == "get":
            return not self.simulated and self.error in ("", "0")
        return self.result in ("true", "1")


def steps(calls: Sequence[Call], model: Model) -> list[Step]:
    """The calls of known functions; others are left to ``protocol``."""
    known = enumerate(calls, 1)
    return [_step(n, call, model) for n, call in known if call["fn"] in model.functions]


def _step(number: int, call: Call, model: Model) -> Step:
    kind = model.functions[call["fn"]]
    args = tuple(call["args"])
    has_element = kind in ("get", "set") and args
    return Step(
        number=number,
        fn=call["fn"],
        kind=kind,
        args=args,
        element=str(args[0]) if has_element else "",
        value=str(args[1]) if kind == "set" and len(args) > 1 else "",
        result=_answer(call["result"]),
        error=str(call.get("error", "")),
        time=call.get("time"),
        simulated=bool(call.get("thrown") or call.get("forced")),
    )


def _answer(result: Any) -> str:
    if result is None:
        return ""
    return str(result).lower() if isinstance(result, bool) else str(result)


def fault(rule: str, step: Step, why: str, clause: str) -> str:
    """One fault as a sentence that begins with the name of its rule."""
    where = f"{step.fn}({step.element})" if step.element else step.fn
    return f"{rule}: call {step.number} {where}: {why} ({clause})"
