"""`hotspot`: areas of a picture by keys, by touch, from the list; tried again, resumed, told."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from tests.browser import axe
from tests.browser.lesson import Learner, learner
from tests.browser.test_look_access import WIDE
from tests.browser.test_rows import TARGETS, press, verdict
from tests.render.site import EVERYTHING, write_site
from tests.witness.browser import Lms
from tests.witness.calls import check_launches, verdict_of_launches
from tests.witness.server import LessonServer

from lessonkit.model.settings import Settings
from lessonkit.plan.page import page as plan
from lessonkit.read.module import read_text
from lessonkit.render.shell import Target

pytestmark = pytest.mark.browser

MODULE = """---
id: bai-vung
title: Bài vùng
lang: vi
tracking:
  complete: answered
  mastery: 0.8
---

## Vùng {#vung}

:::{hotspot} Bạn đăng nhập ở đâu?
:id: dang-nhap

![Trang chủ có một nút và một ô](media/anh.png "Ảnh chụp")

- [ ] (5%, 40%, 60%, 20%) Ô tìm kiếm
  > Ô này để tìm.
- [x] (60%, 5%, 35%, 25%) Nút “Đăng nhập”
  > Đúng rồi đấy.
- [ ] (80%, 80%, 2%, 2%) Dòng bản quyền
:::
"""


def site(folder: Path, target: Target = "html") -> Path:
    """The page of the module."""
    reading = read_text(MODULE, "module.md", EVERYTHING, Settings())
    assert reading.faults == ()
    assert reading.module is not None
    return write_site(plan(reading.module), folder, target)


@pytest.fixture
def one(tmp_path: Path, browser: Browser) -> Iterator[Learner]:
    """A learner with a keyboard on a phone."""
    with learner(browser, site(tmp_path), address="#vung") as found:
        yield found


def names(one: Learner) -> list[str]:
    """What the areas are called, as they stand."""
    found: list[str] = one.page.locator(".lk-area").evaluate_all(
        "(all) => all.map((each) => each.ariaLabel)"
    )
    return found


def test_by_keys_wrong_then_right_then_kept(one: Learner) -> None:
    form = one.question("dang-nhap")
    assert names(one) == ["Vùng 1", "Vùng 2", "Vùng 3"]
    assert form.locator("img").get_attribute("alt") == "Trang chủ có một nút và một ô"
    assert not form.locator(".lk-opts").is_visible()
    form.locator("[type=submit]").press("Enter")
    assert "trả lời trước" in verdict(one, "dang-nhap")
    assert one.focused() == "lk-area"
    press(one, "Enter")
    assert form.locator(".lk-area").first.get_attribute("aria-pressed") == "true"
    form.locator("[type=submit]").press("Enter")
    assert names(one)[0] == "Vùng 1: Ô tìm kiếm"
    assert form.locator(".lk-area.lk-wrong:disabled").count() == 1
    assert form.locator(".lk-area.lk-right").count() == 0
    assert form.locator(".lk-opt .lk-reply").inner_text() == "Ô này để tìm."
    assert one.focused().endswith("lk-retry")
    press(one, "Enter")
    assert one.focused().startswith("lk-area")
    assert names(one) == ["Vùng 1", "Vùng 2", "Vùng 3"]
    form.locator(".lk-area").nth(1).focus()
    press(one, "Space")
    assert form.locator('[aria-pressed="true"]').count() == 1
    form.locator("[type=submit]").press("Enter")
    assert "Đúng rồi" in verdict(one, "dang-nhap")
    one.page.reload()
    assert form.locator(".lk-area.lk-right:disabled").count() == 1
    assert names(one)[1] == "Vùng 2: Nút “Đăng nhập”"


def test_from_the_list_without_the_picture(one: Learner) -> None:
    form = one.question("dang-nhap")
    form.locator(".lk-hot-list summary").focus()
    press(one, "Enter")
    form.locator("[type=submit]").press("Enter")
    assert one.page.evaluate("() => document.activeElement.type") == "radio"
    press(one, "Space", "ArrowDown")
    assert form.locator(".lk-area").nth(1).get_attribute("aria-pressed") == "true"
    press(one, "Enter")
    assert "Đúng rồi" in verdict(one, "dang-nhap")


def test_by_touch_large_enough_where_it_belongs(tmp_path: Path, browser: Browser) -> None:
    with learner(browser, site(tmp_path), address="#vung", has_touch=True, is_mobile=True) as one:
        assert one.page.evaluate(WIDE) == []
        form = one.question("dang-nhap")
        image = form.locator("img").bounding_box()
        boxes = [area.bounding_box() for area in form.locator(".lk-area").all()]
        assert image is not None
        for box, (left, top, width, _) in zip(
            boxes, ((5, 40, 60, 20), (60, 5, 35, 25), (80, 80, 2, 2)), strict=True
        ):
            assert box is not None
            assert box["width"] >= 24
            assert box["height"] >= 24
            assert box["x"] - image["x"] == pytest.approx(image["width"] * left / 100, abs=1)
            assert box["y"] - image["y"] == pytest.approx(image["height"] * top / 100, abs=1)
            assert box["width"] == pytest.approx(max(24, image["width"] * width / 100), abs=1)
        form.locator(".lk-area").nth(1).tap()
        form.locator("[type=submit]").tap()
        assert "Đúng rồi" in verdict(one, "dang-nhap")


@pytest.mark.parametrize("look", [{}, {"color_scheme": "dark"}, {"forced_colors": "active"}])
def test_axe(tmp_path: Path, browser: Browser, look: dict[str, Any]) -> None:
    with learner(browser, site(tmp_path), address="#vung", **look) as one:
        for again in (False, True):
            if again:
                one.page.locator(".lk-area").first.click()
                one.question("dang-nhap").locator("[type=submit]").click()
            found = axe.faults(one.page)
            assert [(each["id"], each["nodes"][0]["html"]) for each in found] == []


def test_without_scripts(tmp_path: Path, browser: Browser) -> None:
    with learner(browser, site(tmp_path), java_script_enabled=False) as one:
        form = one.question("dang-nhap")
        assert form.locator(".lk-area").count() == 0
        assert form.locator(".lk-opt").first.is_visible()
        form.locator(".lk-key summary").click()
        assert "Đáp án đúng: Nút “Đăng nhập”" in form.locator(".lk-key").inner_text()


@pytest.mark.npm
@pytest.mark.parametrize("version", ["1.2", "2004"])
def test_what_a_platform_is_told(
    tmp_path: Path, browser: Browser, server: LessonServer, version: str
) -> None:
    folder = site(tmp_path, TARGETS[version]).parent
    files = (one for one in folder.rglob("*") if one.is_file())
    server.mount({one.relative_to(folder).as_posix(): one.read_bytes() for one in files})
    context = browser.new_context(locale="vi-VN")
    page: Page = context.new_page()
    lms = Lms.open(page, server.lms(version))
    for place in (0, 1):
        lms.lesson.evaluate("() => { location.hash = 'vung' }")
        if place:
            lms.lesson.locator(".lk-retry").click()
        lms.lesson.locator(".lk-area").nth(place).click()
        lms.lesson.locator("[type=submit]").click()
        lms.rests(60)
        lms.relaunch(**({"mode": "review"} if place else {}))
    lms.lesson.evaluate("() => { location.hash = 'vung' }")
    assert lms.lesson.locator(".lk-area:disabled").count() == 3
    lms.close()
    assert check_launches(lms.sessions(), version) == []
    last = verdict_of_launches(lms.sessions()[:2], version)
    assert (last.completion, last.success, last.raw) == ("completed", "passed", 100)
    assert [one.result for one in last.answers] == ["incorrect", "correct"]
    context.close()
