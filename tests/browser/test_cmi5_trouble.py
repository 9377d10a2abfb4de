"""Lessons of cmi5 on a platform that is away, busy, broken, closed or small: nothing is lost."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from tests.browser.stores import answered, enrolled, verdict
from tests.projects import lesson, project
from tests.witness.server import LessonServer
from tests.witness.store import Learner
from tests.witness.store_server import PlatformServer

from lessonkit import build
from lessonkit.inspect.lrs.switches import Trouble

pytestmark = pytest.mark.browser

STATEMENTS = "statements"
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
    learner: Learner, browser: Browser, server: LessonServer, store: PlatformServer, course: Path
) -> None:
    """A second launch ends the first; what was answered there before is there."""
    learner.launch()
    learner.hand("right(2)")
    learner.calm()
    context = browser.new_context()
    page = context.new_page()
    page.clock.install()
    other = enrolled(page, server, store, course / "kitchen-sink.cmi5.zip")
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
