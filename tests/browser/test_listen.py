"""A lesson that is heard in its page: section by section, with its words, from where one left."""

import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page
from tests.projects import lesson, project

import lessonkit
from lessonkit.base.errors import SettingsError

pytestmark = pytest.mark.browser

SETTINGS = """\
[build]
include = ["audio", "video", "handout"]
"""
STATE = """() => {
  const sound = document.querySelector("#lk-voice audio");
  return {at: sound.currentTime, paused: sound.paused, length: sound.duration,
    inside: document.getElementById("lk-voice").closest(".lk-step").id,
    said: (document.querySelector(".lk-said") || {}).textContent};
}"""


def until(page: Page, wanted: Callable[[Any], bool], ask: str = STATE) -> Any:
    """The state, as soon as it is as wanted; the page's policy lets nobody wait within it."""
    for _ in range(200):
        state = page.evaluate(ask)
        if wanted(state):
            return state
        page.wait_for_timeout(50)
    raise AssertionError(state)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A lesson of two sections, built with what it sounds like and a sheet."""
    root = tmp_path_factory.mktemp("heard")
    text = lesson("a", "\n## Phần hai {#hai}\n\nĐọc thêm một câu nữa.\n")
    project(root, {"a/module.md": text}, SETTINGS)
    outcomes = lessonkit.build([root], outputs=["html", "scorm12", "single"])
    assert not any(one.failed for one in outcomes)
    return root / "build/a"


def test_what_travels_with_a_lesson(root: Path) -> None:
    names = {path.name for path in (root / "html/kinds").iterdir()}
    sound, film = {"a.mp3", "a.opus", "a.txt"}, {"a.low.mp4", "a.poster.webp"}
    assert names >= {*sound, *film, "a.handout.pdf", "captions.js"}
    assert "a.mp4" not in names, "the light film travels"
    with zipfile.ZipFile(root / "a.scorm12.zip") as package:
        assert {f"kinds/{name}" for name in names} <= set(package.namelist())
        manifest = package.read("imsmanifest.xml").decode()
    assert 'href="kinds/a.mp3"' in manifest
    assert "kinds/" not in (root / "a.html").read_text("utf-8"), "a single file stays light"


def test_a_section_is_heard_by_itself_and_its_place_is_kept(root: Path, page: Page) -> None:
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    page.goto((root / "html/index.html").as_uri())
    loaded = {one for one in asked if one.startswith("a.")}
    assert loaded == set(), "nothing unasked"
    page.evaluate("location.hash = 'hai'")
    page.wait_for_selector("#hai.lk-on")
    page.focus("#hai .lk-hear")
    page.keyboard.press("Enter")
    state = until(page, lambda state: state["at"] > 0 and state["said"])
    assert (state["inside"], state["said"]) == ("hai", "Phần hai")
    over = until(page, lambda state: state["paused"])
    assert state["at"] <= over["at"] <= over["length"]
    page.evaluate("document.querySelector('#lk-voice audio').currentTime = 2")
    page.evaluate("document.querySelector('#lk-voice audio').dispatchEvent(new Event('pause'))")
    page.reload()
    sound = page.locator("#lk-voice audio")
    sound.evaluate("(sound) => { sound.preload = 'metadata'; sound.load(); }")
    until(page, lambda state: state["at"] == 2)
    assert wrong == []


FILM = """() => {
  const film = document.querySelector("#lk-film video");
  const track = film.textTracks[0];
  return {at: film.currentTime, paused: film.paused, shown: track && track.mode,
    said: track && Array.from(track.activeCues || [], (cue) => cue.text)};
}"""


def test_a_film_has_its_captions_from_a_memory_stick(root: Path, page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    page.goto((root / "html/index.html").as_uri())
    page.focus(".lk-film summary")
    assert "a.poster.webp" not in asked
    page.keyboard.press("Enter")
    page.wait_for_selector("#lk-film video[poster]")
    page.evaluate("document.querySelector('#lk-film video').muted = true")
    page.focus("#lk-film video")
    page.keyboard.press("Space")
    state = until(page, lambda state: state["said"] and state["shown"] == "showing", FILM)
    assert state["said"][0][:3] == "Bài"
    assert {"a.poster.webp", "a.low.mp4"} <= set(asked)


def test_one_voice_at_a_time(root: Path, page: Page) -> None:
    page.goto((root / "html/index.html").as_uri())
    page.focus(".lk-film summary")
    page.keyboard.press("Enter")
    play = "document.querySelector('#lk-film video').play()"
    page.evaluate(play)
    until(page, lambda state: state["at"] > 0, FILM)
    page.evaluate("document.querySelector('#lk-voice audio').play()")
    assert until(page, lambda state: state["paused"], FILM)
    page.evaluate(play)
    assert until(page, lambda state: state["paused"])
    page.evaluate("location.hash = 'hai'")
    page.wait_for_selector("#hai.lk-on")
    assert until(page, lambda state: state["paused"], FILM), "nobody sees it any more"


def test_sheets_are_links_with_their_weight(root: Path, page: Page) -> None:
    page.goto((root / "html/index.html").as_uri() + "#lk-close")
    link = page.locator(".lk-sheets a")
    assert link.get_attribute("href") == "kinds/a.handout.pdf"
    assert "PDF" in link.inner_text()
    assert "kB" in link.inner_text()


def test_what_is_for_teachers_cannot_travel(tmp_path: Path) -> None:
    settings = '[build]\ninclude = ["guide"]\n'
    root = project(tmp_path, {"a/module.md": lesson("a")}, settings)
    with pytest.raises(SettingsError, match="“guide”"):
        lessonkit.build([root])
