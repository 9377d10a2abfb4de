"""Larger type for learners who need it, on screens of every width and on paper."""

from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from tests.render.site import everything, write_site

pytestmark = pytest.mark.browser

SIZES = """() => {
  return [parseFloat(getComputedStyle(document.body).fontSize),
    document.documentElement.scrollWidth - window.innerWidth];
}"""
"""Pixels of the running text, and what stands out of the window at its side."""


def test_larger_type_is_larger_and_fits(tmp_path: Path, browser: Browser) -> None:
    lesson = everything()
    found: dict[bool, tuple[float, float]] = {}
    context = browser.new_context(viewport={"width": 320, "height": 640}, locale="vi-VN")
    sheet = context.new_page()
    for large in (False, True):
        folder = tmp_path / str(large)
        folder.mkdir()
        url = write_site(replace(lesson, large_text=large), folder).as_uri()
        for step in (one.id for one in lesson.sections):
            sheet.goto(f"{url}#{step}")
            sheet.wait_for_selector(f"#{step}.lk-on")
            screen, over = sheet.evaluate(SIZES)
            assert over <= 0, step
        sheet.emulate_media(media="print")
        paper, _ = sheet.evaluate(SIZES)
        sheet.emulate_media(media="screen")
        found[large] = (screen, paper)
    context.close()

    (screen, paper), (large_screen, large_paper) = found[False], found[True]
    assert large_screen >= screen * 1.2
    # 96 pixels are an inch, 72 points too: on paper at least 16 points.
    assert large_paper > paper
    assert large_paper * 72 / 96 >= 16
