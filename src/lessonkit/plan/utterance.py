"""From a run of text to sentences: as captions show them, and as a voice reads them."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

from lessonkit.text import inline as i
from lessonkit.text.speech.lexicon import Lexicon
from lessonkit.text.speech.reading import code, formula, joined
from lessonkit.text.speech.tex import linear
from lessonkit.text.tieng import count, sentence_places

SENTENCE, BLOCK, HEADING, SECTION, THINK = 0.3, 0.6, 0.8, 1.2, 4.0
"""Seconds of silence behind a sentence, a block, a heading, a section, and what is asked."""
PER_SECOND = {"vi": 3.6, "en": 2.8}
"""Tiếng, or words, that a voice says in a second; what is not here as Vietnamese."""
_BREATH = 0.15
"""Seconds at a comma or the like."""
LONGEST = 26
"""Tiếng of one cue: with more, captions have more than two lines; it is cut where one breathes."""
ENDS = (".", "!", "?", "…")
"""Behind them stands no colon of ours."""
_BREATHS = ("; ", ": ", " – ", " — ", ", ")

Words = Callable[..., str]
"""The strings of a theme: a key such as `speech.answer`, then what its places are filled with."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """All that decides how a lesson is said."""

    lang: str
    words: Words
    lexicon: Lexicon
    groups: Mapping[str, str] = field(default_factory=dict)
    """Names of audience groups, by id."""
    numbers: Mapping[str, int] = field(default_factory=dict)
    """Of questions, by id, from 1."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a line."""

    text: str
    """As shown; never cut where there is a reading."""
    reading: str = ""
    """As said; empty: as the rules of the language say it."""
    lang: str = ""
    """Where the author marks it."""


@dataclass(frozen=True, slots=True)
class Line:
    """What is said in one go: a paragraph, an item, a title."""

    pieces: tuple[Piece, ...]
    pause: float = BLOCK
    place: int = -1
    """Of the block, as in `Cue`."""
    filmed: bool = False
    """As in `Cue`."""
    scene: str = ""
    """As in `Cue`."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A cue that has no id yet."""

    text: str
    spoken: str
    lang: str
    seconds: float
    pause: float
    place: int
    filmed: bool
    scene: str


def line(speaker: Speaker, *parts: i.Prose | str, pause: float = BLOCK) -> Line:
    """One line of texts of the author's and of ours, a space between them."""
    found: list[Piece] = []
    for part in parts:
        if found and part:
            found.append(Piece(" "))
        if isinstance(part, str):
            found.append(Piece(part))
        else:
            found += pieces(part.inlines, speaker, "")
    return Line(tuple(found), pause)


def pieces(inlines: tuple[i.Inline, ...], speaker: Speaker, lang: str) -> Iterator[Piece]:  # noqa: C901
    """The parts of running text; marks of notes and raw HTML are silent."""
    for one in inlines:
        match one:
            case i.Text(text=text):
                yield Piece(text, lang=lang)
            case i.Phrase() | i.Link():
                yield from pieces(one.inner, speaker, one.lang or lang)
            case i.Strong() | i.Emphasis() | i.Strike():
                yield from pieces(one.inner, speaker, lang)
            case i.Code(text=text):
                yield Piece(text, code(text, speaker.lang, speaker.lexicon))
            case i.Math(tex=tex):
                shown = linear(tex)
                yield Piece(shown, formula(tex, speaker.lang, speaker.lexicon))
            case i.Picture(alt=alt, decorative=False):
                yield Piece(alt, lang=lang)
            case i.Break():
                yield Piece("\n")
            case i.Gap():
                yield Piece("…", speaker.words("speech.gap"))
            case i.NoteRef() | i.Markup() | i.Picture():
                pass


def sentences(one: Line, speaker: Speaker) -> Iterator[Sentence]:
    """The sentences of a line; its pause is behind the last."""
    whole = "".join(piece.text for piece in one.pieces)
    places = [place for start, end in _lines(whole) for place in _cuts(one, start, end)]
    for number, (start, end) in enumerate(places):
        parts = tuple(_between(one.pieces, start, end))
        lang = _lang(parts, speaker.lang)
        spoken = joined([(part.text, part.reading) for part in parts], lang, speaker.lexicon)
        text = " ".join(whole[start:end].split())
        if any(char.isalnum() for char in spoken):
            last = number == len(places) - 1
            breath = SENTENCE if text[-1] in '.!?…”"' else _BREATH
            pause = one.pause if last else breath
            long = seconds(spoken, lang)
            yield Sentence(text, spoken, lang, long, pause, one.place, one.filmed, one.scene)


def seconds(spoken: str, lang: str) -> float:
    """How long it takes to say, estimated."""
    rate = PER_SECOND.get(lang.partition("-")[0], PER_SECOND["vi"])
    breaths = sum(spoken.count(sign) for sign in ",;:") * _BREATH
    return round(max(0.4, len(spoken.split()) / rate + breaths), 2)


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for part in text.split("\n"):
        yield start, start + len(part)
        start += len(part) + 1


def _cuts(one: Line, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Sentences of a part of the text; what has a reading is one word of it."""
    veiled = "".join("x" * len(p.text) if p.reading else p.text for p in one.pieces)
    for first, last in sentence_places(veiled[start:end]):
        yield from _short(veiled, start + first, start + last)


def _short(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence, or its parts where it is too long for one caption."""
    if count(text[start:end]) <= LONGEST:
        yield start, end
        return
    middle = (start + end) // 2
    found = (
        place + len(sign.rstrip())
        for sign in _BREATHS
        for place in _places(text, sign, start + 12, end - 12)
    )
    cut = min(found, key=lambda place: abs(place - middle), default=None)
    if cut is None:
        yield start, end
        return
    yield from _short(text, start, cut)
    while text[cut] == " ":
        cut += 1
    yield from _short(text, cut, end)


def _places(text: str, sign: str, start: int, end: int) -> Iterator[int]:
    place = text.find(sign, start, end)
    while place >= 0:
        yield place
        place = text.find(sign, place + 1, end)


def _between(pieces: tuple[Piece, ...], start: int, end: int) -> Iterator[Piece]:
    """The parts of a stretch of the text."""
    at = 0
    for piece in pieces:
        first, last = max(start, at), min(end, at + len(piece.text))
        if first < last:
            text = piece.text[first - at : last - at]
            yield Piece(text, piece.reading, piece.lang)
        at += len(piece.text)


def _lang(parts: tuple[Piece, ...], lang: str) -> str:
    """That of the sentence where all its words are of another one."""
    langs = {part.lang or lang for part in parts if _worded(part.text)}
    return langs.pop() if len(langs) == 1 else lang


@cache
def _worded(text: str) -> bool:
    return any(char.isalpha() for char in text)
