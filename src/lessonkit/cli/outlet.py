"""Where text goes, when whoever read it may have gone, or the disk behind it may be full."""

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import IO, Protocol

from lessonkit.base.atomic import Reason, WriteError
from lessonkit.base.errors import OutputError


class Stream(Protocol):
    """What is needed of a stream of text."""

    def write(self, text: str, /) -> int:
        """Take the text."""

    def flush(self) -> None:
        """Hand on what was taken."""

    def isatty(self) -> bool:
        """Whether a person sits there."""


class OutputLost(OutputError):
    """What a command says cannot be written; `reason` lets the caller say it in any language."""

    def __init__(self, reason: Reason, text: str) -> None:
        super().__init__(text)
        self.reason = reason

    @classmethod
    def of(cls, error: OSError) -> "OutputLost":
        """From what the system said."""
        return cls(WriteError.of(Path("-"), error).reason, error.strerror or str(error))


class Outlet:
    """A stream that goes on without a reader (`| head`): a command's exit code stays honest."""

    def __init__(self, stream: IO[str]) -> None:
        self.stream = stream

    def write(self, text: str, /) -> int:
        """Raises: OutputLost: no room, or the like."""
        self._safely(lambda: self.stream.write(text))
        return len(text)

    def write_bytes(self, data: bytes) -> None:
        """A file: no line end is changed, and no sign that the terminal does not know.

        Raises: OutputLost: no room, or the like.
        """
        below = getattr(self.stream, "buffer", None)
        self.flush()
        if below is None:
            self.write(data.decode())
        else:
            self._safely(lambda: below.write(data))

    def flush(self) -> None:
        """Raises: OutputLost: no room, or the like."""
        self._safely(self.stream.flush)

    def isatty(self) -> bool:
        """Whether a person sits there."""
        return self.stream.isatty()

    def _safely(self, work: Callable[[], object]) -> None:
        try:
            work()
        except BrokenPipeError:
            self.deafen()
        except OSError as error:
            self.deafen()
            raise OutputLost.of(error) from error

    def deafen(self) -> None:
        """Nothing is written from now on, by the interpreter at its end neither."""
        with suppress(OSError, ValueError):
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, self.stream.fileno())
            os.close(nowhere)
