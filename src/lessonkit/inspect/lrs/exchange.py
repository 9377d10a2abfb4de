"""A request, its answer, and the record of both."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

from lessonkit.inspect.lrs.breach import Breach

VERSION = "1.0.3"
JSON = "application/json"


@dataclass(frozen=True, slots=True)
class Request:
    """As it arrived; `path` is below the platform's base, without a leading slash."""

    method: str
    path: str
    query: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)
    """Names in lower case."""
    body: bytes = b""

    def header(self, name: str) -> str:
        """ "" where it was not sent."""
        return self.headers.get(name.lower(), "")

    @property
    def parameters(self) -> dict[str, str]:
        """Of the query, decoded; the last of a name."""
        return dict(parse_qsl(self.query, keep_blank_values=True))


@dataclass(frozen=True, slots=True)
class Reply:
    """What is answered, and in which way."""

    status: int
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    hang_up: bool = False
    """The connection is cut instead of an answer."""
    delay: float = 0.0
    """Seconds before it."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """One line of the log."""

    number: int
    time: float
    """Seconds since the platform was opened."""
    session: int | None
    """Number of the launch; None: nobody knows who asked."""
    resource: str
    """`fetch`, `statements`, `state`, `launch-data`, `preferences`, …; "" for none of them."""
    request: Request
    status: int
    breaches: tuple[Breach, ...] = ()
    pretended: str = ""
    """Which switch made the answer: `refuse`, `error`, `busy`, `slow`, `lost`, `offline`,
    `garbled`; `abandoned` and `expired` for a session that is over."""

    def statements(self) -> list[Any]:
        """Those that were sent, whatever became of them."""
        return [] if self.resource != "statements" else list(_sent(self.request))


def _sent(request: Request) -> list[Any]:
    import json

    try:
        found = json.loads(request.body)
    except (ValueError, RecursionError):
        return []
    return found if isinstance(found, list) else [found]
