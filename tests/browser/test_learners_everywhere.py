"""The learners of SCORM on pages, cmi5 and xAPI: one verdict everywhere, projected.

The projection is that of "What a platform is told": cmi5 knows a score only of what was passed or
failed, and what is not completed is simply not.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, Page
from tests.browser.test_learners import PHONE, STORES
from tests.projects import KITCHEN_SINK
from tests.witness.ralph import statement_faults
from tests.witness.server import LessonServer
from tests.witness.store import Learner, by_hand
from tests.witness.store_server import PlatformServer

from lessonkit import build

pytestmark = pytest.mark.browser

CASES = Path(__file__).parents[1] / "cases"
Ends = tuple[bool, str, float | None]


def cases(name: str) -> list[dict[str, Any]]:
    """Learners whose story needs no switch of a SCORM platform."""
    found: list[dict[str, Any]] = yaml.safe_load((CASES / name).read_text("utf-8"))
    return [one for one in found if "ends" in one and _is_everywhere(one)]


def _is_everywhere(one: dict[str, Any]) -> bool:
    acts = {what.split()[0] for what in one["does"]}
    return not set(one.get("launch", {})) - {"mode"} and not acts & {"kill", "expire", "accept"}


OFFLINE = cases("learners_online.yml")
LEARNERS = cases("learners.yml")
PLAIN = ("perfect", "failing, every attempt used up", "leaving in the middle, returning")
AGAIN = {"relaunch", "crash", "reload", "pass"}
"""Acts behind which a page needs what it has kept; all else it shares with the packages."""
ON_PAGES = [
    one
    for one in LEARNERS
    if "mode" not in one.get("launch", {}) and "browser" not in one and "says" not in one
    if one["name"] in PLAIN or AGAIN & {what.split()[0] for what in one["does"]}
]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The kitchen sink, as a page and for statement stores."""
    out = tmp_path_factory.mktemp("out")
    (outcome,) = build([KITCHEN_SINK], out=out, outputs=["html", "cmi5", "xapi"])
    assert not outcome.failed
    return out / "kitchen-sink"


@pytest.fixture(scope="module")
def pages(browser: Browser) -> Iterator[dict[str, Page]]:
    """One page for each state of the browser's store."""
    contexts = {name: browser.new_context(**PHONE) for name in ("", *STORES)}
    found = {name: context.new_page() for name, context in contexts.items()}
    for name, page in found.items():
        page.add_init_script(STORES.get(name, ""))
        page.clock.install()
    yield found
    for context in contexts.values():
        context.close()


def act(learner: Learner, what: str) -> None:
    """One step of a story."""
    name, _, more = what.partition(" ")
    match name:
        case "close" | "crash" | "reload" | "lose" | "find":
            getattr(learner, name)()
        case "relaunch":
            learner.close()
            learner.launch(**({"mode": more.capitalize()} if more else {}))
        case "pass":
            learner.passes(int(more))
        case _:
            learner.hand(f"{name}({more})")
            learner.page.clock.run_for(40)


def play(learner: Learner, does: list[str]) -> str:
    """The whole story; the last message on the page."""
    message = ""
    for what in does:
        # Nobody leaves within the milliseconds that an answer takes to arrive.
        if what.split()[0] in ("close", "crash", "relaunch"):
            learner.calm()
            message = learner.message
        act(learner, what)
    return message


def told(learner: Learner) -> Ends:
    """The verdict of the platform; plain xAPI has none, so that of its verbs."""
    assert learner.session is not None
    if learner.kind == "cmi5":
        found = learner.platform.verdict(learner.session)
        return found.completed, found.success, in_percent(found.scaled)
    own = learner.session.registration.of(learner.session.keys.activity)
    said = {one["verb"]["display"]["en"]: one for one in own}
    success = next((verb for verb in ("passed", "failed") if verb in said), "unknown")
    score = said.get(success, {}).get("result", {}).get("score", {}).get("scaled")
    return "completed" in said, success, in_percent(score)


def in_percent(share: float | None) -> float | None:
    return None if share is None else share * 100


def expected(learner: dict[str, Any]) -> Ends:
    completion, success, raw = learner["ends"]
    return completion == "completed", success, None if success == "unknown" else raw


def same(found: Ends, wanted: Ends) -> bool:
    """SCORM rounds to two places."""
    return found[:2] == wanted[:2] and found[2] == (
        wanted[2] if wanted[2] is None else pytest.approx(wanted[2], abs=0.011)
    )


def story(
    one: dict[str, Any], page: Page, server: LessonServer, store: PlatformServer, package: Path
) -> None:
    server.mount(package)
    learner = Learner.enrolled(page, store.platform, package, f"{server.origin}/lesson/index.html")
    learner.launch(mode=one.get("launch", {}).get("mode", "normal").capitalize())
    message = play(learner, one["does"])
    assert same(told(learner), expected(one)), (told(learner), one["ends"])
    cut = {"crash", "lose"} & set(one["does"])
    legal = {"7.1.2.0-1"} if cut else set()
    assert {it.rule for it in learner.platform.breaches()} <= legal, learner.platform.breaches()
    assert list(statement_faults(learner.sent())) == []
    assert message == one.get("says", message if cut else "")
    assert learner.heard == []
    page.goto("about:blank")


@pytest.mark.parametrize("one", [*LEARNERS, *OFFLINE], ids=lambda one: one["name"])
def test_cmi5(
    one: dict[str, Any],
    pages: dict[str, Page],
    server: LessonServer,
    store: PlatformServer,
    built: Path,
) -> None:
    page = pages[one.get("browser", "")]
    story(one, page, server, store, built / "kitchen-sink.cmi5.zip")


@pytest.mark.parametrize("name", PLAIN)
def test_xapi(
    name: str, pages: dict[str, Page], server: LessonServer, store: PlatformServer, built: Path
) -> None:
    one = next(it for it in LEARNERS if it["name"] == name)
    story(one, pages[""], server, store, built / "kitchen-sink.xapi.zip")


RESULT = """() => {
  const data = JSON.parse(document.getElementById("lk-data").textContent);
  const text = localStorage.getItem(`lessonkit:${data.id}`) || "";
  const { state } = lessonkit.state.decode(data, text);
  if (!state) return null;
  lessonkit.tracking.settle(data, state);
  const { complete, success, score } = lessonkit.tracking.result(data, state);
  return [complete, success, lessonkit.tracking.begun(data, state) ? score : null];
}"""
"""What the page itself has kept and makes of it."""


@pytest.mark.parametrize("one", ON_PAGES, ids=lambda one: one["name"])
def test_html(
    one: dict[str, Any], pages: dict[str, Page], server: LessonServer, built: Path
) -> None:
    server.mount(built / "html")
    page, address = pages[""], f"{server.origin}/lesson/index.html"
    page.goto(address)
    for what in one["does"]:
        name, _, more = what.partition(" ")
        if name in ("close", "crash", "relaunch", "reload"):
            page.goto("about:blank")
            page.goto(address)
        elif name == "pass":
            page.clock.run_for(int(more))
        else:
            by_hand(page, f"{name}({more})")
            page.clock.run_for(40)
    complete, success, score = page.evaluate(RESULT) or (False, "unknown", None)
    completion, wanted, raw = one["ends"]
    assert same((complete, success, in_percent(score)), (completion == "completed", wanted, raw))
