"""Elements and values: what may be read and written, and in which form.

Clauses: SCORM 1.2 RTE 3.4.4; SCORM 2004 RTE 4.1.1 (types, arrays) and 4.2 (elements).
"""

from collections.abc import Iterator, Mapping, Sequence

from tests.witness.model import Model, indexed, normal
from tests.witness.steps import Step, fault

MOST = {"cmi.interactions": 250, "cmi.objectives": 100}
NEEDS_TYPE = ("correct_responses", "student_response", "learner_response")


class Arrays:
    """The arrays of a session as they grow; ``prior`` is what the platform kept before."""

    def __init__(self, prior: Mapping[str, str]) -> None:
        self.values = {name: value for name, value in prior.items() if indexed(name)}

    def count(self, array: str) -> int:
        """How many entries an array has: its indexes are 0 to n-1."""
        start = f"{array}."
        found = {name[len(start) :].split(".")[0] for name in self.values if name.startswith(start)}
        return len(found)

    def told(self, array: str, count: int) -> None:
        """The platform says how many entries there are; unknown ones are taken as complete."""
        for n in range(self.count(array), count):
            self.values[f"{array}.{n}.id"] = f"kept-{n}"


def values(found: Sequence[Step], model: Model, prior: Mapping[str, str]) -> Iterator[str]:
    """Faults of elements, arrays and values."""
    arrays = Arrays(prior)
    for step in found:
        if step.kind in ("get", "set"):
            yield from _access(step, model)
        if step.kind == "get" and step.element.endswith("._count") and step.result.isdigit():
            arrays.told(step.element.removesuffix("._count"), int(step.result))
        if step.kind == "set":
            yield from _order(step, arrays, model)
            yield from _unique(step, arrays, model)
            yield from _format(step, arrays, model)
            arrays.values[step.element] = step.value


def _access(step: Step, model: Model) -> Iterator[str]:
    element = model.elements.get(normal(step.element))
    if element is None:
        yield fault("element", step, "no such element", model.data)
    elif step.kind == "set" and "w" not in element.access:
        yield fault("read-only", step, "may only be read", model.data)
    elif step.kind == "get" and "r" not in element.access:
        yield fault("write-only", step, "may only be written", model.data)
    if step.kind == "set" and step.element.startswith("adl.nav.request"):
        yield fault("navigation", step, "content asks for no navigation", "SCORM 2004 SN 5.6")


def _order(step: Step, arrays: Arrays, model: Model) -> Iterator[str]:
    """Indexes without gaps; the id first; the type before what depends on it."""
    for array, index in indexed(step.element):
        count = arrays.count(array)
        if index > count:
            yield fault("array-gap", step, f"{array} has {count} entries", model.data)
        entry = f"{array}.{index}"
        keyed = f"{normal(array + '.0.')}id" in model.elements
        if keyed and step.element != f"{entry}.id" and f"{entry}.id" not in arrays.values:
            yield fault("id-first", step, f"{entry}.id is not yet set", model.data)
    array, index = (indexed(step.element) or [("", 0)])[0]
    most = MOST.get(array, index + 1)
    if index >= most:
        yield fault("too-many", step, f"a platform must keep {most} only", model.data)
    if _part(step.element) in NEEDS_TYPE and not _type(step.element, arrays):
        yield fault("type-first", step, "the type is not yet set", model.data)


def _part(element: str) -> str:
    """``cmi.interactions.0.result`` → ``result``."""
    parts = element.split(".")
    return parts[3] if element.startswith("cmi.interactions.") and len(parts) > 3 else ""


def _type(element: str, arrays: Arrays) -> str:
    entry = ".".join(element.split(".")[:3])
    return arrays.values.get(f"{entry}.type", "")


def _unique(step: Step, arrays: Arrays, model: Model) -> Iterator[str]:
    """Ids of objectives, and patterns of one interaction, differ from each other."""
    shape = normal(step.element)
    if shape not in (
        "cmi.objectives.n.id",
        "cmi.interactions.n.objectives.n.id",
        "cmi.interactions.n.correct_responses.n.pattern",
    ):
        return
    start, tail = indexed(step.element)[-1][0] + ".", step.element.rpartition(".")[2]
    same = (
        name
        for name, value in arrays.values.items()
        if value == step.value and name != step.element
        if name.startswith(start) and name.endswith(tail)
    )
    if other := next(same, ""):
        yield fault("duplicate", step, f"the same as {other}", model.data)
    old = arrays.values.get(step.element, step.value)
    if shape == "cmi.objectives.n.id" and step.value != old:
        yield fault("id-changed", step, f"was {old!r}", model.data)


def _format(step: Step, arrays: Arrays, model: Model) -> Iterator[str]:
    element = model.elements.get(normal(step.element))
    if element is None:
        return
    why = element.check(step.value)
    kind = _type(step.element, arrays)
    part = _part(step.element)
    if not why and kind and part == model.names.response:
        why = model.response(kind, step.value)
    if not why and kind and part == "correct_responses":
        why = model.pattern(kind, step.value)
        most = model.patterns.get(kind, 99)
        if indexed(step.element)[-1][1] >= most:
            yield fault("patterns", step, f"{kind} has at most {most} patterns", model.data)
    if why:
        yield fault("value", step, why, model.data)
