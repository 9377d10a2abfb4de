"""`cloze`: gaps in running text by keys, by touch, tried again, resumed, reviewed, told."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from tests.browser import axe
from tests.browser.lesson import Learner, learner
from tests.browser.test_keys import HEAR
from tests.browser.test_look_access import WIDE
from tests.browser.test_rows import TARGETS, heard, press, verdict
from tests.render.site import write_site
from tests.witness.browser import Lms
from tests.witness.calls import check_launches, verdict_of_launches
from tests.witness.server import LessonServer

from lessonkit.model.settings import Settings
from lessonkit.plan.page import page as plan
from lessonkit.read.module import read_text
from lessonkit.render.shell import Target

pytestmark = pytest.mark.browser

MODULE = """---
id: bai-dien
title: Bài điền
lang: vi
tracking:
  complete: answered
  mastery: 0.8
---

## Điền {#dien}

:::{cloze} Điền vào chỗ trống.
:id: mot-ta
:match: fold
:partial:
:feedback-wrong: Đếm lại nhé.

Một tá có [[12|mười hai]] quả trứng. Công an [[*không bao giờ|chỉ khi có lệnh của toà|đôi khi]]
thu tiền **qua [[điện thoại]]**.

| Việc | Số |
|------|----|
| Hai tá | [[24]] |
:::

:::{cloze} Điền số phản ánh.
:id: so
:attempts: 1

Số phản ánh là [[156]], [[*đúng|sai]]?
:::
"""
FIELDS = ".lk-gap > :is(input, select)"


def site(folder: Path, target: Target = "html") -> Path:
    """The page of the module."""
    reading = read_text(MODULE, "module.md", folder, Settings())
    assert reading.faults == ()
    assert reading.module is not None
    return write_site(plan(reading.module), folder, target)


@pytest.fixture
def one(tmp_path: Path, browser: Browser) -> Iterator[Learner]:
    """A learner with a keyboard on a phone."""
    with learner(browser, site(tmp_path), init=HEAR, address="#dien") as found:
        yield found


def values(one: Learner, name: str) -> list[str]:
    """What the gaps hold."""
    found: list[str] = (
        one.question(name).locator(FIELDS).evaluate_all("(all) => all.map((each) => each.value)")
    )
    return found


def test_by_keys_wrong_then_right_then_kept(one: Learner) -> None:
    form = one.question("mot-ta")
    names = form.locator(FIELDS).evaluate_all("(all) => all.map((e) => e.ariaLabel)")
    assert names == [f"Chỗ trống {place} trên 4" for place in (1, 2, 3, 4)]
    form.locator("[type=submit]").press("Enter")
    assert verdict(one, "mot-ta") == "Bạn hãy trả lời trước đã."
    assert one.page.evaluate("() => document.activeElement.ariaLabel") == names[0]
    one.page.keyboard.type(" Mười  hai ")
    press(one, "Tab", "c", "Tab")
    one.page.keyboard.type("dien thoai")
    heard(one)
    press(one, "Enter")
    (said,) = heard(one)
    assert said.startswith("Đúng một phần")
    assert one.focused().endswith("lk-retry")
    assert form.locator(".lk-gap.lk-right .lk-mark").all_inner_texts() == ["Đúng", "Đúng"]
    assert form.locator(".lk-gap.lk-wrong .lk-mark").all_inner_texts() == ["Chưa đúng"] * 2
    assert "Đếm lại nhé." in verdict(one, "mot-ta")
    assert one.page.evaluate(WIDE) == []
    press(one, "Enter")
    assert values(one, "mot-ta") == ["Mười  hai", "", "dien thoai", ""]
    assert one.page.evaluate("() => document.activeElement.ariaLabel") == names[1]
    press(one, "k", "Tab", "Tab", "Tab")
    one.page.keyboard.type("24")
    press(one, "Enter")
    assert "Đúng rồi" in verdict(one, "mot-ta")
    one.page.reload()
    assert values(one, "mot-ta") == ["Mười  hai", "0", "dien thoai", "24"]
    assert form.locator(f"{FIELDS}:disabled").count() == 4
    assert form.locator(".lk-gap.lk-right").count() == 4


def test_without_tries_left_what_is_right_stands_beside(one: Learner) -> None:
    form = one.question("so")
    form.locator("input").fill("113")
    form.locator("[type=submit]").click()
    cures = form.locator(".lk-gap .lk-reply").all_inner_texts()
    assert cures == ["Đáp án đúng: 156", "Đáp án đúng: đúng"]
    assert "ở bên trên" in verdict(one, "so")
    assert form.locator(".lk-retry").is_hidden()


def test_by_touch_large_enough_and_within_the_page(tmp_path: Path, browser: Browser) -> None:
    with learner(browser, site(tmp_path), address="#dien", has_touch=True, is_mobile=True) as one:
        form = one.question("mot-ta")
        assert one.page.evaluate(WIDE) == []
        boxes = [field.bounding_box() for field in form.locator(FIELDS).all()]
        assert all(box and box["height"] >= 44 and box["width"] >= 44 for box in boxes)
        form.locator("input").first.tap()
        one.page.keyboard.insert_text("12")
        form.locator("select").select_option("0")
        form.locator("[type=submit]").tap()
        assert form.locator(".lk-gap.lk-right").count() == 2


@pytest.mark.parametrize("look", [{}, {"color_scheme": "dark"}, {"forced_colors": "active"}])
def test_axe(tmp_path: Path, browser: Browser, look: dict[str, Any]) -> None:
    with learner(browser, site(tmp_path), address="#dien", **look) as one:
        one.question("mot-ta").locator("input").first.fill("12")
        for again in (False, True):
            if again:
                one.question("mot-ta").locator("[type=submit]").click()
            found = axe.faults(one.page)
            assert [(each["id"], each["nodes"][0]["html"]) for each in found] == []


def test_without_scripts_and_on_paper(tmp_path: Path, browser: Browser) -> None:
    with learner(browser, site(tmp_path), java_script_enabled=False) as one:
        form = one.question("mot-ta")
        assert form.locator(FIELDS).count() == 4
        form.locator(".lk-key summary").click()
        key = form.locator(".lk-key li").all_inner_texts()
        assert key[0] == "Đáp án đúng: 12 hoặc mười hai"
        assert key[1] == "Đáp án đúng: không bao giờ"
        one.page.emulate_media(media="print")
        paper = form.locator(".lk-gap-paper")
        assert paper.is_visible()
        assert sorted(paper.inner_text().strip("()").split(" / "))[0] == "chỉ khi có lệnh của toà"
        assert not form.locator(".lk-key li").first.is_visible()


def fill(lms: Lms, *said: str) -> None:
    """Both questions, gap by gap."""
    fields = lms.lesson.locator(FIELDS)
    for place, value in enumerate(said):
        field = fields.nth(place)
        if field.is_disabled():
            continue
        if field.evaluate("(e) => e.tagName") == "SELECT":
            field.select_option(value)
        else:
            field.fill(value)
    for form in lms.lesson.locator("[type=submit]").all():
        if form.is_visible():
            form.click()
    lms.rests(60)


@pytest.mark.npm
@pytest.mark.parametrize("version", ["1.2", "2004"])
def test_what_a_platform_is_told(
    tmp_path: Path, browser: Browser, server: LessonServer, version: str
) -> None:
    folder = site(tmp_path, TARGETS[version]).parent
    server.mount({one.name: one.read_bytes() for one in folder.iterdir() if one.is_file()})
    context = browser.new_context(locale="vi-VN")
    page: Page = context.new_page()
    lms = Lms.open(page, server.lms(version))
    lms.lesson.evaluate("() => { location.hash = 'dien' }")
    fill(lms, "mười hai", "1", "a[,]b, {c}", "", "156", "0")
    lms.relaunch()
    lms.lesson.evaluate("() => { location.hash = 'dien' }")
    assert lms.lesson.locator(FIELDS).first.input_value() == "mười hai"
    lms.lesson.locator("#lk-q-mot-ta .lk-retry").click()
    fill(lms, "12", "0", "Điện thoại", "24")
    lms.relaunch(mode="review")
    lms.lesson.evaluate("() => { location.hash = 'dien' }")
    assert lms.lesson.locator(f"{FIELDS}:disabled").count() == 6
    assert lms.lesson.locator(".lk-retry:visible").count() == 0
    lms.close()
    assert check_launches(lms.sessions(), version) == []
    last = verdict_of_launches(lms.sessions()[:2], version)
    assert (last.completion, last.success, last.raw) == ("completed", "passed", 100)
    assert [(one.id, one.result) for one in last.answers] == [
        ("mot-ta", "0.25"),
        ("so", "correct"),
        ("mot-ta", "correct"),
    ]
    context.close()
