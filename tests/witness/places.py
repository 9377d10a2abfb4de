"""Where the tools of the tests lie, and what their absence means."""

import os
import shutil
from pathlib import Path

WITNESS = Path(__file__).resolve().parent
TESTS = WITNESS.parent
NODE_MODULES = TESTS / "node_modules"
SHARED_SCHEMAS = TESTS.parents[1] / "shared" / "schemas"
BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
"""The best first: the same engine without windows does the tests with half the work."""


class MissingToolError(RuntimeError):
    """A tool that the tests need is not installed."""


def may_skip() -> bool:
    """Whether a missing tool may skip a test; otherwise it is a failure."""
    return os.environ.get("LESSONKIT_ALLOW_SKIP") == "1"


def chromium() -> str:
    """The path of an installed Chromium."""
    for name in BROWSERS:
        if found := shutil.which(name):
            return found
    raise MissingToolError(f"none of {', '.join(BROWSERS)} is on PATH")


def npm_package(name: str) -> Path:
    """The folder of a package installed by ``npm ci`` in ``tests``."""
    folder = NODE_MODULES / name
    if not folder.is_dir():
        raise MissingToolError(f"npm package {name} is absent: run `npm ci` in tests")
    return folder
