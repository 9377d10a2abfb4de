"""Lessons of cmi5 on a strict pretend platform: launch, verdicts, modes, hostile words."""

from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

import pytest
from tests.browser.stores import answered, verdict
from tests.witness.store import Learner
from tests.witness.store_server import PlatformServer

from lessonkit.inspect.lrs import hostile
from lessonkit.inspect.lrs.verdict import verdict as judged

pytestmark = pytest.mark.browser

STATEMENTS = "statements"
MOVE_ON = ("NotApplicable", "Passed", "Completed", "CompletedAndPassed", "CompletedOrPassed")


def test_from_launch_to_end(learner: Learner) -> None:
    learner.launch()
    assert learner.verbs() == ["initialized"]
    before = [one.resource for one in learner.platform.log]
    assert before.index("preferences") < before.index(STATEMENTS)
    assert (before.count("fetch"), before[0]) == (1, "fetch")
    learner.hand("read()")
    learner.hand("right()")
    learner.calm()
    learner.close()
    verbs = [one for one in learner.verbs() if one.split()[0] not in ("answered", "progressed")]
    assert verbs == ["initialized", "completed", "passed", "terminated"]
    assert len(answered(learner)) == len(set(answered(learner))) > 4
    assert verdict(learner) == (True, "passed", 1)


@pytest.mark.parametrize("order", [1, -1])
def test_launch_parameters_in_any_order_beside_others(learner: Learner, order: int) -> None:
    found = urlsplit(learner.prepared())
    pairs = [("theme", "dark"), *parse_qsl(found.query)][::order]
    learner.go(found._replace(query=urlencode(pairs)).geturl())
    assert learner.verbs() == ["initialized"]
    learner.close()


@pytest.mark.parametrize("name", ["fetch", "actor"])
def test_a_launch_that_lacks_something_is_none(learner: Learner, name: str) -> None:
    found = urlsplit(learner.prepared())
    pairs = [(key, value) for key, value in parse_qsl(found.query) if key != name]
    learner.go(found._replace(query=urlencode(pairs)).geturl())
    assert learner.message == "missing"
    assert learner.platform.log == []


def test_preferences_are_heeded(learner: Learner) -> None:
    learner.launch(preferences={"languagePreference": "en-GB,vi", "audioPreference": "off"})
    assert learner.page.evaluate("() => [...document.querySelectorAll('audio, video')].length")
    muted = "() => [...document.querySelectorAll('audio, video')].every((it) => it.muted)"
    assert learner.page.evaluate(muted)
    learner.launch(preferences={"languagePreference": "", "audioPreference": "on"})
    assert not learner.page.evaluate(muted)
    learner.close()


@pytest.mark.parametrize(
    ("move_on", "does", "satisfied"),
    [
        ("Passed", ["right()"], MOVE_ON),
        ("CompletedAndPassed", ["fail()", "again()", "fail()"], ("Completed", "CompletedOrPassed")),
        ("Completed", ["read()"], ()),
    ],
)
def test_move_on(
    learner: Learner, move_on: str, does: list[str], satisfied: tuple[str, ...]
) -> None:
    learner.launch(move_on=move_on)
    for act in does:
        learner.hand(act)
    learner.calm()
    learner.close()
    found = [one for one in MOVE_ON if judged(learner.sent(), one).satisfied]
    assert found == [one for one in MOVE_ON if one in (*satisfied, "NotApplicable")]


@pytest.mark.parametrize(("mastery", "ends"), [(None, "passed"), (0.9, "failed")])
def test_the_platform_says_what_is_passed_with(
    learner: Learner, mastery: float | None, ends: str
) -> None:
    learner.launch(mastery=mastery)
    for does in ("right(4)", "fail()", "again()", "right(4)", "fail()"):
        learner.hand(does)
    learner.calm()
    learner.close()
    completed, success, scaled = verdict(learner)
    assert (completed, success) == (True, ends)
    assert scaled is not None
    assert 0.5 <= scaled < 0.9


def test_the_learner_goes_back_where_the_platform_says(
    learner: Learner, store: PlatformServer
) -> None:
    back = f"{store.platform.base}return"
    learner.launch(return_url=f"{back}?session={{session}}")
    learner.hand("right(2)")
    leave(learner)
    learner.page.wait_for_url(f"{back}**")
    assert learner.session is not None
    assert learner.platform.leave(learner.session, by_button=True) == []
    assert learner.verbs()[-1] == "terminated"


def leave(learner: Learner) -> None:
    learner.page.evaluate("() => document.querySelector('#lk-toc button:last-of-type').click()")


def test_without_a_place_to_go_to_the_lesson_says_goodbye(learner: Learner) -> None:
    learner.launch()
    leave(learner)
    learner.calm()
    assert learner.verbs() == ["initialized", "terminated"]
    learner.close()


@pytest.mark.parametrize("mode", ["Browse", "Review"])
def test_nothing_is_recorded_in(learner: Learner, mode: str) -> None:
    learner.launch(mode=mode)
    for does in ("read()", "right()", "tick()"):
        learner.hand(does)
    learner.passes(2000)
    assert learner.message == mode.lower()
    learner.close()
    assert learner.verbs() == ["initialized", "terminated"]
    assert not [one for one in learner.platform.log if one.request.method == "PUT"]


def test_a_return_goes_on_and_says_nothing_twice(learner: Learner) -> None:
    learner.launch()
    learner.hand("right(2)")
    learner.calm()
    learner.close()
    learner.launch()
    learner.hand("rest()")
    learner.calm()
    learner.close()
    assert verdict(learner) == (True, "passed", 1)
    learner.launch()
    learner.hand("read()")
    learner.hand("right()")
    learner.calm()
    learner.close()
    assert [one for one in learner.verbs() if one in ("completed", "passed", "failed")] == []


def test_hostile_strings_are_data(learner: Learner) -> None:
    learner.choices = hostile.launch()
    learner.launch()
    for state in hostile.STATES:
        learner.platform.switches.garbled["state"] = state
        learner.launch()
    learner.hand("right()")
    learner.hand("read()")
    learner.calm()
    harmed = "() => [window.harmed, ({}).harmed, document.querySelectorAll('img[src=x]').length]"
    assert learner.page.evaluate(harmed) == [None, None, 0]
    learner.close()
    assert verdict(learner) == (True, "passed", 1)


def test_a_context_of_the_platforms_own_is_kept(learner: Learner) -> None:
    context: dict[str, Any] = {
        "language": "fr-CA", "revision": "7",
        "instructor": {"objectType": "Agent", "mbox": "mailto:co@example.org"},
        "contextActivities": {
            "category": [{"id": "https://lms.example/category"}],
            "parent": [{"id": "https://lms.example/course", "definition": {"name": {"vi": "K"}}}],
        },
        "extensions": {"https://lms.example/group": [1, {"a": None}]},
    }  # fmt: skip
    learner.launch(context=context)
    learner.hand("right()")
    learner.calm()
    learner.close()
    assert verdict(learner) == (True, "passed", 1)
