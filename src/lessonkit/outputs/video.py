"""`video`: the slides of a lesson with its narration and the author's films, as a film."""

from pathlib import PurePosixPath

from lessonkit.base.files import Bundle, File, text_file
from lessonkit.outputs import clips
from lessonkit.outputs.base import Derivative, Job, Output
from lessonkit.outputs.film import film, pictures
from lessonkit.outputs.narration import needs as sounds
from lessonkit.outputs.narration import remarks
from lessonkit.outputs.site import UNTAGGED


def needs(job: Job) -> tuple[Derivative, ...]:
    """Slides, sound and what is known of clips; then, with their times, the film."""
    first = (*pictures(job), *sounds(job), *clips.needs(job))
    made = film(job)
    if made is None:
        return first
    low = (made.low,) if made.low is not None else ()
    return (*first, made.whole, *low, made.poster)


def render(job: Job) -> Bundle:
    """The film, a light one for slow networks, captions beside them, and a picture of it."""
    made = film(job)
    if made is None:
        return Bundle(())
    files = {"mp4": made.whole, "low.mp4": made.low, "poster.webp": made.poster}
    return Bundle(
        (
            *(File(PurePosixPath(name), job.file(one)) for name, one in files.items() if one),
            text_file("video.vtt", made.words),
        )
    )


OUTPUT = Output(
    "video",
    (("files", ""),),
    UNTAGGED,
    needs,
    render,
    names=("mp4", "low.mp4", "video.vtt", "poster.webp"),
    rounds=True,
    extras=("video",),
    remarks=remarks,
)
"""Made of what the lesson's other kinds are made of: its deck, its script, its recordings."""
