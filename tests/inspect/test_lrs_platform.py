"""What the pretend platform keeps and judges, and what it does when it is told to fail."""

import json
import socket
import urllib.request
from http.client import HTTPConnection
from typing import Any

import pytest
from tests.inspect.au import Hand, Thing
from tests.witness.store_server import PlatformServer

from lessonkit.inspect.lrs.exchange import Request
from lessonkit.inspect.lrs.hostile import STATES, launch
from lessonkit.inspect.lrs.launch import Launch
from lessonkit.inspect.lrs.platform import Platform
from lessonkit.inspect.lrs.session import verb_of
from lessonkit.inspect.lrs.switches import Trouble

STATE = "xapi/activities/state"


def begun(given: Launch | None = None, thing: Thing | None = None) -> Hand:
    """A session after Initialized."""
    hand = Hand.launched(given or Launch(), thing=thing)
    hand.fetch()
    hand.read()
    hand.prefer()
    assert hand.send(hand.statement("initialized")).status == 200
    return hand


def told(hand: Hand) -> list[str]:
    """Verbs that stand in the registration, the platform's own among them."""
    (enrolled,) = hand.platform.records.registrations.values()
    return [verb_of(one).rpartition("/")[2] for one in enrolled.statements]


@pytest.mark.parametrize(
    ("move_on", "verbs", "satisfied"),
    [
        ("NotApplicable", [], True),
        ("Passed", ["completed"], False),
        ("Passed", ["passed"], True),
        ("Passed", ["failed"], False),
        ("Completed", ["passed"], False),
        ("Completed", ["completed", "failed"], True),
        ("CompletedAndPassed", ["completed"], False),
        ("CompletedAndPassed", ["passed"], False),
        ("CompletedAndPassed", ["passed", "completed"], True),
        ("CompletedOrPassed", [], False),
        ("CompletedOrPassed", ["passed"], True),
        ("CompletedOrPassed", ["completed"], True),
    ],
)
def test_move_on(move_on: str, verbs: list[str], satisfied: bool) -> None:
    hand = begun(Launch(move_on=move_on))
    for verb in verbs:
        hand.send(hand.statement(verb))
    found = hand.platform.verdict(hand.platform.records.sessions[0])
    assert found.satisfied is satisfied
    assert (found.completed, found.passed) == ("completed" in verbs, "passed" in verbs)
    assert ("satisfied" in told(hand)) is satisfied
    assert told(hand).count("satisfied") <= 1


def test_a_course_of_several_units_is_satisfied_by_all() -> None:
    hand = begun(thing=Thing(move_on="Completed"))
    hand.platform.units = (Thing(move_on="Completed"), Thing(id="a:other", move_on="Passed"))
    hand.send(hand.statement("completed"))
    assert "satisfied" not in told(hand)
    assert hand.platform.verdict(hand.platform.records.sessions[0]).satisfied


def test_score_and_progress() -> None:
    hand = begun()
    whole = hand.statement("progressed")
    progress = "https://w3id.org/xapi/cmi5/result/extensions/progress"
    whole["result"] = {"extensions": {progress: 40}}
    hand.send(whole)
    session = hand.platform.records.sessions[0]
    assert hand.platform.verdict(session).progress == 40
    hand.send(hand.statement("failed"))
    hand.relaunch()
    hand.send(hand.statement("passed"), hand.statement("completed"))
    found = hand.platform.verdict(hand.platform.records.sessions[1])
    assert (found.success, found.scaled, found.progress) == ("passed", 0.9, 100)


def test_a_second_session_abandons_the_first() -> None:
    hand = begun()
    old = hand.token
    hand.relaunch()
    assert told(hand) == ["launched", "initialized", "abandoned", "launched", "initialized"]
    new, hand.token = hand.token, old
    assert hand.send(hand.statement("completed")).status == 401
    assert hand.platform.log[-1].pretended == "abandoned"
    hand.token = new
    assert hand.send(hand.statement("completed")).status == 200
    hand.send(hand.statement("terminated"))
    hand.relaunch()
    assert told(hand).count("abandoned") == 1


def test_the_same_statement_may_come_again() -> None:
    hand = begun()
    whole = hand.statement("completed")
    assert [hand.send(whole).status for _ in range(2)] == [200, 200]
    hand.send(hand.statement("terminated"))
    assert hand.send(whole).status == 200
    hand.platform.switches.conflicts = True
    assert hand.send(whole).status == 409
    assert told(hand).count("completed") == 1
    assert hand.platform.breaches() == []


def test_a_batch_is_taken_whole_or_not_at_all() -> None:
    hand = begun()
    first, second = hand.statement("completed"), hand.statement("passed")
    del second["result"]["duration"]
    assert hand.send(first, second).status == 403
    assert told(hand) == ["launched", "initialized"]
    second["result"]["duration"] = "PT1S"
    assert hand.send(first, second, hand.statement("terminated")).status == 200
    assert told(hand)[2:] == ["completed", "passed", "terminated", "satisfied"]


def test_after_terminated_documents_arrive_for_a_while() -> None:
    hand = begun()
    hand.send(hand.statement("terminated"))
    place = hand.owner() | {"stateId": "a"}
    assert hand.ask("PUT", STATE, place, {}).status == 204
    hand.clock.now += 10
    assert hand.ask("PUT", STATE, place, {"a": 1}).status == 401
    assert hand.platform.breaches() == []


def test_documents_have_tags() -> None:
    hand = begun()
    place = hand.owner() | {"stateId": "a"}
    assert hand.ask("GET", STATE, place).status == 404
    assert hand.ask("PUT", STATE, place, {"a": 1}, {"If-Match": '"0"'}).status == 412
    assert hand.ask("PUT", STATE, place, {"a": 1}, {"If-None-Match": "*"}).status == 204
    assert hand.ask("PUT", STATE, place, {"a": 2}, {"If-None-Match": "*"}).status == 412
    shown = hand.ask("GET", STATE, place)
    tag = shown.headers["ETag"]
    head = hand.ask("HEAD", STATE, place)
    assert (head.status, head.headers["ETag"], head.body) == (200, tag, b"")
    assert hand.ask("PUT", STATE, place, {"a": 2}, {"If-Match": tag}).status == 204
    assert hand.ask("PUT", STATE, place, {"a": 3}, {"If-Match": tag}).status == 412
    assert hand.ask("POST", STATE, place, {"b": 3}).status == 204
    assert json.loads(hand.ask("GET", STATE, place).body) == {"a": 2, "b": 3}
    assert hand.ask("POST", STATE, place, b"[]").status == 400
    assert json.loads(hand.ask("GET", STATE, hand.owner()).body) == ["LMS.LaunchData", "a"]
    assert hand.ask("DELETE", STATE, place).status == 204
    assert hand.ask("GET", STATE, place).status == 404
    assert hand.platform.breaches() == []


def test_preferences_are_the_platforms_unless_it_lets_them_be_written() -> None:
    hand = begun(Launch(preferences={"languagePreference": "vi", "audioPreference": "off"}))
    place = {"agent": hand.parameters["actor"], "profileId": "cmi5LearnerPreferences"}
    tag = hand.ask("GET", "xapi/agents/profile", place).headers["ETag"]
    news = {"languagePreference": "vi,en-GB", "audioPreference": "on"}
    assert hand.ask("PUT", "xapi/agents/profile", place, news, {"If-Match": tag}).status == 403
    hand.platform.switches.write_preferences = True
    assert hand.ask("PUT", "xapi/agents/profile", place, news, {"If-Match": tag}).status == 204
    assert json.loads(hand.ask("GET", "xapi/agents/profile", place).body) == news
    assert hand.platform.breaches() == []


def test_statements_are_found_again() -> None:
    hand = begun()
    hand.send(hand.statement("completed"))
    hand.send(hand.statement("answered"))
    mine = {"agent": hand.parameters["actor"], "registration": hand.parameters["registration"]}
    verb = "http://adlnet.gov/expapi/verbs/completed"

    def count(**more: str) -> int:
        reply = hand.ask("GET", "xapi/statements", mine | more)
        assert reply.status == 200
        return len(json.loads(reply.body)["statements"])

    activity = hand.parameters["activityId"]
    assert count() == 4
    assert count(verb=verb) == 1
    assert count(activity=activity) == 3
    assert count(limit="2") == 2
    assert count(since="2035-01-01T00:00:00Z") == 0
    assert count(activity="https://publisher.example/lesson", related_activities="true") == 4
    assert hand.ask("GET", "xapi/statements", {"statementId": str(Hand)}).status == 400
    assert hand.ask("GET", "xapi/about").status == 200
    assert hand.ask("GET", "xapi/agents", {"agent": hand.parameters["actor"]}).status == 200
    assert hand.ask("GET", "xapi/nothing").status == 404


@pytest.mark.parametrize(
    ("trouble", "status", "stored", "name"),
    [
        (Trouble(status=403), 403, False, "refuse"),
        (Trouble(status=503, retry_after=2), 503, False, "error"),
        (Trouble(status=429), 429, False, "busy"),
        (Trouble(hang_up=True), 0, False, "offline"),
        (Trouble(hang_up=True, stores=True), 0, True, "lost"),
        (Trouble(status=500, stores=True), 500, True, "error"),
        (Trouble(delay=0.5), 200, True, "slow"),
    ],
)
def test_troubles(trouble: Trouble, status: int, stored: bool, name: str) -> None:
    hand = begun()
    trouble.on, trouble.times = "statements", 1
    hand.platform.switches.troubles = [trouble]
    whole = hand.statement("completed")
    reply = hand.send(whole)
    line = hand.platform.log[-1]
    assert (line.status, line.pretended, reply.hang_up) == (status, name, trouble.hang_up)
    assert reply.delay == trouble.delay
    assert reply.headers.get("Retry-After") == ("2" if trouble.retry_after else None)
    assert ("completed" in told(hand)) is stored
    assert hand.send(whole).status == 200
    assert told(hand).count("completed") == 1


def test_troubles_are_met_where_they_are() -> None:
    hand = Hand.launched(Launch())
    hand.platform.switches.troubles = [Trouble(on="launch-data", status=500, times=2)]
    hand.platform.switches.garbled["preferences"] = b"{"
    hand.fetch()
    hand.read()
    hand.read()
    assert hand.reply.status == 500
    hand.read()
    assert hand.reply.status == 200
    hand.prefer()
    assert (hand.reply.status, hand.reply.body) == (200, b"{")
    assert [one.pretended for one in hand.platform.log] == ["", "error", "error", "", "garbled"]


def test_too_large_a_document() -> None:
    hand = begun()
    hand.platform.switches.most = 10
    assert hand.ask("PUT", STATE, hand.owner() | {"stateId": "a"}, "x" * 10).status == 413


@pytest.mark.parametrize("state", STATES)
def test_hostile_strings_pass_through_as_they_are(state: bytes) -> None:
    hand = begun(launch())
    hand.platform.switches.garbled["state"] = state
    assert hand.ask("GET", STATE, hand.owner() | {"stateId": "a"}).body == state
    assert hand.platform.breaches() == []


def test_plain_xapi_knows_no_order() -> None:
    hand = Hand.launched(Launch(), "xapi")
    hand.token = hand.parameters["auth"].removeprefix("Basic ")
    assert {"endpoint", "auth", "actor", "registration", "activity_id"} < set(hand.parameters)
    for verb in ("completed", "completed", "initialized"):
        assert hand.send(hand.statement(verb)).status == 200
    assert hand.platform.breaches() == []
    assert hand.platform.leave(hand.platform.records.sessions[0]) == []


def test_the_address_keeps_its_own_query() -> None:
    found = Platform("http://lms.example/").launch(Thing(), "http://a.vn/i.html?a=b&c=d#e")
    assert found.address.startswith("http://a.vn/i.html?a=b&c=d&fetch=http%3A%2F%2Flms.example")
    assert found.address.endswith("#e")
    assert found.session.keys.activity != Thing().id


def ask(server: PlatformServer, method: str, path: str, **headers: str) -> Any:
    """A real request."""
    request = urllib.request.Request(f"{server.platform.base}{path}", method=method)
    for name, value in headers.items():
        request.add_header(name.replace("_", "-"), value)
    return urllib.request.urlopen(request, timeout=60)


def test_over_a_wire() -> None:
    with PlatformServer() as server:
        about = ask(server, "GET", "xapi/about", Origin="http://a.vn")
        assert json.load(about) == {"version": ["1.0.3"]}
        assert about.headers["Access-Control-Allow-Origin"] == "http://a.vn"
        before = ask(server, "OPTIONS", "xapi/statements", Origin="http://a.vn")
        assert before.status == 204
        assert "X-Experience-API-Version" in before.headers["Access-Control-Allow-Headers"]
        server.platform.switches.troubles = [Trouble(hang_up=True)]
        with pytest.raises((OSError, socket.timeout)):
            ask(server, "GET", "xapi/about")
        assert server.platform.log[-1].status == 0
        server.platform.switches.troubles = []
        wire = HTTPConnection("127.0.0.1", int(server.platform.base.rsplit(":")[-1].strip("/")))
        wire.putrequest("POST", "/xapi/statements")
        wire.putheader("Content-Length", "999999999")
        wire.endheaders()
        assert wire.getresponse().status == 413
        wire.close()


def test_requests_of_any_form_are_answered() -> None:
    platform = Platform("http://lms.example/")
    for method in ("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD"):
        for path in (
            "",
            "fetch",
            "return",
            "xapi/",
            "xapi/statements",
            "xapi/activities/state",
            "é",
        ):
            for body in (b"", b"\xff", b"[" * 5000):
                reply = platform.answer(Request(method, path, "agent=%ff&x", {}, body))
                assert 200 <= reply.status < 500
