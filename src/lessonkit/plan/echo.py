"""What of a page its narration has said already, sentence by sentence."""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import pairwise

from lessonkit.model import blocks as b
from lessonkit.model.walk import children, prose
from lessonkit.plan.sayings import by_sentence
from lessonkit.text.inline import Inline, Prose, Text
from lessonkit.text.speech.reading import spoken
from lessonkit.text.tieng import sentences, words

ALIKE = 0.8
"""Share of a sentence's tiếng that is said in the same order; project's choice."""
_DENIALS = frozenset(("không", "chưa", "chẳng", "đừng", "no", "not", "never", "don't", "don’t"))
_NUMBERS = frozenset((
    "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười", "mươi", "trăm", "nghìn",
    "triệu", "tỷ", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "twelve", "hundred", "thousand", "million",
))  # fmt: skip


class Spoken:
    """The words of a voice, to be asked whether a sentence is among them."""

    def __init__(self, told: Iterable[b.Block], lang: str) -> None:
        self.lang = lang
        found = (one for run in prose(tuple(told)) for one in sentences(run.plain()))
        each = [self._bare(one) for one in found]
        self.parts = (*each, *([*one, *other] for one, other in pairwise(each)))

    def says(self, text: str) -> bool:
        """Nearly these words; never without a number or a denial that they have."""
        one = self._bare(text)
        return not one or any(_within(one, part) for part in self.parts)

    def _bare(self, text: str) -> list[str]:
        """As it is read aloud, so that 16 and mười sáu are the same."""
        return words(spoken(unicodedata.normalize("NFC", text), self.lang).lower())


def _within(one: list[str], part: list[str]) -> bool:
    found = SequenceMatcher(None, one, part, autojunk=False).get_matching_blocks()[:-1]
    if sum(block.size for block in found) < ALIKE * len(one):
        return False
    span = part[found[0].b : found[-1].b + found[-1].size]
    firm = {word for word in one if word in _NUMBERS or word.isdecimal()} | _DENIALS
    return all(one.count(word) == span.count(word) for word in firm)


def unheard(blocks: Iterable[b.Block], voice: Spoken) -> Iterator[b.Block]:
    """The blocks without the sentences that are spoken; one of which nothing is left is gone.

    Lists and boxes are whole or gone. Steps, tables and whatever is asked or done stay: they are
    pointed at.
    """
    for block in blocks:
        match block:
            case b.Paragraph():
                left = _left(block.prose, voice)
                yield from () if left is None else (replace(block, prose=left),)
            case b.List():
                inner = tuple(one for item in block.items for one in item.blocks)
                yield from (block,) if tuple(unheard(inner, voice)) else ()
            case b.Quote() | b.Callout() | b.Details() | b.Tabs():
                yield from (block,) if tuple(unheard(children(block), voice)) else ()
            case _:
                yield block


def _left(told: Prose, voice: Spoken) -> Prose | None:
    kept: list[Inline] = []
    for one in by_sentence(told):
        if not voice.says(one.plain()):
            kept += [*([Text(" ", told.span)] if kept else []), *one.inlines]
    return replace(told, inlines=tuple(kept)) if kept else None
