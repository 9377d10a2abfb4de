"""`audio`: the lesson to be listened to, its captions and its words."""

import json
from pathlib import PurePosixPath

from lessonkit.base.files import Bundle, File, text_file
from lessonkit.outputs.base import Derivative, Job, Output
from lessonkit.outputs.captions import breaks
from lessonkit.outputs.narration import Narration, narration, remarks
from lessonkit.outputs.narration import needs as sounds
from lessonkit.outputs.site import UNTAGGED
from lessonkit.render.listening import captions, transcript


def needs(job: Job) -> tuple[Derivative, ...]:
    """The sound, and in a second round its two forms."""
    found = narration(job)
    return sounds(job) if found is None else (*sounds(job), *encoded(job, found).values())


def encoded(job: Job, found: Narration) -> dict[str, Derivative]:
    """By the ending of the file's name."""
    settings = job.project.audio
    rates = {"mp3": settings.mp3_kbps, "opus": settings.opus_kbps}
    texts = (("tags", json.dumps(_tags(job, found), ensure_ascii=False)),)
    inputs = (("track", found.track),)
    return {
        name: Derivative("encode", "", "", (("format", name), ("kbps", rate)), texts, inputs)
        for name, rate in rates.items()
    }


def _tags(job: Job, found: Narration) -> dict[str, object]:
    meta = job.page.meta
    words = job.theme.words(meta.lang)
    return {
        "title": meta.title,
        "artist": ", ".join(meta.authors),
        "album": job.project.title,
        "lang": meta.lang,
        "comment": words("audio.draft") if found.draft else "",
        "chapters": [
            (one.chapter.id, one.chapter.title, round(one.start, 3), round(one.end, 3))
            for one in found.parts
        ],
    }


def render(job: Job) -> Bundle:
    """Sound in two forms, captions, the words to read, and chapters."""
    found = narration(job)
    if found is None:
        return Bundle(())
    words = job.theme.words(job.page.meta.lang)
    lines = [(one.cue.id, one.start, one.end, one.cue.text) for one in found.cues]
    notes = [words("audio.draft")] if found.draft else []
    if not all(one.exact for one in found.cues):
        notes.append(words("audio.judged"))
    said = [(one.chapter.title, one.chapter.cues) for one in found.parts]
    made = encoded(job, found).items()
    return Bundle(
        (
            *(File(PurePosixPath(name), job.file(one)) for name, one in made),
            text_file("vtt", captions(lines, notes, breaks(job))),
            text_file("txt", transcript(job.page.meta.title, said, notes)),
            text_file("chapters.json", _chapters(found)),
        )
    )


def _chapters(found: Narration) -> str:
    """As podcast players read them (podcast namespace, JSON chapters 1.2)."""
    chapters = [
        {
            "startTime": round(one.start, 3),
            "endTime": round(one.end, 3),
            "title": one.chapter.title,
        }
        for one in found.parts
    ]
    said = {"version": "1.2.0", "chapters": chapters}
    return json.dumps(said, ensure_ascii=False, indent=2) + "\n"


OUTPUT = Output(
    "audio",
    (("files", ""),),
    UNTAGGED,
    needs,
    render,
    names=("mp3", "opus", "vtt", "txt", "chapters.json"),
    rounds=True,
    extras=("audio",),
    remarks=remarks,
)
