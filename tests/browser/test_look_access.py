"""What a program can decide of accessibility: axe, reflow, targets, focus in sight."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser
from tests.browser import axe
from tests.browser.lesson import DESK, PHONE, Learner, learner
from tests.render.site import everything, write_site

from lessonkit.model.settings import Settings
from lessonkit.plan.page import page as plan
from lessonkit.read.module import read_module

pytestmark = pytest.mark.browser

ANSWERS = (("mot", "0"), ("nhieu", "0"), ("dung-sai", "false"), ("chu-ngan", "156"), ("so", "3"))
STEPS = ("lk-open", "chu", "danh-sach", "khung", "lam-theo", "hoi", "lk-close")
BY_SCRIPT = ("lk-open", "lam-theo", "hoi", "lk-close")
"""Steps that scripts change; the others are the same without."""

COVERED = """() => {
  const shown = (e) => e.checkVisibility({ visibilityProperty: true }) && !e.disabled;
  const all = [...document.querySelectorAll("a[href], button, input, summary, [tabindex='0']")];
  const faults = [];
  for (const e of all.filter(shown)) {
    e.focus();
    const box = (e.closest("label") || e).getBoundingClientRect();
    const x = box.left + Math.min(box.width / 2, 40), y = box.top + Math.min(box.height / 2, 20);
    const hit = document.elementFromPoint(x, y);
    const bar = document.getElementById("lk-bar"), top = document.getElementById("lk-top");
    for (const cover of [bar, top])
      if (!cover.contains(e) && cover.contains(hit)) faults.push(e.outerHTML.slice(0, 80));
  }
  return faults;
}"""
SMALL = """(least) => [...document.querySelectorAll(
  "button, summary, .lk-opt label, .lk-tick label, .lk-field input, .lk-toc a")]
  .filter((e) => e.checkVisibility())
  .map((e) => [e.getBoundingClientRect(), e.outerHTML.slice(0, 80)])
  .filter(([box]) => box.height < least || box.width < least)
  .map(([box, html]) => `${box.width}x${box.height} ${html}`)"""
WIDE = """() => [document.documentElement.scrollWidth > innerWidth ? "page" : "",
  ...[...document.querySelectorAll(".lk-on *, .lk-bar *, .lk-top *")]
    .filter((e) => e.checkVisibility())
    .filter((e) => !e.closest(".lk-scroll, .lk-sr, svg, math, #lk-top-title"))
    .filter((e) => { const box = e.getBoundingClientRect(); return box.right > innerWidth + 1; })
    .map((e) => e.outerHTML.slice(0, 80))].filter(Boolean)"""

UNFOLD = """() => {
  for (const each of document.querySelectorAll("details:not(.lk-key)")) each.open = true;
  for (const each of document.querySelectorAll(".lk-card button")) each.click();
  document.querySelector(".lk-opt input").click();
  document.querySelector(".lk-q [type=submit]").click();
}"""
WIDE_LESSON = Path(__file__).parents[1] / "cases" / "render" / "wide" / "module.md"


@pytest.fixture(scope="module", params=["vi", "en"])
def index(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The lesson with everything, in one language."""
    return write_site(everything(request.param), tmp_path_factory.mktemp(request.param))


@pytest.fixture(scope="module")
def vi(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The lesson with everything, in Vietnamese."""
    return write_site(everything(), tmp_path_factory.mktemp("vi"))


def walk(one: Learner, steps: tuple[str, ...] = STEPS) -> Iterator[str]:
    """These steps, the questions answered in one way or another."""
    for step in steps:
        one.go(step)
        if step == "hoi":
            for name, value in ANSWERS:
                one.answer(name, value)
        yield step


def violations(one: Learner) -> list[str]:
    """What axe finds, in short; what the bar covers at the moment comes in sight by scrolling."""
    return [
        f"{fault['id']}: {node['html'][:100]} {node['failureSummary'][:200]}"
        for fault in axe.faults(one.page)
        for node in fault["nodes"]
        if "partially obscured" not in node["failureSummary"]
    ]


@pytest.mark.parametrize(("size", "scheme"), [(PHONE, "dark"), (DESK, "light")])
def test_axe_is_content(vi: Path, browser: Browser, size: Any, scheme: Any) -> None:
    with learner(browser, vi, size, color_scheme=scheme) as one:
        found = {step: violations(one) for step in walk(one, BY_SCRIPT)}
        assert {step: faults for step, faults in found.items() if faults} == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_is_content_without_scripts(index: Path, browser: Browser, scheme: Any) -> None:
    with learner(browser, index, color_scheme=scheme) as one:
        one.page.evaluate("() => document.documentElement.classList.remove('lk-js')")
        assert violations(one) == []


def test_axe_sees_a_fault(vi: Path, browser: Browser) -> None:
    with learner(browser, vi) as one:
        one.page.evaluate("() => document.querySelector('#lk-next').replaceChildren()")
        assert any("button-name" in fault for fault in violations(one))


@pytest.mark.parametrize(
    ("size", "root"), [((320, 568), 100), ((360, 640), 200), ((650, 500), 100), ((640, 320), 100)]
)
def test_nothing_is_wider_than_the_screen(vi: Path, browser: Browser, size: Any, root: int) -> None:
    """320 px is also 1280 px at a zoom of 400 %; 200 % are the largest letters of a phone."""
    with learner(browser, vi, size) as one:
        one.page.evaluate(
            "(root) => { document.documentElement.style.fontSize = `${root}%` }", root
        )
        assert {step: found for step in walk(one) if (found := one.page.evaluate(WIDE))} == {}


def test_what_cannot_be_broken_scrolls_by_itself(tmp_path: Path, browser: Browser) -> None:
    """Code, tables and formulas within everything that may hold them."""
    reading = read_module(WIDE_LESSON, WIDE_LESSON.parent, Settings())
    assert reading.module is not None
    index = write_site(plan(reading.module), tmp_path)
    with learner(browser, index, address="#rong") as one:
        one.page.evaluate(UNFOLD)
        found = {}
        for width, root in ((320, 100), (360, 100), (360, 200), (650, 100), (1280, 100)):
            one.page.set_viewport_size({"width": width, "height": 640})
            one.page.evaluate("(r) => { document.documentElement.style.fontSize = `${r}%` }", root)
            found[width, root] = one.page.evaluate(WIDE)
        assert {size: wide for size, wide in found.items() if wide} == {}
        words = "(e) => e.offsetHeight / parseFloat(getComputedStyle(e).lineHeight)"
        assert one.page.get_by_text("Mục có mã:").evaluate(words) < 1.5


def test_what_has_the_focus_is_in_sight(vi: Path, browser: Browser) -> None:
    with learner(browser, vi) as one:
        assert {step: found for step in walk(one) if (found := one.page.evaluate(COVERED))} == {}


def test_targets_are_large_enough_for_a_thumb(vi: Path, browser: Browser) -> None:
    with learner(browser, vi) as one:
        assert {step: found for step in walk(one) if (found := one.page.evaluate(SMALL, 44))} == {}


def test_letters_are_large_enough_for_old_eyes(vi: Path, browser: Browser) -> None:
    sizes = """() => [...new Set([...document.querySelectorAll(".lk-on p, .lk-on li, .lk-on span")]
      .filter((e) => e.checkVisibility() && !e.closest("math"))
      .map((e) => parseFloat(getComputedStyle(e).fontSize)))]"""
    with learner(browser, vi) as one:
        body = one.page.evaluate("() => parseFloat(getComputedStyle(document.body).fontSize)")
        assert body >= 18
        for _ in walk(one):
            assert min(one.page.evaluate(sizes), default=16) >= 15


def test_high_contrast_keeps_what_is_chosen_visible(vi: Path, browser: Browser) -> None:
    with learner(browser, vi, forced_colors="active") as one:
        one.go("hoi")
        one.answer("mot", "0")
        width = "(e) => parseFloat(getComputedStyle(e).borderTopWidth)"
        options = one.question("mot").locator(".lk-opt")
        assert options.nth(0).evaluate(width) > options.nth(2).evaluate(width)
