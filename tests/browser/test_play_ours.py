"""Our own packages of cmi5 and xAPI on the page of `lessonkit play`: not one breach."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Frame
from tests.browser.test_play import MODULE, Desk, Opener, answer

import lessonkit

pytestmark = pytest.mark.browser

CLEAN = "No faults · notes: 0"
CHOSEN = "#lk-q-cum-kho-doan input:checked"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A module of ours for both targets."""
    out = tmp_path_factory.mktemp("ours")
    (outcome,) = lessonkit.build([MODULE], out=out, outputs=("cmi5", "xapi"))
    assert not outcome.failed
    return out / MODULE.name


@pytest.fixture
def play(browser: Browser) -> Iterator[Opener]:
    """Opens packages."""
    with ExitStack() as stack:
        yield Opener(browser, stack)


def opened(desk: Desk) -> Frame:
    """The lesson, when it has begun."""
    desk.loaded().wait_for_selector("#lk-next:visible")
    return desk.loaded()


def logged(desk: Desk, verb: str, count: int = 1) -> None:
    """Wait until statements of that verb are in the log."""
    desk.page.locator(f"#calls .verb >> text={verb}").nth(count - 1).wait_for(state="attached")


@pytest.mark.parametrize("kind", ["cmi5", "xapi"])
def test_a_learner_learns_leaves_and_returns(kind: str, built: Path, play: Opener) -> None:
    desk = play(built / f"{MODULE.name}.{kind}.zip", lang="en")
    answer(opened(desk))
    logged(desk, "answered #cum-kho-doan")
    desk.act("leave")
    logged(desk, "terminated")
    desk.act("return")
    opened(desk).wait_for_selector(CHOSEN, state="attached")
    logged(desk, "initialized", 2)
    assert desk.tally() == CLEAN, desk.said()
    desk.act("afresh")
    assert opened(desk).locator(CHOSEN).count() == 0
    assert desk.tally() == CLEAN, desk.said()


@pytest.mark.parametrize(("switch", "kind"), [("offline", "cmi5"), ("throws", "xapi")])
def test_what_is_done_without_network_arrives_later(
    switch: str, kind: str, built: Path, play: Opener
) -> None:
    desk = play(built / f"{MODULE.name}.{kind}.zip", lang="en")
    lesson = opened(desk)
    logged(desk, "initialized")
    desk.switch(switch, on=True)
    answer(lesson)
    desk.page.locator("#calls .pretended").first.wait_for(state="attached")
    desk.switch(switch, on=False)
    row = "//li[contains(., 'answered #cum-kho-doan') and contains(., '→ 2')]"
    desk.page.locator(f"xpath={row}").first.wait_for(state="attached")
    desk.act("leave")
    desk.act("return")
    opened(desk).wait_for_selector(CHOSEN, state="attached")
    assert desk.tally() == CLEAN, desk.said()


def test_a_review_tells_nothing_but_that_it_was(built: Path, play: Opener) -> None:
    desk = play(built / f"{MODULE.name}.cmi5.zip", lang="en")
    answer(opened(desk))
    logged(desk, "answered #cum-kho-doan")
    for name, number in (("review", 2), ("browse", 3)):
        desk.act(name)
        lesson = opened(desk)
        logged(desk, "initialized", number)
        lesson.click("#lk-next")
    desk.act("leave")
    logged(desk, "terminated", 3)
    after = desk.said().partition("Launch 2")[2]
    assert [verb for verb in ("answered", "progressed", "completed", "PUT") if verb in after] == []
    assert desk.tally() == CLEAN, desk.said()
