"""A SCORM package: the lesson's files, the manifest that lists them, control documents."""

from collections.abc import Callable, Iterator
from pathlib import PurePosixPath

from lessonkit.base.files import Bundle, File
from lessonkit.outputs.base import Job
from lessonkit.outputs.manifest import NAME
from lessonkit.outputs.site import files
from lessonkit.render.shell import Target

FOLDERS = ("scorm12", "scorm2004-3", "scorm2004-4")
"""Folders of control documents that are for one version only."""


def package(
    job: Job, target: Target, folder: str, manifest: Callable[[Job, tuple[str, ...]], bytes]
) -> Bundle:
    """Everything at the root; control documents belong to the package, not to the resource."""
    lesson = files(job, target)
    names = tuple(str(file.path) for file in sorted(lesson, key=lambda file: file.path.parts))
    made = File(PurePosixPath(NAME), manifest(job, names))
    return Bundle((*lesson, made, *_documents(job, folder)))


def _documents(job: Job, folder: str) -> Iterator[File]:
    """Those of the version's own folder, else those that lie in none of such folders."""
    paths = tuple((PurePosixPath(name), data) for name, data in job.control_documents)
    own = tuple((path, data) for path, data in paths if path.parts[0] == folder)
    for path, data in own:
        yield File(path.relative_to(folder), data)
    if not own:
        yield from (File(path, data) for path, data in paths if path.parts[0] not in FOLDERS)
