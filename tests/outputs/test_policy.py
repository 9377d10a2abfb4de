"""The policy of a page in Chromium: the lesson runs from a memory stick, anything else does not."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page
from tests.projects import KITCHEN_SINK
from tests.witness.browser import chromium_browser

import lessonkit

pytestmark = pytest.mark.browser

CUES = """async () => {
  const tracks = Array.from(document.querySelectorAll("track"));
  await Promise.all(tracks.map((one) => new Promise((done) => {
    one.addEventListener("load", done);
    one.addEventListener("error", done);
    one.track.mode = "hidden";
    if (one.readyState > 1) done();
  })));
  return tracks.map((one) => one.track.cues && one.track.cues.length);
}"""
PAGES = ("html/index.html", "kitchen-sink.html")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The kitchen sink's artefacts."""
    out = tmp_path_factory.mktemp("out")
    lessonkit.build([KITCHEN_SINK], out=out, outputs=["html", "single"])
    return out / "kitchen-sink"


@pytest.fixture(scope="module")
def tab() -> Iterator[Page]:
    with chromium_browser() as browser:
        yield browser.new_page()


def _opened(tab: Page, path: Path) -> tuple[list[str], list[str]]:
    """What the console says, and which addresses are asked for."""
    said: list[str] = []
    asked: list[str] = []
    listeners = (
        ("console", lambda message: said.append(message.text)),
        ("pageerror", lambda error: said.append(str(error))),
        ("request", lambda request: asked.append(request.url)),
    )
    for event, listener in listeners:
        tab.on(event, listener)  # type: ignore[call-overload]  # one of three
    tab.goto(path.as_uri(), wait_until="load")
    tab.evaluate("for (const one of document.images) one.loading = 'eager'")
    tab.wait_for_function("() => Array.from(document.images).every((one) => one.complete)")
    for event, listener in listeners:
        tab.remove_listener(event, listener)
    return said, asked


@pytest.mark.parametrize("name", PAGES)
def test_a_lesson_runs_from_a_file_and_asks_for_nothing_outside(
    folder: Path, tab: Page, name: str
) -> None:
    said, asked = _opened(tab, folder / name)
    assert said == []
    beside = (folder / name).parent.as_uri()
    assert [url for url in asked if not url.startswith((beside, "data:"))] == []
    assert tab.evaluate("typeof window.lessonkit") == "object"
    assert tab.evaluate("Array.from(document.images).every((one) => one.naturalWidth > 0)")
    assert tab.evaluate(CUES) == [1]


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize(
    "foreign", ["<script>window.foreign = 1</script>", "<style>body{color:red}</style>"]
)
def test_what_was_not_built_does_not_run(folder: Path, tab: Page, name: str, foreign: str) -> None:
    path = folder / name
    changed = path.with_name("changed.html")
    changed.write_text(path.read_text("utf-8").replace("</body>", f"{foreign}</body>"), "utf-8")
    said, _ = _opened(tab, changed)
    assert any("Content Security Policy" in one for one in said)
    assert tab.evaluate("window.foreign") is None
