"""Questions made of rows, as learners meet them: by keys, by touch, resumed, reviewed, told."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from tests.browser.lesson import Learner, learner
from tests.browser.test_keys import HEAR
from tests.render.site import write_site

from lessonkit.model.settings import Settings
from lessonkit.plan.page import page as plan
from lessonkit.read.module import read_text
from lessonkit.render.shell import Target

pytestmark = pytest.mark.browser

SOURCE = Path(__file__).parents[1] / "cases" / "modules" / "questions" / "module.md"
TARGETS: dict[str, Target] = {"1.2": "scorm12", "2004": "scorm2004"}


def site(folder: Path, target: Target = "html") -> Path:
    """The page of the module with these questions."""
    reading = read_text(SOURCE.read_text("utf-8"), "module.md", folder, Settings())
    assert reading.faults == ()
    assert reading.module is not None
    return write_site(plan(reading.module), folder, target)


@pytest.fixture
def one(tmp_path: Path, browser: Browser) -> Iterator[Learner]:
    """A learner with a keyboard on a phone, whose live regions are heard."""
    with learner(browser, site(tmp_path), init=HEAR, address="#hoi") as found:
        yield found


def heard(one: Learner) -> list[str]:
    """What live regions said since the last time."""
    one.page.wait_for_timeout(60)
    said: list[str] = one.page.evaluate("() => window.lkHeard.splice(0)")
    return [text.split("\n")[0] for text in said if text]


def press(one: Learner, *keys: str) -> None:
    """One key after the other."""
    for key in keys:
        one.page.keyboard.press(key)


def verdict(one: Learner, name: str) -> str:
    """What stands below the answer."""
    return one.question(name).locator(".lk-verdict").inner_text()


def test_scale_by_keys(one: Learner) -> None:
    form = one.question("tu-tin")
    form.locator("input").first.focus()
    press(one, "Space", "ArrowDown", "Enter")
    assert one.focused() == "lk-btn lk-btn-quiet lk-retry"
    assert heard(one) == ["Đã lưu câu trả lời"]
    assert form.locator("input:checked").input_value() == "1"
    assert form.locator(".lk-wrong, .lk-right, .lk-mark").count() == 0
    press(one, "Enter", "ArrowUp", "Enter")
    assert "Đọc lại phần hai nhé." in verdict(one, "tu-tin")
    one.page.reload()
    assert form.locator("input:checked").input_value() == "0"
    assert form.locator("input").first.is_disabled()
    assert form.locator(".lk-retry").is_visible()


def test_scale_left_open_asks_for_an_answer_and_holds_nobody(one: Learner) -> None:
    form = one.question("tu-tin")
    form.locator("[type=submit]").click()
    assert verdict(one, "tu-tin") == "Bạn hãy trả lời trước đã."
    assert form.locator("input").first.evaluate("(e) => e === document.activeElement")
    one.go("lk-close")
    assert "tự tin" not in one.page.locator("#lk-result").inner_text()
