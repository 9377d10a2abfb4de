"""One learner of one scored story: the same verdict on a page, both SCORM versions and cmi5."""

from pathlib import Path
from shutil import copy

import pytest
from playwright.sync_api import Frame, Page
from tests.browser.test_feedback import HAND
from tests.browser.test_learners_everywhere import RESULT
from tests.browser.test_learners_everywhere import story as of_store
from tests.browser.test_scenario import SOURCE
from tests.witness.browser import Lms
from tests.witness.calls import check_launches, verdict_of_launches
from tests.witness.server import LessonServer
from tests.witness.store_server import PlatformServer

from lessonkit import build

pytestmark = [pytest.mark.browser, pytest.mark.npm]

BAD, GOOD, FREE = "one 'cuoc-goi', false", "one 'cuoc-goi', true", "one 'hang-xom-hoi', true"
SUFFIX = {"1.2": "scorm12", "2004": "scorm2004"}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A scored story with two tries, and one without scores: mastery 0.8."""
    home = tmp_path_factory.mktemp("stories")
    (home / "a").mkdir()
    copy(SOURCE, home / "a")
    outputs = ["html", "scorm12", "scorm2004", "cmi5"]
    (outcome,) = build([home / "a"], out=home / "out", outputs=outputs)
    assert not outcome.failed
    return home / "out" / "stories"


def told(page: Page | Frame, act: str) -> None:
    """An act of `hand.js`."""
    name, _, more = act.partition(" ")
    page.evaluate(f"() => {{ {HAND}; hand.{name}({more}); }}")


@pytest.mark.parametrize("version", sorted(SUFFIX))
def test_scorm(page: Page, server: LessonServer, built: Path, version: str) -> None:
    page.clock.install()
    server.mount(built / f"stories.{SUFFIX[version]}.zip")
    lms = Lms.open(page, server.lms(version))
    told(lms.lesson, BAD)
    lms.relaunch()
    for act in (GOOD, FREE):
        told(lms.lesson, act)
    page.clock.run_for(2000)
    lms.close()
    last = verdict_of_launches(lms.sessions(), version)
    assert (last.completion, last.success, last.raw) == ("completed", "passed", 100)
    assert check_launches(lms.sessions(), version) == []


def test_cmi5(page: Page, server: LessonServer, store: PlatformServer, built: Path) -> None:
    page.clock.install()
    one = {"does": [BAD, "relaunch", GOOD, FREE, "close"], "ends": ["completed", "passed", 100]}
    of_store(one, page, server, store, built / "stories.cmi5.zip")


def test_html(page: Page, server: LessonServer, built: Path) -> None:
    page.clock.install()
    server.mount(built / "html")
    address = f"{server.origin}/lesson/index.html"
    page.goto(address)
    told(page, BAD)
    page.reload()
    for act in (GOOD, FREE):
        told(page, act)
    page.clock.run_for(1500)
    assert page.evaluate(RESULT) == [True, "passed", 1]
