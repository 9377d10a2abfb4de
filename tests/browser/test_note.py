"""`reflect`: a learner's note by keys alone, kept, changed, taken away, printed, told nobody."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from tests.browser.lesson import Learner, learner
from tests.browser.test_look_access import WIDE
from tests.render.site import write_site
from tests.witness.browser import Lms
from tests.witness.calls import check_launches
from tests.witness.server import LessonServer

from lessonkit import build
from lessonkit.model.settings import Settings
from lessonkit.plan.page import page as plan
from lessonkit.read.module import read_text

pytestmark = pytest.mark.browser

MODULE = """---
id: bai-ghi
title: Bài ghi chú
lang: vi
tracking:
  complete: answered
  mastery: 0.5
---

## Nghĩ {#nghi}

:::{reflect} Lần gần nhất bạn **nghi ngờ** một cuộc gọi, bạn đã làm gì?
:id: nho-lai
:hint: Nhớ lại xem ai gọi.
:::

:::{truefalse} Công an thu tiền qua điện thoại.
:id: dung-sai
:answer: false

> true: Không bao giờ.
> false: Đúng vậy.
:::
"""
NOTE = "Tôi đã <b>cúp máy</b> & gọi lại.\nRồi kể cho mẹ “nghe”."
SUFFIX = {"1.2": "scorm12", "2004": "scorm2004"}


@pytest.fixture
def one(tmp_path: Path, browser: Browser) -> Iterator[Learner]:
    """The lesson on a phone, at its section."""
    module = read_text(MODULE, "module.md", tmp_path, Settings()).module
    assert module is not None
    with learner(browser, write_site(plan(module), tmp_path)) as found:
        found.next()
        yield found


def kept(one: Learner) -> str:
    """What the field holds after the page is opened again."""
    one.page.reload()
    return one.question("nho-lai").locator("textarea").input_value()


def test_write_change_and_take_away_by_keys(one: Learner) -> None:
    form, keys = one.question("nho-lai"), one.page.keyboard
    field = form.locator("textarea")
    assert field.get_attribute("id") == "lk-in-nho-lai"
    assert form.get_by_label("Ghi chú của bạn").count() == 1
    field.focus()
    keys.insert_text(NOTE)
    keys.press("Tab")
    assert form.locator(".lk-verdict").inner_text().startswith("Đã lưu ghi chú.")
    assert form.locator(".lk-verdict").get_attribute("role") == "status"
    assert kept(one) == NOTE
    field.focus()
    keys.press("Control+A")
    keys.press("Delete")
    keys.press("Tab")
    keys.press("Tab")
    keys.press("Enter")
    assert "trống" in form.locator(".lk-verdict").inner_text()
    assert kept(one) == ""


def test_the_field_grows_on_the_screen_and_on_paper(one: Learner) -> None:
    field = one.question("nho-lai").locator("textarea")
    low = field.evaluate("(e) => e.clientHeight")
    field.fill("dòng dài hơn một chút\n" * 40)
    hidden = "(e) => e.scrollHeight - e.clientHeight"
    assert field.evaluate("(e) => e.clientHeight") > low
    assert field.evaluate(hidden) <= 1
    assert one.page.evaluate(WIDE) == []
    one.page.emulate_media(media="print")
    one.page.set_viewport_size({"width": 500, "height": 800})
    assert field.evaluate(hidden) <= 1
    assert field.is_visible()


def test_it_counts_for_nothing(one: Learner) -> None:
    assert "lk-btn-quiet" in str(one.page.get_attribute("#lk-next", "class"))
    one.answer("dung-sai", "false")
    assert "lk-btn-main" in str(one.page.get_attribute("#lk-next", "class"))
    one.next()
    assert one.page.inner_text("#lk-result").startswith("Bạn trả lời đúng 1 trên 1 câu.")


def test_it_is_read_without_scripts(tmp_path: Path, browser: Browser) -> None:
    module = read_text(MODULE, "module.md", tmp_path, Settings()).module
    assert module is not None
    with learner(browser, write_site(plan(module), tmp_path), java_script_enabled=False) as found:
        form = found.question("nho-lai")
        assert form.locator("textarea").is_visible()
        assert not form.locator("button").is_visible()
        assert form.locator(".lk-key").count() == 0


@pytest.mark.npm
@pytest.mark.parametrize("version", ["1.2", "2004"])
def test_a_platform_keeps_it_and_is_told_no_answer(
    page: Page, server: LessonServer, tmp_path: Path, version: str
) -> None:
    (tmp_path / "lessonkit.toml").write_text("")
    source = tmp_path / "bai-ghi" / "module.md"
    source.parent.mkdir()
    source.write_text(MODULE, "utf-8")
    (made,) = build([source.parent], out=tmp_path / "out", outputs=[SUFFIX[version]])
    assert not made.failed
    server.mount(tmp_path / "out" / "bai-ghi" / f"bai-ghi.{SUFFIX[version]}.zip")
    lms = Lms.open(page, server.lms(version))
    lms.lesson.locator("#lk-next").click()
    lms.lesson.locator("textarea").fill(NOTE)
    lms.lesson.locator("#lk-next").click()
    lms.rests(60)
    lms.close()
    told = [call for call in lms.calls() if "interactions" in str(call["args"])]
    assert told == []
    assert not [
        call for call in lms.calls() if "score" in str(call["args"][:1]) and call["args"][1:]
    ]
    lms.relaunch(mode="review")
    lms.lesson.locator("#lk-next").click()
    field = lms.lesson.locator("textarea")
    assert field.input_value() == NOTE
    assert not field.is_editable()
    lms.close()
    assert check_launches(lms.sessions(), version) == []
