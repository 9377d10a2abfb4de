"""A learner's story with a real run-time: every call is held against the strict checker."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from tests.browser.bare import QUESTIONS, RIGHT, WRONG, answer, lesson, result, told
from tests.witness.browser import Lms
from tests.witness.calls import check_launches, verdict_of_launches
from tests.witness.server import LessonServer

pytestmark = [pytest.mark.browser, pytest.mark.npm]

SET = {"1.2": "LMSSetValue", "2004": "SetValue"}
GET = {"1.2": "LMSGetValue", "2004": "GetValue"}
STATUS = {"1.2": "cmi.core.lesson_status", "2004": "cmi.success_status"}
IDS = [one["id"] for one in QUESTIONS]


@pytest.fixture(params=["1.2", "2004"])
def version(request: pytest.FixtureRequest) -> str:
    """Both versions of SCORM."""
    found: str = request.param
    return found


@pytest.fixture(scope="module")
def one_page(browser: Browser) -> Iterator[Page]:
    """A page for many tests: each has a server, so an origin, of its own."""
    context = browser.new_context(locale="vi-VN")
    yield context.new_page()
    context.close()


@pytest.fixture
def lms(one_page: Page, server: LessonServer, version: str) -> Lms:
    """A launched lesson with two attempts and a mastery of 0.8."""
    server.mount(lesson(version))
    return Lms.open(one_page, server.lms(version))


def faults(lms: Lms, version: str) -> list[str]:
    return check_launches(lms.sessions(), version)


def test_wrong_left_resumed_right_passed_reviewed(lms: Lms, version: str) -> None:
    lms.lesson.evaluate("session.goTo(0); session.goTo(1); session.tick('viec-lam', 1, true)")
    answer(lms, WRONG)
    assert result(lms)["complete"] is False
    lms.close()
    first = verdict_of_launches(lms.sessions(), version)
    assert (first.completion, first.success, first.raw, first.resumes) == (
        "incomplete",
        "unknown",
        0,
        True,
    )

    lms.relaunch()
    assert told(lms, "session.state.place") == 1
    assert told(lms, "session.state.ticks") == {"viec-lam": [False, True]}
    kept = told(lms, "session.state.answers")
    assert {name: one["answer"] for name, one in kept.items()} == WRONG
    answer(lms, RIGHT)
    assert result(lms)["success"] == "passed"
    lms.close()

    lms.relaunch(mode="review")
    kept = told(lms, "session.state.answers")
    assert {name: one["answer"] for name, one in kept.items()} == RIGHT
    assert told(lms, "session.mode") == "review"
    lms.lesson.evaluate("session.goTo(0); session.retry(); session.answer('dung-sai', false)")
    lms.rests(1100)
    lms.close()

    last = verdict_of_launches(lms.sessions()[:2], version)
    assert (last.completion, last.success, last.raw) == ("completed", "passed", 100)
    assert [one.result for one in last.answers] == ["incorrect"] * 5 + ["correct"] * 5
    assert [one.id for one in last.answers] == IDS * 2
    assert faults(lms, version) == []


def test_failed_at_the_last_attempt(lms: Lms, version: str) -> None:
    answer(lms, WRONG)
    lms.lesson.evaluate("session.retry()")
    answer(lms, {**WRONG, "dung-sai": True})
    assert result(lms)["success"] == "failed"
    lms.relaunch()
    assert told(lms, "session.answer('cuoc-goi', [1])")["right"] is False
    lms.close()
    last = verdict_of_launches(lms.sessions(), version)
    assert (last.completion, last.success, last.raw) == ("completed", "failed", 20)
    assert faults(lms, version) == []


@pytest.mark.parametrize("mode", ["browse", "review"])
def test_nothing_is_written_in(mode: str, lms: Lms, version: str) -> None:
    lms.relaunch(mode=mode)
    lms.lesson.evaluate("session.goTo(1)")
    answer(lms, RIGHT)
    lms.rests(1100)
    lms.close()
    calls = {call["fn"] for call in lms.calls(2)}
    assert SET[version] not in calls
    assert faults(lms, version) == []


@pytest.mark.parametrize("complete", ["viewed", "passed"])
def test_complete(complete: str, one_page: Page, server: LessonServer, version: str) -> None:
    server.mount(lesson(version, complete=complete))
    lms = Lms.open(one_page, server.lms(version))
    lms.lesson.evaluate("session.goTo(0); session.goTo(1)")
    lms.rests(100)
    if complete == "passed":
        assert result(lms)["complete"] is False
        answer(lms, dict(list(RIGHT.items())[:4]))
    lms.close()
    last = verdict_of_launches(lms.sessions(), version)
    assert (last.completion, last.success) == (
        "completed",
        "passed" if complete == "passed" else "unknown",
    )
    assert faults(lms, version) == []


def test_a_crash_keeps_every_answer(lms: Lms, version: str) -> None:
    answer(lms, {"cuoc-goi": [1], "so-nao": "113"})
    lms.crash()
    lms.relaunch()
    assert told(lms, "session.state.answers")["so-nao"]["answer"] == "113"
    assert told(lms, "session.result().answered") == 2
    lms.close()
    assert check_launches(lms.sessions()[1:], version) == []


def test_hidden_is_committed(lms: Lms, version: str) -> None:
    lms.lesson.evaluate("session.goTo(1)")
    lms.lesson.evaluate(
        """() => {
          Object.defineProperty(document, "visibilityState", { value: "hidden" });
          document.dispatchEvent(new Event("visibilitychange"));
        }"""
    )
    lms.crash()
    lms.relaunch()
    assert told(lms, "session.state.place") == 1
    assert lms.state()["total"] >= 0


@pytest.mark.parametrize("api", ["nested", "opener"])
def test_the_platform_lies(api: str, page: Page, server: LessonServer, version: str) -> None:
    server.mount(lesson(version))
    if api == "opener":
        with page.expect_popup() as popup:
            lms = Lms.open(page, server.lms(version, api=api))
        popup.value.wait_for_load_state("load")
        assert popup.value.evaluate("session.connection") == "found"
    else:
        lms = Lms.open(page, server.lms(version, api=api))
        assert told(lms, "session.connection") == "found"
    lms.close()
    assert faults(lms, version) == []


def test_within_a_page_of_another_origin(
    one_page: Page, server: LessonServer, version: str
) -> None:
    server.mount(lesson(version))
    lms = Lms.open(one_page, server.framed(server.lms(version)))
    answer(lms, RIGHT)
    lms.close()
    assert verdict_of_launches(lms.sessions(), version).success == "passed"
    assert faults(lms, version) == []


def test_a_platform_beyond_reach_is_said(page: Page, server: LessonServer, version: str) -> None:
    server.mount(lesson(version))
    page.clock.install()
    inside = f"{server.foreign}/lesson/index.html"
    lms = Lms.open(page, server.lms(version, inside))
    answer(lms, RIGHT)
    page.clock.run_for(6000)
    assert told(lms, "session.connection") == "missing"
    assert told(lms, "problems") == ["missing"]
    assert result(lms)["success"] == "passed"


def test_no_platform(page: Page, server: LessonServer, version: str) -> None:
    server.mount(lesson(version))
    page.clock.install()
    lms = Lms.open(page, server.lms(version, api="missing"))
    assert told(lms, "[session.connection, problems]") == ["searching", []]
    answer(lms, RIGHT)
    page.clock.run_for(6000)
    assert told(lms, "session.connection") == "missing"
    assert told(lms, "problems") == ["missing"]
    assert result(lms)["success"] == "passed"


def test_a_late_platform_gets_everything(
    one_page: Page, server: LessonServer, version: str
) -> None:
    server.mount(lesson(version))
    lms = Lms.open(one_page, server.lms(version, api="missing"))
    answer(lms, RIGHT)
    assert told(lms, "session.connection") == "searching"
    lms.frame.evaluate("() => window.lms.offer()")
    lms.lesson.wait_for_function("() => session.connection === 'found'")
    lms.close()
    last = verdict_of_launches(lms.sessions(), version)
    assert (last.success, last.raw, len(last.answers)) == ("passed", 100, 5)
    assert faults(lms, version) == []


def faulty(role: str, version: str) -> str:
    """The name of a function of the API."""
    names = {
        "open": "Initialize",
        "get": "GetValue",
        "set": "SetValue",
        "commit": "Commit",
        "close": "Finish" if version == "1.2" else "Terminate",
        "error": "GetLastError",
    }
    return f"LMS{names[role]}" if version == "1.2" else names[role]


def test_an_api_that_throws_at_the_start(page: Page, server: LessonServer, version: str) -> None:
    server.mount(lesson(version))
    page.clock.install()
    lms = Lms.open(page, server.lms(version, throw=faulty("open", version)))
    answer(lms, RIGHT)
    page.clock.run_for(6000)
    assert told(lms, "[session.connection, problems]") == ["failed", ["failed"]]
    assert result(lms)["success"] == "passed"


@pytest.mark.parametrize("role", ["get", "set", "commit", "close", "error"])
def test_an_api_that_throws(role: str, one_page: Page, server: LessonServer, version: str) -> None:
    server.mount(lesson(version))
    lms = Lms.open(one_page, server.lms(version, throw=faulty(role, version)))
    lms.lesson.evaluate("() => { onerror = (text) => { problems.push(text); }; }")
    answer(lms, RIGHT)
    assert result(lms)["success"] == "passed"
    expected = {"get": ["unsaved"], "set": ["unsaved", "untold"], "commit": ["untold"]}
    assert told(lms, "problems") == expected.get(role, [])
    lms.close()
    if role in ("get", "error", "close"):
        assert lms.state()["values"][STATUS[version]] == "passed"


@pytest.mark.parametrize("kind", ["number", "boolean", "empty"])
def test_answers_in_other_forms(
    kind: str, one_page: Page, server: LessonServer, version: str
) -> None:
    names = ("Initialize", "SetValue", "Commit", *(("GetValue",) if kind == "empty" else ()))
    prefix = "LMS" if version == "1.2" else ""
    if kind == "empty":  # the answer is put in place of the call, so only reading can be told so
        names = ("GetValue",)
    query = "".join(f"&answer={prefix}{name}:{kind}" for name in names)
    server.mount(lesson(version))
    lms = Lms.open(one_page, server.lms(version) + query)
    answer(lms, RIGHT)
    assert told(lms, "[session.connection, problems]") == ["found", []]
    lms.close()
    assert lms.state()["values"][STATUS[version]] == "passed"


def test_a_refused_state_is_kept_and_told_later(lms: Lms, version: str) -> None:
    lms.switch(refuses=["cmi.suspend_data"])
    answer(lms, {"cuoc-goi": [1]})
    assert told(lms, "problems") == ["unsaved"]
    lms.crash()
    lms.relaunch()
    assert told(lms, "session.state.answers")["cuoc-goi"]["right"] is True
    lms.switch(refuses=[])
    answer(lms, {"dung-sai": True})
    assert told(lms, "problems") == ["unsaved", "unsaved solved"]
    assert told(lms, "Object.keys(localStorage)") == []
    lms.close()


def test_a_refused_status_is_said(lms: Lms, version: str) -> None:
    lms.switch(refuses=[STATUS[version]])
    answer(lms, RIGHT)
    assert told(lms, "problems") == ["untold"]
    lms.switch(refuses=[])
    lms.lesson.evaluate("session.goTo(1)")
    lms.rests(1100)
    assert told(lms, "problems") == ["untold", "untold solved"]
    lms.close()
    assert lms.state()["values"][STATUS[version]] == "passed"


def test_plain_html_remembers(one_page: Page, server: LessonServer) -> None:
    server.mount(lesson(""))
    address = f"{server.origin}/lesson/index.html"
    one_page.goto(address)
    one_page.evaluate("session.goTo(1); session.answer('so-nao', 'mot mot ba')")
    one_page.reload()
    assert one_page.evaluate("[session.connection, session.state.place]") == ["none", 1]
    assert one_page.evaluate("session.state.answers['so-nao'].right") is True


def test_plain_html_from_a_file(one_page: Page, tmp_path: Path) -> None:
    for name, data in lesson("").items():
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    one_page.goto((tmp_path / "index.html").as_uri())
    one_page.evaluate("session.answer('dung-sai', true)")
    assert one_page.evaluate("problems") == []
    assert one_page.evaluate("session.state.answers['dung-sai'].right") is True
