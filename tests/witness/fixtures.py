"""Fixtures for tests that need a browser or the npm tools; a ``conftest.py`` imports them.

A missing tool fails a test; only ``LESSONKIT_ALLOW_SKIP=1`` turns that into a skip.
"""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page
from tests.witness import places
from tests.witness.browser import chromium_browser
from tests.witness.server import LessonServer

TOOLS: dict[str, Callable[[], object]] = {
    "browser": places.chromium,
    "npm": lambda: places.npm_package("scorm-again"),
}


def have(tool: str) -> None:
    """Fail the running test, or skip it where that is allowed, if a tool is missing."""
    try:
        TOOLS[tool]()
    except places.MissingToolError as error:
        if places.may_skip():
            pytest.skip(str(error))
        pytest.fail(str(error), pytrace=False)


@pytest.fixture(autouse=True)
def needs(request: pytest.FixtureRequest) -> None:
    """What the markers ``browser`` and ``npm`` of a test ask for is there."""
    for tool in TOOLS:
        if request.node.get_closest_marker(tool) is not None:
            have(tool)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One headless Chromium for all tests."""
    have("browser")
    with chromium_browser() as found:
        yield found


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page of a context of its own: nothing stored, nothing shared."""
    context = browser.new_context(locale="vi-VN", timezone_id="Asia/Ho_Chi_Minh")
    yield context.new_page()
    context.close()


@pytest.fixture(scope="session")
def tools() -> Iterator[str]:
    """The origin that gives all tests what npm installed."""
    with LessonServer() as found:
        yield found.origin


@pytest.fixture
def server(tools: str) -> Iterator[LessonServer]:
    """A server with nothing mounted."""
    with LessonServer(tools) as found:
        yield found
