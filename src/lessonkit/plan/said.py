"""What every kind of block says; what can only be looked at says where it is to be found."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain

from lessonkit.model import blocks as b
from lessonkit.plan.asked import answers, choices, opening, story, turn
from lessonkit.plan.utterance import BLOCK, ENDS, HEADING, SENTENCE, Line, Piece, Speaker, line
from lessonkit.questions.scenario import Scenario
from lessonkit.text.inline import Math, Prose
from lessonkit.text.speech.reading import code

ROWS = 12
"""Rows of a table that are still read out; of more, nobody keeps hold by ear."""
CODE = 4
"""Lines of code, likewise."""
_FIGURES = re.compile(r"[\s.,:/–-]*\d[\d\s.,:/–-]*")


def said(blocks: Iterable[b.Block], speaker: Speaker) -> Iterator[Line]:
    """The lines of all these blocks, in order."""
    for block in blocks:
        yield from _block(block, speaker)


def _block(block: b.Block, speaker: Speaker) -> Iterator[Line]:  # noqa: C901  (the sum type)
    match block:
        case b.Paragraph(prose=prose):
            yield line(speaker, prose)
        case b.Heading(prose=title) | b.Section(title=title):
            yield line(speaker, title, pause=HEADING)
        case b.Quote() | b.Scene() | b.Narration():
            yield from said(block.blocks, speaker)
        case b.List() | b.Steps() | b.Checklist():
            yield from _listed(block, speaker)
        case b.Figure() | b.Table() | b.CodeBlock() | b.Formula():
            yield from _shown(block, speaker)
        case b.Definitions() | b.Glossary() | b.Cards():
            yield from _defined(block, speaker)
        case b.Ask():
            yield from _asked(block, speaker)
        case b.Bank():
            yield from said(block.blocks[: block.draw], speaker)
        case b.Audio() | b.Video():
            yield from _played(block, speaker)
        case b.Callout() | b.Practice() | b.Details() | b.Tabs() | b.Only():
            yield from _framed(block, speaker)
        case b.Divider() | b.MarkupBlock() | b.Teacher() | b.Slide():
            pass


def _listed(block: b.List | b.Steps | b.Checklist, speaker: Speaker) -> Iterator[Line]:
    if not isinstance(block, b.List) and block.title:
        yield line(speaker, block.title, pause=HEADING)
    elif isinstance(block, b.Checklist):
        yield line(speaker, speaker.words("speech.checklist"), pause=SENTENCE)
    for number, item in enumerate(block.items):
        head = ""
        if isinstance(block, b.Steps):
            head = speaker.words("speech.step", n=number + 1)
        elif isinstance(block, b.List) and block.ordered:
            head = f"{block.start + number}."
        lead = (Piece(f"{head} "),) if head else ()
        yield from _headed(lead, said(item.blocks, speaker))


def _headed(
    lead: tuple[Piece, ...], lines: Iterator[Line], alone: Line | None = None
) -> Iterator[Line]:
    """With words in front of the first line, which is `alone` where there is none."""
    first = next(lines, alone)
    if first is not None:
        yield replace(first, pieces=(*lead, *first.pieces))
    yield from lines


def _shown(block: b.Figure | b.Table | b.CodeBlock | b.Formula, speaker: Speaker) -> Iterator[Line]:
    match block:
        case b.Figure(pictures=pictures, caption=caption):
            if caption:
                yield line(speaker, speaker.words("speech.figure"), caption)
            for one in pictures:
                if one.alt and not one.decorative:
                    head = "" if caption else speaker.words("speech.figure")
                    yield line(speaker, *filter(None, (head, one.alt)))
        case b.Table():
            yield from _table(block, speaker)
        case b.CodeBlock(text=text):
            lines = [one.strip() for one in text.splitlines() if one.strip()]
            if len(lines) > CODE:
                yield line(speaker, speaker.words("speech.code", n=len(lines)))
            else:
                yield from (_typed(one, speaker) for one in lines)
        case b.Formula(tex=tex) if "\\begin" in tex:
            yield line(speaker, speaker.words("speech.formula"))
        case b.Formula(tex=tex, span=span):
            yield line(speaker, Prose((Math(tex, "", span),), span))


def _typed(text: str, speaker: Speaker) -> Line:
    return Line((Piece(text, code(text, speaker.lang, speaker.lexicon)),), BLOCK)


def _table(block: b.Table, speaker: Speaker) -> Iterator[Line]:
    """Row by row, each cell with the name of its column; of two columns, as a list of pairs.

    Mere figures stand close behind the name of their column, also in the first: `Ngày 5/8`.
    """
    heads = [cell.prose for cell in block.head]
    if len(block.rows) > ROWS:
        names = ", ".join(head.plain() for head in heads if head)
        yield line(speaker, speaker.words("speech.table", n=len(block.rows), heads=names))
        return
    if len(heads) == 2 and all(heads):
        names = "; ".join(head.plain() for head in heads)
        yield line(speaker, speaker.words("speech.columns", heads=names), pause=SENTENCE)
    for row in block.rows:
        cells = [cell.prose for cell in row]
        parts: list[Prose | str] = []
        for place, cell in enumerate(cells):
            if not cell.plain().strip(" -–—"):
                continue
            mere = _FIGURES.fullmatch(cell.plain()) is not None
            named = heads[place] if place == 0 or len(cells) > 2 else None
            if named and (place or mere):
                parts += [named] if mere else [named, "–"]
            parts += [cell, ":" if place == 0 else ";"]
        if parts:
            yield _close(line(speaker, *parts[:-1], "."))


def _close(one: Line) -> Line:
    """Signs of ours stand close behind words; none behind the end of a sentence."""
    found: list[Piece] = []
    for piece in one.pieces:
        ours = piece.text in (":", ";", ".")
        if ours and found and found[-1].text == " ":
            found.pop()
        if not (ours and found and found[-1].text.endswith(ENDS)):
            found.append(piece)
    return replace(one, pieces=tuple(found))


def _defined(block: b.Definitions | b.Glossary | b.Cards, speaker: Speaker) -> Iterator[Line]:
    if isinstance(block, b.Cards) and block.title:
        yield line(speaker, block.title, pause=HEADING)
    for entry in block.entries:
        inner = (one for meaning in entry.meanings for one in meaning)
        term = (*line(speaker, entry.term).pieces, Piece(": "))
        yield from _headed(term, said(inner, speaker), Line((), SENTENCE))


def _played(block: b.Audio | b.Video, speaker: Speaker) -> Iterator[Line]:
    filmed = isinstance(block, b.Video)
    if block.title:
        key = "speech.clip" if filmed else "speech.recording"
        yield line(speaker, speaker.words(key), block.title)
    for one in said(block.transcript, speaker):
        yield replace(one, filmed=filmed)


def _framed(
    block: b.Callout | b.Practice | b.Details | b.Tabs | b.Only, speaker: Speaker
) -> Iterator[Line]:
    match block:
        case b.Tabs():
            for tab in block.tabs:
                yield line(speaker, tab.title, pause=HEADING)
                yield from said(tab.blocks, speaker)
        case b.Callout(kind=kind):
            yield line(speaker, block.title or f"{speaker.words(f'callout.{kind}')}.")
            yield from said(block.blocks, speaker)
        case b.Details():
            yield line(speaker, block.title)
            yield from said(block.blocks, speaker)
        case b.Only():
            names = [speaker.groups[one] for one in block.audience if one in speaker.groups]
            if names:
                yield line(speaker, speaker.words("only.label", groups=", ".join(names)) + ".")
            yield from said(block.blocks, speaker)
        case b.Practice():
            yield from _practice(block, speaker)


def _practice(block: b.Practice, speaker: Speaker) -> Iterator[Line]:
    head = speaker.words("practice.title")
    yield line(speaker, *((f"{head}:", block.title) if block.title else (f"{head}.",)))
    if block.where:
        yield line(speaker, speaker.words("speech.where", where=block.where))
    if block.minutes:
        yield line(speaker, speaker.words("speech.minutes", n=block.minutes))
    yield from said(block.blocks, speaker)


def _asked(block: b.Ask, speaker: Speaker) -> Iterator[Line]:
    question = block.question
    yield from opening(question, speaker)
    paper = question.printed()
    scenes = {one.id: one for one in block.blocks if isinstance(one, b.Scene)}
    yield from said((one for one in block.blocks if not isinstance(one, b.Scene)), speaker)
    if isinstance(question, Scenario):
        for scene, told in story(paper, scenes):
            lines = chain(said(told.blocks, speaker), turn(scene, speaker))
            yield from (replace(one, scene=scene.id) for one in lines)
        return
    yield from choices(paper, speaker)
    yield from answers(question, paper, speaker)


def paused(lines: Iterable[Line]) -> Iterator[Line]:
    """A line without words gives its silence to the line before it."""
    held: Line | None = None
    for one in lines:
        if held is not None and not one.pieces:
            held = replace(held, pause=max(held.pause, one.pause))
            continue
        if held is not None:
            yield held
        held = one
    if held is not None:
        yield held
