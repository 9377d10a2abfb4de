"""Lessons for Kolibri in a pretend one: progress, completion and return, in its sandbox."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Frame, Page
from tests.projects import lesson, project
from tests.witness.server import LessonServer

import lessonkit

pytestmark = [pytest.mark.browser]

INJECTED = (
    "if (window.parent && window.parent.hashi) {window.parent.hashi.initializeIframe(window);}"
)
"""What Kolibri puts at the head of every page of a zip, in effect (zip_wsgi.py@0279af6)."""
PAUSE = 1500
"""Milliseconds after which the lesson has told what was done."""
QUESTION = """
:::{choice} Việc thứ hai là gì?
:id: cau-hai
:objective: lam

- [x] Hỏi lại
  > Đúng.
- [ ] Bỏ qua
  > Chưa đúng.
- [ ] Gửi đi
  > Chưa đúng.
:::

:::{reflect} Bạn sẽ làm gì?
:id: nghi
:::

## Phần hai {#hai}

Đọc một câu nữa.
"""
TWO = lesson("hai-cau", QUESTION)
"""Two questions in the first section, each half of the score."""
READING = (
    TWO[: TWO.index(":::{choice}")]
    .replace("  mastery: 0.8\n", "")
    .replace("complete: answered", "complete: viewed")
    + QUESTION[QUESTION.index("## ") :]
)


class Kolibri:
    """A lesson opened in the pretend platform."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.page.goto(address, wait_until="load")

    @property
    def lesson(self) -> Frame:
        """The frame of the lesson, once it stands."""
        self._frame("kolibri_sandbox.html").wait_for_selector("#lesson")
        frame = self._frame("/lesson/index.html")
        frame.wait_for_selector(".lk-on")
        return frame

    def _frame(self, path: str) -> Frame:
        for _ in range(600):
            for one in self.page.frames:
                if re.sub(r"[?#].*", "", one.url).endswith(path):
                    return one
            self.page.wait_for_timeout(50)
        raise AssertionError(path)

    def go(self, step: str) -> None:
        """To a step by its address."""
        self.lesson.evaluate("(id) => { location.hash = id }", step)
        self.lesson.wait_for_selector(f"#{step}.lk-on")

    def answer(self, name: str, value: int) -> None:
        """Tick and check, with a pause in which the lesson tells it."""
        form = self.lesson.locator(f"#lk-q-{name}")
        form.locator(f'input[value="{value}"]').check()
        form.locator("[type=submit]").click()
        form.locator(".lk-verdict > :first-child").wait_for()

    def told(self) -> list[float]:
        """Every progress said to Kolibri since it was opened."""
        found: list[float] = self.page.evaluate("() => window.kolibri.told")
        return found

    def calls(self, name: str = "LMSSetValue") -> list[list[Any]]:
        """Of one function: arguments, answer, error."""
        found: list[list[Any]] = self._frame("kolibri_sandbox.html").evaluate(
            "(name) => window.shim.calls.filter(([one]) => one === name)", name
        )
        return [one[1:] for one in found]

    def leave(self) -> dict[str, Any]:
        """Close the lesson, a moment after the last act; what Kolibri has saved.

        Kolibri takes the frame away: what a page says while it goes does not arrive.
        """
        # By the clock of the lesson: what it wants to tell by then comes first.
        self.lesson.evaluate("(ms) => new Promise((done) => setTimeout(done, ms))", PAUSE)
        self.page.wait_for_timeout(50)
        self.page.evaluate("() => window.kolibri.close()")
        record: dict[str, Any] = self.page.evaluate("() => window.kolibri.record")
        return record

    def back(self) -> None:
        """Open it again."""
        self.page.evaluate("() => { window.kolibri.told.length = 0; window.kolibri.open(); }")


@pytest.fixture(scope="module")
def zips(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, bytes]]:
    """The zips for Kolibri, by id, with every page as Kolibri serves it."""
    folder = tmp_path_factory.mktemp("kolibri")
    passing = TWO.replace("hai-cau", "phai-dat").replace("answered", "passed")
    texts = {"hai-cau": TWO, "chi-doc": READING.replace("hai-cau", "chi-doc"), "phai-dat": passing}
    root = project(folder, {f"{name}/module.md": text for name, text in texts.items()})
    outcomes = lessonkit.build([root], profile="kolibri")
    assert not [one for one in outcomes if one.failed]
    return {name: _served(root / "build" / name / "html--kolibri") for name in texts}


def _served(folder: Path) -> dict[str, bytes]:
    found = {one.relative_to(folder).as_posix(): one for one in folder.rglob("*") if one.is_file()}
    files = {name: path.read_bytes() for name, path in found.items()}
    page = files["index.html"].decode()
    assert "<head>" in page
    files["index.html"] = page.replace("<head>", f"<head><script>{INJECTED}</script>").encode()
    return files


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """One page for all: each test has a server, so an origin, of its own."""
    context = browser.new_context(locale="vi-VN")
    yield context.new_page()
    context.close()


@pytest.fixture
def kolibri(
    zips: dict[str, dict[str, bytes]], page: Page, server: LessonServer, request: Any
) -> Kolibri:
    """The lesson named by the parameter, opened; else the one with two questions."""
    name, user = getattr(request, "param", ("hai-cau", "learner-1"))
    server.mount(zips[name])
    return Kolibri(page, server.kolibri(user=user))


def test_progress_rises_to_one(kolibri: Kolibri) -> None:
    """And everything told is taken; nothing is told that nobody reads."""
    kolibri.go("mot")
    kolibri.page.wait_for_function("() => window.kolibri.told.length")
    assert kolibri.told()[0] == 0
    kolibri.answer("cau-mot", 0)
    kolibri.page.wait_for_function("() => window.kolibri.told.some((share) => share >= 0.5)")
    assert kolibri.told()[-1] < 1
    assert kolibri.lesson.locator("#lk-problem").inner_text() == ""
    kolibri.answer("cau-hai", 0)
    kolibri.page.wait_for_function("() => window.kolibri.record.complete")
    assert [one for one in kolibri.calls() if one[2] != "true"] == []
    assert not [one for one in kolibri.calls() if one[0].startswith(("cmi.inter", "cmi.objec"))]
    assert kolibri.told() == sorted(kolibri.told())
    record = kolibri.leave()
    assert (record["progress"], record["finished"]) == (1, 1)
    assert record["state"]["cmi"]["core"]["lesson_status"] == "passed"


def test_a_learner_who_returns_goes_on(kolibri: Kolibri) -> None:
    kolibri.go("mot")
    kolibri.answer("cau-mot", 0)
    kolibri.lesson.locator("#lk-q-nghi textarea").fill("Tôi sẽ hỏi lại.")
    kolibri.lesson.locator("#lk-q-nghi [type=submit]").click()
    half = kolibri.leave()
    assert 0 < half["progress"] < 1
    kolibri.back()
    kolibri.lesson.wait_for_selector("#lk-q-cau-mot .lk-verdict > :first-child", state="attached")
    kolibri.go("mot")
    assert kolibri.lesson.locator("#lk-q-nghi textarea").input_value() == "Tôi sẽ hỏi lại."
    kolibri.answer("cau-hai", 0)
    kolibri.page.wait_for_function("() => window.kolibri.record.complete")
    record = kolibri.leave()
    assert record["state"]["cmi"]["core"]["lesson_status"] == "passed"
    assert record["progress"] == 1


def test_a_lesson_that_is_done_opens_for_a_look_and_says_nothing(kolibri: Kolibri) -> None:
    kolibri.go("mot")
    kolibri.answer("cau-mot", 0)
    kolibri.answer("cau-hai", 0)
    kolibri.page.wait_for_function("() => window.kolibri.record.complete")
    before = kolibri.leave()
    kolibri.back()
    kolibri.lesson.wait_for_selector("#lk-q-cau-mot .lk-verdict > :first-child", state="attached")
    assert kolibri.calls() == []
    assert kolibri.leave()["state"] == before["state"]


@pytest.mark.parametrize("kolibri", [("phai-dat", "learner-1")], indirect=True)
def test_who_must_pass_is_not_done_before(kolibri: Kolibri) -> None:
    kolibri.go("mot")
    kolibri.answer("cau-mot", 1)
    kolibri.answer("cau-hai", 0)
    kolibri.go("hai")
    record = kolibri.leave()
    assert 0.9 < record["progress"] < 1
    assert not record["complete"]


@pytest.mark.parametrize("kolibri", [("chi-doc", "learner-1")], indirect=True)
def test_a_lesson_without_questions_is_done_when_it_was_read(kolibri: Kolibri) -> None:
    """`completed` alone would count for nothing in Kolibri."""
    kolibri.go("mot")
    kolibri.page.wait_for_function("() => window.kolibri.told.length")
    assert kolibri.told()[-1] < 1
    kolibri.go("hai")
    kolibri.page.wait_for_function("() => window.kolibri.record.complete")
    assert kolibri.leave()["state"]["cmi"]["core"]["lesson_status"] == "completed"


@pytest.mark.parametrize("kolibri", [("hai-cau", "")], indirect=True)
def test_a_guest_can_learn_and_nothing_is_recorded(kolibri: Kolibri) -> None:
    kolibri.go("mot")
    kolibri.answer("cau-mot", 0)
    assert kolibri.calls() == []
    assert kolibri.leave()["saves"] == 0
