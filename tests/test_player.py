"""The scripts of the player: their own tests in node, their types, their weight."""

import gzip
import subprocess
from pathlib import Path

import pytest
from tests.witness.fixtures import have

from lessonkit.questions import QUESTIONS
from lessonkit.render.scripts import player_script
from lessonkit.render.shell import Target

TESTS = Path(__file__).parent
PARTS = frozenset({"question", "tabs", "cards", "checklist", "practice", "recording"})
MOST = 17_400
"""Bytes, gzipped: a lesson without media has 30,000, and about half of them are text and style."""
STORE = 22_000
"""The same for cmi5 and xAPI: here the page itself asks, waits, asks again and keeps order."""
EVERYDAY = frozenset({"choice", "truefalse"})
OWN = {
    "text": 500,
    "number": 750,
    "scale": 250,
    "match": 400,
    "sort": 400,
    "order": 900,
    "reflect": 450,
    "cloze": 1050,
    "hotspot": 800,
    # Tells a whole story: ways, where one has come to, what was walked.
    "scenario": 1900,
}
"""Bytes that each other question type may add to a lesson that uses it."""
OWN_PARTS = {"bank": 800, "hint": 300, "listen": 1000, "place": 350}
"""Bytes that parts may add which few lessons have."""


def run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, cwd=TESTS, capture_output=True, text=True, timeout=300, check=False
    )


def test_node() -> None:
    # By name: node 20 takes a folder and no pattern, node 22 a pattern and no folder.
    files = sorted(path.relative_to(TESTS).as_posix() for path in TESTS.glob("js/*.test.js"))
    done = run("node", "--test", *files)
    assert done.returncode == 0, done.stdout


@pytest.mark.npm
def test_types() -> None:
    have("npm")
    done = run("node_modules/.bin/tsc", "--project", "tsconfig.json")
    assert done.returncode == 0, done.stdout


@pytest.mark.npm
def test_a_wrong_type_is_seen(tmp_path: Path) -> None:
    have("npm")
    wrong = tmp_path / "wrong.js"
    wrong.write_text("// @ts-check\nlessonkit.state.fresh(1);\n")
    settings = tmp_path / "tsconfig.json"
    settings.write_text(
        f'{{"extends": "{TESTS}/tsconfig.json", "include": ["{TESTS}/*.d.ts", "wrong.js"]}}'
    )
    done = run("node_modules/.bin/tsc", "--project", str(settings))
    assert "wrong.js(2" in done.stdout


@pytest.mark.parametrize("target", ["html", "scorm12", "scorm2004"])
def test_weight(target: Target) -> None:
    assert weight(EVERYDAY, target) <= MOST


@pytest.mark.parametrize("target", ["cmi5", "xapi"])
def test_weight_of_a_player_that_speaks_to_a_store(target: Target) -> None:
    assert weight(EVERYDAY, target) <= STORE


@pytest.mark.parametrize("name", sorted({*QUESTIONS.builtin} - EVERYDAY))
def test_weight_of_a_type(name: str) -> None:
    assert weight(EVERYDAY | {name}, "html") - weight(EVERYDAY, "html") <= OWN[name]


@pytest.mark.parametrize("name", sorted(OWN_PARTS))
def test_weight_of_a_part(name: str) -> None:
    more = weight(EVERYDAY, "html", PARTS | {name}) - weight(EVERYDAY, "html")
    assert more <= OWN_PARTS[name]


def weight(types: frozenset[str], target: Target, parts: frozenset[str] = PARTS) -> int:
    """Bytes of the player with these question types and parts."""
    return len(gzip.compress(player_script(types, parts, target).encode(), 9))
