"""Each requirement that the pretend platform checks is shown to fail once, and to hold."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.inspect.au import CATEGORY, EXTENSION, Hand, Thing, changed, dumped

from lessonkit.inspect.lrs.breach import sentences
from lessonkit.inspect.lrs.launch import Launch

CASES = Path(__file__).parents[1] / "cases" / "lrs.yml"
BREACHES: list[dict[str, Any]] = yaml.safe_load(CASES.read_text("utf-8"))
BEFORE = ["fetch", "read", "prefer", "initialized"]
LEVELS = {"must": {"must"}, "should": {"should"}, "both": {"must", "should"}}


def short(value: Any, hand: Hand) -> Any:
    """Names of cmi5 and of the launch written out."""
    if isinstance(value, str):
        for name, whole in _words(hand).items():
            value = value.replace(f"${name}", whole)
    elif isinstance(value, list):
        return [short(one, hand) for one in value]
    elif isinstance(value, dict):
        return {short(name, hand): short(one, hand) for name, one in value.items()}
    return value


def _words(hand: Hand) -> dict[str, str]:
    session = hand.platform.records.sessions[-1]
    return {
        "category": CATEGORY,
        "extension": EXTENSION,
        "progress": "https://w3id.org/xapi/cmi5/result/extensions/progress",
        "session": session.keys.session,
        "activity": session.keys.activity,
        "token": session.token,
        "actor": hand.parameters["actor"],
    }


def do(hand: Hand, step: Any) -> None:
    """A step by its name, a verb, a changed statement, or a request."""
    if step in ("fetch", "read", "prefer", "relaunch"):
        getattr(hand, step)()
    elif isinstance(step, str):
        hand.send(hand.statement(step))
    elif "send" in step:
        whole = hand.statement(step["send"])
        for path, value in step.get("with", {}).items():
            changed(whole, short(path, hand), short(value, hand))
        hand.send(*[whole] * step.get("times", 1))
    elif "ask" in step:
        ask(hand, step)
    else:
        method, path = step["url"].split()
        hand.ask(method, path, {"session": hand.parameters["fetch"].rpartition("=")[2]})


def ask(hand: Hand, step: Any) -> None:
    """A request of any kind; a state's owner is named unless it is said otherwise."""
    method, path = step["ask"].split()
    own = {name: text(one, hand) for name, one in step.get("query", {}).items()}
    state = hand.owner() if path == "activities/state" else {}
    known = {name: one for name, one in (state | own).items() if one != "∅"}
    headers = short(step.get("headers", {}), hand)
    hand.ask(method, f"xapi/{path}", known, step.get("body", "").encode(), headers)


def text(value: Any, hand: Hand) -> str:
    """A parameter; objects as JSON."""
    return short(value, hand) if isinstance(value, str) else json.dumps(value)


def played(case: dict[str, Any]) -> Hand:
    """All of a case."""
    launch = Launch(**case.get("launch", {}))
    hand = Hand.launched(launch, case.get("kind", "cmi5"), Thing(**case.get("thing", {})))
    if case.get("kind") == "xapi":
        hand.token = hand.parameters["auth"].removeprefix("Basic ")
    else:
        for step in case.get("before", BEFORE):
            do(hand, step)
    for step in case["does"]:
        do(hand, step)
    if case.get("leaves"):
        session = hand.platform.records.sessions[0]
        hand.platform.leave(session, by_button=case["leaves"] == "button")
    return hand


@pytest.mark.parametrize("case", BREACHES, ids=lambda case: f"{case['rule']} {case['name']}")
def test_exactly_that_breach(case: dict[str, Any]) -> None:
    hand = played(case)
    found = hand.platform.breaches()
    rules = case["rule"] if isinstance(case["rule"], list) else [case["rule"]]
    assert [one.rule for one in found] == rules, [str(one) for one in found]
    assert {one.level for one in found} == LEVELS[case.get("level", "must")]
    if "status" in case:
        assert hand.reply.status == case["status"]


def test_every_rule_is_shown_to_fail() -> None:
    listed = (one["rule"] for one in BREACHES)
    shown = {it for one in listed for it in ([one] if isinstance(one, str) else one)}
    assert shown == set(sentences("en")) == set(sentences("vi"))


@pytest.mark.parametrize("mode", ["Normal", "Browse", "Review"])
def test_what_is_right_is_taken(mode: Any) -> None:
    hand = Hand.launched(Launch(mode, return_url="http://lms.example/return"))
    verbs = ["initialized", *(["answered", "completed", "passed"] if mode == "Normal" else [])]
    for step in ["fetch", "read", "prefer", *verbs, "terminated"]:
        do(hand, step)
        assert hand.reply.status in (200, 404)
    assert [str(one) for one in hand.platform.breaches()] == []
    session = hand.platform.records.sessions[0]
    assert hand.platform.leave(session) == []
    assert hand.platform.verdict(session).satisfied is (mode == "Normal")


@pytest.mark.parametrize(
    ("old", "new"), [("", ""), ("true", "NaN"), ("}", ""), ("result", "actor")]
)
def test_a_body_is_strict_json(old: str, new: str) -> None:
    hand = Hand.launched(Launch())
    for step in BEFORE:
        do(hand, step)
    whole = dumped(hand.statement("answered"))
    body = whole.replace(old.encode(), new.encode()) if old else b""
    assert hand.ask("POST", "xapi/statements", body=body).status == 400
    assert hand.ask("POST", "xapi/statements", body=whole).status == 200
