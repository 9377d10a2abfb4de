"""The page of `lessonkit play` for cmi5 and xAPI in Chromium: packages of another tool."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, expect
from tests.browser import axe
from tests.browser.test_play import Desk, Opener
from tests.inspect.packages import zipped
from tests.inspect.xapi_packages import COURSE, XAPI, au, structure

pytestmark = pytest.mark.browser

QUIET = "rude"


@pytest.fixture
def play(browser: Browser) -> Iterator[Opener]:
    """Opens packages."""
    with ExitStack() as stack:
        yield Opener(browser, stack)


@pytest.fixture
def course(tmp_path: Path, play: Opener) -> Callable[..., Desk]:
    """Opens the course of two units."""
    path = zipped(tmp_path / "goi.zip", COURSE)
    return lambda **more: play(path, **({"lang": "en"} | more))


def lesson(desk: Desk) -> Locator:
    """What the unit says."""
    return desk.page.frame_locator("#stage").frame_locator("iframe").locator("#said")


def press(desk: Desk, name: str) -> None:
    desk.page.frame_locator("#stage").frame_locator("iframe").locator(f"#{name}").click()


def says(desk: Desk, text: str) -> None:
    """Wait until the unit has said that."""
    lesson(desk).get_by_text(text, exact=True).wait_for()


def verdict(desk: Desk, name: str, value: str) -> None:
    """Wait until the platform judges so."""
    row = f'//dl[@id="verdict"]/div[dt="{name}" and contains(dd, "{value}")]'
    desk.page.locator(f"xpath={row}").wait_for()


def test_a_learner_learns_leaves_and_returns_to_where_she_was(course: Callable[..., Desk]) -> None:
    desk = course()
    says(desk, "Normal 0")
    verdict(desk, "CompletedAndPassed", "not met")
    press(desk, "done")
    verdict(desk, "CompletedAndPassed", "met")
    verdict(desk, "Score", "0.9 / 0.8")
    desk.shows("activities/state · place", "7,")
    expect(desk.page.locator("#parts")).to_contain_text("completed · passed · score 0.9")
    desk.act("leave")
    verdict(desk, "Session 1", "ended")
    desk.act("return")
    says(desk, "Normal 7")
    assert desk.tally() == "No faults · notes: 0", desk.said()
    desk.act("review")
    says(desk, "Review 7")
    desk.act("afresh")
    says(desk, "Normal 0")
    verdict(desk, "Completed", "not yet")
    assert desk.tally() == "No faults · notes: 0", desk.said()


def test_a_lesson_that_leaves_by_itself_comes_back_to_the_platform(
    course: Callable[..., Desk],
) -> None:
    desk = course()
    says(desk, "Normal 0")
    press(desk, "exit")
    desk.page.get_by_text("The lesson left by itself, to the returnURL").wait_for()
    verdict(desk, "Session 1", "ended")
    expect(desk.page.locator("#state")).to_contain_text("The lesson was left.")
    assert desk.tally() == "No faults · notes: 0", desk.said()


def test_breaches_are_told_with_their_requirement(course: Callable[..., Desk]) -> None:
    desk = course()
    says(desk, "Normal 0")
    press(desk, "early")
    desk.page.locator("#calls .has-fault").first.wait_for()
    said = desk.said()
    assert "(cmi5 9.3.4.0-2)" in said
    assert "9.6.2.2-1" in said
    assert "→ 403" in said
    verdict(desk, "Success", "unknown")
    desk.page.locator("#calls .has-fault summary").click()
    assert '"scaled": 0.1' in desk.page.locator("#calls .has-fault pre").inner_text()


def test_another_unit_and_one_that_says_no_goodbye(course: Callable[..., Desk]) -> None:
    desk = course()
    says(desk, "Normal 0")
    desk.page.click("#parts li:nth-child(2) button")
    desk.page.get_by_text("Launch 2, normal: Bài hai").wait_for()
    says(desk, "Normal 0")
    press(desk, "done")
    verdict(desk, "Completed", "yes")
    desk.act("leave")
    desk.page.get_by_text("On leaving, the lesson still owes").wait_for()
    assert "7.1.2.0-1" in desk.said()
    expect(desk.page.locator("#tally")).to_have_text("Faults: 1 · notes: 0")


def test_pickers_change_the_next_launch(course: Callable[..., Desk]) -> None:
    desk = course()
    says(desk, "Normal 0")
    desk.page.select_option("[name=moveon]", "Passed")
    desk.page.fill("[name=mastery]", "0.95")
    desk.act("return")
    desk.shows("LMS.LaunchData.moveOn", "Passed")
    desk.shows("LMS.LaunchData.masteryScore", "0.95")
    says(desk, "Normal 0")
    press(desk, "done")
    desk.page.get_by_text("9.3.4.0-2").wait_for()
    verdict(desk, "Passed", "not met")


def test_what_is_made_to_fail_is_told(course: Callable[..., Desk]) -> None:
    desk = course()
    says(desk, "Normal 0")
    for name, word in (
        ("refuse", "refused on purpose"), ("throws", "broken on purpose"),
        ("offline", "offline on purpose"),
    ):  # fmt: skip
        desk.switch(name, on=True)
        press(desk, "early")
        desk.page.locator(f"#calls .pretended >> text={word}").first.wait_for()
        desk.switch(name, on=False)


def test_plain_xapi_is_watched_as_well(tmp_path: Path, play: Opener) -> None:
    desk = play(zipped(tmp_path / "goi.zip", XAPI))
    says(desk, "400")
    desk.page.get_by_text("(xAPI Data 2.4.5.1.s2)").wait_for()
    assert desk.page.is_hidden("#choices")
    assert desk.page.is_hidden("[data-act=review]")
    desk.act("leave")
    expect(desk.page.locator("#tally")).to_contain_text("Lỗi: 1")


def test_a_list_that_is_not_in_order_is_told_before_all(tmp_path: Path, play: Opener) -> None:
    files = COURSE | {"cmi5.xml": structure(au("mot"), "http://www.adlnet.gov/cmi5", "khoa")}
    desk = play(zipped(tmp_path / "goi.zip", files), lang="en")
    says(desk, "Normal 0")
    first = desk.page.locator("#calls li").first.inner_text()
    assert "cmi5.xml is not what the standard asks for" in first
    assert "The namespace is “http://www.adlnet.gov/cmi5”" in first
    assert "cmi5 13.2.0.0-1" in first
    expect(desk.page.locator("#tally")).to_have_text("Faults: 2 · notes: 0")


EVIL = "<img src=x onerror='top.hit=1'>\x1b[2J"
HOSTILE = """<!doctype html><title>x</title><p id="said">…</p><script>
const evil = "<img src=x onerror='top.hit=1'>";
const asked = new URLSearchParams(location.search);
const said = [];
async function go() {
  const got = await (await fetch(asked.get("fetch"), { method: "POST" })).json();
  const headers = { Authorization: "Basic " + got["auth-token"], "Content-Type": "text/html",
    "X-Experience-API-Version": evil };
  const about = "?stateId=" + encodeURIComponent(evil) + "&activityId="
    + encodeURIComponent(asked.get("activityId")) + "&registration=" + asked.get("registration")
    + "&agent=" + encodeURIComponent(asked.get("actor"));
  const path = asked.get("endpoint") + "activities/state" + about;
  await fetch(path, { method: "PUT", headers, body: evil });
  headers["X-Experience-API-Version"] = "1.0.3";
  await fetch(path, { method: "PUT", headers, body: "<script>top.hit = 1<" + "/script>" });
  headers["Content-Type"] = "application/json";
  await fetch(asked.get("endpoint") + "statements", { method: "POST", headers, body:
    JSON.stringify([evil, { id: evil, verb: { id: evil }, object: { id: evil + "#" + evil } }]) });
  await fetch(asked.get("endpoint") + "statements", { method: "POST", headers,
    body: "[".repeat(100000) });
  for (const url of ["launch", "switches", "kept", "news/0", "course.json"]) {
    const answer = await fetch(document.referrer.replace(/[^/]*$/, "") + url, { method: "POST",
      body: JSON.stringify({ part: 0 }) }).then((one) => one.status, () => "!");
    said.push(answer);
  }
  document.getElementById("said").textContent = said.join(" ");
}
go();
</script>"""


def test_hostile_strings_are_shown_as_text(tmp_path: Path, play: Opener) -> None:
    name = EVIL.replace("<", "&lt;").replace("\x1b", "")
    files = {
        "cmi5.xml": structure(au("mot", more=f"<launchParameters>{name}</launchParameters>"))
        .replace("Bài mot", name).replace("Khóa thử", name),
        "bai.html": HOSTILE,
    }  # fmt: skip
    desk = play(zipped(tmp_path / "goi.zip", files), lang="en")
    says(desk, "413 413 413 413 413")
    desk.shows("LMS.LaunchData.launchParameters", "onerror")
    desk.page.locator("#data >> text=<script>top.hit").wait_for()
    desk.act("leave")
    assert desk.page.url == desk.address
    assert desk.page.locator("main img, main b:not(.verb), h1 img, main script").count() == 0
    assert desk.page.evaluate("window.hit") is None
    assert desk.page.inner_text("h1").startswith("<img src=x")


def test_an_own_window_returns_to_its_opener(course: Callable[..., Desk]) -> None:
    desk = course()
    says(desk, "Normal 0")
    desk.page.check("[name=own]")
    desk.page.click("[data-act=return]")
    button = desk.page.frame_locator("#stage").get_by_role("button")
    with desk.page.context.expect_page() as opened:
        button.click()
    opened.value.get_by_text("Normal 0").wait_for()
    opened.value.click("#exit")
    desk.page.get_by_text("The lesson left by itself, to the returnURL").wait_for()
    verdict(desk, "Session 2", "ended")
    assert desk.tally() == "No faults · notes: 0", desk.said()


@pytest.mark.parametrize(("size", "scheme"), [((1280, 800), "dark"), ((360, 640), "light")])
def test_axe_reflow_and_the_keyboard(
    size: tuple[int, int], scheme: Any, course: Callable[..., Desk]
) -> None:
    desk = course(viewport={"width": size[0], "height": size[1]}, color_scheme=scheme)
    says(desk, "Normal 0")
    press(desk, "early")
    desk.page.locator("#calls .has-fault").first.wait_for()
    press(desk, "done")
    verdict(desk, "Completed", "yes")
    desk.act("leave")
    desk.page.locator("#calls summary").first.click()
    found = axe.faults(desk.page, "body")
    assert [(one["id"], [node["html"][:90] for node in one["nodes"]]) for one in found] == []
    assert desk.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    desk.page.click("h1")
    seen = []
    for _ in range(20):
        desk.page.keyboard.press("Tab")
        seen.append(desk.page.evaluate(
            "document.activeElement.dataset.act || document.activeElement.name || ''"
        ))  # fmt: skip
    wanted = ["leave", "return", "afresh", "review", "browse", "refuse", "offline", "throws", "own"]
    assert [name for name in (*wanted, "moveon", "mastery") if name not in seen] == []
