"""A second reader of packages: Open edX's SCORM block, in its own process and environment.

The block is AGPL and no dependency of the project: ``python -m tests.witness.xblock prepare``
installs it into a folder of the user's cache, and ``read`` runs it there. The tests never install
it; where it is not prepared, ``read`` raises ``MissingToolError``.
"""

import json
import os
import re
import subprocess
import sys
import venv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.witness.calls import MODELS, Call
from tests.witness.places import WITNESS, MissingToolError
from tests.witness.steps import steps

REQUIREMENTS = (
    "openedx-scorm-xblock==19.0.5",
    "XBlock==6.1.0",
    "Django==5.2.19",
    "setuptools<81",
)
SECONDS = 60


@dataclass(frozen=True, slots=True)
class Reading:
    """What the block reads from a package, and keeps of what a lesson wrote."""

    launch: str
    launch_exists: bool
    version: str
    menu: str
    warnings: list[str]
    completion: str
    success: str
    score: float
    grade: float | None

    @property
    def titles(self) -> list[str]:
        """The titles in its menu; items without ``isvisible="true"`` are not in it."""
        return re.findall(r"<li[^>]*>(.*?)</li>", self.menu)


def folder() -> Path:
    """Where the environment lies: the user's cache."""
    cache = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    return Path(cache) / "lessonkit-tests" / REQUIREMENTS[0].replace("==", "-")


def _interpreter() -> Path:
    return folder() / ("Scripts" if os.name == "nt" else "bin") / "python"


def python() -> Path:
    """The interpreter of the environment, once that is complete."""
    if not (folder() / "ready").is_file():
        raise MissingToolError("not prepared: python -m tests.witness.xblock prepare")
    return _interpreter()


def prepare() -> None:
    """Make the environment; this is the only step that needs a package index."""
    venv.create(folder(), with_pip=True, clear=True)
    subprocess.run([_interpreter(), "-m", "pip", "install", "-q", *REQUIREMENTS], check=True)
    (folder() / "ready").touch()


def read(package: Path, calls: Sequence[Call] = (), version: str = "1.2") -> Reading:
    """Read a package; then, if there are any, replay the accepted writes of a launch."""
    found = steps(calls, MODELS[version])
    written = [(one.element, one.value) for one in found if one.kind == "set" and one.done]
    done = subprocess.run(
        [python(), "-P", "-W", "ignore", str(WITNESS / "xblock_reader.py"), str(package)],
        input=json.dumps(written),
        capture_output=True,
        text=True,
        check=False,
        timeout=SECONDS,
    )
    if done.returncode:
        raise RuntimeError(f"the block failed: {done.stderr.strip().splitlines()[-1:]}")
    return Reading(**json.loads(done.stdout))


if __name__ == "__main__":
    if sys.argv[1:] == ["prepare"]:
        prepare()
    elif sys.argv[1:] == ["ready"]:
        python()
    else:
        sys.stdout.write(f"{read(Path(sys.argv[1]))}\n")
