"""The two sites of `play`: the tool's own page, and the stage that holds the lesson.

Two origins, because content looks for its API in the window around it and so must share an origin
with that window, while the tool's page must be out of its reach. The stage is between: it has the
content's origin and holds the API; the tool's page has another, frames the stage without the right
to navigate the top, and hears from it messages of plain data only.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path
from string import Template
from typing import Any

from lessonkit.base.errors import OutputError
from lessonkit.inspect.contents import Contents
from lessonkit.inspect.kept import MOST, Kept, is_store
from lessonkit.inspect.media_type import media_type
from lessonkit.inspect.palette import palette
from lessonkit.inspect.web import Answer, text_answer

PAGES = Path(__file__).parent / "page"
CONTENT = "content/"
_STAGE = frozenset(
    ("stage.css", "stage.js", "namespace.js", "values.js", "responses.js", "scorm12.js",
     "scorm2004.js", "model.js", "session.js")
)  # fmt: skip
_TOOL = frozenset(("page.css", "page.js", "words.js", "calls.js", "data.js", "controls.js"))
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

    @property
    def headers(self) -> Mapping[str, str]:
        """Nobody but the tool and the stage itself may frame it; what a lesson loads is its own."""
        return {
            "Content-Security-Policy": f"frame-ancestors {self.tool} {self.own}",
            "Referrer-Policy": "same-origin",
            "Cross-Origin-Resource-Policy": "same-origin",
        }

    def get(self, path: str) -> Answer | None:
        """As `Site`."""
        if path.startswith(CONTENT):
            return self._content(path.removeprefix(CONTENT))
        if path == "stage.html":
            return _page(path, lang=self.lang, title=self.title, tool=self.tool, content=CONTENT)
        return _file(path) if path in _STAGE else None

    def _content(self, name: str) -> Answer | None:
        found = (
            name if name in self.contents.names else f"{name.rstrip('/')}/index.html".lstrip("/")
        )
        if found not in self.contents.names:
            return None
        size = self.contents.size(found)
        return Answer(media_type(found), size, lambda: self.contents.open(found))

    def post(self, path: str, data: bytes, origin: str) -> bool:  # noqa: ARG002
        """Nothing is posted here."""
        return False


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

    def get(self, path: str) -> Answer | None:
        """As `Site`."""
        if path == "":
            return _page("page.html", lang=self.lang, title=str(self.course["title"]), **self.words)
        if path == "tokens.css":
            return text_answer("text/css; charset=utf-8", palette().encode())
        if path == "course.json":
            return text_answer("application/json", self._course())
        return _file(path) if path in _TOOL else None

    def _course(self) -> bytes:
        whole = {**self.course, "stage": self.stage, "origin": self.stage_origin}
        return json.dumps(whole | {"stores": self.kept.stores}).encode()

    def post(self, path: str, data: bytes, origin: str) -> bool:
        """What the platform keeps of one part: `{"sco": id, "store": …}`."""
        if path != "kept" or origin != self.own:
            return False
        try:
            match json.loads(data):
                case {"sco": str() as sco, "store": store} if store is None or is_store(store):
                    self.kept.put(sco, store)
                    return True
        except (ValueError, RecursionError, OutputError):
            pass  # the page says that nothing could be kept
        return False
