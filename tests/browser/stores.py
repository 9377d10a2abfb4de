"""Fixtures of browser tests on the pretend platform of cmi5; `conftest.py` imports them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from tests.projects import KITCHEN_SINK
from tests.witness.ralph import statement_faults
from tests.witness.server import LessonServer
from tests.witness.store import Learner
from tests.witness.store_server import PlatformServer

from lessonkit import build


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The kitchen sink: mastery 0.5, two attempts."""
    out = tmp_path_factory.mktemp("out")
    (outcome,) = build([KITCHEN_SINK], out=out, outputs=["cmi5", "xapi"])
    assert not outcome.failed
    return out / "kitchen-sink"


@pytest.fixture(scope="module")
def shared(browser: Browser) -> Iterator[Page]:
    """One page; each test has origins of its own."""
    context = browser.new_context(locale="vi-VN")
    page = context.new_page()
    page.clock.install()
    yield page
    context.close()


@pytest.fixture
def store() -> Iterator[PlatformServer]:
    """A pretend platform."""
    with PlatformServer() as found:
        yield found


@pytest.fixture
def learner(
    shared: Page, server: LessonServer, store: PlatformServer, course: Path
) -> Iterator[Learner]:
    """Enrolled in the kitchen sink; at the end all was legal, and a second reader takes it."""
    found = enrolled(shared, server, store, course / "kitchen-sink.cmi5.zip")
    yield found
    assert [str(one) for one in found.platform.breaches()] == []
    assert list(statement_faults(found.sent())) == []
    assert found.heard == []
    assert server.missed() == []
    shared.goto("about:blank")


def enrolled(page: Page, server: LessonServer, store: PlatformServer, package: Path) -> Learner:
    server.mount(package)
    return Learner.enrolled(page, store.platform, package, f"{server.origin}/lesson/index.html")


def verdict(learner: Learner) -> tuple[bool, str, float | None]:
    assert learner.session is not None
    found = learner.platform.verdict(learner.session)
    return found.completed, found.success, found.scaled


def answered(learner: Learner) -> list[str]:
    return [one for one in learner.verbs() if one.startswith("answered")]
