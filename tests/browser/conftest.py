"""Fixtures of the browser tests: Chromium, a page of it, a server of lessons, pretend platforms."""

from tests.browser.stores import course, learner, shared, store
from tests.witness.fixtures import browser, needs, page, server, tools

__all__ = ["browser", "course", "learner", "needs", "page", "server", "shared", "store", "tools"]
