"""A book that reads itself: the sound of each chapter, and what is lit up while it is heard.

The voices are loaded only where a project asks for them.
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from lessonkit.base.files import File
from lessonkit.outputs.base import Derivative, Job, full
from lessonkit.outputs.ocf import ROOT, text
from lessonkit.plan.page import HIDDEN, OPENING, Page
from lessonkit.read.assets import AssetProblem
from lessonkit.render.book.documents import Document
from lessonkit.render.book.overlay import SMIL, Heard, overlay
from lessonkit.render.book.package import Resource
from lessonkit.render.book.pen import HEAD, Cues

if TYPE_CHECKING:
    from lessonkit.outputs.narration import Narration, Part

FOLDER = "audio"
_MP3 = "audio/mpeg"


def wanted(job: Job) -> bool:
    """Whether the project wants it."""
    return job.project.epub.narration


def heard(job: Job) -> "Narration | None":
    """How it sounds; None: it is silent, or not made yet. Raises: ToolMissing. SettingsError."""
    if not wanted(job):
        return None
    from lessonkit.outputs.narration import narration

    return narration(job)


def needs(job: Job) -> tuple[Derivative, ...]:
    """The parts, and in a second round each as MP3, which every reading system plays."""
    if not wanted(job):
        return ()
    from lessonkit.outputs.narration import narration
    from lessonkit.outputs.narration import needs as sounds

    found = narration(job)
    encoded = () if found is None else tuple(_encoded(job, one) for one in found.parts)
    return (*sounds(job), *encoded)


def remarks(job: Job) -> tuple[AssetProblem, ...]:
    """What is to be said of the recordings that the book reads with."""
    if not wanted(job):
        return ()
    from lessonkit.outputs import narration

    return narration.remarks(job)


def said(job: Job, found: "Narration") -> Mapping[str, Mapping[int, Cues]]:
    """By chapter, and by place of the block among those that the book shows."""
    told: dict[str, dict[int, Cues]] = {}
    for part in found.parts:
        shown = _shown(full(job), part.chapter.id)
        blocks = told.setdefault(part.chapter.id, {})
        for one in part.cues:
            place = shown[one.cue.place] if 0 <= one.cue.place < len(shown) else HEAD
            blocks[place] = (*blocks.get(place, ()), (one.cue.id, one.cue.text))
    return told


def overlays(
    job: Job, found: "Narration", chapters: tuple[Document, ...], folder: str
) -> Iterator[tuple[str, Resource, tuple[tuple[Resource, File], ...]]]:
    """For each chapter that is heard: its id, its overlay, and the files of both."""
    documents = {one.id: one for one in chapters}
    for part in found.parts:
        name = part.chapter.id
        one = documents[name]
        sound = f"{FOLDER}/{name}.mp3"
        smil = Resource(
            f"m-{folder}.{name}.smil", f"{folder}/{name}.smil", SMIL, seconds=part.seconds
        )
        made = overlay(one.file, sound, _heard(part, dict(one.lit)))
        path = f"{folder}/{sound}"
        mp3 = File(PurePosixPath(ROOT, path), job.file(_encoded(job, part)))
        yield name, smil, (text(smil, made), (Resource(f"m-{folder}.{name}.mp3", path, _MP3), mp3))


def _heard(part: "Part", lit: Mapping[str, str]) -> Iterator[Heard]:
    """Without gaps: a pause belongs to the sentence before it."""
    starts = [round(one.start - part.start, 3) for one in part.cues]
    ends = [*starts[1:], round(part.seconds, 3)]
    starts[:1] = [0.0] if starts else []
    for one, start, end in zip(part.cues, starts, ends, strict=True):
        if end > start:
            yield Heard(lit[one.cue.id], start, end)


def _shown(page: Page, name: str) -> list[int]:
    """Of each block of a section, as it is planned with what no page shows, its place in the book:
    what is hidden counts as the block before it, or as the head."""
    found = {one.id: one.blocks for one in page.sections} | {OPENING: page.intro}
    places: list[int] = []
    place = HEAD
    for block in found.get(name, ()):
        place += not isinstance(block, HIDDEN)
        places.append(place)
    return places


def _encoded(job: Job, part: "Part") -> Derivative:
    tags = {"title": part.chapter.title, "artist": "", "album": job.page.meta.title}
    more = {"lang": job.page.meta.lang, "comment": "", "chapters": []}
    texts = (("tags", json.dumps({**tags, **more}, ensure_ascii=False)),)
    params = (("format", "mp3"), ("kbps", job.project.audio.mp3_kbps))
    return Derivative("encode", part.chapter.id, "", params, texts, (("track", part.wav),))
