"""A program that answers, kept running from one sentence to the next; it may die or hang."""

import atexit
import json
import os
import subprocess
import threading
from collections.abc import Sequence
from contextlib import suppress
from queue import Empty, Queue
from typing import Any, BinaryIO

from lessonkit.media.voices.base import VoiceFault

LIMIT = 60.0
"""Seconds after which a sentence counts as hung; a long one takes a tenth of a second."""
PATIENCE = 1.0
"""Seconds in which one that no longer answers may end by itself."""
_Answer = tuple[dict[str, Any], bytes]


class Process:
    """Asks lines of JSON, gets a line of JSON with `bytes` bytes behind it."""

    def __init__(self, command: Sequence[str], limit: float = LIMIT) -> None:
        self.command = tuple(command)
        self.limit = limit
        self._running: subprocess.Popen[bytes] | None = None
        self._owner = 0
        self._code = 0
        """With which the last one ended."""

    def ask(self, question: dict[str, Any]) -> _Answer:
        """The answer, from a new process where the old one died before.

        Raises: VoiceFault: it died of this very question, hung, or says why it cannot.
        """
        line = json.dumps(question).encode() + b"\n"
        answer = self._asked(line) or self._asked(line)
        if answer is None:
            raise VoiceFault(f"exit {self._code}")
        head, data = answer
        if "error" in head:
            raise VoiceFault(str(head["error"]))
        return head, data

    def close(self) -> None:
        """End it; the next question starts another."""
        running, self._running = self._running, None
        if running is not None and self._owner == os.getpid():
            for pipe in (running.stdin, running.stdout):
                with suppress(OSError):
                    if pipe is not None:
                        pipe.close()
            running.kill()
            self._code = running.wait()

    def _asked(self, line: bytes) -> _Answer | None:
        """None: it died."""
        running = self._started()
        assert running.stdin is not None  # noqa: S101 - it was asked for
        assert running.stdout is not None  # noqa: S101 - it was asked for
        answers: Queue[_Answer | None] = Queue()
        reading = threading.Thread(target=_read, args=(running.stdout, answers), daemon=True)
        try:
            running.stdin.write(line)
            running.stdin.flush()
            reading.start()
            answer = answers.get(timeout=self.limit)
        except Empty as error:
            running.kill()
            reading.join()
            self.close()
            raise VoiceFault(f"> {self.limit:g} s") from error
        except OSError:
            answer = None
        if answer is None:
            with suppress(subprocess.TimeoutExpired):
                running.wait(PATIENCE)
            self.close()
        return answer

    def _started(self) -> "subprocess.Popen[bytes]":
        # A process that was forked off must not talk to the one of its parent.
        if self._running is None or self._owner != os.getpid():
            self._running = subprocess.Popen(  # noqa: S603 - our own program, no shell
                self.command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
            self._owner = os.getpid()
            atexit.register(self.close)
        return self._running


def _read(out: BinaryIO, answers: "Queue[_Answer | None]") -> None:
    """One answer; None where the process ends or says what is none."""
    try:
        head = json.loads(out.readline())
        data = out.read(head.get("bytes", 0))
        answers.put((head, data) if len(data) == head.get("bytes", 0) else None)
    except (ValueError, OSError, AttributeError):
        answers.put(None)
