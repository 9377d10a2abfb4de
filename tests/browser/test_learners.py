"""Learners and platforms of every kind, on built packages: no word in the console, legal calls."""

import shutil
from collections.abc import Iterator, Mapping
from itertools import cycle
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
import yaml
from PIL import Image
from playwright.sync_api import Browser, Page
from tests.browser.lesson import caught_up
from tests.projects import KITCHEN_SINK
from tests.witness.browser import Lms
from tests.witness.calls import check_launches, verdict_of_launches
from tests.witness.server import LessonServer

from lessonkit import build

pytestmark = [pytest.mark.browser, pytest.mark.npm]

HERE = Path(__file__).parent
HAND = (HERE / "hand.js").read_text("utf-8")
LEARNERS: list[dict[str, Any]] = yaml.safe_load(
    (HERE.parent / "cases" / "learners.yml").read_text("utf-8")
)
SUFFIX = {"1.2": "scorm12", "2004": "scorm2004"}
TURNS = cycle(SUFFIX)
RUNS = [
    pytest.param(one, version, id=f"{version}-{one['name']}")
    for one in LEARNERS
    for version in ((next(TURNS),) if one.get("either") else SUFFIX)
]
MODULES = HERE.parents[1] / "modules"
PLAYED = ("cuoc-goi-gio-com", "dich-vu-cong", "giong-noi-gia", "hoi-tro-ly-ai", "nhom-gia-dinh")
"""Lessons that between them ask all that those of this repository do; one more takes seconds."""
EVERY_QUESTION = HERE.parent / "cases" / "modules" / "every-question"
ASKED = ("mot", "nhieu", "dung-sai", "vung", "chu", "so", "dien", "noi", "nhom", "thu-tu")
"""Its questions that count."""
STATUS = {"1.2": "cmi.core.lesson_status", "2004": "cmi.success_status"}
OLD = {
    "Terminate": "Finish",
    "cmi.mode": "cmi.core.lesson_mode",
    "cmi.entry": "cmi.core.entry",
    "cmi.score.raw": "cmi.core.score.raw",
    "cmi.completion_status": "cmi.core.lesson_status",
    "cmi.location": "cmi.core.lesson_location",
}
"""Names of SCORM 2004 that 1.2 has otherwise."""
STORES = {
    "denied": """Object.defineProperty(window, "localStorage", {
      get() { throw new DOMException("denied", "SecurityError"); } });""",
    "full": """Storage.prototype.setItem = () => {
      throw new DOMException("full", "QuotaExceededError"); };""",
}


PHONE: dict[str, Any] = {
    "locale": "vi-VN", "reduced_motion": "reduce", "viewport": {"width": 360, "height": 640},
}  # fmt: skip
"""Nothing is painted here that nobody looks at."""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The kitchen sink and the lessons of this repository, for platforms and as a site."""
    out = tmp_path_factory.mktemp("out")
    outcomes = build(
        [KITCHEN_SINK, *(MODULES / one for one in PLAYED)],
        out=out,
        outputs=["html", "scorm12", "scorm2004"],
    )
    assert not any(one.failed for one in outcomes)
    return out


@pytest.fixture(scope="module")
def pages(browser: Browser) -> Iterator[Mapping[str, Page]]:
    """One page for each state of the browser's store; each test has an origin of its own."""
    contexts = {name: browser.new_context(**PHONE) for name in ("", *STORES)}
    found: dict[str, Page] = {}
    for name, context in contexts.items():
        found[name] = context.new_page()
        found[name].add_init_script(STORES.get(name, ""))
        found[name].clock.install()
    yield found
    for context in contexts.values():
        context.close()


@pytest.fixture(params=["1.2", "2004"])
def version(request: pytest.FixtureRequest) -> str:
    """Both versions of SCORM."""
    found: str = request.param
    return found


def listen(page: Page) -> list[str]:
    """What the console says from now on."""
    heard: list[str] = []
    page.on("console", lambda said: heard.append(said.text))
    page.on("pageerror", lambda error: heard.append(str(error)))
    return heard


def in_words_of(version: str, text: str) -> str:
    """A switch of the test LMS, such as `answer` of `GetValue:empty:cmi.mode`, in that version."""
    if version == "2004":
        return text
    parts = [OLD.get(part, part) for part in text.split(":")]
    return ":".join(parts if parts[0].startswith("cmi.") else [f"LMS{parts[0]}", *parts[1:]])


def switches(learner: Mapping[str, Any], version: str) -> str:
    found: list[tuple[str, str]] = []
    for name, value in learner.get("launch", {}).items():
        for one in value if isinstance(value, list) else [value]:
            spoken = name in ("throw", "answer", "refuse")
            found.append((name, in_words_of(version, one) if spoken else one))
    return urlencode(found)


def act(lms: Lms, what: str) -> None:
    """One step of a learner's story."""
    name, _, more = what.partition(" ")
    match name:
        case "close" | "crash" | "kill" | "expire":
            lms.frame.evaluate(f"() => window.lms.{name}()")
        case "relaunch":
            lms.relaunch(**({"mode": more} if more else {}))
        case "reload":
            lesson = lms.lesson
            lesson.goto(lesson.url.split("#")[0], wait_until="load")
        case "pass":
            lms.page.clock.run_for(int(more))
        case "accept":
            lms.switch(refuses=[])
        case _:
            lms.lesson.evaluate(f"() => {{ {HAND}; hand.{name}({more}); }}")
            lms.page.clock.run_for(40)


def said(lms: Lms) -> str:
    """The kind of the message on the page."""
    box = lms.lesson.locator("#lk-problem")
    return box.get_attribute("data-kind") or "" if box.is_visible() else ""


def play(lms: Lms, does: list[str]) -> str:
    """The whole story; the last message on the page."""
    message = ""
    for what in does:
        if what.split()[0] in ("close", "crash"):
            message = said(lms)
        act(lms, what)
    return message if does[-1] in ("close", "crash") else said(lms)


@pytest.mark.parametrize(("learner", "version"), RUNS)
def test_learner(
    learner: dict[str, Any],
    pages: Mapping[str, Page],
    server: LessonServer,
    built: Path,
    version: str,
) -> None:
    server.mount(built / "kitchen-sink" / f"kitchen-sink.{SUFFIX[version]}.zip")
    page = pages[learner.get("browser", "")]
    heard = listen(page)
    lms = Lms.open(page, f"{server.lms(version)}&{switches(learner, version)}")
    assert play(lms, learner["does"]) == learner.get("says", "")
    sessions = lms.sessions()
    if "ends" in learner:
        last = verdict_of_launches(sessions, version)
        assert [last.completion, last.success, last.raw] == learner["ends"]
        assert last.resumes is learner.get("resumes", True)
        faults = check_launches(sessions, version)
        assert {one.partition(":")[0] for one in faults} <= set(learner.get("faults", [])), faults
    if "keeps" in learner:
        assert lms.state()["values"][STATUS[version]] == learner["keeps"]
    assert heard == []
    assert server.missed() == []


@pytest.fixture(scope="module")
def every_type(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of packages of a lesson with a question of every type."""
    home = tmp_path_factory.mktemp("every") / "modules"
    shutil.copytree(EVERY_QUESTION, home / "a")
    (home / "a" / "media").mkdir()
    Image.new("RGB", (320, 200), (30, 120, 110)).save(home / "a" / "media" / "anh.png")
    out = home.parent / "out"
    (outcome,) = {one.failed for one in build([home], out=out, outputs=["scorm12", "scorm2004"])}
    assert outcome is False
    return out / "moi-loai-cau-hoi"


def test_every_type_of_question(
    pages: Mapping[str, Page], server: LessonServer, every_type: Path, version: str
) -> None:
    """Wrong, left, taken up again and failed, another attempt, right, looked at again."""
    server.mount(every_type / f"moi-loai-cau-hoi.{SUFFIX[version]}.zip")
    heard = listen(pages[""])
    lms = Lms.open(pages[""], server.lms(version))
    story = ["read", "wrong", "relaunch", "again", "relaunch", "right", "relaunch review", "read"]
    assert play(lms, story) == "review"
    shown = lms.lesson.locator(".lk-verdict.lk-right")
    assert shown.count() == 10
    assert lms.lesson.locator("[data-lk-q] :is(input, select, .lk-move):enabled").count() == 0
    act(lms, "close")
    assert check_launches(lms.sessions(), version) == []
    last = verdict_of_launches(lms.sessions()[:-1], version)
    assert (last.completion, last.success, last.raw) == ("completed", "passed", 100)
    told = [(one.id, one.result) for one in last.answers]
    assert {name for name, _ in told} == {*ASKED, "muc"}
    assert [result for name, result in told if name in ASKED][-10:] == ["correct"] * 10
    assert {result for name, result in told if name == "muc"} == {"neutral"}
    assert heard == []
    assert server.missed() == []


@pytest.mark.parametrize(
    ("module", "version"),
    tuple(zip(PLAYED, cycle(SUFFIX))),
)
def test_lessons_of_this_repository(
    module: str, pages: Mapping[str, Page], server: LessonServer, built: Path, version: str
) -> None:
    """Wrong at first, left, taken up again, right; then the same to the last attempt.

    The versions take turns: what they share is shown by the learners.
    """
    server.mount(built / module / f"{module}.{SUFFIX[version]}.zip")
    heard = listen(pages[""])
    lms = Lms.open(pages[""], server.lms(version))
    assert play(lms, ["read", "tick", "wrong", "relaunch", "read", "right", "close"]) == ""
    last = verdict_of_launches(lms.sessions(), version)
    assert (last.completion, last.success, last.raw) == ("completed", "passed", 100)
    assert check_launches(lms.sessions(), version) == []

    again = Lms.open(pages[""], server.lms(version))
    play(again, ["fail", "again", "fail", "again", "fail", "relaunch", "right", "close"])
    last = verdict_of_launches(again.sessions(), version)
    assert (last.completion, last.success, last.raw) == ("completed", "failed", 0)
    assert check_launches(again.sessions(), version) == []
    assert heard == []
    assert server.missed() == []


def test_the_tab_is_closed(
    browser: Browser, server: LessonServer, built: Path, version: str
) -> None:
    server.mount(built / "kitchen-sink" / f"kitchen-sink.{SUFFIX[version]}.zip")
    context = browser.new_context()
    address = server.lms(version, persist="one")
    page = context.new_page()
    page.clock.install()
    play(Lms.open(page, address), ["right 2", "pass 40"])
    page.close()
    page = context.new_page()
    page.clock.install()
    heard = listen(page)
    lms = Lms.open(page, address)
    play(lms, ["rest", "close"])
    assert lms.state()["values"][STATUS[version]] == "passed"
    assert heard == []
    context.close()


def on_page(page: Page, act: str) -> None:
    page.evaluate(f"() => {{ {HAND}; hand.{act}; }}")


@pytest.mark.parametrize("state", ["", "denied", "full"])
def test_two_tabs(browser: Browser, server: LessonServer, built: Path, state: str) -> None:
    """Each keeps its own answers beside the other's; where nothing is kept, both go on working."""
    server.mount(built / "kitchen-sink" / "html")
    context = browser.new_context()
    context.add_init_script(STORES.get(state, ""))
    address = f"{server.origin}/lesson/index.html"
    one, other = context.new_page(), context.new_page()
    heard = listen(one) + listen(other)
    one.goto(address)
    other.goto(address)
    on_page(one, "right(2)")
    if not state:
        caught_up(one, other)
    on_page(other, "rest()")
    if not state:
        caught_up(other, one)
    on_page(one, "tick()")
    on_page(one, "read()")
    third = context.new_page()
    third.goto(f"{address}#lk-close")
    result = {"": "đúng 7 trên 7", "denied": "đúng 2 trên 7", "full": "đúng 2 trên 7"}[state]
    assert result in one.locator("#lk-result").inner_text()
    assert ("đúng 7 trên 7" in third.locator("#lk-result").inner_text()) is (state == "")
    assert one.locator("#lk-problem").is_visible() is (state != "")
    assert heard == []
    context.close()


@pytest.mark.parametrize("element", ["", "cmi.suspend_data", "cmi.score.raw"])
def test_sent_is_said_of_what_was_sent(
    pages: Mapping[str, Page], server: LessonServer, built: Path, version: str, element: str
) -> None:
    server.mount(built / "kitchen-sink" / f"kitchen-sink.{SUFFIX[version]}.zip")
    refuse = urlencode({"refuse": in_words_of(version, element)} if element else {})
    lms = Lms.open(pages[""], f"{server.lms(version)}&{refuse}")
    play(lms, ["right", "read"])
    sent = "Kết quả đã được gửi" in lms.lesson.locator("#lk-result").inner_text()
    assert sent is (element == "")
