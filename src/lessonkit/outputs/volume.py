"""Which files of a lesson its book carries: only what every reading system can show.

Source: EPUB 3.3, 3.2 (core media types), 3.4 (films may be of any type).
"""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from lessonkit.base.files import File
from lessonkit.outputs import media
from lessonkit.outputs.base import Derivative, Job
from lessonkit.outputs.media import FOLDER, Form, Forms
from lessonkit.render.book.package import Resource
from lessonkit.render.media import Media

_CORE = ("audio/mpeg", "audio/mp4")
_OPUS = "audio/ogg"
_HEAD = 64
"""Bytes in which an Ogg file says what it holds."""


def carried(job: Job) -> dict[str, tuple[Form, ...]]:
    """Of each asset that lies in the book its files: of a picture the one that every reader knows.

    A second one would only make the book heavier, and Calibre loses what a `source` names.
    """
    return {
        name: (one.main,)
        for name, one in media.forms(job).items()
        if one.picture or (one.uses != {"link"} and _is_played(one))
    }


def left_out(job: Job) -> tuple[str, ...]:
    """Names of what the lesson links to or plays and its book cannot hold."""
    kept = carried(job)
    return tuple(name for name in media.forms(job) if name not in kept)


def needs(job: Job) -> tuple[Derivative, ...]:
    """What makes all that is carried."""
    return tuple(form.made for forms in carried(job).values() for form in forms)


def brought(job: Job) -> Media:
    """URLs relative to a chapter."""
    found, kept = media.beside(job)[0], carried(job)
    pictures = {
        name: replace(shown, webp=()) for name, shown in found.pictures.items() if name in kept
    }
    files = {
        name: f"{FOLDER}/{forms[-1].path}" for name, forms in kept.items() if name not in pictures
    }
    attachments = {name: replace(one, url="") for name, one in found.attachments.items()}
    return Media(pictures, files, attachments)


def resources(job: Job, folder: str) -> Iterator[tuple[Resource, File]]:
    """Every file with what the package says of it."""
    forms = [form for found in carried(job).values() for form in found]
    for form in sorted(forms, key=lambda form: form.path):
        path = f"{folder}/{FOLDER}/{form.path}"
        name = f"m-{folder}.{form.path}"
        yield (
            Resource(name, path, _type(form, job)),
            File(PurePosixPath("EPUB", path), media.data(form.made, job)),
        )


def _type(form: Form, job: Job) -> str:
    said = dict(form.made.params).get("type")
    kind = str(said or job.checked.module.assets[form.made.name].type)
    return "audio/ogg; codecs=opus" if kind == _OPUS else kind


def _is_played(one: Forms) -> bool:
    """Whether every reading system must be able to play it, or need not, as a film."""
    kind = one.asset.type
    if kind == _OPUS:
        with one.asset.path.open("rb") as file:
            return b"OpusHead" in file.read(_HEAD)
    return kind in _CORE or not kind.startswith("audio/")
