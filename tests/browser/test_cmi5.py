"""Lessons of cmi5 on a strict pretend platform: every request legal, whatever goes wrong."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

import pytest
from playwright.sync_api import Browser, Page
from tests.projects import KITCHEN_SINK, lesson, project
from tests.witness.ralph import statement_faults
from tests.witness.server import LessonServer
from tests.witness.store import Learner

from lessonkit import build
from lessonkit.inspect.lrs import hostile
from lessonkit.inspect.lrs.server import PlatformServer
from lessonkit.inspect.lrs.switches import Trouble
from lessonkit.inspect.lrs.verdict import verdict as judged

pytestmark = pytest.mark.browser

STATEMENTS = "statements"
MOVE_ON = ("NotApplicable", "Passed", "Completed", "CompletedAndPassed", "CompletedOrPassed")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The kitchen sink: mastery 0.5, two attempts."""
    out = tmp_path_factory.mktemp("out")
    (outcome,) = build([KITCHEN_SINK], out=out, outputs=["cmi5", "xapi"])
    assert not outcome.failed
    return out / "kitchen-sink"


@pytest.fixture(scope="module")
def shared(browser: Browser) -> Iterator[Page]:
    """One page; each test has origins of its own."""
    context = browser.new_context(locale="vi-VN")
    page = context.new_page()
    page.clock.install()
    yield page
    context.close()


@pytest.fixture
def store() -> Iterator[PlatformServer]:
    """A pretend platform."""
    with PlatformServer() as found:
        yield found


@pytest.fixture
def learner(
    shared: Page, server: LessonServer, store: PlatformServer, built: Path
) -> Iterator[Learner]:
    """Enrolled in the kitchen sink; at the end all was legal, and a second reader takes it."""
    found = enrolled(shared, server, store, built / "kitchen-sink.cmi5.zip")
    yield found
    assert [str(one) for one in found.platform.breaches()] == []
    assert list(statement_faults(found.sent())) == []
    assert found.heard == []
    assert server.missed() == []
    shared.goto("about:blank")


def enrolled(page: Page, server: LessonServer, store: PlatformServer, package: Path) -> Learner:
    server.mount(package)
    return Learner.enrolled(page, store.platform, package, f"{server.origin}/lesson/index.html")


def verdict(learner: Learner) -> tuple[bool, str, float | None]:
    assert learner.session is not None
    found = learner.platform.verdict(learner.session)
    return found.completed, found.success, found.scaled


def answered(learner: Learner) -> list[str]:
    return [one for one in learner.verbs() if one.startswith("answered")]


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


TROUBLES: dict[str, tuple[Trouble, ...]] = {
    "offline": (Trouble(hang_up=True, times=5),),
    "offline, and the answer is lost": (Trouble(hang_up=True, stores=True, times=1),),
    "error": (Trouble(status=503, times=3),),
    "error after storing": (Trouble(on=STATEMENTS, status=500, stores=True, times=2),),
    "busy": (Trouble(status=429, retry_after=3, times=2),),
    "slow": (Trouble(delay=0.1, times=6),),
}


@pytest.mark.parametrize(
    ("name", "conflicts"),
    [*((name, False) for name in TROUBLES), ("offline, and the answer is lost", True)],
)
def test_what_was_said_without_network_arrives_in_order(
    learner: Learner, name: str, conflicts: bool
) -> None:
    learner.launch()
    learner.hand("right(2)")
    learner.calm()
    troubles = [replaced(one) for one in TROUBLES[name]]
    learner.platform.switches.troubles += troubles
    learner.platform.switches.conflicts = conflicts
    learner.hand("rest()")
    for _ in range(40):
        learner.passes(3000)
        if all(one.times == 0 for one in troubles) and "passed" in learner.verbs():
            break
    learner.close()
    assert learner.message == ""
    assert verdict(learner) == (True, "passed", 1)
    assert len(answered(learner)) == len(set(answered(learner)))
    assert learner.session is not None
    own = learner.session.statements
    times = [one["timestamp"] for one in own if "progressed" not in one["verb"]["id"]]
    assert times == sorted(times)


def replaced(trouble: Trouble) -> Trouble:
    """One of its own for each test: what is met is counted in it."""
    return Trouble(
        trouble.on, "", trouble.status, trouble.stores, trouble.hang_up, trouble.delay,
        trouble.times, trouble.retry_after,
    )  # fmt: skip


@pytest.mark.parametrize("on", ["fetch", "preferences", STATEMENTS])
def test_a_platform_that_wakes_late(learner: Learner, on: str) -> None:
    learner.platform.switches.troubles.append(Trouble(on=on, status=503, times=3))
    learner.launch()
    for _ in range(10):
        learner.passes(4000)
    learner.hand("right()")
    learner.calm()
    learner.close()
    assert verdict(learner) == (True, "passed", 1)


@pytest.mark.parametrize(
    ("on", "status", "body"),
    [
        ("fetch", 403, None), ("launch-data", 404, None), ("launch-data", 200, b"["),
    ],
)  # fmt: skip
def test_a_platform_that_will_not(
    learner: Learner, on: str, status: int, body: bytes | None
) -> None:
    if body is None:
        learner.platform.switches.troubles.append(Trouble(on=on, status=status))
    else:
        learner.platform.switches.garbled[on] = body
    learner.launch()
    learner.passes(3000)
    assert learner.message == "failed"
    learner.hand("right()")
    learner.passes(3000)
    learner.away("about:blank")
    assert learner.verbs() == []


@pytest.mark.parametrize("offline", [False, True])
def test_the_page_is_loaded_again(learner: Learner, offline: bool) -> None:
    """Its session ended when it was left (cmi5 7.1.2); the next one knows what was done since."""
    learner.launch()
    learner.hand("right(2)")
    learner.calm()
    if offline:
        learner.crash()
        learner.page.go_back(wait_until="load")
        learner.calm()
    else:
        learner.reload()
    assert learner.message == "ended"
    assert learner.verbs()[-1] == "terminated"
    learner.hand("rest()")
    learner.passes(3000)
    learner.launch()
    learner.passes(3000)
    learner.close()
    assert verdict(learner) == (True, "passed", 1)


def test_two_tabs(
    learner: Learner, browser: Browser, server: LessonServer, store: PlatformServer, built: Path
) -> None:
    """A second launch ends the first; what was answered there before is there."""
    learner.launch()
    learner.hand("right(2)")
    learner.calm()
    context = browser.new_context()
    page = context.new_page()
    page.clock.install()
    other = enrolled(page, server, store, built / "kitchen-sink.cmi5.zip")
    other.session = learner.session
    other.launch()
    learner.hand("rest()")
    learner.passes(3000)
    assert learner.message == "ended"
    other.hand("rest()")
    other.calm()
    other.close()
    assert verdict(other) == (True, "passed", 1)
    assert other.heard == []
    context.close()


NOTE = """
:::{{reflect}} Bạn sẽ làm gì khác, lần thứ {0}?
:id: ghi-{0}
:::
"""
MANY = 40
LONGEST = 2000
"""Characters of a note; all together are more than a browser sends after a page is left."""


@pytest.mark.parametrize("most", [None, 5000])
def test_a_large_state(
    shared: Page, server: LessonServer, store: PlatformServer, tmp_path: Path, most: int | None
) -> None:
    """What the platform does not take, the learner's own browser keeps."""
    notes = "".join(map(NOTE.format, range(MANY)))
    root = project(tmp_path, {"a/module.md": lesson("a", notes)})
    (outcome,) = build([root], outputs=["cmi5"])
    assert not outcome.failed, outcome.diagnostics
    learner = enrolled(shared, server, store, root / "build/a/a.cmi5.zip")
    learner.platform.switches.most = most
    text = ("Tôi đã cúp máy. " * LONGEST)[:LONGEST].strip()
    learner.launch()
    learner.hand("right()")
    reflect(learner, text)
    learner.passes(3000)
    assert learner.message == ("" if most is None else "unsaved")
    learner.close()
    assert verdict(learner) == (True, "passed", 1)
    learner.launch()
    kept = "() => [...document.querySelectorAll('textarea')].map((it) => it.value)"
    assert learner.page.evaluate(kept) == [text] * MANY
    learner.close()
    assert [str(one) for one in learner.platform.breaches()] == []


def reflect(learner: Learner, text: str) -> None:
    """Write into all of the learner's own notes."""
    write = """(text) => { for (const box of document.querySelectorAll('textarea')) {
      box.value = text; box.dispatchEvent(new Event('input', { bubbles: true }));
      box.form.querySelector('[type=submit]').click(); } }"""
    learner.page.evaluate(write, text)


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
