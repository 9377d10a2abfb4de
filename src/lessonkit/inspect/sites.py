"""The sites of `play`: the tool's own page, the stage that holds the lesson, and the LRS.

Origins of their own, because content looks for its API in the window around it and so must share
an origin with that window, while the tool's page must be out of its reach. The stage is between: it
has the content's origin and holds the API; the tool's page has another, frames the stage without
the right to navigate the top, and hears from it messages of plain data only. The LRS has an origin
of its own as on most platforms, and answers nobody but the stage.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from html import escape
from http import HTTPStatus
from pathlib import Path
from string import Template
from typing import Any

from lessonkit.base.errors import OutputError
from lessonkit.inspect.attempts import Attempts
from lessonkit.inspect.contents import Contents
from lessonkit.inspect.kept import MOST, Kept, is_store
from lessonkit.inspect.lrs.exchange import Request as Asked
from lessonkit.inspect.lrs.platform import Platform
from lessonkit.inspect.media_type import media_type
from lessonkit.inspect.palette import palette
from lessonkit.inspect.web import Answer, Request, bare_answer, text_answer

PAGES = Path(__file__).parent / "page"
CONTENT = "content/"
NEWS = "news/"
RETURNED = "returned.html"
READS = ("GET", "HEAD")
LARGEST = 16_000_000
"""Bytes of a request to the LRS."""
_STAGE = frozenset(
    ("stage.css", "stage.js", "namespace.js", "values.js", "responses.js", "scorm12.js",
     "scorm2004.js", "model.js", "session.js", "returned.js")
)  # fmt: skip
_TOOL = frozenset(
    ("page.css", "page.js", "words.js", "calls.js", "data.js", "controls.js", "requests.js")
)
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'"
    " data:; frame-src {stage}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)


def _file(name: str) -> Answer:
    return text_answer(media_type(name), (PAGES / name).read_bytes())


def _page(name: str, **args: str) -> Answer:
    whole = Template((PAGES / name).read_text("utf-8")).substitute(
        {key: escape(value) for key, value in args.items()}
    )
    return text_answer("text/html; charset=utf-8", whole.encode())


@dataclass(frozen=True, slots=True)
class StageSite:
    """The stage and, below `content/`, the package."""

    contents: Contents
    lang: str
    title: str
    tool: str
    """The origin of the tool's page."""
    own: str
    most: int = 0

    def answer(self, request: Request) -> Answer | None:
        """As `Site`; nothing is sent here."""
        if request.method not in READS:
            return bare_answer(HTTPStatus.FORBIDDEN)
        return self._file(request.path)

    @property
    def headers(self) -> Mapping[str, str]:
        """Nobody but the tool and the stage itself may frame it; what a lesson loads is its own."""
        return {
            "Content-Security-Policy": f"frame-ancestors {self.tool} {self.own}",
            "Referrer-Policy": "same-origin",
            "Cross-Origin-Resource-Policy": "same-origin",
        }

    def _file(self, path: str) -> Answer | None:
        if path.startswith(CONTENT):
            return self._content(path.removeprefix(CONTENT))
        if path == "stage.html":
            return _page(path, lang=self.lang, title=self.title, tool=self.tool, content=CONTENT)
        if path == RETURNED:
            return _page(path, lang=self.lang, title=self.title)
        return _file(path) if path in _STAGE else None

    def _content(self, name: str) -> Answer | None:
        found = (
            name if name in self.contents.names else f"{name.rstrip('/')}/index.html".lstrip("/")
        )
        if found not in self.contents.names:
            return None
        size = self.contents.size(found)
        return Answer(media_type(found), size, lambda: self.contents.open(found))


@dataclass(frozen=True, slots=True)
class ToolSite:
    """The tool's page, its data, and what it is told to keep."""

    lang: str
    words: Mapping[str, str]
    course: Mapping[str, Any]
    stage: str
    """The address of the stage."""
    stage_origin: str
    own: str
    kept: Kept
    attempts: Attempts | None = None
    """Of a package of cmi5 or xAPI."""
    most: int = MOST

    @property
    def headers(self) -> Mapping[str, str]:
        """The strictest that works; nothing of it is told to the lesson."""
        return {
            "Content-Security-Policy": _POLICY.format(stage=self.stage_origin),
            "Referrer-Policy": "no-referrer",
            "Cross-Origin-Opener-Policy": "same-origin-allow-popups",
            "Cross-Origin-Resource-Policy": "same-origin",
            "Origin-Agent-Cluster": "?1",
        }

    def answer(self, request: Request) -> Answer | None:
        """As `Site`."""
        if request.method in READS:
            return self._file(request.path)
        if request.method != "POST" or request.headers.get("origin", "") != self.own:
            return bare_answer(HTTPStatus.FORBIDDEN)
        try:
            return self._told(request.path, json.loads(request.data))
        except (ValueError, RecursionError, OutputError):
            return bare_answer(HTTPStatus.FORBIDDEN)  # the page says that nothing could be kept

    def _file(self, path: str) -> Answer | None:
        if path == "":
            return _page("page.html", lang=self.lang, title=str(self.course["title"]), **self.words)
        if path == "tokens.css":
            return text_answer("text/css; charset=utf-8", palette().encode())
        if path == "course.json":
            return _json(self._course())
        if path.startswith(NEWS) and self.attempts is not None:
            return self._news(path.removeprefix(NEWS))
        return _file(path) if path in _TOOL else None

    def _course(self) -> Mapping[str, Any]:
        whole = {**self.course, "stage": self.stage, "origin": self.stage_origin}
        return whole | {"stores": self.kept.stores}

    def _news(self, after: str) -> Answer | None:
        known = self.attempts is not None and re.fullmatch(r"\d{1,9}", after)
        return _json(self.attempts.news(int(after))) if known and self.attempts else None

    def _told(self, path: str, said: Any) -> Answer:
        """What the page posts: `{"sco": id, "store": …}` to keep, or an act of the platform."""
        match path, said:
            case "kept", {"sco": str() as sco, "store": store} if store is None or is_store(store):
                self.kept.put(sco, store)
                return bare_answer(HTTPStatus.NO_CONTENT)
            case "launch" | "left" | "switches", dict() if self.attempts is not None:
                return _json(self.attempts.act(path, said))
        return bare_answer(HTTPStatus.FORBIDDEN)


@dataclass(frozen=True, slots=True)
class LrsSite:
    """What lessons of cmi5 and xAPI talk to; nobody but the stage is answered."""

    platform: Platform
    stage: str
    """The origin of the stage."""
    most: int = LARGEST
    headers: Mapping[str, str] = field(
        default_factory=lambda: {"Content-Security-Policy": "default-src 'none'; sandbox"}
    )

    def answer(self, request: Request) -> Answer:
        """As `Site`."""
        if request.headers.get("origin", self.stage) != self.stage:
            return bare_answer(HTTPStatus.FORBIDDEN)
        reply = self.platform.answer(
            Asked(request.method, request.path, request.query, request.headers, request.data)
        )
        return replace(
            text_answer("", reply.body, reply.status),
            headers=reply.headers, hang_up=reply.hang_up, delay=reply.delay,
        )  # fmt: skip


def _json(whole: Mapping[str, Any]) -> Answer:
    return text_answer("application/json", json.dumps(whole).encode())
