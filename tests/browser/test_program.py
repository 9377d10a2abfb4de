"""The page of a programme: it tells what this browser knows of its lessons, and nothing else."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.browser.lesson import DESK, PHONE, learner
from tests.projects import lesson, project
from tests.witness.server import LessonServer

import lessonkit

pytestmark = pytest.mark.browser

PROGRAM = """\
title: Chương trình thử với một cái tên khá dài để xuống dòng
summary: Hai bài để thử.
audience: nguoi-dan
modules: [a, b]
covers: ["tt02-2025:1.1@1"]
hours: 1.5
certificate: |
  Đã học xong hai bài.
  Hãy chỉ lại cho một người.
authors: [Người thử]
license: CC-BY-4.0
"""
REFUSED = """Object.defineProperty(window, "localStorage",
  { get() { throw new DOMException("no", "SecurityError"); } });"""


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A programme of two lessons as pages."""
    root = tmp_path_factory.mktemp("programme")
    more = "\n## Phần hai {#hai}\n\nĐọc thêm một câu.\n"
    project(root, {f"{name}/module.md": lesson(name, more) for name in "ab"})
    (root / "modules/ct.program.yaml").write_text(PROGRAM, "utf-8")
    outcomes = lessonkit.build([root], outputs=["html"])
    assert not any(one.failed for one in outcomes), outcomes
    return root / "build/ct"


@pytest.fixture
def served(bundle: Path, server: LessonServer, browser: Browser) -> Iterator[Page]:
    """The page as a web site gives it, on a phone."""
    context = browser.new_context(viewport={"width": 360, "height": 640}, locale="vi-VN")
    page = context.new_page()
    page.goto(f"{server.origin}{server.mount(bundle)}index.html")
    yield page
    context.close()


def learn(page: Page, *, whole: bool) -> None:
    """In an open lesson: look at the first section, or do all there is."""
    page.wait_for_selector(".lk-on")
    page.click("#lk-next")
    page.wait_for_selector(".lk-on:not(#lk-open)")
    if whole:
        page.locator("#lk-q-cau-mot input").first.check()
        page.locator("#lk-q-cau-mot [type=submit]").click()
        for step in ("hai", "lk-close"):
            page.click("#lk-next")
            page.wait_for_selector(f"#{step}.lk-on")


def said(page: Page) -> list[str]:
    """What the page of the programme says of each lesson, once it is there."""
    page.wait_for_selector(".lk-stage-state", state="attached")
    return page.locator(".lk-stage-state").all_inner_texts()


def test_the_way_through_a_programme(served: Page) -> None:
    """Begun, done, back by the lesson's own button, whole, the learner's sheet."""
    page = served
    assert said(page) == ["", ""]
    expect(page.locator("#lk-next")).to_have_text("Bắt đầu bài 1")
    page.click("#lk-next")
    learn(page, whole=False)
    page.locator("#lk-menu").click()
    page.get_by_role("link", name="Về trang chương trình").click()
    assert said(page) == ["Đang học: phần 1 trên 2", ""]
    expect(page.locator("#lk-next")).to_have_text("Học tiếp bài 1")
    page.click("#lk-next")
    learn(page, whole=True)
    page.get_by_role("link", name="Về trang chương trình").click()
    assert said(page) == ["Đã học xong", ""]
    expect(page.locator("#lk-done-text")).to_have_text("Bạn đã học xong 1 trên 2 bài.")
    expect(page.locator("#lk-paper")).to_be_hidden()
    expect(page.locator("#lk-next")).to_have_text("Học tiếp: bài 2")
    page.click("#lk-next")
    learn(page, whole=True)
    page.get_by_role("link", name="Về trang chương trình").click()
    assert said(page) == ["Đã học xong", "Đã học xong"]
    expect(page.locator("#lk-bar")).to_be_hidden()
    page.fill("#lk-name", "Nguyễn Thị Hương Giang")
    page.evaluate("window.print = () => {}")
    page.click("#lk-print")
    page.emulate_media(media="print")
    expect(page.locator(".lk-sheet")).to_contain_text("Nguyễn Thị Hương Giang")
    expect(page.locator(".lk-sheet")).to_contain_text("không phải chứng chỉ")
    expect(page.locator("main")).to_be_hidden()
    page.reload()
    expect(page.locator("#lk-name")).to_have_value("Nguyễn Thị Hương Giang")


def test_from_a_file(browser: Browser, bundle: Path) -> None:
    """Chromium has one memory for all files; until something is known, its lack is told of."""
    with learner(browser, bundle / "index.html", PHONE) as found:
        expect(found.page.locator("#lk-note")).to_contain_text("mở từ một tệp")
        found.page.click("#lk-next")
        learn(found.page, whole=True)
        found.page.get_by_role("link", name="Về trang chương trình").click()
        assert said(found.page) == ["Đã học xong", ""]
        expect(found.page.locator("#lk-note")).to_contain_text("bằng trình duyệt này")
        assert found.violations() == []


def test_where_nothing_may_be_read(browser: Browser, bundle: Path) -> None:
    with learner(browser, bundle / "index.html", DESK, init=REFUSED) as found:
        assert said(found.page) == ["", ""]
        expect(found.page.locator("#lk-done")).to_be_hidden()
        expect(found.page.locator("#lk-note")).to_contain_text("không cho trang đọc gì")
        expect(found.page.locator("#lk-next")).to_have_text("Bắt đầu bài 1")


@pytest.mark.parametrize("width", [320, 1280])
def test_it_fits_and_can_be_read_without_scripts(
    browser: Browser, bundle: Path, width: int
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 640}, java_script_enabled=False, color_scheme="dark"
    )
    page = context.new_page()
    page.goto((bundle / "index.html").as_uri())
    expect(page.locator(".lk-stage a")).to_have_count(2)
    expect(page.locator("#lk-paper, #lk-bar")).to_have_count(2)
    assert not page.locator("#lk-paper").is_visible()
    box = page.locator("html").bounding_box()
    assert box is not None
    assert box["width"] <= width
    context.close()


def test_a_way_back_that_leads_elsewhere_is_not_taken(browser: Browser, bundle: Path) -> None:
    lesson = (bundle / "modules/a/html/index.html").as_uri()
    with learner(browser, bundle / "index.html") as found:
        for way in ("https://example.org/index.html", "//x/index.html", "../x.html"):
            found.page.goto(f"{lesson}?program={way}")
            expect(found.page.locator("html.lk-js .lk-open.lk-on")).to_have_count(1)
            expect(found.page.get_by_text("Về trang chương trình")).to_have_count(0)
