"""A bar on the terminal, where there is one and where the work takes more than a moment."""

import time

from lessonkit.cli.outlet import Stream

_PATIENCE = 1.0
"""Seconds before it shows itself."""
_EVERY = 0.1
"""Seconds between two drawings."""
_CELLS = 24


class Progress:
    """Draws itself over one line of `stream`; to be used as a context."""

    def __init__(self, stream: Stream, label: str, total: int) -> None:
        self.stream = stream
        self.label = label
        self.total = total
        self._live = stream.isatty()
        self._next = time.monotonic() + _PATIENCE
        self._drawn = 0

    def __enter__(self) -> "Progress":
        return self

    def __exit__(self, *_: object) -> None:
        self.clear()

    def show(self, done: int) -> None:
        """Draw it anew, if it is time."""
        if self._live and time.monotonic() >= self._next:
            self._next = time.monotonic() + _EVERY
            full = _CELLS * done // self.total
            bar = "#" * full + "." * (_CELLS - full)
            text = f"{self.label} [{bar}] {done}/{self.total}"
            self.stream.write("\r" + text.ljust(self._drawn))
            self.stream.flush()
            self._drawn = len(text)

    def clear(self) -> None:
        """Take it away, so that lines can be written."""
        if self._drawn:
            self.stream.write("\r" + " " * self._drawn + "\r")
            self.stream.flush()
            self._drawn = 0
