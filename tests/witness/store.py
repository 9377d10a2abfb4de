"""A learner whose lesson speaks to the pretend platform of cmi5 or xAPI.

    learner = Learner.enrolled(page, platform_server.platform, unit, address)
    learner.launch()
    learner.hand("right()")
    learner.calm()
    learner.close()
    assert learner.platform.breaches() == []

The page's clock is its own (``page.clock``), so that waits of a lesson take no time here.
"""

import time
import xml.etree.ElementTree as ET
import zipfile
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Self

from playwright.sync_api import Page, Request

from lessonkit.inspect.lrs.launch import Kind, Launch
from lessonkit.inspect.lrs.platform import Platform
from lessonkit.inspect.lrs.session import INITIALIZED, Session
from lessonkit.inspect.lrs.switches import Trouble

HAND = (Path(__file__).parents[1] / "browser" / "hand.js").read_text("utf-8")
CMI5 = "{https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd}"
TINCAN = "{http://projecttincan.com/tincan.xsd}"
AWAY = Trouble(hang_up=True)
"""No network."""
_TURN = 100
"""Milliseconds of the page's clock between two looks."""
_QUIET = 2
_LONGEST = 1000


@dataclass(frozen=True, slots=True)
class Unit:
    """What a package says of its one part."""

    id: str
    title: str
    move_on: str = ""
    mastery: float | None = None
    parameters: str = ""
    entitlement: str = ""

    @classmethod
    def of(cls, package: Path) -> Self:
        """Of a zip with ``cmi5.xml`` or ``tincan.xml``."""
        with zipfile.ZipFile(package) as archive:
            if "cmi5.xml" not in archive.namelist():
                root = ET.fromstring(archive.read("tincan.xml"))
                first = next(root.iter(f"{TINCAN}activity"))
                return cls(first.get("id", ""), first.findtext(f"{TINCAN}name", ""))
            unit = next(ET.fromstring(archive.read("cmi5.xml")).iter(f"{CMI5}au"))
        mastery = unit.get("masteryScore")
        title = unit.findtext(f"{CMI5}title/{CMI5}langstring", "")
        moves = unit.get("moveOn", "NotApplicable")
        return cls(unit.get("id", ""), title, moves, float(mastery) if mastery else None)


@dataclass(slots=True)
class Learner:
    """One enrolment and the browser's page in which it is used."""

    page: Page
    platform: Platform
    unit: Unit
    address: str
    """Of the lesson, without a launch."""
    kind: Kind = "cmi5"
    choices: Launch = field(default_factory=Launch)
    session: Session | None = None
    under_way: int = 0
    heard: list[str] = field(default_factory=list)

    @classmethod
    def enrolled(cls, page: Page, platform: Platform, package: Path, address: str) -> Self:
        """For that package, which lies at that address."""
        kind: Kind = "cmi5" if package.name.endswith(".cmi5.zip") else "xapi"
        found = cls(page, platform, Unit.of(package), address, kind)
        # A page that was used before has run ahead of the world.
        page.clock.set_system_time(time.time())
        page.on("request", lambda request: found.counts(request, 1))
        page.on("requestfinished", lambda request: found.counts(request, -1))
        page.on("requestfailed", lambda request: found.counts(request, -1))
        page.on("console", lambda said: found.hears(said.text))
        page.on("pageerror", lambda error: found.heard.append(str(error)))
        return found

    def counts(self, request: Request, more: int) -> None:
        """How many requests to the platform have no answer yet."""
        if request.url.startswith(self.platform.base):
            self.under_way += more

    def hears(self, text: str) -> None:
        """What a browser says of every answer that is no success is no word of the lesson's."""
        if not text.startswith(("Failed to load resource", "Scripts may close only")):
            self.heard.append(text)

    @property
    def registration(self) -> str:
        """Of the enrolment, once there is one."""
        return self.session.keys.registration if self.session else ""

    def launch(self, **choices: Any) -> None:
        """Open the lesson; an earlier session has ended, or is abandoned."""
        self.go(self.prepared(**choices))

    def prepared(self, **choices: Any) -> str:
        """The address of a new session."""
        self.choices = replace(self.choices, **choices)
        launched = self.platform.launch(
            self.unit, self.address, self.choices, kind=self.kind, registration=self.registration
        )
        self.session = launched.session
        return launched.address

    def go(self, address: str) -> None:
        """To an address of the lesson."""
        self.under_way = 0
        self.page.goto(address, wait_until="load")
        self.calm()

    def hand(self, what: str) -> None:
        """An act of ``tests/browser/hand.js``."""
        by_hand(self.page, what)

    def passes(self, milliseconds: int) -> None:
        """Time goes by for the page."""
        self.page.clock.run_for(milliseconds)
        self.calm()

    def calm(self) -> None:
        """Until the page has nothing to say to the platform, and no answer to wait for."""
        quiet = 0
        for _ in range(_LONGEST):
            known = len(self.platform.log)
            # No time goes by while an answer is under way: a slow machine is no slow platform.
            if self.under_way <= 0:
                self.page.clock.run_for(_TURN)
            self.page.wait_for_timeout(15)
            still = self.under_way <= 0 and len(self.platform.log) == known
            quiet = quiet + 1 if still else 0
            if quiet >= _QUIET:
                return
        raise AssertionError("the lesson does not rest")

    def close(self, *, by_button: bool = False) -> None:
        """The learner is gone."""
        self.away("about:blank")
        if self.session is not None:
            self.platform.leave(self.session, by_button=by_button)

    def away(self, address: str) -> None:
        """Leave the page; what it still sends arrives."""
        self.page.goto(address)
        self.under_way = 0
        quiet = 0
        for _ in range(_LONGEST):
            known = len(self.platform.log)
            self.page.wait_for_timeout(20)
            quiet = quiet + 1 if len(self.platform.log) == known else 0
            if quiet > (_QUIET if self.ended else 50 * _QUIET):
                return

    @property
    def offline(self) -> bool:
        """Whether there is no network."""
        return AWAY in self.platform.switches.troubles

    @property
    def ended(self) -> bool:
        """Whether nothing more is to be expected of the session."""
        one = self.session
        begun = one is not None and (one.said(INITIALIZED) or one.kind != "cmi5")
        return (
            one is None or self.offline or not begun or one.abandoned or one.terminated is not None
        )

    def crash(self) -> None:
        """The page is gone, and nothing it says any more arrives."""
        self.lose()
        self.away("about:blank")
        self.find()

    def reload(self) -> None:
        """The same address once more, in the same tab."""
        self.under_way = 0
        self.page.reload(wait_until="load")
        self.calm()

    def lose(self) -> None:
        """The network."""
        self.platform.switches.troubles.append(AWAY)

    def find(self) -> None:
        """The network again."""
        self.platform.switches.troubles.remove(AWAY)

    @property
    def message(self) -> str:
        """The kind of the message on the page; "" for none."""
        box = self.page.locator("#lk-problem")
        return box.get_attribute("data-kind") or "" if box.is_visible() else ""

    def verbs(self) -> list[str]:
        """Of this session's statements, as they stand; answers with the part they are about."""
        found = self.session.statements if self.session else []
        return [_named(one) for one in found]

    def sent(self) -> list[Any]:
        """All statements that stand in the enrolment, the platform's own among them."""
        return self.session.registration.statements if self.session else []


def by_hand(page: Page, what: str) -> None:
    """An act of ``tests/browser/hand.js`` on any page of ours."""
    page.evaluate(f"() => {{ {HAND}; hand.{what}; }}")


def _named(statement: Any) -> str:
    verb = str(statement["verb"]["id"]).rpartition("/")[2]
    part = str(statement["object"].get("id", "")).partition("#")[2]
    return f"{verb} {part}" if verb == "answered" else verb
