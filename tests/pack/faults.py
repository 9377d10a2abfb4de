"""Packs an artefact over an old one, stopped before each step in turn; run as a program.

Prints a JSON list: for each step, what the system was about to do, what stood there right after,
and what stood there once the next run had cleared up. A step is an event of Python's audit hooks,
which fire before every change of the disk, whoever asks for it.
"""

import errno
import json
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path, PurePosixPath
from typing import Literal, NoReturn

from lessonkit.base import atomic, leftovers
from lessonkit.base.files import Bundle, File
from lessonkit.pack import pack

Shape = Literal["folder", "zip", "file"]
SHAPES: dict[str, Shape] = {"folder": "folder", "zip": "zip", "file": "file"}
EVENTS = (
    *("open", "os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.chmod", "os.listdir"),
    *("os.scandir", "fcntl.flock", "ctypes.dlsym", "shutil.rmtree"),
)


def bundle(word: str, shape: Shape) -> Bundle:
    """Two versions differ in every file and in which files there are."""
    names = ("index.html", f"{word}.html", "media/a.png")[: 1 if shape == "file" else 3]
    return Bundle(File(PurePosixPath(name), word.encode() * 1000) for name in names)


def contents(path: Path) -> object:
    """All that stands there, comparable."""
    if not path.is_dir():
        return path.read_bytes() if path.exists() else None
    files = sorted(one for one in path.rglob("*") if one.is_file())
    return [(one.relative_to(path).as_posix(), one.read_bytes()) for one in files]


class Stage:
    """A folder with an old artefact, and both versions beside to compare with."""

    def __init__(self, base: Path, shape: Shape) -> None:
        self.base, self.shape = base, shape
        self.parent = base / "out"
        self.target = self.parent / "artefact"
        self.note = base / "event"
        for word in ("old", "new"):
            pack(bundle(word, shape), base / word, shape)

    def standing(self) -> str:
        """`old`, `new`, `nothing`, or `mixed`."""
        found = contents(self.target)
        for word in ("old", "new"):
            if found == contents(self.base / word):
                return word
        return "nothing" if found is None else "mixed"

    def beside(self) -> list[str]:
        """Names of what is not the artefact."""
        return sorted(path.name for path in self.parent.iterdir() if path != self.target)

    def stop_at(self, step: int, act: Callable[[], None]) -> None:
        """Act before the event of that number, and note which it was."""
        count = 0

        def hook(event: str, args: tuple[object, ...]) -> None:
            nonlocal count
            ours = event != "open" or str(args[0]).startswith(str(self.base))
            if event in EVENTS and ours:
                count += 1
                if count == step:
                    words = (event, *(str(one).replace(str(self.base), "") for one in args[:2]))
                    self.note.write_text(" ".join(words), "utf-8")
                    act()

        sys.addaudithook(hook)

    def run(self, act: Callable[[], None]) -> list[dict[str, object]]:
        """Every step until none is left."""
        steps: list[dict[str, object]] = []
        while True:
            pack(bundle("old", self.shape), self.target, self.shape)
            if self.standing() != "old" or self.beside():
                raise AssertionError("no fresh start")
            self.note.unlink(missing_ok=True)
            ended = child(lambda: self.work(len(steps) + 1, act))
            if not self.note.exists():
                return steps
            step: dict[str, object] = {"event": self.note.read_text("utf-8"), "ended": ended}
            step |= {"after": self.standing(), "beside": self.beside()}
            child(lambda: leftovers.recover(self.parent))
            step |= {"recovered": self.standing(), "left": self.beside()}
            steps.append(step)

    def work(self, step: int, act: Callable[[], None]) -> None:
        """What is stopped."""
        self.stop_at(step, act)
        pack(bundle("new", self.shape), self.target, self.shape)


def kill() -> None:
    """As the system does when memory runs out."""
    os.kill(os.getpid(), signal.SIGKILL)


def fill_up() -> NoReturn:
    """As the system does when the disk is full."""
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def child(work: Callable[[], object]) -> str:
    """How a process of its own ended: well, by a signal, or with what was raised."""
    process = os.fork()
    if not process:
        try:
            work()
        except atomic.WriteError as error:
            os._exit(3 if error.reason == "disk-full" else 4)
        except BaseException as error:
            print(repr(error), file=sys.stderr)
            os._exit(1)
        os._exit(0)
    ended = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
    return {0: "well", 3: "disk full", -9: "killed"}.get(ended, str(ended))


def main(base: str, shape: str, fault: str, way: str) -> None:
    """Arguments as on the command line."""
    if way == "two steps":
        atomic.exchange = lambda one, other: False  # noqa: ARG005
    acts: dict[str, Callable[[], None]] = {"kill": kill, "disk full": fill_up}
    print(json.dumps(Stage(Path(base), SHAPES[shape]).run(acts[fault])))


if __name__ == "__main__":
    main(*sys.argv[1:])
