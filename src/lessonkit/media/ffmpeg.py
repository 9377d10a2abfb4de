"""The one door to ffmpeg: the program that `imageio-ffmpeg` brings, always as a process of its own.

It is a GPL build, so it is called and never copied into what is made. What it writes would hold
the version and the time of writing; `EXACT` keeps both out.
"""

import subprocess
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from errno import ENOSPC
from functools import cache, partial
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

from lessonkit.base.errors import ToolMissing

EXACT = ("-map_metadata", "-1", "-fflags", "+bitexact", "-flags:v", "+bitexact",
         "-flags:a", "+bitexact")  # fmt: skip
"""Options of an output after which the same input gives the same bytes."""
THREADS = 2
"""Fixed, for x264 writes other bytes with another number of them."""
_FULL = "No space left on device"
_SECONDS = 1800
"""After this long a process hangs; project's choice, an hour of film takes less."""


class FfmpegError(Exception):
    """It did not do its work: the text is what it said, for those who look for the cause."""


@cache
def program() -> str:
    """Where it lies. Raises: ToolMissing."""
    if find_spec("imageio_ffmpeg") is None:
        raise ToolMissing('imageio-ffmpeg: pip install "lessonkit[audio]"')
    from imageio_ffmpeg import get_ffmpeg_exe

    return str(get_ffmpeg_exe())


@cache
def version() -> str:
    """Such as `ffmpeg n9.0.2`, for keys of the store. Raises: ToolMissing."""
    done = subprocess.run(  # noqa: S603 - the program of a package that we asked for
        [program(), "-version"], capture_output=True, check=True, stdin=subprocess.DEVNULL
    )
    return " ".join(done.stdout.decode("utf-8", "replace").split()[:3])


def run(*arguments: str | Path, feed: bytes | None = None) -> str:
    """Run it to its end, `feed` at its standard input; returns what it said (`-v info` for all).

    Raises: ToolMissing. FfmpegError: it failed, or took too long. OSError: the disk is full.
    """
    return _done(arguments, feed)[1]


def output(*arguments: str | Path) -> bytes:
    """What it writes to its standard output, `-` or `pipe:1`.

    Raises: ToolMissing. FfmpegError.
    """
    return _done(arguments, None)[0]


def _done(arguments: Sequence[str | Path], feed: bytes | None) -> tuple[bytes, str]:
    command = [program(), "-hide_banner", "-y", *(str(one) for one in arguments)]
    if feed is None:
        command.insert(1, "-nostdin")
    try:
        done = subprocess.run(  # noqa: S603 - the program of a package, arguments without a shell
            command,
            input=b"" if feed is None else feed,
            capture_output=True,
            check=False,
            timeout=_SECONDS,
        )
    except subprocess.TimeoutExpired as error:
        raise FfmpegError(f"{_SECONDS} s") from error
    said = done.stderr.decode("utf-8", "replace")
    if done.returncode:
        raise _failure(said)
    return done.stdout, said


def said(*arguments: str | Path) -> str:
    """What it says of files, though it is not told to make anything and so fails.

    Raises: ToolMissing. FfmpegError: it took too long.
    """
    try:
        return run(*arguments)
    except FfmpegError as error:
        return str(error)


@contextmanager
def fed(*arguments: str | Path) -> Iterator[Callable[[bytes], None]]:
    """A run whose standard input, `-`, is written part by part, so that no film lies in memory.

    Raises: ToolMissing. FfmpegError: it failed, or took too long; at the latest at the end.
    """
    command = [program(), "-hide_banner", "-y", *(str(one) for one in arguments)]
    with TemporaryFile() as errors:
        done = subprocess.Popen(  # noqa: S603 - the program of a package, arguments without a shell
            command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=errors
        )
        late = threading.Timer(_SECONDS, done.kill)
        late.start()
        try:
            assert done.stdin is not None  # noqa: S101 - it was asked for
            with suppress(BrokenPipeError):
                yield partial(_write, done.stdin)
            with suppress(BrokenPipeError):
                done.stdin.close()
            done.wait()
        finally:
            late.cancel()
            if done.poll() is None:
                done.kill()
                done.wait()
        if done.returncode:
            errors.seek(0)
            raise _failure(errors.read().decode("utf-8", "replace"))


def _failure(said: str) -> Exception:
    """A disk that is full is no fault of the program's, nor of a film that it reads."""
    if _FULL in said:
        return OSError(ENOSPC, _FULL)
    return FfmpegError(said[-2000:])


def _write(pipe: IO[bytes], part: bytes) -> None:
    pipe.write(part)
