"""The known word that a mistyped one most likely meant."""

import unicodedata
from collections.abc import Iterable


def fold(text: str) -> str:
    """Lower case without marks, `đ` as `d`: how Vietnamese is typed without its keyboard."""
    bare = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(char for char in bare if not unicodedata.combining(char))


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The one known word near enough to `word`, or None; an equal folded form wins.

    What begins with the whole word goes before what is only like it: `tt02` means `tt02-2025`.
    """
    from difflib import get_close_matches

    table = {fold(name): name for name in known}
    key = fold(word)
    if key in table:
        return table[key]
    begun = [name for name in table if name.startswith(key)] if len(key) >= _TOLD else []
    close = get_close_matches(key, begun or table, n=1, cutoff=0 if begun else 0.6)
    return table[close[0]] if close else None


_TOLD = 4
"""Letters that say enough of a longer word."""
