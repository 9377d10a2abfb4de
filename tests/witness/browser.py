"""Chromium for tests, and the lesson as the test LMS sees it.

with LessonServer() as server, chromium_page() as page:
    server.mount(zip_bytes)
    lms = Lms.open(page, server.lms("1.2"))
    lms.lesson.get_by_role("button").click()
    lms.close()
    assert not check(lms.calls(), "1.2")
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Self

from playwright.sync_api import Browser, Frame, Page, Playwright, sync_playwright
from tests.witness import places
from tests.witness.calls import Call

OFF = (
    "WebUIOmniboxPopup",
    "WebUIOmniboxAimPopup",
    "WebUIOmniboxFullPopup",
    # Playwright's own, which the last list given would otherwise do away with.
    "AimEnabled",
    "AvoidCorsURLLoaderRestartOnRedirect",
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsFirstBalancedModeAutoEnable",
    "HttpsUpgrades",
    "LensOverlay",
    "MediaRouter",
    "NetworkTimeServiceQuerying",
    "OptimizationHints",
    "PaintHolding",
    "PreconnectToSearch",
    "ThirdPartyStoragePartitioning",
)
"""What every window of a whole Chromium loads beside our page: two pages for its address bar."""
ARGS = (
    f"--disable-features={','.join(OFF)}",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

CALLS = "() => JSON.stringify(window.calls, (_, value) => (value === undefined ? null : value))"
"""As one string: thousands of values one by one take longer than the lesson itself."""


@dataclass(slots=True)
class _Driver:
    """The one Playwright of this process: a second one refuses to start beside it."""

    play: Playwright | None = None
    users: int = 0

    @contextmanager
    def used(self) -> Iterator[Playwright]:
        """Started by the first user, stopped by the last."""
        play = self.play = self.play or sync_playwright().start()
        self.users += 1
        try:
            yield play
        finally:
            self.users -= 1
            if not self.users:
                self.play = None
                play.stop()


_DRIVER = _Driver()


@contextmanager
def chromium_browser() -> Iterator[Browser]:
    """A headless Chromium; raises ``MissingToolError`` where none is installed."""
    executable = places.chromium()
    with _DRIVER.used() as play:
        browser = play.chromium.launch(executable_path=executable, args=list(ARGS))
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def chromium_page() -> Iterator[Page]:
    """A page of its own browser."""
    with chromium_browser() as browser:
        yield browser.new_page()


@dataclass(frozen=True, slots=True)
class Lms:
    """The test LMS in a page (or in a frame of it)."""

    page: Page
    frame: Frame

    @classmethod
    def open(cls, page: Page, address: str) -> Self:
        """Go to an address of ``LessonServer.lms`` or ``LessonServer.framed``."""
        page.goto(address, wait_until="load")
        hosts = [one for one in page.frames if "/lms/lms.html" in one.url]
        return cls(page, hosts[0])

    @property
    def lesson(self) -> Frame:
        """The frame of the lesson: the innermost one below the LMS."""
        inner = self.frame
        while inner.child_frames:
            inner = inner.child_frames[0]
        return inner

    def calls(self, launch: int | None = None) -> list[Call]:
        """The recorded calls: of one launch (from 1), or of all."""
        found: list[Call] = json.loads(self.frame.evaluate(CALLS))
        return [one for one in found if launch in (None, one["session"])]

    def sessions(self) -> list[list[Call]]:
        """The recorded calls, one list a launch."""
        found = self.calls()
        numbers = sorted({one["session"] for one in found})
        return [[one for one in found if one["session"] == number] for number in numbers]

    def state(self) -> dict[str, Any]:
        """What the LMS has kept: values, total (hundredths of a second), exit, launches."""
        kept: dict[str, Any] = self.frame.evaluate("() => window.lms.state()")
        return kept

    def switch(self, **options: Any) -> None:
        """Change switches while the lesson runs (fields of ``lms.options``)."""
        self.frame.evaluate("(o) => { Object.assign(window.lms.options, o); }", options)

    def rests(self, milliseconds: int) -> None:
        """By the clock of the lesson: what it wants to do by then, it has done."""
        self.lesson.evaluate("(ms) => new Promise((done) => setTimeout(done, ms))", milliseconds)

    def close(self) -> None:
        """Take the lesson away as a learner would."""
        self.frame.evaluate("() => window.lms.close()")

    def crash(self) -> None:
        """Take the lesson away so that nothing it says any more arrives."""
        self.frame.evaluate("() => window.lms.crash()")

    def relaunch(self, **options: Any) -> None:
        """Close if open, then launch again with what was kept."""
        self.frame.evaluate("(o) => window.lms.relaunch(o)", options)
        self.lesson.wait_for_load_state("load")
