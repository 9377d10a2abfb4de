"""What is said of a lesson, sentence by sentence."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from lessonkit.model import blocks as b
from lessonkit.model.walk import walk
from lessonkit.plan.page import CLOSING, OPENING, Page, seen_by_all
from lessonkit.plan.said import paused, said
from lessonkit.plan.utterance import (
    HEADING,
    SECTION,
    SENTENCE,
    Line,
    Speaker,
    Words,
    line,
    sentences,
)
from lessonkit.text.speech.lexicon import Lexicon
from lessonkit.text.speech.reading import NONE


@dataclass(frozen=True, slots=True)
class Recording:
    """The author's own voice for a section."""

    src: str
    """An asset of the module."""
    start: float
    """Seconds from the beginning of the file."""
    end: float | None
    """None: to its end."""
    said: tuple[str, ...] = ()
    """Ids of the cues that it says; the others are read by a voice."""


@dataclass(frozen=True, slots=True)
class Cue:
    """One sentence, or a line as long as one."""

    id: str
    """`<section>.<n>`, n from 1."""
    place: int
    """Of the block it comes from, among the blocks of the section's page from 0; -1: from a
    `narration`, or the section's title."""
    text: str
    """As captions show it."""
    spoken: str
    """As a voice reads it: numbers, dates and signs in words. The same language."""
    lang: str
    """BCP 47 of this sentence."""
    seconds: float
    """An estimate; the recording gives the exact ones."""
    pause: float
    """Seconds of silence behind it."""
    filmed: bool = False
    """Whether a film of the lesson says it itself: it is of that film's transcript."""
    scene: str = ""
    """Of a story: the id of the scene in which it is said."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A section as it is heard."""

    id: str
    """Of the section, or `OPENING`, or `CLOSING`."""
    title: str
    cues: tuple[Cue, ...]
    recording: Recording | None = None
    """Played where the first of the cues that it says would be read."""


@dataclass(frozen=True, slots=True)
class Script:
    """A lesson as it is heard."""

    title: str
    lang: str
    chapters: tuple[Chapter, ...]

    @property
    def cues(self) -> Iterator[Cue]:
        """All of them, in order."""
        return (cue for chapter in self.chapters for cue in chapter.cues)


def script(
    page: Page,
    words: Words,
    lexicon: Lexicon = NONE,
    groups: Mapping[str, str] = MappingProxyType({}),
) -> Script:
    """The words of a page that was planned with its narrations (`outputs.base.full`).

    `words`: the strings of a theme; `groups`: names of audience groups by id, for a lesson with
    parts that are for some. A section's narration is said instead of its text; questions and
    practice follow it all the same, for they are what a learner does.
    """
    numbers = {ask.question.id: n for n, ask in enumerate(_asks(page), start=1)}
    speaker = Speaker(page.meta.lang, words, lexicon, groups, numbers)
    chapters = [_opening(page, speaker)]
    for one in page.sections:
        if not one.teacher:
            head = line(speaker, one.title, pause=HEADING)
            found = _chapter(one.id, one.title.plain(), (head,), one.blocks, speaker)
            chapters.append(found)
    chapters.append(_closing(page, speaker))
    return Script(page.meta.title, page.meta.lang, tuple(one for one in chapters if one.cues))


def _opening(page: Page, speaker: Speaker) -> Chapter:
    """The title, what one will be able to do, and what stands before the first section."""
    lines = [line(speaker, f"{page.meta.title}.", pause=SECTION)]
    if page.meta.objectives:
        lines.append(line(speaker, f"{speaker.words('opening.goals')}:", pause=SENTENCE))
        lines += [line(speaker, f"{one.text}.") for one in page.meta.objectives]
    return _chapter(OPENING, page.meta.title, lines, page.intro, speaker)


def _closing(page: Page, speaker: Speaker) -> Chapter:
    title = speaker.words("speech.end", title=page.meta.title)
    return _chapter(CLOSING, speaker.words("top.closing"), (line(speaker, title),), (), speaker)


def _chapter(
    name: str,
    title: str,
    head: Iterable[Line],
    blocks: tuple[b.Block, ...],
    speaker: Speaker,
) -> Chapter:
    told = [one for one in walk(blocks) if isinstance(one, b.Narration)]
    own = tuple(one for one in told if not one.add and one.blocks)
    recorded = min((one for one in told if one.src), key=lambda one: one.add, default=None)
    lines = [*head, *paused(said(own, speaker))]
    for place, block in enumerate(blocks):
        if not own or _does(block):
            kept = _left(block) if own else (block,)
            lines += [replace(one, place=place) for one in paused(said(kept, speaker))]
    if lines:
        lines[-1] = replace(lines[-1], pause=max(SECTION, lines[-1].pause))
    spoken = (one for each in lines for one in sentences(each, speaker))
    cues = tuple(
        Cue(f"{name}.{n}", s.place, s.text, s.spoken, s.lang, s.seconds, s.pause, s.filmed, s.scene)
        for n, s in enumerate(spoken, start=1)
    )
    recording = None
    if recorded is not None:
        heard = tuple(one.id for one in cues if _says(recorded, blocks, one.place))
        recording = Recording(recorded.src, recorded.start or 0.0, recorded.end, heard)
    return Chapter(name, title, cues, recording)


def _left(block: b.Block) -> tuple[b.Block, ...]:
    """What is still to be said of a block once the narrations of its section were, its own too."""
    inside = [one for one in walk((block,)) if isinstance(one, b.Narration)]
    if not inside or any(one.add for one in inside):
        return (block,)
    return seen_by_all((block,))


def _says(recorded: b.Narration, blocks: tuple[b.Block, ...], place: int) -> bool:
    """Whether a recording says what stands there: its own words, or all but what a learner does."""
    if recorded.add:
        return place >= 0 and blocks[place] is recorded
    return place < 0 or not _does(blocks[place])


def _does(block: b.Block) -> bool:
    """Whether a learner does something there: a question, a task, a list to tick."""
    kinds = (b.Ask, b.Practice, b.Checklist)
    return any(isinstance(one, kinds) for one in walk((block,))) or (
        isinstance(block, b.Narration) and block.add
    )


def _asks(page: Page) -> Iterator[b.Ask]:
    """The questions that are asked aloud, in order: of a bank as many as are drawn."""
    spare = {id(one) for bank in page.banks for one in bank.blocks[bank.draw :]}
    hidden = {id(one) for s in page.sections if s.teacher for one in walk(s.blocks)}
    found = (one for one in page.every if isinstance(one, b.Ask))
    return (one for one in found if id(one) not in spare and id(one) not in hidden)
