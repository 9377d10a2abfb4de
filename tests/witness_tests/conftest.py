"""Fixtures of the witnesses, for their own tests."""

from tests.witness.fixtures import browser, needs, page, server, tools

__all__ = ["browser", "needs", "page", "server", "tools"]
