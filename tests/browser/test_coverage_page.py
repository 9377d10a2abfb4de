"""The page on coverage in a browser: choosing, unfolding, narrow screens, without scripts, axe."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect
from tests.browser import axe
from tests.plan.test_coverage import reported

from lessonkit.render.coverage import text

pytestmark = pytest.mark.browser

CASE = {
    "modules": {
        "mot": {"minutes": 9, "audience": ["dan"], "claims": ["a:1.1@1 1 2", "a:1.2@2 1 1"]},
        "hai": {"minutes": 4, "audience": ["dan", "can-bo"], "claims": ["a:1.1@1 1 2", "c:k 1 0"]},
        "ba": {"minutes": 4, "claims": ["a:1.1@3 1 4", "a:1.1@3 1 4"]},
    },
    "profiles": {"dan": ["a:1.1@1", "a:1.1@2", "a:2.1@1"], "can-bo": ["a:1.3@2"]},
}
SHOWN = "() => [...document.querySelectorAll('.map')].filter((e) => e.checkVisibility()).length"
WIDE = "() => document.documentElement.scrollWidth > innerWidth"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A page with every state of a cell but none by crosswalk alone."""
    path = tmp_path_factory.mktemp("coverage") / "do-phu.html"
    path.write_text(text("html", reported(CASE), "vi"), "utf-8")
    return path.as_uri()


def test_one_map_is_chosen_and_a_cell_unfolds_its_lessons(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    faults: list[str] = []
    page.on("console", lambda said: faults.append(said.text))
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(address)
    assert page.evaluate(SHOWN) == 1
    page.select_option("#group", "can-bo")
    assert page.locator(".map:visible h3").inner_text().endswith("can-bo")
    page.select_option("#framework", "c")
    assert page.locator(".map:visible").get_attribute("data-framework") == "c"
    page.select_option("#framework", "a")
    page.select_option("#group", "")
    cell = page.locator(".map:visible td.q a").first
    assert (
        cell.get_attribute("aria-label") == "Bậc 1: 2 bài, 6,5 phút, 4 câu hỏi, đã dạy và đánh giá"
    )
    cell.click()
    opened = page.locator("details.skill[open]")
    expect(opened).to_have_count(1)
    expect(opened).to_contain_text("modules/hai/module.md")
    assert faults == []
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_that_axe_finds_is_wrong(browser: Browser, address: str, scheme: Any) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 800}, color_scheme=scheme)
    page.goto(address)
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    found = axe.faults(page)
    assert [(one["id"], one["nodes"][0]["html"][:120]) for one in found] == []
    page.close()


def test_a_phone_without_scripts_shows_all_and_scrolls_one_way(
    browser: Browser, address: str
) -> None:
    context = browser.new_context(
        viewport={"width": 320, "height": 640}, java_script_enabled=False
    )  # fmt: skip
    page = context.new_page()
    page.goto(address)
    assert page.locator(".map:visible").count() == page.locator(".map").count() > 3
    assert not page.locator(".choose, .all").first.is_visible()
    assert page.locator("html").evaluate("(e) => e.scrollWidth <= innerWidth")
    context.close()


def test_the_page_is_printed_in_black_on_white_without_controls(
    browser: Browser, address: str, tmp_path: Path
) -> None:
    page = browser.new_page(color_scheme="dark")
    page.goto(address)
    page.emulate_media(media="print")
    assert (
        page.evaluate("getComputedStyle(document.querySelector('h1')).color") == "rgb(26, 31, 43)"
    )
    assert not page.locator(".contents, .choose, .all").first.is_visible()
    assert len(page.pdf(path=tmp_path / "a.pdf", prefer_css_page_size=True)) > 1000
    page.close()
