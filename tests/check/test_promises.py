"""Which modules prove a promise, and what is missing where none does."""

from dataclasses import replace

import pytest
from tests.courses import aligned, programme

from lessonkit.framework.load import builtin
from lessonkit.framework.model import Audience
from lessonkit.plan.promises import Promise, promises

T = "tt02-2025"


def _promised(covers: str, *modules: str, audience: str = "nguoi-dan") -> Promise:
    known = aligned(modules)
    names = ", ".join(known)
    text = f"audience: {audience}\nmodules: [{names}]\ncovers: [{covers}]\n"
    (promise,) = promises(programme(text), known, builtin())
    return promise


@pytest.mark.parametrize(
    ("covers", "modules", "proved_by"),
    [
        ("4.2@2", [f"a: {T}:4.2@2"], ("a",)),
        ("4.2@2", [f"a: {T}:4.2@3", f"b: {T}:4.2@2"], ("a", "b")),
        ("4.2@2", [f"a for nguoi-dan, cbccvc: {T}:4.2@2"], ("a",)),
        ("4@2", [f"a: {T}:4.1@1, {T}:4.2@2"], ("a",)),
        ("4@2", [f"a: {T}:4@2"], ("a",)),
        ("4.2", [f"a: {T}:4.2@1"], ("a",)),
    ],
)
def test_proved(covers: str, modules: list[str], proved_by: tuple[str, ...]) -> None:
    found = _promised(f"{T}:{covers}", *modules)
    assert (found.proved, found.proved_by, found.crosswalk) == (True, proved_by, ())


def test_the_objectives_that_prove_it_are_named_in_the_order_of_the_programme() -> None:
    found = _promised(f"{T}:4@2", f"a: {T}:4.2@2, {T}:4.1@1, {T}:4.1@3", f"b: {T}:4.1@2")
    assert [module for module, _ in found.proving] == ["a", "a", "b"]
    assert len(set(found.proving)) == 3


@pytest.mark.parametrize(
    ("covers", "modules", "why", "nearest"),
    [
        ("4.2@2", [f"a: {T}:4.1@2"], "absent", ""),
        ("4.2@2", [f"a: {T}:4@2"], "absent", ""),
        ("4.2@2", [f"a: {T}:4.2@1"], "lower", "a"),
        ("4.2@2", [f"a: {T}:4.2"], "lower", "a"),
        ("4@3", [f"a: {T}:4.1@1, {T}:4.2@2"], "lower", "a"),
        ("4.2@2", [f"a: {T}:4.2@2 untaught"], "not-taught", "a"),
        ("4.2@2", [f"a: {T}:4.2@2 unasked"], "not-assessed", "a"),
        ("4.2@2", [f"a: {T}:4.2@1", f"b: {T}:4.2@2 unasked"], "not-assessed", "b"),
        ("4.2@2", [f"a for cbccvc: {T}:4.2@2"], "other-audience", "a"),
        ("4.2@2", [f"a for cbccvc: {T}:4.2@2", f"b: {T}:4.2@1"], "lower", "b"),
        ("4.9@2", [f"a: {T}:4.2@2"], "unknown", ""),
        ("4.2@99", [f"a: {T}:4.2@2"], "unknown", ""),
    ],
)
def test_not_proved(covers: str, modules: list[str], why: str, nearest: str) -> None:
    found = _promised(f"{T}:{covers}", *modules)
    assert (found.partly, found.nearest, found.proved_by) == (why, nearest, ())


def test_a_framework_that_is_not_known() -> None:
    assert _promised("khong-co:1.1@1", f"a: {T}:4.2@2").partly == "unknown"


def test_a_module_out_of_the_programme_proves_nothing() -> None:
    known = aligned([f"a: {T}:4.1@2", f"b: {T}:4.2@2"])
    program = programme(f"modules: [a, khong-co]\ncovers: [{T}:4.2@2]\n")
    (found,) = promises(program, known, builtin())
    assert found.partly == "absent"


def test_the_module_is_for_a_wider_group() -> None:
    known = aligned([f"a for nguoi-dan: {T}:4.2@2"])
    program = programme(f"audience: nguoi-cao-tuoi\nmodules: [a]\ncovers: [{T}:4.2@2]\n")
    groups = {"nguoi-cao-tuoi": Audience("nguoi-cao-tuoi", {}, within="nguoi-dan")}
    (found,) = promises(program, known, builtin(), groups)
    assert found.proved
    (alone,) = promises(program, known, builtin(), {})
    assert alone.partly == "other-audience"


def test_what_a_group_is_kept_from_proves_nothing_for_it() -> None:
    known = aligned([f"a: {T}:4.2@2"])
    claim = replace(known["a"].claims[0], lacking=("nguoi-dan",))
    program = programme(f"modules: [a]\ncovers: [{T}:4.2@2]\n")
    (found,) = promises(program, {"a": replace(known["a"], claims=(claim,))}, builtin())
    assert found.partly == "other-audience"


def test_a_skill_that_another_framework_has_too_is_proved_by_crosswalk() -> None:
    frameworks = builtin()
    match = frameworks[T].matches
    if not any(one.relation == "exactMatchOf" for one in match):
        pytest.skip("the data have no exact match")
    one = next(one for one in match if one.relation == "exactMatchOf" and one.code)
    levels = frameworks[T].level_matches.get(one.framework, {})
    here, there = next(iter(levels.items()))
    found = _promised(f"{T}:{one.origin}@{here}", f"a: {one.framework}:{one.code}@{there}")
    assert (found.proved_by, found.crosswalk) == (("a",), ("a",))
    back = _promised(f"{one.framework}:{one.code}@{there}", f"a: {T}:{one.origin}@{here}")
    assert back.crosswalk == ("a",)
