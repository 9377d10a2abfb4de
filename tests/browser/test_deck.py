"""The deck in a browser: keys, fingers, addresses, the speaker's view, paper, no scripts, axe."""

from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader
from tests.browser import axe
from tests.projects import KITCHEN_SINK

import lessonkit

pytestmark = pytest.mark.browser

OVER = """() => deck.slides.filter((slide) => {
  const body = slide.querySelector(".body");
  document.documentElement.classList.add("measure");
  const over = body && (body.scrollHeight > body.clientHeight + 1
    || body.scrollWidth > body.clientWidth + 1);
  document.documentElement.classList.remove("measure");
  return over;
}).map((slide) => slide.id)"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    out = tmp_path_factory.mktemp("deck")
    (outcome,) = lessonkit.build([KITCHEN_SINK], out=out, outputs=["slides"])
    assert not outcome.failed, outcome.diagnostics
    return (out / "kitchen-sink/kitchen-sink.slides.html").as_uri()


def opened(browser: Browser, address: str, faults: list[str]) -> Page:
    context = browser.new_context(viewport={"width": 1280, "height": 772}, has_touch=True)
    page = context.new_page()
    page.on("console", lambda said: faults.append(said.text))
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(address)
    return page


def here(page: Page) -> str:
    return str(page.evaluate("deck.slides[deck.here()].id"))


def comes_to(page: Page, name: str) -> None:
    """Wait until the other window has been heard; the policy of the page forbids a test's own."""
    for _ in range(500):
        if here(page) == name:
            return
        page.wait_for_timeout(20)
    assert here(page) == name


def test_keys_and_addresses_move_through_the_slides(browser: Browser, address: str) -> None:
    faults: list[str] = []
    page = opened(browser, f"{address}#hinh-va-tieng", faults)
    assert here(page) == "hinh-va-tieng"
    page.keyboard.press("ArrowRight")
    assert here(page) == "hinh-va-tieng-2"
    page.wait_for_url("**#hinh-va-tieng-2")
    assert page.evaluate("document.activeElement.closest('.slide').id") == "hinh-va-tieng-2"
    assert page.locator("[data-said]").inner_text().startswith("Trang ")
    page.keyboard.press("Home")
    assert here(page) == "lk-title"
    page.keyboard.press("Shift+Space")
    assert here(page) == "lk-title"
    for key in ("4", "Enter"):
        page.keyboard.press(key)
    assert page.evaluate("deck.here()") == 3
    page.keyboard.press("o")
    assert page.locator(".slide:visible").count() == page.evaluate("deck.slides.length")
    page.locator("#cau-hoi .go").click()
    assert here(page) == "cau-hoi"
    assert page.locator(".slide:visible").count() == 1
    page.keyboard.press("?")
    assert page.locator("dialog").is_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("d")
    assert page.evaluate("document.documentElement.dataset.shade") == "dark"
    assert page.evaluate(OVER) == []
    assert axe.faults(page) == []
    assert faults == []
    page.context.close()


def test_choices_of_a_story_lead_to_its_scenes_and_its_ends_back(
    browser: Browser, address: str
) -> None:
    faults: list[str] = []
    page = opened(browser, address, faults)
    page.evaluate("deck.go(deck.slides.findIndex((one) => /^1 ·/.test(one.innerText.trim())))")
    for choice in ("Hỏi thêm qua tin nhắn → 2", "Gửi tiền → 4", "Bắt đầu lại câu chuyện"):
        link = page.locator(".slide.on .body").get_by_role("link", name=choice)
        to = str(link.get_attribute("href")).removeprefix("#")
        link.click()
        page.wait_for_function("(id) => document.querySelector('.slide.on').id === id", arg=to)
    expect(page.locator(".slide.on h2")).to_have_text("1 · Tin nhắn")
    page.go_back()
    expect(page.locator(".slide.on h2")).to_have_text("4 · Không ai trả lời")
    assert faults == []
    page.context.close()


def test_fingers_and_small_screens(browser: Browser, address: str) -> None:
    faults: list[str] = []
    page = opened(browser, address, faults)
    page.set_viewport_size({"width": 360, "height": 640})
    swipe = """([from, to]) => {
      const main = document.querySelector(".slides");
      const touch = (x) => [new Touch({ identifier: 1, target: main, clientX: x, clientY: 200 })];
      main.dispatchEvent(new TouchEvent("touchstart", { touches: touch(from) }));
      main.dispatchEvent(new TouchEvent("touchend", { changedTouches: touch(to) }));
    }"""
    page.evaluate(swipe, [300, 100])
    assert page.evaluate("deck.here()") == 1
    page.evaluate(swipe, [100, 120])
    assert page.evaluate("deck.here()") == 1
    page.evaluate(swipe, [100, 300])
    assert page.evaluate("deck.here()") == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.evaluate("deck.go(deck.find('cau-hoi'))")
    # Letters are measured anew when the window has come to rest.
    for _ in range(200):
        if page.evaluate(OVER) == []:
            break
        page.wait_for_timeout(50)
    assert page.evaluate(OVER) == []
    size = "parseFloat(getComputedStyle(document.querySelector('.on .body')).fontSize)"
    assert page.evaluate(size) >= 15
    assert page.evaluate("document.querySelector('.on').offsetHeight") >= 580
    assert faults == []
    page.context.close()


def test_who_speaks_has_a_window_with_notes(browser: Browser, address: str) -> None:
    faults: list[str] = []
    page = opened(browser, f"{address}#cac-khoi-2", faults)
    with page.expect_popup() as waiting:
        page.keyboard.press("s")
    other = waiting.value
    other.wait_for_selector(".side:visible")
    assert here(other) == "cac-khoi-2"
    other.keyboard.press("ArrowRight")
    comes_to(page, "cac-khoi-3")
    page.keyboard.press("ArrowRight")
    comes_to(other, here(page))
    other.keyboard.press("ArrowLeft")
    comes_to(page, "cac-khoi-3")
    assert "Hỏi cả lớp trước khi mở câu trả lời." in other.locator(".spoken").inner_text()
    assert other.locator(".upcoming .slide").count() == 1
    assert axe.faults(other) == []
    assert faults == []
    page.context.close()


def test_on_paper_each_slide_has_a_page(browser: Browser, address: str) -> None:
    page = opened(browser, address, [])
    count = page.evaluate("deck.slides.length")
    pdf = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True)))
    assert len(pdf.pages) == count
    assert round(float(pdf.pages[0].mediabox.width)) == 960
    page.context.close()


def test_without_scripts_all_slides_are_read_below_each_other(
    browser: Browser, address: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    assert page.locator(".slide:visible").count() > 20
    assert not page.locator(".bar").is_visible()
    context.close()


def test_the_file_needs_nothing_else(address: str) -> None:
    text = Path(address.removeprefix("file://")).read_text("utf-8")
    assert "default-src &#39;none&#39;" in text
    assert "unsafe" not in text
    assert "style=" not in text.partition("<script")[0]
