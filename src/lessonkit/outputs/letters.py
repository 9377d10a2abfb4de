"""The letters that a book brings along, for reading systems that have none for Vietnamese."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from lessonkit.base.files import File
from lessonkit.outputs.base import Job
from lessonkit.outputs.ocf import ROOT, text
from lessonkit.render.book.package import Resource
from lessonkit.render.book.style import FACES, FAMILY, LETTERS


def wanted(job: Job) -> bool:
    """Whether the project wants them. Raises: ToolMissing: it does, and they are not installed."""
    if not job.project.epub.font:
        return False
    from lessonkit.media.fonts import versions

    versions()
    return True


def letters(job: Job) -> Iterator[tuple[Resource, File]]:
    """Files and licence, the same in every book. Raises: ToolMissing."""
    if not wanted(job):
        return
    from lessonkit.media.fonts import folders, licences

    folder, _ = folders()
    for face in FACES:
        path = f"{LETTERS}/{face.file}"
        data = (folder / face.file).read_bytes()
        yield Resource(face.id, path, "font/ttf"), File(PurePosixPath(ROOT, path), data)
    yield text(
        Resource("font-licence", f"{LETTERS}/OFL.txt", "text/plain"), dict(licences())[FAMILY]
    )
