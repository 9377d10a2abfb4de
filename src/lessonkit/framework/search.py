"""Finding skills and audience groups by words, typed with Vietnamese marks or without.

A word is found by its beginning; what is typed with marks is not found in words with other marks,
and so `bảo vệ` is not `báo về`, unless nothing else is found.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Literal, NamedTuple
from unicodedata import normalize

from lessonkit.base.near import fold, nearest
from lessonkit.framework.model import Framework, Names

Kind = Literal["framework", "skill", "audience"]
Field = Literal["code", "name", "keyword", "own-keyword", "statement", "level", "notes"]
FIELDS: tuple[Field, ...] = (
    "code", "name", "keyword", "own-keyword", "statement", "level", "notes",
)  # fmt: skip
"""In the order in which they count."""
_WORD = re.compile(r"[^\W_]+")
_LETTER = re.compile("[^\u0300-\u036f][\u0300-\u036f]*")
_TONES = re.compile("[\u0300\u0301\u0303\u0309\u0323]")


_SHORT = 3
"""Letters of a word for which nothing near is looked for."""
_MOST = 12
"""Words of a search for which near ones are looked for, each among all that the frameworks hold."""


class Marks(IntEnum):
    """How the marks of what was typed and of what is found go together."""

    SAME = 0
    LEFT_OUT = 1
    """One of them is typed without."""
    OTHER = 2


class _Word(NamedTuple):
    bare: str
    letters: tuple[str, ...]
    """As in `đ`, `ô`, without the tone."""
    tone: str
    """Of the whole word, for `hòa` and `hoà` are one."""


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found, and the text by which it was."""

    kind: Kind
    framework: str
    code: str
    """Of the skill, or the id of the audience group; empty: the framework itself."""
    field: Field
    text: str
    marks: Marks
    apart: bool
    """Its words are there, and not one after the other."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a search came to."""

    hits: tuple[Hit, ...]
    """The best first."""
    near: bool = False
    """Nothing has all the words: these have most of them, or words like them."""


class _Text(NamedTuple):
    field: Field
    text: str
    words: tuple[_Word, ...]


class _Entry(NamedTuple):
    kind: Kind
    framework: str
    code: str
    texts: tuple[_Text, ...]


class _Rank(NamedTuple):
    """Smaller is better."""

    marks: Marks
    apart: bool
    field: int
    cut: bool
    words: int
    """Of the text: what is hardly more than what was asked for comes first."""


def search(frameworks: Mapping[str, Framework], typed: str) -> Found:
    """What has all the words, else what has words that are near to them; empty: not even that."""
    asked = _words(typed)
    if not asked:
        return Found(())
    entries = [entry for one in frameworks.values() for entry in _entries(one)]
    ranked = [(rank, hit) for one in entries for rank, hit in _hit(one, typed, asked)]
    sure = [one for one in ranked if one[0].marks < Marks.OTHER]
    if sure:
        return Found(_sorted(sure))
    return Found(_sorted(ranked or list(_nearly(entries, asked))), near=True)


def _sorted(ranked: Sequence[tuple[tuple[int, ...], Hit]]) -> tuple[Hit, ...]:
    """Of equal rank in the order of the frameworks and of their skills."""
    return tuple(hit for _, hit in sorted(ranked, key=lambda one: one[0]))


def _entries(framework: Framework) -> Iterator[_Entry]:
    name = framework.id
    own = (*_texts("name", framework.titles), *_texts("name", {"": framework.legal_act}))
    yield _Entry("framework", name, "", tuple(own))
    for code, skill in framework.skills.items():
        texts = [*_texts("name", skill.names)]
        texts += [_text("keyword", one) for one in skill.keywords]
        texts += [_text("own-keyword", one) for one in skill.own_keywords]
        texts += _texts("statement", skill.statements)
        texts += [text for names in skill.at.values() for text in _texts("level", names)]
        texts += _texts("notes", {"": skill.notes})
        yield _Entry("skill", name, code, tuple(texts))
    for group in framework.audiences.values():
        texts = [*_texts("name", group.names), *_texts("statement", group.who)]
        yield _Entry("audience", name, group.id, tuple(texts))


def _texts(field: Field, names: Names) -> Iterator[_Text]:
    return (_text(field, one) for one in names.values() if one)


def _text(field: Field, text: str) -> _Text:
    return _Text(field, text, _words(text))


def _words(text: str) -> tuple[_Word, ...]:
    return tuple(map(_word, _WORD.findall(normalize("NFC", text).lower())))


def _word(text: str) -> _Word:
    if text.isascii():
        return _Word(text, tuple(text), "")
    apart = normalize("NFD", text)
    letters = _LETTER.findall(_TONES.sub("", apart))
    return _Word(fold(text), tuple(letters), "".join(_TONES.findall(apart)))


def _hit(entry: _Entry, typed: str, asked: tuple[_Word, ...]) -> Iterator[tuple[_Rank, Hit]]:
    """The best text of an entry by which it is found, if it is."""
    name = entry.code or entry.framework
    whole = normalize("NFC", typed).strip().lower()
    if whole in (name.lower(), f"{entry.framework}:{name.lower()}"):
        yield _ranked(entry, _text("code", name), Marks.SAME, apart=False, cut=False)
        return
    found = [hit for text in entry.texts for hit in _in_text(entry, text, asked)]
    if found:
        yield min(found, key=lambda one: one[0])
        return
    every = tuple(word for text in entry.texts for word in text.words)
    match = _anywhere(every, asked)
    if match:
        yield _ranked(entry, entry.texts[0], match[0], apart=True, cut=match[1])


def _in_text(entry: _Entry, text: _Text, asked: tuple[_Word, ...]) -> Iterator[tuple[_Rank, Hit]]:
    for start in range(len(text.words) - len(asked) + 1):
        pairs = [_match(word, text.words[start + at]) for at, word in enumerate(asked)]
        if all(pairs) and not any(pair[1] for pair in pairs[:-1] if pair):
            marks = max(pair[0] for pair in pairs if pair)
            last = pairs[-1]
            yield _ranked(entry, text, marks, apart=False, cut=bool(last and last[1]))
    match = _anywhere(text.words, asked)
    if match:
        yield _ranked(entry, text, match[0], apart=True, cut=match[1])


def _anywhere(words: tuple[_Word, ...], asked: tuple[_Word, ...]) -> tuple[Marks, bool] | None:
    """Worst marks, and whether one is only a beginning, where all are there in any order."""
    marks, cut = Marks.SAME, False
    for one in asked:
        found = min((pair for word in words if (pair := _match(one, word))), default=None)
        if found is None:
            return None
        marks, cut = max(marks, found[0]), cut or found[1]
    return marks, cut


def _match(asked: _Word, there: _Word) -> tuple[Marks, bool] | None:
    """How the marks go together, and whether only its beginning was asked for."""
    if asked.bare == there.bare:
        return _marks(asked, there), False
    if len(asked.bare) > 2 and there.bare.startswith(asked.bare):
        return max(_marks(asked, there), Marks.LEFT_OUT), True
    return None


def _marks(asked: _Word, there: _Word) -> Marks:
    """Of the letters of `there` that `asked` has."""
    letters = there.letters[: len(asked.letters)]
    if asked.letters == letters and asked.tone == there.tone:
        return Marks.SAME
    lacks = _lacks(asked, letters) or _lacks(there, asked.letters)
    return Marks.LEFT_OUT if lacks else Marks.OTHER


def _lacks(word: _Word, full: Sequence[str]) -> bool:
    """Whether it was typed without tones, and perhaps without the other marks: who types a tone
    types the hat below it."""
    pairs = zip(word.letters, full, strict=False)
    return not word.tone and all(one in (letter, fold(letter)) for one, letter in pairs)


def _ranked(
    entry: _Entry, text: _Text, marks: Marks, *, apart: bool, cut: bool
) -> tuple[_Rank, Hit]:
    hit = Hit(entry.kind, entry.framework, entry.code, text.field, text.text, marks, apart)
    return _Rank(marks, apart, FIELDS.index(text.field), cut, len(text.words)), hit


def _nearly(
    entries: Sequence[_Entry], asked: tuple[_Word, ...]
) -> Iterator[tuple[tuple[int, ...], Hit]]:
    """What has most of the words, and half of them at least; a word that is nowhere is its near,
    unless it is so short that almost any is near to it."""
    asked = asked[:_MOST]
    known = {word.bare for entry in entries for text in entry.texts for word in text.words}
    long = [one.bare for one in asked if one.bare in known or len(one.bare) > _SHORT]
    bare = [one if one in known else nearest(one, known) for one in long]
    meant = {one for one in bare if one is not None}
    counted = [(len(meant & {word.bare for word in text.words}), entry, text)
               for entry in entries for text in entry.texts]  # fmt: skip
    most = max((count for count, _, _ in counted), default=0)
    if not most or 2 * most < len(asked):
        return
    seen: set[tuple[str, str, str]] = set()
    for count, entry, text in counted:
        name = entry.kind, entry.framework, entry.code
        if count == most and name not in seen:
            seen.add(name)
            yield _ranked(entry, text, Marks.OTHER, apart=True, cut=False)
