"""The page of `lessonkit play` in Chromium: our packages, one of another tool, hostile content."""

import re
import tomllib
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Frame, Page, expect
from tests.browser import axe
from tests.inspect.packages import SCORM12, TWO_SCOS, item, manifest, resource, zipped

import lessonkit
from lessonkit.base import messages
from lessonkit.inspect.package import open_package
from lessonkit.inspect.play import Words, playing

pytestmark = pytest.mark.browser

ROOT = Path(__file__).resolve().parents[2]
MODULE = ROOT / "modules" / "mat-khau-manh"
OUTPUTS = ("html", "scorm12", "scorm2004")
HOSTILE = """<!doctype html><title>x</title><script>
window.onload = () => {
  const said = [];
  const tries = {
    text: () => top.document.body.textContent, address: () => top.location.href,
    away: () => { top.location = "about:blank"; return "gone"; },
    course: () => top.desk.words, fetch: () => top.fetch("course.json"),
  };
  for (const name of Object.keys(tries)) {
    try { said.push(name + "=" + tries[name]()); } catch (e) { said.push(name + "!"); }
  }
  const forged = { type: "call", call: { n: 1, fn: "<img src=x onerror=alert(1)>", args: [] } };
  top.postMessage(forged, "*");
  parent.top.postMessage({ type: "kept", sco: "a", store: { values: { x: "y" } } }, "*");
  parent.API.LMSInitialize("");
  parent.API.LMSSetValue("cmi.comments", "<img src=x onerror='top.hit=1'>");
  parent.API.LMSSetValue("<b>x</b>", "y");
  document.title = said.join(" ");
};
</script>"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A module of ours, built for every target in question."""
    out = tmp_path_factory.mktemp("play")
    (outcome,) = lessonkit.build([MODULE], out=out, outputs=OUTPUTS)
    assert not outcome.failed
    return out / MODULE.name


def words(lang: str) -> Words:
    path = Path(messages.__file__).parent / "messages" / f"play.{lang}.toml"
    tables = tomllib.loads(path.read_text("utf-8"))
    return Words(lang, tables["page"], tables["script"], tables["faults"] | tables["manifest"])


@dataclass
class Desk:
    """The tool's page, and what went wrong in it."""

    page: Page
    address: str
    complaints: list[str] = field(default_factory=list)

    def act(self, name: str) -> None:
        """Press a button, and wait until the stage has told what came of it."""
        before = self.page.locator("#calls .mark").count()
        self.page.click(f"[data-act={name}]")
        self.page.locator("#calls .mark").nth(before).wait_for(state="attached")
        if name != "leave":
            self.loaded()

    def loaded(self) -> Frame:
        """The lesson, when it is there."""
        stage = self.page.frame_locator("#stage")
        stage.frame_locator("iframe").locator("body").wait_for(state="attached")
        return self.page.frames[-1]

    def said(self) -> str:
        """The whole log."""
        return self.page.inner_text("#calls")

    def tally(self) -> str:
        """The count of faults."""
        return self.page.inner_text("#tally")

    def data(self) -> dict[str, str]:
        """The live data model as it is shown."""
        rows: list[list[str]] = self.page.eval_on_selector_all(
            "#data tbody tr", "(rows) => rows.map((row) => [...row.cells].map((c) => c.innerText))"
        )
        return {row[0]: row[1] for row in rows}

    def shows(self, element: str, value: str) -> None:
        """Wait until the data model shows that."""
        row = f'//tr[normalize-space(th)="{element}" and contains(td[1], "{value}")]'
        self.page.locator(f"xpath={row}").first.wait_for(state="attached")

    def switch(self, name: str, *, on: bool) -> None:
        """Turn a switch; the server, where that is the platform, has heard of it."""
        with self.page.expect_response("**/switches"):
            self.page.set_checked(f"#switches [name={name}]", on)


@dataclass
class Opener:
    """Opens packages in pages of their own until the test ends."""

    browser: Browser
    stack: ExitStack

    def __call__(
        self, path: Path, lang: str = "vi", keep: Path | None = None, **context: Any
    ) -> Desk:
        """The page of `play` for a package, when the lesson has been launched."""
        package = open_package(path)
        self.stack.callback(package.contents.close)
        address = self.stack.enter_context(playing(package, words(lang), keep=keep))
        made = self.browser.new_context(**{"viewport": {"width": 1280, "height": 800}, **context})
        self.stack.callback(made.close)
        desk = Desk(made.new_page(), address)
        desk.page.on("console", lambda one: desk.complaints.append(one.text))
        desk.page.on("pageerror", lambda one: desk.complaints.append(str(one)))
        desk.page.goto(address)
        desk.page.wait_for_selector("#calls .mark")
        return desk


@pytest.fixture
def play(browser: Browser) -> Iterator[Opener]:
    """Opens packages."""
    with ExitStack() as stack:
        yield Opener(browser, stack)


def answer(lesson: Frame) -> None:
    """Begin, and answer the first question rightly."""
    form = lesson.locator("#lk-q-cum-kho-doan")
    while not form.is_visible():
        before = lesson.get_attribute(".lk-on", "id")
        lesson.click("#lk-next")
        lesson.wait_for_selector(f".lk-on:not(#{before})")
    form.locator("label", has_text="nonla-tulanh").click()
    form.locator("[type=submit]").click()


@pytest.mark.parametrize(
    ("output", "score", "entry"),
    [("scorm12", "cmi.core.score.raw", "cmi.core.entry"),
     ("scorm2004", "cmi.score.raw", "cmi.entry")],
)  # fmt: skip
def test_a_lesson_of_ours_resumes_and_makes_no_fault(
    output: str, score: str, entry: str, built: Path, play: Opener
) -> None:
    desk = play(built / f"mat-khau-manh.{output}.zip")
    answer(desk.loaded())
    desk.shows(score, "")
    before = desk.data()
    desk.act("leave")
    assert "Đã rời bài" in desk.page.inner_text("#state")
    desk.act("return")
    desk.shows(entry, "resume")
    desk.shows(score, before[score])
    lesson = desk.loaded()
    lesson.wait_for_selector("#lk-next")
    assert lesson.locator("#lk-q-cum-kho-doan input:checked").count() == 1
    assert desk.tally().startswith("Không có lỗi"), desk.said()
    desk.act("review")
    desk.shows(entry.replace("entry", "mode" if output == "scorm2004" else "lesson_mode"), "review")
    assert "SetValue" not in desk.said().rpartition("xem lại")[2]
    desk.act("afresh")
    desk.shows(entry, "ab-initio")
    assert desk.complaints == []


def test_what_is_refused_is_told(built: Path, play: Opener) -> None:
    desk = play(built / "mat-khau-manh.scorm12.zip", lang="en")
    lesson = desk.loaded()
    lesson.wait_for_selector("#lk-next")
    desk.page.check("[name=refuse]")
    answer(lesson)
    desk.page.wait_for_selector("#calls .pretended >> text=refused on purpose")
    desk.page.uncheck("[name=refuse]")
    desk.page.check("[name=throws]")
    lesson.click("#lk-next")
    desk.page.wait_for_selector("#calls .pretended >> text=thrown on purpose")
    desk.page.uncheck("[name=throws]")
    desk.page.check("[name=offline]")
    lesson.click("#lk-next")
    desk.page.wait_for_selector("#calls .pretended >> text=offline on purpose")


def test_a_plain_page_keeps_its_own_progress(built: Path, play: Opener) -> None:
    desk = play(built / "mat-khau-manh.html.zip", lang="en")
    assert "no SCORM manifest" in desk.page.inner_text("#data")
    assert desk.page.is_disabled("[data-act=review]")
    answer(desk.loaded())
    desk.act("leave")
    desk.act("return")
    assert desk.loaded().evaluate("localStorage.length") > 0
    desk.act("afresh")
    desk.loaded().wait_for_selector("#lk-next")
    assert "cum-kho-doan" not in desk.loaded().evaluate("JSON.stringify(localStorage)")


def test_a_package_of_another_tool(tmp_path: Path, play: Opener) -> None:
    desk = play(zipped(tmp_path / "goi.zip", TWO_SCOS), lang="en")
    desk.shows("cmi.core.score.raw", "80")
    assert desk.loaded().inner_text("#said") == "1 found"
    said = desk.said()
    assert "“passedd” is not among the allowed values" in said
    assert 'LMSSetValue("cmi.core.score.raw", ⟨number 80⟩)' in said
    assert "Arguments must be strings. (SCORM 1.2 RTE 3.3)" in said
    assert "SCORM 1.2 RTE 3.4.4" in said
    expect(desk.page.locator("#tally")).to_have_text("Faults: 2 · notes: 0")
    desk.act("leave")
    assert "without a call of LMSFinish" in desk.said()
    assert "score 80" in desk.page.inner_text("#parts")
    desk.page.click("#parts li:nth-child(2) button")
    desk.shows("cmi.core.score.raw", "30")
    assert desk.loaded().inner_text("#said") == "2 found"
    assert desk.page.get_attribute("#parts li:nth-child(2) button", "aria-current") == "true"


def test_a_lesson_finds_its_api_in_the_opener(tmp_path: Path, play: Opener) -> None:
    desk = play(zipped(tmp_path / "goi.zip", TWO_SCOS), lang="en")
    desk.page.check("[name=own]")
    desk.page.click("[data-act=return]")
    button = desk.page.frame_locator("#stage").get_by_role("button")
    with desk.page.context.expect_page() as opened:
        button.click()
    expect(opened.value.locator("#said")).to_have_text("1 found")
    desk.shows("cmi.core.score.raw", "80")
    with opened.value.expect_event("close"):
        desk.act("leave")


def test_content_reaches_nothing_but_its_platform(tmp_path: Path, play: Opener) -> None:
    text = manifest(item("a", "r"), resource("r", "a.html"), SCORM12)
    path = zipped(tmp_path / "goi.zip", {"imsmanifest.xml": text, "a.html": HOSTILE})
    desk = play(path, lang="en")
    desk.page.wait_for_selector("#calls >> text=<b>x</b>")
    lesson = desk.loaded()
    assert lesson.title() == "text! address! away! course! fetch!"
    assert desk.page.url == desk.address
    stage = lesson.parent_frame
    assert stage is not None
    lesson.evaluate("() => parent.eval(\"setTimeout(() => { location.href = 'about:blank' })\")")
    stage.wait_for_url("about:blank")
    desk.act("return")
    assert desk.page.url == desk.address
    assert desk.page.locator("#calls img, #data img, #calls b").count() == 0
    assert desk.page.evaluate("window.hit") is None
    assert "onerror=alert" not in desk.said()
    assert (
        desk.page.evaluate("fetch('course.json').then((a) => a.json()).then((c) => c.stores)")["a"][
            "values"
        ].get("x")
        is None
    )


def test_what_is_kept_in_a_file_is_there_for_the_next_run(tmp_path: Path, play: Opener) -> None:
    path = zipped(tmp_path / "goi.zip", TWO_SCOS)
    kept = tmp_path / "giu.json"
    desk = play(path, keep=kept)
    desk.shows("cmi.core.score.raw", "80")
    desk.act("leave")
    for _ in range(500):
        if kept.is_file() and '"80"' in kept.read_text("utf-8"):
            break
        desk.page.wait_for_timeout(20)
    again = play(path, keep=kept)
    assert "80" in again.page.inner_text("#parts")


@pytest.mark.parametrize(("size", "scheme"), [((1280, 800), "dark"), ((360, 640), "light")])
def test_axe_and_reflow(size: tuple[int, int], scheme: Any, tmp_path: Path, play: Opener) -> None:
    desk = play(
        zipped(tmp_path / "goi.zip", TWO_SCOS),
        viewport={"width": size[0], "height": size[1]},
        color_scheme=scheme,
    )
    desk.shows("cmi.core.score.raw", "80")
    desk.act("leave")
    found = axe.faults(desk.page, "body")
    assert [(one["id"], [node["html"][:90] for node in one["nodes"]]) for one in found] == []
    assert desk.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_keyboard_reaches_everything(tmp_path: Path, play: Opener) -> None:
    desk = play(zipped(tmp_path / "goi.zip", TWO_SCOS), lang="en")
    desk.act("leave")
    desk.page.click("h1")
    seen = []
    for _ in range(30):
        desk.page.keyboard.press("Tab")
        seen.append(desk.page.evaluate(
            "(document.activeElement.dataset.act || document.activeElement.name"
            " || document.activeElement.id || document.activeElement.className"
            " || document.activeElement.innerText)"
        ))  # fmt: skip
    wanted = ["width", "leave", "return", "afresh", "review", "browse", "refuse", "offline",
              "throws", "own", "only", "save", "scroll", "Phần a", "Phần b"]  # fmt: skip
    assert [name for name in wanted if name not in seen] == []


def test_widths_of_the_frame(tmp_path: Path, play: Opener) -> None:
    desk = play(zipped(tmp_path / "goi.zip", TWO_SCOS))
    lesson = desk.loaded()
    for width, wide in (("phone", 360), ("frame", 650)):
        desk.page.check(f"[name=width][value={width}]", force=True)
        lesson.wait_for_function("(wide) => innerWidth === wide", arg=wide)


def test_a_double_press_is_one_launch(tmp_path: Path, play: Opener) -> None:
    desk = play(zipped(tmp_path / "goi.zip", TWO_SCOS), lang="en")
    desk.shows("cmi.core.score.raw", "80")
    desk.page.dblclick("[data-act=return]")
    desk.page.locator("#calls .mark >> text=Launch 2").wait_for()
    expect(desk.page.locator("#calls")).to_have_text(re.compile("Initialize.*Initialize", re.S))
    desk.act("leave")
    assert "Launch 3" not in desk.said()
    assert "never called Initialize" not in desk.said()
