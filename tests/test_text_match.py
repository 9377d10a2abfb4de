"""What two typed answers have in common: Python and the player bring them into the same form."""

import json
import subprocess
import sys
import unicodedata
from collections.abc import Iterable

import pytest
from tests.witness.places import TESTS

from lessonkit.questions.text import Match, normal

PLAYER = TESTS.parent / "src" / "lessonkit" / "player"
ASK = """
const { load } = require(process.argv[1]);
const player = load(["questions/text.js"]);
let given = "";
process.stdin.on("data", (part) => { given += part; }).on("end", () => {
  const { text } = player.questions;
  const forms = (one) => ["exact", "case", "fold"].map((how) => text.normal(one, how));
  const found = JSON.parse(given).map((one) => (/\\p{Cn}/u.test(one) ? null : forms(one)));
  process.stdout.write(JSON.stringify(found));
});
"""
HOW: tuple[Match, ...] = ("exact", "case", "fold")
BLOCKS = {
    "Latin, Greek, Cyrillic, marks": range(0x20, 0x600),
    "Hebrew to Arabic": range(0x590, 0x900),
    "India": range(0x900, 0xE00),
    "Thai, Lao, Tibetan, Burmese": range(0xE00, 0x1100),
    "Khmer": range(0x1780, 0x1800),
    "Latin more, marks more": range(0x1AB0, 0x2100),
    "Cham, Tai Viet": range(0xA640, 0xAC00),
    "half marks, wide forms": range(0xFB00, 0xFFFE),
    "signs, kana": range(0x2100, 0x3400),
}
BEFORE = ("", "a", "Ơ", "ក", "ꪀ", "น")
"""What a mark may stand on."""


def theirs(texts: Iterable[str]) -> list[list[str] | None]:
    """The forms that the player gives each text; None where its Unicode is older than ours."""
    asked = json.dumps(list(texts))
    found = subprocess.run(
        ["node", "-e", ASK, str(TESTS / "js" / "player.js")],
        input=asked,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=True,
    )
    forms: list[list[str] | None] = json.loads(found.stdout)
    return forms


def texts_of(codes: Iterable[int]) -> list[str]:
    """Each assigned character after each of `BEFORE`, and between two marks of Vietnamese."""
    known = [chr(code) for code in codes if unicodedata.category(chr(code)) not in ("Cn", "Cs")]
    return [f"{start}{one}" for one in known for start in BEFORE] + [
        f"e\u0302{one}\u0323 Z" for one in known
    ]


@pytest.mark.parametrize("block", BLOCKS)
def test_the_player_agrees(block: str) -> None:
    texts = texts_of(BLOCKS[block])
    ours = [[normal(text, how) for how in HOW] for text in texts]
    differing = [
        (text.encode("unicode_escape"), mine, other)
        for text, mine, other in zip(texts, ours, theirs(texts), strict=True)
        if other not in (None, mine)
    ]
    assert differing == [], sys.version
