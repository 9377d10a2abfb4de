"""What differs between the pages of two outputs: where style and script lie, what may load."""

import base64
import hashlib
from dataclasses import dataclass
from typing import Literal

Target = Literal["html", "scorm12", "scorm2004", "cmi5", "xapi"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A style sheet or a script: a file beside the page (`url`) or text inside it (`text`)."""

    url: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Preview:
    """What a messenger shows of a link to the page, by the Open Graph protocol; addresses are
    absolute."""

    url: str
    """Of the page."""
    image: str
    width: int
    """Pixels; with them a picture is shown the first time that somebody sends the link."""
    height: int


@dataclass(frozen=True, slots=True)
class Shell:
    """The frame of one output."""

    target: Target
    styles: tuple[Piece, ...]
    scripts: tuple[Piece, ...]
    csp: str = ""
    """The policy of the page; empty: the strictest that fits the pieces (`policy`)."""
    preview: Preview | None = None


_CONNECT: dict[Target, str] = {
    "cmi5": "connect-src https: http:",
    "xapi": "connect-src https: http:",
}
"""Where the learner's records go is said at launch, so that no page can name it beforehand."""


def policy(styles: tuple[Piece, ...], scripts: tuple[Piece, ...], target: Target = "html") -> str:
    """A content security policy that allows inline pieces by their hashes and nothing unsafe.

    Text never becomes markup or code, whoever wrote it: no script of the page needs that, so
    browsers which know Trusted Types refuse it altogether. Pictures and recordings may be `data:`
    where nothing lies beside the page. Only a target that speaks over the network may connect to
    anything.
    Source: Content Security Policy Level 3, 6.7.3; Trusted Types, 4.2.
    """
    lines = [
        "default-src 'none'",
        f"script-src {_sources(scripts)}",
        f"style-src {_sources(styles)}",
        "img-src 'self' data:",
        "media-src 'self' data:",
        "font-src 'self' data:",
        "form-action 'none'",
        "base-uri 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
    ]
    lines += [_CONNECT[target]] if target in _CONNECT else []
    return "; ".join(lines)


def _sources(pieces: tuple[Piece, ...]) -> str:
    found = ["'self'"] if any(piece.url for piece in pieces) else []
    found += [f"'sha256-{_digest(piece.text)}'" for piece in pieces if piece.text]
    return " ".join(found) or "'none'"


def _digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
