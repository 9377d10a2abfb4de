"""Packs an artefact over an old one, stopped before each step in turn; run as a program.

Prints a JSON object: for each step, what the system was about to do, what stood there right after, and
what stood there once the next run had cleared up. A step is an event of Python's audit hooks, which
fire before every change of the disk, whoever asks for it.
"""

import errno
import json
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path, PurePosixPath
from typing import Literal

from lessonkit.base import atomic, leftovers
from lessonkit.base.files import Bundle, File
from lessonkit.pack import pack

Shape = Literal["folder", "zip", "file"]
EVENTS = frozenset(
    ("open", "os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.chmod", "os.listdir", "os.scandir")
    + ("fcntl.flock", "ctypes.dlsym", "shutil.rmtree")
)


def bundle(word: str, shape: Shape) -> Bundle:
    """Two versions differ in every file and in which files there are."""
    names = [f"{word}.html"] if shape == "file" else ["index.html", f"{word}.html", "media/a.png"]
    return Bundle(File(PurePosixPath(name), word.encode() * 1000) for name in names)


def standing(target: Path) -> str:
    """`old`, `new`, `nothing`, or what else is there."""
    if not target.exists():
        return "nothing"
    if target.is_dir():
        files = sorted(path for path in target.rglob("*") if path.is_file())
        names = [path.relative_to(target).as_posix() for path in files]
        words = {path.read_bytes() for path in files}
        for word in ("old", "new"):
            if names == sorted(("index.html", f"{word}.html", "media/a.png")):
                return word if words == {word.encode() * 1000} else f"mixed {word}"
        return f"mixed {names}"
    data = target.read_bytes()
    for word in ("old", "new"):
        if data == (target.parent.parent / word).read_bytes():
            return word
    return "mixed bytes"


def stop_at(step: int, act: Callable[[], None]) -> dict[str, str]:
    """Act before the event of that number; tells which it was."""
    seen = {"count": "0", "event": ""}

    def hook(event: str, args: tuple[object, ...]) -> None:
        if event not in EVENTS or (event == "open" and not str(args[0]).startswith(str(BASE))):
            return
        seen["count"] = str(int(seen["count"]) + 1)
        if int(seen["count"]) == step:
            note = f"{event} {' '.join(str(one).replace(str(BASE), '') for one in args[:2])}"
            (BASE / "event").write_text(note, "utf-8")
            act()

    sys.addaudithook(hook)
    return seen


def kill() -> None:
    """As the system does when memory runs out."""
    os.kill(os.getpid(), signal.SIGKILL)


def fill_up() -> None:
    """As the system does when the disk is full."""
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def child(work: Callable[[], None]) -> int:
    """How a process of its own ended: 0 well, 1 with an exception, else by a signal."""
    process = os.fork()
    if not process:
        try:
            work()
        except atomic.WriteError as error:
            os._exit(3 if error.reason == "disk-full" else 4)
        except BaseException as error:  # noqa: BLE001
            print(repr(error), file=sys.stderr)
            os._exit(1)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])


def run(shape: Shape, act: Callable[[], None]) -> list[dict[str, object]]:
    """Every step until none is left."""
    parent = BASE / "out"
    target = parent / "artefact"
    for word in ("old", "new"):
        pack(bundle(word, shape), BASE / word, shape)
    steps: list[dict[str, object]] = []
    while True:
        child(lambda: (pack(bundle("old", shape), target, shape), None)[1])
        assert standing(target) == "old"
        assert [path.name for path in parent.iterdir()] == ["artefact"]

        def work() -> None:
            stop_at(len(steps) + 1, act)
            pack(bundle("new", shape), target, shape)

        (BASE / "event").unlink(missing_ok=True)
        ended = child(work)
        if not (BASE / "event").exists():
            return steps
        after, beside = standing(target), sorted(path.name for path in parent.iterdir())
        child(lambda: leftovers.recover(parent))
        steps.append(
            {
                "event": (BASE / "event").read_text("utf-8"),
                "ended": ended,
                "after": after,
                "beside": len(beside) - (after != "nothing"),
                "recovered": standing(target),
                "left": sorted(path.name for path in parent.iterdir() if path != target),
            }
        )


if __name__ == "__main__":
    BASE = Path(sys.argv[1])
    if sys.argv[4] == "two steps":
        atomic.exchange = lambda one, other: False
    ACTS = {"kill": kill, "disk full": fill_up}
    print(json.dumps(run(sys.argv[2], ACTS[sys.argv[3]])))  # type: ignore[arg-type]
