"""What axe finds on a page."""

import json
from typing import Any

from axe_playwright_python.base import AXE_SCRIPT  # type: ignore[import-untyped] # ships no types
from playwright.sync_api import Page

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RULES = {
    "preload": False,
    "resultTypes": ["violations"],
    "runOnly": {"type": "tag", "values": TAGS},
}
RUN = """([rules, within]) => axe.run(within || document, rules)
  .then((found) => JSON.stringify(found.violations))"""
"""As one string: the whole answer, part by part, takes longer than the look at the page."""


def faults(page: Page, within: str = "") -> list[Any]:
    """The rules that are broken, each with its nodes; `within`: a selector, or all of the page."""
    if page.evaluate("() => !window.axe"):
        page.evaluate(AXE_SCRIPT)
    found: list[Any] = json.loads(page.evaluate(RUN, [RULES, within]))
    return found
