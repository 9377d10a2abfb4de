"""Signs of messengers in text that is set in type: as a letter's sign, or left out.

No font that a lesson can carry has them in one colour and in the style of its letters.
"""

import re

_SAME = {
    "✅": "✓", "✔": "✓", "☑": "✓", "❌": "✗", "✖": "✗", "❎": "✗", "👉": "→", "➡": "→", "👈": "←",
    "⬅": "←", "⬆": "↑", "⬇": "↓", "👆": "↑", "👇": "↓", "⭐": "★", "🌟": "★", "❗": "!", "❓": "?",
    "🔴": "●", "⚫": "●", "➕": "+", "➖": "−", "▶": "►",
}  # fmt: skip
PICTURES = (
    "\U0001f000-\U0001faff\u2600-\u2712\u2715\u2716\u2719-\u27bf\u2b00-\u2bff"
    "\u231a-\u23ff\ufe0e\ufe0f\u20e3\U000e0020-\U000e007f"
)
"""Pictures in a line of letters, for a class of a pattern: without ✓✔✗✘, which say right and wrong.

With flags, skins and what chooses between picture and letter. Source: Unicode, emoji-data.
"""
EMOJI = re.compile(f"[{PICTURES}\u2713\u2714\u2717\u2718\u2300-\u2319\u200d]+")
"""A run of them, with what joins and colours them."""
_KEPT = frozenset("✓✗★☆●→←↑↓►⌘⌥⏎☎")
_BLANKS = re.compile(r"  +")


def drawable(text: str) -> str:
    """The text as it can be set; where a sign went, no second blank is left."""
    if EMOJI.search(text) is None:
        return text
    return _BLANKS.sub(" ", EMOJI.sub(lambda run: _as_letters(run[0]), text))


def left_out(text: str) -> tuple[str, ...]:
    """The signs that `drawable` leaves out, each once."""
    signs = (sign for run in EMOJI.findall(text) for sign in run if not _joins(sign))
    return tuple(dict.fromkeys(sign for sign in signs if not _as_letters(sign)))


def _as_letters(run: str) -> str:
    return "".join(_SAME.get(sign, sign if sign in _KEPT else "") for sign in run)


def _joins(sign: str) -> bool:
    return sign in "\ufe0f\ufe0e\u200d\u20e3" or "\U0001f3fb" <= sign <= "\U0001f3ff"
