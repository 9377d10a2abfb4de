"""Fixtures of the browser tests: Chromium, a page of it, a server of lessons and platforms."""

from tests.witness.fixtures import browser, needs, page, server

__all__ = ["browser", "needs", "page", "server"]
