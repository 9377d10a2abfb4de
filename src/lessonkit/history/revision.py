"""The files of a project as they were in a git revision, in a folder of their own.

A repository may come from anywhere: nothing of its settings is executed. Only objects are read
(`rev-parse`, `ls-tree`, `cat-file`): no filter, hook, pager or fetch has a part in that, and the
protocols by which a missing object could be fetched are closed.
"""

import os
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO, Literal

from lessonkit.base.errors import LessonkitError
from lessonkit.base.files import UnsafePath, safe_path

MOST_FILES = 200_000
MOST_BYTES = 4_000_000_000
_PATIENCE = 60
"""Seconds that one answer of git may take."""
_SETTINGS = (
    "core.fsmonitor=false",
    "core.hooksPath=/dev/null",
    "protocol.allow=never",
    "safe.bareRepository=explicit",
)
_ELSEWHERE = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR")
"""What a hook or a shell may have set, and would lead to another repository."""

Reason = Literal["no-git", "no-repository", "no-revision", "too-large", "damaged"]
_WORDS: dict[Reason, str] = {
    "no-git": "git is not installed",
    "no-repository": "git keeps no history of this folder",
    "no-revision": "git knows no such revision",
    "too-large": "too many or too large files",
    "damaged": "git cannot read it",
}


class NoRevision(LessonkitError):
    """A revision cannot be had; `reason` and `name` let the caller say it in any language."""

    def __init__(self, reason: Reason, name: str, detail: str = "") -> None:
        self.name = "".join(char if char.isprintable() else "?" for char in name[:80])
        self.reason = reason
        super().__init__(f"{self.name}: {_WORDS[reason]}{f' ({detail})' if detail else ''}")
        self.exit_code = 3 if reason in ("no-git", "no-repository") else 2


@dataclass(frozen=True, slots=True)
class Entry:
    """A regular file of a tree."""

    path: PurePosixPath
    """Relative to the project."""
    digest: str
    size: int


@contextmanager
def revision(root: Path, name: str, folders: tuple[str, ...] = ()) -> Iterator[Path]:
    """A folder with the project's files of that revision, which is gone when the block ends.

    `folders` are those that matter, where one of them is there; files beside them always do. Links
    and names that are unsafe on some system are left out.

    Raises: NoRevision.
    """
    if not name or name.startswith("-") or len(name) > 500 or not name.isprintable():
        raise NoRevision("no-revision", name)
    _inside(root, name)
    commit = _said(root, name, "rev-parse", "--verify", "--quiet", f"{name}^{{commit}}")
    if not commit:
        raise NoRevision("no-revision", name)
    entries = _wanted(_tree(root, name, commit.decode("ascii").strip()), folders)
    if len(entries) > MOST_FILES or sum(one.size for one in entries) > MOST_BYTES:
        raise NoRevision("too-large", name)
    with tempfile.TemporaryDirectory(prefix="lessonkit-") as made:
        target = Path(os.path.realpath(made))
        _write(root, name, entries, target)
        yield target


def _inside(root: Path, name: str) -> None:
    """Raises: NoRevision: no git, or it keeps nothing of this folder."""
    if _said(root, name, "rev-parse", "--is-inside-work-tree").strip() != b"true":
        raise NoRevision("no-repository", name)


def _tree(root: Path, name: str, commit: str) -> Iterator[Entry]:
    """The regular files below the project."""
    listed = _said(root, name, "ls-tree", "-r", "-z", "-l", commit)
    for line in listed.split(b"\0"):
        facts, _, path = line.partition(b"\t")
        parts = facts.split()
        if len(parts) == 4 and parts[0] in (b"100644", b"100755") and parts[3].isdigit():
            try:
                safe = safe_path(path.decode("utf-8"))
            except (UnsafePath, UnicodeDecodeError):
                continue
            yield Entry(safe, parts[2].decode("ascii"), int(parts[3]))


def _wanted(entries: Iterator[Entry], folders: tuple[str, ...]) -> list[Entry]:
    found = list(entries)
    if not any(len(one.path.parts) > 1 and one.path.parts[0] in folders for one in found):
        return found
    return [one for one in found if len(one.path.parts) == 1 or one.path.parts[0] in folders]


def _write(root: Path, name: str, entries: list[Entry], target: Path) -> None:
    """One git for all of them: asked for one file, read to its end, then for the next."""
    with _started(root, name, "cat-file", "--batch") as git:
        assert git.stdin is not None  # noqa: S101  (both are pipes)
        assert git.stdout is not None  # noqa: S101
        try:
            for entry in entries:
                git.stdin.write(entry.digest.encode("ascii") + b"\n")
                git.stdin.flush()
                _copy(git.stdout, entry, name, target / entry.path)
            git.stdin.close()
        finally:
            git.kill()


def _copy(source: IO[bytes], entry: Entry, name: str, target: Path) -> None:
    head = source.readline().split()
    if len(head) != 3 or head[2] != str(entry.size).encode("ascii"):
        raise NoRevision("damaged", name, str(entry.path))
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("wb") as file:
            left = entry.size
            while left and (data := source.read(min(left, 1 << 16))):
                file.write(data)
                left -= len(data)
    except (FileExistsError, NotADirectoryError, IsADirectoryError) as error:
        # Names that differ in case only, on a disk that does not tell them apart.
        raise NoRevision("damaged", name, str(entry.path)) from error
    if left or source.read(1) != b"\n":
        raise NoRevision("damaged", name, str(entry.path))


def _said(root: Path, name: str, *arguments: str) -> bytes:
    """What git answers; nothing where it refuses.

    Raises: NoRevision: there is no git, or it does not end.
    """
    try:
        done = subprocess.run(  # noqa: S603  (our arguments; the name is behind its prefix)
            _command(root, *arguments),
            env=_environment(), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL, timeout=_PATIENCE, check=False,
        )  # fmt: skip
    except subprocess.TimeoutExpired as error:
        raise NoRevision("damaged", name) from error
    except OSError as error:
        raise NoRevision("no-git", name) from error
    return done.stdout if done.returncode == 0 else b""


def _started(root: Path, name: str, *arguments: str) -> "subprocess.Popen[bytes]":
    try:
        return subprocess.Popen(  # noqa: S603  (our arguments)
            _command(root, *arguments),
            env=_environment(), stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )  # fmt: skip
    except OSError as error:
        raise NoRevision("no-git", name) from error


def _command(root: Path, *arguments: str) -> list[str]:
    settings = [part for one in _SETTINGS for part in ("-c", one)]
    return ["git", "--no-pager", "--no-replace-objects", "-C", str(root), *settings, *arguments]


def _environment() -> dict[str, str]:
    """Of this process, without what would lead git elsewhere, ask a person or fetch."""
    kept = {key: value for key, value in os.environ.items() if key not in _ELSEWHERE}
    closed = {"GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1"}
    return kept | closed | {"GIT_ALLOW_PROTOCOL": "", "LC_ALL": "C"}
