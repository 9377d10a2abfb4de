"""Other kinds of a lesson that travel with its pages: they are asked for by `[build] include`.

A page is whole without them and loads none before it is pressed.
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from lessonkit.base.files import Bundle, File, Stored, text_file
from lessonkit.check.captions import read_cues
from lessonkit.outputs import OUTPUTS
from lessonkit.outputs.base import Derivative, Job, Output
from lessonkit.outputs.film import film
from lessonkit.outputs.narration import Narration, narration
from lessonkit.read.assets import AssetProblem
from lessonkit.render.media import Kinds, Played, Sheet

FOLDER = "kinds"
CAPTIONS = "captions.js"
_SOUNDS = (("opus", "audio/ogg; codecs=opus"), ("mp3", "audio/mpeg"))
"""The lightest first; phones of all makes play the second."""
_FILMS = (("low.mp4", "video/mp4"),)


def outputs(job: Job) -> tuple[Output, ...]:
    """The kinds that travel, in the order in which they were named."""
    return tuple(OUTPUTS.get(name) for name in dict.fromkeys(job.settings.include))


def needs(job: Job) -> tuple[Derivative, ...]:
    """All that any of them needs."""
    return tuple(need for output in outputs(job) for need in output.needs(job))


def remarks(job: Job) -> tuple[AssetProblem, ...]:
    """What any of them has to say."""
    return tuple(said for output in outputs(job) for said in output.remarks(job))


def companions(job: Job) -> tuple[Kinds | None, tuple[File, ...]]:
    """What the page says of them, and the files to lie beside it."""
    made = {output.name: output.render(job) for output in outputs(job)}
    if not made:
        return None, ()
    heard = narration(job) if made.keys() & {"audio", "video"} else None
    kinds = Kinds(
        sound=_played(job, made.get("audio"), heard, _SOUNDS),
        film=_played(job, made.get("video"), heard, _FILMS),
        sheets=tuple(_sheets(job, made)),
        captions=f"{FOLDER}/{CAPTIONS}" if heard else "",
    )
    files = [File(PurePosixPath(_url(job, name)), content) for name, content in _carried(made)]
    return kinds, (*files, *((_captions(job, made),) if heard else ()))


def _carried(made: Mapping[str, Bundle]) -> Iterator[tuple[str, bytes | Stored]]:
    """Names and contents; captions travel in a script, and films in their light form only.

    What a page has itself, or what only players of podcasts read, stays where it was made.
    """
    for bundle in made.values():
        for file in bundle:
            name = str(file.path)
            if not name.endswith(".vtt") and name not in ("vtt", "mp4", "chapters.json"):
                yield name, file.content


def _url(job: Job, name: str) -> str:
    return f"{FOLDER}/{job.page.meta.id}.{name}"


def _played(
    job: Job, bundle: Bundle | None, heard: Narration | None, forms: tuple[tuple[str, str], ...]
) -> Played | None:
    """The sound or the film. A film is as long as its captions say, and a little longer."""
    if bundle is None or heard is None:
        return None
    sizes = {str(file.path): file.size for file in bundle}
    sources = tuple((_url(job, name), kind) for name, kind in forms if name in sizes)
    posters = (_url(job, name) for name in sizes if name.startswith("poster."))
    film = "vtt" not in sizes
    chapters = tuple((one.chapter.id, one.start, one.end) for one in heard.parts)
    return Played(
        sources=sources,
        seconds=_last(bundle) if film else heard.seconds,
        size=sizes[forms[0][0]],
        draft=heard.draft,
        poster=next(posters, ""),
        transcript=_url(job, "txt") if "txt" in sizes else "",
        chapters=() if film else chapters,
    )


def _sheets(job: Job, made: Mapping[str, Bundle]) -> Iterator[Sheet]:
    for name, bundle in made.items():
        for file in bundle:
            if file.path.suffix == ".pdf":
                yield Sheet(name, _url(job, str(file.path)), file.size)


def _last(bundle: Bundle) -> float:
    return max((end for _, end, _ in _cues(bundle)), default=0.0)


def _captions(job: Job, made: Mapping[str, Bundle]) -> File:
    """A script, which loads from a memory stick too, where a file of captions is refused.

    Of a film it has what is not in the pictures.
    """
    heard = {"sound": list(_cues(made["audio"]))} if "audio" in made else {}
    if "video" in made and (planned := film(job)) is not None:
        heard["film"] = list(_lines(planned.track, "video.vtt"))
    text = json.dumps(heard, ensure_ascii=False, separators=(",", ":"))
    return text_file(f"{FOLDER}/{CAPTIONS}", f"lessonkit.heard={text};\n")


def _cues(bundle: Bundle) -> Iterator[tuple[float, float, str]]:
    """Those of the file of captions."""
    for file in bundle:
        if str(file.path).endswith("vtt"):
            yield from _lines(file.data.decode("utf-8"), str(file.path))


def _lines(text: str, name: str) -> Iterator[tuple[float, float, str]]:
    """Begin and end in seconds, and the words, of captions that we have written."""
    for cue in read_cues(text, name):
        if cue.lines:
            yield round(cue.start, 2), round(cue.end, 2), " ".join(cue.lines)
