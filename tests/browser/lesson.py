"""A built lesson in Chromium, as a learner holds it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Locator, Page

PHONE = (360, 640)
DESK = (1280, 800)
LISTEN = """
window.lkViolations = [];
document.addEventListener("securitypolicyviolation",
  (event) => window.lkViolations.push(`${event.violatedDirective} ${event.blockedURI}`));
"""
WHAT = "(e) => e.id || e.className || e.tagName.toLowerCase()"
"""How a test names an element."""
CAPTIONS_OF_A_FILE = "'file:' URLs are treated as unique security origins"
"""Chromium does not load captions beside a page opened as a file; the transcript is there."""


@dataclass
class Learner:
    """A page with what a learner does on it, and what went wrong meanwhile."""

    page: Page
    complaints: list[str] = field(default_factory=list)

    def next(self) -> None:
        """Press the button that leads on."""
        before = self.on()
        self.page.click("#lk-next")
        self.page.wait_for_selector(f".lk-on:not(#{before})")

    def go(self, step: str) -> None:
        """To a step by its address."""
        self.page.evaluate("(id) => { location.hash = id }", step)
        self.page.wait_for_selector(f"#{step}.lk-on")

    def on(self) -> str:
        """The id of the step that is shown."""
        return str(self.page.eval_on_selector(".lk-on", "(step) => step.id"))

    def arrives(self, step: str, focus: str = "h2") -> None:
        """Wait for this step with the focus on this: a page hears of a new address later."""
        self.page.wait_for_selector(f"#{step}.lk-on")
        self.page.wait_for_function(
            f"(name) => ({WHAT})(document.activeElement) === name", arg=focus
        )

    def focused(self) -> str:
        """What has the focus: its id, or its class, or its name."""
        return str(self.page.evaluate(f"({WHAT})(document.activeElement)"))

    def question(self, name: str) -> Locator:
        """The form of a question."""
        return self.page.locator(f"#lk-q-{name}")

    def answer(self, name: str, *values: str) -> Locator:
        """Tick these values, or type the one, and check."""
        form = self.question(name)
        boxes = form.locator("[data-lk-key] input")
        if boxes.count():
            for value in values:
                form.locator(f'input[value="{value}"]').check()
        else:
            form.locator("input").fill(values[0])
        form.locator("[type=submit]").click()
        return form

    def state(self) -> dict[str, Any]:
        """What the browser kept."""
        found: dict[str, Any] = self.page.evaluate("() => ({ ...localStorage })")
        return found

    def violations(self) -> list[str]:
        """What the policy of the page has stopped."""
        found: list[str] = self.page.evaluate("() => window.lkViolations")
        return found


def caught_up(*pages: Page) -> None:
    """Wait until all of them have heard what one has kept: each window has a copy of its own."""
    first, *others = pages
    kept = "() => JSON.stringify(Object.entries(localStorage).sort())"
    for other in others:
        wanted = first.evaluate(kept)
        other.wait_for_function(f"(wanted) => ({kept})() === wanted", arg=wanted)


@contextmanager
def learner(
    browser: Browser,
    index: Path,
    size: tuple[int, int] = PHONE,
    init: str = "",
    address: str = "",
    **context: Any,
) -> Iterator[Learner]:
    """Open the lesson in a context of its own; `init` runs before its scripts."""
    made = browser.new_context(
        viewport={"width": size[0], "height": size[1]}, locale="vi-VN", **context
    )
    made.add_init_script(LISTEN + init)
    made.set_default_timeout(8000)
    page = made.new_page()
    found = Learner(page)
    page.on("pageerror", lambda error: found.complaints.append(str(error)))
    page.on("console", lambda said: found.complaints.append(said.text))
    page.on("request", lambda one: _outside(one.url, found))
    page.goto(f"{index.as_uri()}{address}")
    yield found
    made.close()
    real = [one for one in found.complaints if CAPTIONS_OF_A_FILE not in one]
    assert real == []


def _outside(url: str, found: Learner) -> None:
    if not url.startswith(("file:", "data:")):
        found.complaints.append(f"asked for {url}")
