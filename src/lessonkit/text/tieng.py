"""Counting words as Vietnamese has them: one tiếng is one written syllable.

Source: a tiếng is what stands between spaces in Vietnamese spelling; numbers and signs are counted apart.
"""

import re

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_SENTENCE = re.compile(r"[^.!?…]+(?:[.!?…]+(?=\s|$)|$|[.!?…]+)")
_ABBREVIATION = re.compile(
    r"(?:\b[A-ZĐ]{1,4}|\b(?:ThS|TS|BS|GS|PGS|Mr|Mrs|Ms|Dr|vs|e\.g|i\.e|v\.v))\.$"
)


def count(text: str) -> int:
    """How many tiếng (or words of another language) a text has."""
    return len(_WORD.findall(text))


def sentences(text: str) -> list[str]:
    """The sentences of running text; `TP.`, `V.A.` and `1.500` do not end one."""
    found: list[str] = []
    held = ""
    for match in _SENTENCE.finditer(text.replace("\n", " ")):
        piece = held + match.group()
        bare = piece.rstrip()
        if _ABBREVIATION.search(bare) or _inside_number(text, match.end()):
            held = piece
            continue
        held = ""
        if bare.strip():
            found.append(bare.strip())
    if held.strip():
        found.append(held.strip())
    return found


def _inside_number(text: str, at: int) -> bool:
    return 1 < at < len(text) and text[at - 2].isalnum() and text[at].isalnum()
