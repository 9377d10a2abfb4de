"""A whole lesson by keys alone: focus is never lost, always seen, and a verdict is said once."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect
from tests.browser.lesson import DESK, PHONE, Learner, learner
from tests.render.site import everything, write_site

pytestmark = pytest.mark.browser

HEAR = """
window.lkHeard = [];
addEventListener("DOMContentLoaded", () => new MutationObserver((changes) => {
  const live = "[role=status], [role=alert], [aria-live]";
  const added = changes.filter((one) => one.addedNodes.length && one.target.closest);
  const regions = new Set(added.map((one) => one.target.closest(live)));
  for (const region of regions) if (region) window.lkHeard.push(region.textContent.trim());
}).observe(document.body, { childList: true, subtree: true }));
"""
HERE = """() => {
  const e = document.activeElement, box = e.getBoundingClientRect();
  const ring = e.closest(".lk-opt") || e;
  const style = getComputedStyle(ring);
  const still = e.tabIndex < 0;
  const native = /^(AUDIO|VIDEO)$/.test(e.tagName);
  const hit = document.elementFromPoint(
    Math.max(0, box.left) + Math.min(box.width / 2, 20), box.top + Math.min(box.height / 2, 20));
  const over = hit && hit.closest("#lk-bar, #lk-top");
  const form = e.closest("[data-lk-q]");
  return {
    what: e === document.body ? "nothing" : e.id || e.className || e.tagName,
    tag: e.tagName, type: e.type || "", form: form ? form.id : "",
    step: document.querySelector(".lk-on").id,
    ring: still || native || (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2),
    inSight: native || (box.bottom > 0 && box.top < innerHeight && (!over || over.contains(e))),
  };
}"""
STEPS = ["lk-open", "chu", "danh-sach", "khung", "lam-theo", "hoi", "lk-close"]


class Walker:
    """Presses Tab, and on what it comes to, the key that one would press."""

    def __init__(self, one: Learner) -> None:
        self.one = one
        self.keys = one.page.keyboard
        self.steps = ["lk-open"]
        self.retried: set[str] = set()
        self.faults: list[str] = []

    def here(self) -> dict[str, Any]:
        """What has the focus; a fault where it cannot be seen or is lost."""
        found: dict[str, Any] = self.one.page.evaluate(HERE)
        for want in ("ring", "inSight"):
            if not found[want]:
                self.faults.append(f"{found['step']}: {found['what']} without {want}")
        if found["what"] == "nothing":
            self.faults.append(f"{found['step']}: focus lost after {self.steps[-1]}")
        return found

    def heard(self) -> list[str]:
        """What live regions said since the last time."""
        said: list[str] = self.one.page.evaluate("() => window.lkHeard.splice(0)")
        return [text for text in said if text]

    def act(self, at: dict[str, Any]) -> None:
        """What a learner does here."""
        if at["what"] == "lk-next":
            self.keys.press("Enter")
            self.one.page.wait_for_selector(f".lk-on:not(#{at['step']})")
            now = self.here()
            self.steps.append(now["step"])
            if now["tag"] not in ("H2", "H1"):
                self.faults.append(f"{now['step']}: next leads to {now['what']}")
        elif at["type"] in ("radio", "checkbox"):
            self.keys.press("Space")
        elif at["type"] == "text":
            self.keys.type("7")
        elif at["tag"] == "SUMMARY":
            self.keys.press("Enter")
        elif at["what"] == "lk-way":
            self.choose(at["form"])
        elif at["type"] == "submit":
            self.check(at["form"])

    def choose(self, form: str) -> None:
        """In a story: hear what follows, and stand before what comes next."""
        self.heard()
        self.keys.press("Enter")
        now = self.here()
        self.one.page.wait_for_timeout(60)
        if not (said := self.heard()) or not said[0].startswith("Bạn chọn:"):
            self.faults.append(f"{form}: said {said}")
        if (now["form"], now["what"]) != (form, "lk-scene-title"):
            self.faults.append(f"{form}: a choice leads to {now['what']}")

    def check(self, form: str) -> None:
        """Check, hear the verdict once, try again once."""
        self.heard()
        self.keys.press("Enter")
        now = self.here()
        self.one.page.wait_for_timeout(60)
        if len(said := self.heard()) != 1:
            self.faults.append(f"{form}: said {said}")
        if now["form"] != form:
            self.faults.append(f"{form}: check leads to {now['what']}")
        if now["tag"] == "BUTTON" and form not in self.retried:
            self.retried.add(form)
            self.keys.press("Enter")
            again = self.here()
            if (again["form"], again["tag"]) != (form, "INPUT"):
                self.faults.append(f"{form}: retry leads to {again['what']}")
            self.act(again)


def test_a_whole_lesson(tmp_path: Path, browser: Browser) -> None:
    with learner(browser, write_site(everything(), tmp_path), init=HEAR) as one:
        walker = Walker(one)
        for _ in range(200):
            walker.keys.press("Tab")
            walker.act(walker.here())
            if walker.steps[-1] == "lk-close":
                break
        assert walker.faults == []
        assert walker.steps == STEPS
        assert len(walker.retried) >= 3


@pytest.mark.parametrize("size", [PHONE, DESK])
def test_a_double_click_is_one(tmp_path: Path, browser: Browser, size: tuple[int, int]) -> None:
    """Its second half meets whatever came into the place of the button."""
    with learner(browser, write_site(everything(), tmp_path), size) as one:
        one.page.dblclick("#lk-next")
        one.page.wait_for_selector("#chu.lk-on")
        one.go("hoi")
        for name, value in (("mot", "0"), ("nhieu", "3"), ("dung-sai", "true"), ("chu-ngan", "")):
            form = one.question(name)
            if value:
                form.locator(f'input[value="{value}"]').check()
            else:
                form.locator("input").fill("không")
            form.locator("[type=submit]").dblclick()
            assert "Chưa đúng" in form.locator(".lk-verdict").inner_text()
        one.page.wait_for_timeout(50)
        assert one.on() == "hoi"


def test_a_lost_focus_is_seen(tmp_path: Path, browser: Browser) -> None:
    with learner(browser, write_site(everything(), tmp_path), init=HEAR) as one:
        walker = Walker(one)
        walker.here()
        assert walker.faults[-1] == "lk-open: focus lost after lk-open"
        one.page.evaluate("""() => {
          const next = document.getElementById("lk-next");
          next.style.outline = "0";
          next.focus();
        }""")
        walker.here()
        assert "lk-next without ring" in walker.faults[-1]
        one.complaints.clear()


def test_back_forward_and_addresses(tmp_path: Path, browser: Browser) -> None:
    """One step back is one key; an address leads where it says, also into what is folded."""
    index = write_site(everything(), tmp_path)
    with learner(browser, index) as one:
        for _ in range(3):
            one.next()
        for step in ("danh-sach", "chu"):
            one.page.go_back()
            one.arrives(step)
        one.page.go_back()
        one.page.wait_for_selector("#lk-open.lk-on")
        for step in ("chu", "danh-sach"):
            one.page.go_forward()
            one.arrives(step)
        one.page.reload()
        one.page.wait_for_selector("#danh-sach.lk-on")
        for odd in ("khong-co", "%E0%A4%A", "lk-data", "lk-bar"):
            one.page.evaluate("(id) => { location.hash = id }", odd)
            one.page.wait_for_timeout(50)
            assert one.on() == "danh-sach"
        one.page.evaluate("() => { location.hash = '' }")
        one.page.wait_for_selector("#lk-open.lk-on")
        one.page.evaluate("() => { location.hash = 'lk-tab-may-2' }")
        one.page.wait_for_selector("#lam-theo.lk-on")
        expect(one.page.get_by_text("Face ID")).to_be_visible()
    with learner(browser, index, address="#lk-tab-may-2") as one:
        expect(one.page.get_by_text("Face ID")).to_be_visible()
