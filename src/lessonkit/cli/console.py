"""The terminal: words, colours and widths, on whatever it can show."""

import codecs
import os
import sys
from collections.abc import Mapping
from typing import IO

from lessonkit.base.near import fold
from lessonkit.cli.outlet import Outlet, Stream
from lessonkit.cli.words import Words

_STYLES = {"error": "31", "warning": "33", "info": "36", "good": "32", "strong": "1", "dim": "2"}


class Console:
    """Where a command writes: facts to `out`, what goes wrong to `err`."""

    def __init__(
        self, words: Words, out: IO[str], err: IO[str], environ: Mapping[str, str]
    ) -> None:
        self.words = words
        self.out = Outlet(_forgiving(out))
        self.err = Outlet(_forgiving(err))
        self.colour = _coloured(out, environ)
        self.debug = environ.get("LESSONKIT_DEBUG", "") not in ("", "0")

    @property
    def lang(self) -> str:
        """Of everything that is said."""
        return self.words.lang

    def say(self, text: str = "") -> None:
        """A line."""
        self.out.write(text + "\n")

    def note(self, text: str) -> None:
        """A line beside the facts, out of the way of a program that reads them."""
        self.err.write(text + "\n")

    def complain(self, text: str) -> None:
        """A line about something wrong with the call or with the world, not with a lesson."""
        head = self.words("error.head")
        self.err.write(f"{self._painted(head, 'error', self.err)} {text}\n")

    def paint(self, text: str, style: str) -> str:
        """The text in a style of the terminal, or as it is where colours are not wanted."""
        return f"\x1b[{_STYLES[style]}m{text}\x1b[0m" if self.colour else text

    def _painted(self, text: str, style: str, stream: Stream) -> str:
        return self.paint(text, style) if stream.isatty() else text


def of_process(words: Words) -> Console:
    """The console of this process."""
    return Console(words, sys.stdout, sys.stderr, os.environ)


def _coloured(stream: IO[str], environ: Mapping[str, str]) -> bool:
    """Source of the two variables: no-color.org; FORCE_COLOR as other tools read it."""
    if environ.get("NO_COLOR"):
        return False
    if environ.get("FORCE_COLOR"):
        return True
    return stream.isatty() and environ.get("TERM") != "dumb"


def _forgiving(stream: IO[str]) -> IO[str]:
    """What the stream's encoding cannot hold is written without marks: `lỗi` as `loi`."""
    reconfigure = getattr(stream, "reconfigure", None)
    encoding = getattr(stream, "encoding", None) or "utf-8"
    if reconfigure is not None and not encoding.lower().startswith("utf"):
        codecs.register_error("lessonkit-fold", _folded)
        reconfigure(errors="lessonkit-fold")
    return stream


def _folded(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    shown = []
    for char in error.object[error.start : error.end]:
        bare = _PLAIN.get(char) or fold(char)
        bare = bare.upper() if char.isupper() else bare
        shown.append(bare if bare.isascii() else "?")
    return "".join(shown), error.end


_PLAIN = {
    "“": '"',
    "”": '"',
    "‘": "'",
    "’": "'",
    "…": "...",
    "–": "-",
    "—": "-",
    "→": "->",
    "·": "-",
}
