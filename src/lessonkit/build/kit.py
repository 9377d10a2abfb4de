"""A programme's material for facilitators: one zip beside the folder that learners are given."""

from collections.abc import Iterable, Iterator
from hashlib import file_digest
from pathlib import Path, PurePosixPath

from lessonkit.base.files import Bundle, File, Stored
from lessonkit.build.order import Order
from lessonkit.build.outcome import Built, Outcome
from lessonkit.build.writing import replaced, standing
from lessonkit.pack import pack

OUTPUT = "kit"
SUFFIX = ".teacher.zip"


def kit(name: str, lessons: Iterable[Outcome], order: Order) -> tuple[Built, ...]:
    """Folders of the modules, numbered in the order of the programme; nothing where nothing was
    built for facilitators.

    Raises: WriteError: it could not be written. OSError: what was built is there no more.
    """
    files = tuple(_files(lessons, order.out))
    if not files:
        return ()
    target = order.out / f"{name}{SUFFIX}"
    before = standing(target)
    size = pack(Bundle(files), target, "zip", epoch=order.epoch)
    changed = replaced(target, before)
    return (Built(OUTPUT, "zip", f"{name}{SUFFIX}", size, "teacher", changed),)


def _files(lessons: Iterable[Outcome], out: Path) -> Iterator[File]:
    for number, outcome in enumerate(lessons, 1):
        for built in (one for variant in outcome.variants for one in variant.built):
            if built.reader == "teacher":
                path = out / built.path
                place = PurePosixPath(f"{number:02}-{outcome.module}", path.name)
                yield File(place, _stored(path))


def _stored(path: Path) -> Stored:
    with path.open("rb") as file:
        digest = file_digest(file, "sha256").hexdigest()
    return Stored(path, path.stat().st_size, digest)
