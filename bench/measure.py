"""One run of a program: processor seconds, wall seconds, peak memory, exit status."""

import os
import subprocess
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Run:
    """What one run cost, its child processes included."""

    cpu: float
    """Seconds of user and system time together."""
    wall: float
    """Seconds."""
    peak: float
    """MiB of the largest single process among them."""


class FailedError(RuntimeError):
    """A measured program did not do its work: its figure would mean nothing."""


def run(command: Sequence[str | Path], cwd: Path | None = None) -> Run:
    """Run it to its end; what it says is kept only to tell why it failed.

    The peak of a child can never read lower than that of this process, which therefore imports
    nothing beyond the standard library.

    Raises: FailedError: its exit status was not 0.
    """
    start = time.monotonic()
    # Nothing of the caller's settings may make one side of a ratio slower than the other.
    env = {key: os.environ[key] for key in ("PATH", "HOME", "TMPDIR") if key in os.environ}
    with tempfile.TemporaryFile() as said:
        child = subprocess.Popen(
            [str(part) for part in command],
            cwd=cwd,
            env=env,
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=subprocess.STDOUT,
        )
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        wall = time.monotonic() - start
        if child.returncode:
            said.seek(0)
            end = said.read()[-2000:].decode("utf-8", "replace")
            raise FailedError(f"exit {child.returncode}: {' '.join(map(str, command))}\n{end}")
    return Run(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024)


def best(runs: Sequence[Run]) -> Run:
    """The least of each measure: what is above it is the machine's other work."""
    return Run(
        min(one.cpu for one in runs),
        min(one.wall for one in runs),
        min(one.peak for one in runs),
    )


def weight(folder: Path) -> int:
    """Bytes of all files below it."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
