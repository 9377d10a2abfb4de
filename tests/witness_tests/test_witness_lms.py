"""The test LMS records what a lesson says, and misbehaves on demand."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.witness.browser import Lms
from tests.witness.calls import check_launches, verdict_of_launches
from tests.witness.server import LessonServer

CASES = Path(__file__).parents[1] / "cases" / "witness"
SCOS = {"1.2": CASES / "sco12", "2004": CASES / "sco2004"}
SET = {"1.2": "LMSSetValue", "2004": "SetValue"}
GET = {"1.2": "LMSGetValue", "2004": "GetValue"}

pytestmark = [pytest.mark.browser, pytest.mark.npm]


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """One page for all: each test has a server, so an origin, of its own."""
    context = browser.new_context(locale="vi-VN")
    yield context.new_page()
    context.close()


@pytest.fixture(params=["1.2", "2004"])
def version(request: pytest.FixtureRequest, server: LessonServer) -> str:
    """A version of SCORM whose hand-written SCO is mounted."""
    found: str = request.param
    server.mount(SCOS[found])
    return found


def entry(lms: Lms) -> str:
    """What the SCO shows of its launch: entry, mode and kept state."""
    return lms.lesson.locator("#entry").inner_text()


def answer(lms: Lms) -> None:
    """Answer the question of the SCO."""
    lms.lesson.locator("#answer").click()


def test_two_launches(page: Page, server: LessonServer, version: str) -> None:
    lms = Lms.open(page, server.lms(version))
    assert entry(lms) == "ab-initio|normal|"
    answer(lms)
    lms.relaunch()
    assert entry(lms) == "resume|normal|v1;q1=ac"
    lms.close()
    assert check_launches(lms.sessions(), version) == []
    found = verdict_of_launches(lms.sessions(), version)
    assert (found.completion, found.success, found.raw) == ("completed", "passed", 80.0)
    assert server.missed() == []


def test_state_is_kept_from_page_to_page(page: Page, server: LessonServer, version: str) -> None:
    lms = Lms.open(page, server.lms(version, persist="a"))
    answer(lms)
    lms.close()
    assert entry(Lms.open(page, server.lms(version, persist="a"))) == "resume|normal|v1;q1=ac"
    assert entry(Lms.open(page, server.lms(version, persist="b"))) == "ab-initio|normal|"


@pytest.mark.parametrize("mode", ["browse", "review"])
def test_modes(page: Page, server: LessonServer, version: str, mode: str) -> None:
    lms = Lms.open(page, server.lms(version, mode=mode))
    assert entry(lms) == f"ab-initio|{mode}|"
    lms.close()
    assert check_launches(lms.sessions(), version) == []
    assert not [one for one in lms.calls() if one["fn"] == SET[version]]


def test_a_crash_keeps_what_was_committed(page: Page, server: LessonServer, version: str) -> None:
    lms = Lms.open(page, server.lms(version))
    answer(lms)
    before = len(lms.calls())
    lms.crash()
    assert len(lms.calls()) == before
    lms.relaunch()
    assert entry(lms) == "resume|normal|v1;q1=ac"


@pytest.mark.parametrize(
    "switches", [{"api": "nested"}, {"late": "200"}, {"api": "normal"}], ids=str
)
def test_where_and_when_the_api_is(
    page: Page, server: LessonServer, version: str, switches: dict[str, str]
) -> None:
    lms = Lms.open(page, server.lms(version, **switches))
    expect(lms.lesson.locator("#entry")).to_have_text("ab-initio|normal|")
    answer(lms)
    lms.close()
    assert check_launches(lms.sessions(), version) == []


def test_the_api_of_an_opener(page: Page, server: LessonServer, version: str) -> None:
    with page.expect_popup() as popup:
        lms = Lms.open(page, server.lms(version, api="opener"))
    popup.value.locator("#answer").click()
    lms.close()
    assert check_launches(lms.sessions(), version) == []


def test_a_foreign_page_above_the_lms(page: Page, server: LessonServer, version: str) -> None:
    lms = Lms.open(page, server.framed(server.lms(version)))
    answer(lms)
    lms.close()
    assert check_launches(lms.sessions(), version) == []


@pytest.mark.parametrize("foreign", [True, False])
def test_no_api(page: Page, server: LessonServer, version: str, foreign: bool) -> None:
    launch = f"{server.foreign}/lesson/index.html" if foreign else "/lesson/index.html"
    lms = Lms.open(page, server.lms(version, launch, api="normal" if foreign else "missing"))
    assert entry(lms) == ""
    assert lms.calls() == []


@pytest.mark.parametrize(
    ("kind", "answers"),
    [("empty", ""), ("false", "false"), ("null", None), ("=odd", "odd"), ("boolean", "normal")],
)
def test_answers_on_demand(
    page: Page, server: LessonServer, version: str, kind: str, answers: Any
) -> None:
    lms = Lms.open(page, server.lms(version, answer=f"{GET[version]}:{kind}"))
    first = next(one for one in lms.calls() if one["fn"] == GET[version])
    assert (first["result"], first.get("forced")) == (answers, True)


def test_numbers_on_demand(page: Page, server: LessonServer, version: str) -> None:
    lms = Lms.open(page, server.lms(version, answer=f"{SET[version]}:number"))
    first = next(one for one in lms.calls() if one["fn"] == SET[version])
    assert first["result"] == 1


def test_a_function_that_throws(page: Page, server: LessonServer, version: str) -> None:
    lms = Lms.open(page, server.lms(version, throw=GET[version]))
    assert lms.calls()[-1].get("thrown") is True
    assert entry(lms) == ""


def test_a_refusal_begins_while_the_lesson_runs(
    page: Page, server: LessonServer, version: str
) -> None:
    lms = Lms.open(page, server.lms(version))
    lms.switch(refuses=["cmi.suspend_data:402"])
    answer(lms)
    lms.close()
    refused = [one for one in lms.calls() if one["error"] == "402"]
    assert [one["args"][0] for one in refused] == ["cmi.suspend_data"]
    assert "cmi.suspend_data" not in lms.state()["values"]
    assert check_launches(lms.sessions(), version) == []


def test_the_strict_checker_sees_what_the_run_time_lets_pass(
    page: Page, server: LessonServer
) -> None:
    script = (SCOS["1.2"] / "sco.js").read_text(encoding="utf-8")
    page_of = (SCOS["1.2"] / "index.html").read_bytes()
    lax = script.replace('"v1;q1=ac"', '"x".repeat(5000)').replace('"q1"]', '"q 1"]')
    server.mount({"index.html": page_of, "sco.js": lax.encode()})
    lms = Lms.open(page, server.lms("1.2"))
    answer(lms)
    lms.close()
    assert all(one["error"] == "0" for one in lms.calls())
    rules = {one.partition(":")[0] for one in check_launches(lms.sessions(), "1.2")}
    assert rules == {"value"}
