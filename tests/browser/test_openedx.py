"""A lesson built for Open edX beside an API as its block has it, and told to the block itself."""

from pathlib import Path
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Page
from tests.projects import lesson, project
from tests.witness import places, xblock
from tests.witness.browser import Lms
from tests.witness.server import LessonServer

import lessonkit

pytestmark = [pytest.mark.browser, pytest.mark.npm]

UNKNOWN = ("completion_status", "success_status", "score.raw", "score.scaled", "mode")
COUNTS = ("interactions._count", "objectives._count")
SWITCHES = [("answer", f"GetValue:empty:cmi.{name}") for name in (*UNKNOWN, *COUNTS)]
"""What GetValue of openedx-scorm-xblock 19.0.5 answers with an empty text."""


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One question, mastery 0.8, one attempt."""
    text = lesson("mot-cau").replace("mastery: 0.8", "mastery: 0.8\n  attempts: 1")
    root = project(tmp_path_factory.mktemp("openedx"), {"mot-cau/module.md": text})
    (outcome,) = lessonkit.build([root], profile="openedx")
    assert not outcome.failed, outcome.diagnostics
    return root / "build" / outcome.variants[0].built[0].path


def answered(page: Page, server: LessonServer, package: Path, value: int) -> Lms:
    """The lesson after its one question, closed and opened again."""
    server.mount(package)
    lms = Lms.open(page, f"{server.lms('2004')}&{urlencode(SWITCHES)}")
    lms.lesson.evaluate("() => { location.hash = 'mot' }")
    lms.lesson.locator(f'#lk-q-cau-mot input[value="{value}"]').check()
    lms.lesson.locator("#lk-q-cau-mot [type=submit]").click()
    lms.lesson.locator("#lk-q-cau-mot .lk-verdict > :first-child").wait_for()
    lms.relaunch()
    lms.lesson.wait_for_selector("#lk-q-cau-mot .lk-verdict > :first-child", state="attached")
    lms.close()
    return lms


@pytest.mark.parametrize(("value", "success", "score"), [(0, "passed", "100"), (1, "failed", "0")])
def test_it_is_told_once_and_understood(
    value: int, success: str, score: str, page: Page, server: LessonServer, package: Path
) -> None:
    """Although nothing that is asked of the platform is answered, nothing falls at a return."""
    lms = answered(page, server, package, value)
    sets = [one["args"] for one in lms.calls() if one["fn"] == "SetValue"]
    assert not [one for one in sets if str(one[0]).startswith("cmi.interactions")]
    told = {str(name): [two for one, two in sets if one == name] for name, _ in sets}
    assert told["cmi.success_status"][-1] == success
    assert set(told["cmi.score.raw"]) == {score}
    assert told["cmi.completion_status"][-1] == "completed"
    try:
        found = xblock.read(package, lms.calls(), "2004")
    except places.MissingToolError:
        return
    assert (found.completion, found.success) == ("completed", success)
    assert found.grade == float(value == 0)
