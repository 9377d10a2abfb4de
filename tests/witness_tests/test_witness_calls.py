"""The checker of API calls passes a good launch and sees every kind of fault."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.witness.calls import MODELS, Call, Verdict, check, check_launches, verdict
from tests.witness.model import Kind, normal

CASES = Path(__file__).parents[1] / "cases" / "witness"
TABLE = yaml.safe_load((CASES / "calls.yml").read_text(encoding="utf-8"))
VALUES = yaml.safe_load((CASES / "values.yml").read_text(encoding="utf-8"))
WORDS: dict[str, Kind] = {
    "init": "initialize",
    "get": "get",
    "set": "set",
    "commit": "commit",
    "finish": "finish",
}


def long(value: str) -> str:
    """``@n`` is n letters."""
    return "a" * int(value[1:]) if re.fullmatch(r"@\d+", value) else value


def calls_of(script: str, version: str) -> list[Call]:
    """The calls that a script of a table stands for."""
    names = {kind: fn for fn, kind in MODELS[version].functions.items()}
    clock, calls = 0, list[Call]()
    for line in script.splitlines():
        word, _, rest = line.removeprefix("refused ").partition(" ")
        if word == "wait":
            clock += int(rest)
            continue
        if word == "call":
            calls.append({"fn": rest, "args": [], "result": "true", "error": "0", "time": clock})
            continue
        refused = line.startswith("refused ")
        calls.append(_call(names[WORDS[word]], word, rest, clock, refused=refused))
    return calls


def _call(fn: str, word: str, rest: str, clock: int, *, refused: bool) -> Call:
    element, _, value = rest.partition(" =")
    value = value.removeprefix(" ")
    args = {"get": [element], "set": [element, long(value)]}.get(word, [""])
    result = value if word == "get" else "true"
    if refused:
        result = "false"
    error = "101" if refused else "0"
    return {"fn": fn, "args": args, "result": result, "error": error, "time": clock}


def changed(script: str, change: dict[str, str]) -> str:
    """A script with some of its lines replaced, each at its last occurrence."""
    lines = script.splitlines()
    for old, new in change.items():
        at = len(lines) - 1 - lines[::-1].index(old)
        lines[at : at + 1] = new.splitlines()
    return "\n".join(lines)


def rules(faults: list[str]) -> list[str]:
    """The names of the rules, each once, in alphabetical order."""
    return sorted({one.partition(":")[0] for one in faults})


def _cases() -> list[Any]:
    found = []
    for case in TABLE["cases"]:
        versions = ["1.2", "2004"] if case["version"] == "both" else [case["version"]]
        found += [pytest.param(case, v, id=f"{v}: {case['name']}") for v in versions]
    return found


def _values(table: dict[str, Any]) -> list[Any]:
    return [
        pytest.param(version, name, long(value), good, id=f"{version} {name} {value!r:.40}")
        for version, elements in table.items()
        for name, both in elements.items()
        for good, given in ((True, both["good"]), (False, both["bad"]))
        for value in given
    ]


@pytest.mark.parametrize("version", ["1.2", "2004"])
def test_a_good_launch_has_no_fault(version: str) -> None:
    assert check(calls_of(TABLE["good"][version], version), version) == []


@pytest.mark.parametrize(("case", "version"), _cases())
def test_a_change_for_the_worse_is_seen(case: dict[str, Any], version: str) -> None:
    script = changed(TABLE["good"][version], case.get("change", {}))
    found = check(
        calls_of(script, version), version, prior=case.get("prior"), mode=case.get("mode", "")
    )
    assert rules(found) == sorted(case["faults"]), found


@pytest.mark.parametrize(("version", "element", "value", "good"), _values(VALUES["elements"]))
def test_value_of_an_element(version: str, element: str, value: str, good: bool) -> None:
    why = MODELS[version].elements[normal(element)].check(value)
    assert (why == "") is good, why


@pytest.mark.parametrize(("version", "kind", "value", "good"), _values(VALUES["responses"]))
def test_response_of_a_question(version: str, kind: str, value: str, good: bool) -> None:
    why = MODELS[version].response(kind, value)
    assert (why == "") is good, why


@pytest.mark.parametrize(("version", "kind", "value", "good"), _values(VALUES["patterns"]))
def test_pattern_of_a_question(version: str, kind: str, value: str, good: bool) -> None:
    why = MODELS[version].pattern(kind, value)
    assert (why == "") is good, why


def test_numbers_and_missing_arguments_are_faults() -> None:
    calls = calls_of(TABLE["good"]["1.2"], "1.2")
    calls[0]["args"] = []
    calls[3]["args"] = ["cmi.core.exit", 1]
    assert rules(check(calls, "1.2")) == ["arguments", "exit", "value"]


@pytest.mark.parametrize("version", ["1.2", "2004"])
def test_an_empty_record_is_a_fault(version: str) -> None:
    assert rules(check([], version)) == ["silent"]


def test_a_refusal_that_the_test_asked_for_is_no_fault() -> None:
    calls = calls_of(TABLE["good"]["1.2"], "1.2")
    calls[17]["result"], calls[17]["error"], calls[17]["forced"] = "false", "405", True
    assert check(calls, "1.2") == []


def test_a_value_that_is_not_yet_set_may_be_read_in_2004() -> None:
    script = changed(
        TABLE["good"]["2004"],
        {"get cmi.mode = normal": "get cmi.mode = normal\nget cmi.location ="},
    )
    calls = calls_of(script, "2004")
    calls[2]["result"], calls[2]["error"] = "", "403"
    assert check(calls, "2004") == []


@pytest.mark.parametrize("version", ["1.2", "2004"])
def test_versions_agree_on_the_verdict(version: str) -> None:
    found = verdict(calls_of(TABLE["good"][version], version), version)
    assert (found.completion, found.success, found.raw, found.scaled) == (
        "completed",
        "passed",
        80.0,
        0.8,
    )
    assert (found.resumes, found.suspend_data, found.seconds) == (True, "v1", 62.0)
    assert [(one.id, one.result) for one in found.answers] == [("q1", "incorrect")]


def test_what_was_not_committed_is_not_kept() -> None:
    script = TABLE["good"]["1.2"].rpartition("commit")[0].rstrip()
    found = verdict(calls_of(script, "1.2"), "1.2")
    assert found == Verdict("incomplete", "unknown", None, None, "", True, 0.0, ())


def test_a_second_launch_is_held_against_the_first() -> None:
    first = calls_of(TABLE["good"]["1.2"], "1.2")
    second = calls_of(
        "init\nset cmi.core.exit = suspend\nset cmi.core.lesson_status = incomplete\ncommit\n"
        "set cmi.core.session_time = 00:00:01\nfinish",
        "1.2",
    )
    assert rules(check_launches([first, second], "1.2")) == ["passed-taken-back"]


def test_a_new_attempt_of_2004_starts_afresh() -> None:
    ended = {"set cmi.exit = suspend": "set cmi.exit = "}
    first = calls_of(changed(TABLE["good"]["2004"], ended), "2004")
    second = calls_of(TABLE["good"]["2004"], "2004")
    assert check_launches([first, second], "2004") == []
    assert rules(check_launches([second, second], "2004")) == ["completion-taken-back"]
