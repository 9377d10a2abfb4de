"""The artefacts of a variant, each at its place below the folder of artefacts."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from lessonkit.base.atomic import WriteError
from lessonkit.base.files import Bundle
from lessonkit.build.order import Order
from lessonkit.build.outcome import Built
from lessonkit.outputs.base import Job, Output, Shape
from lessonkit.pack import pack


def write(
    name: str, job: Job, bundles: Iterable[tuple[Output, Bundle]], order: Order
) -> Iterator[Built]:
    """Write what was rendered of the module of that id.

    Raises: WriteError: one of them could not be, or their folder is a link to elsewhere.
    """
    if (order.out / name).is_symlink():
        raise WriteError(order.out / name, "is-link")
    for output, bundle in bundles:
        for one in _pieces(output, bundle):
            yield _written(one, output, f"{name}/{one.name(name, job.tag, order.mark)}", job, order)
        _take_away(name, job.tag, output, bundle, order)


def _take_away(name: str, tag: str, output: Output, bundle: Bundle, order: Order) -> None:
    """What an earlier build has made and this one does not; what resists stays.

    Nobody else's file has such a name, and a folder or a link is left alone.
    """
    made = {str(file.path) for file in bundle}
    for suffix in (one for one in output.names if one not in made):
        path = order.out / name / artefact(name, tag, "file", f".{suffix}", order.mark)
        if path.is_file() and not path.is_symlink():
            with suppress(OSError):
                path.unlink()


@dataclass(frozen=True, slots=True)
class _Piece:
    """What is written in one go."""

    bundle: Bundle
    shape: Literal["folder", "zip", "file"]
    suffix: str

    def name(self, module: str, tag: str, mark: str) -> str:
        return artefact(module, tag, self.shape, self.suffix, mark)


def _pieces(output: Output, bundle: Bundle) -> Iterator[_Piece]:
    for shape, suffix in output.forms:
        if shape == "files":
            yield from (_Piece(Bundle((file,)), "file", f".{file.path}") for file in bundle)
        else:
            yield _Piece(bundle, shape, suffix)


def _written(piece: _Piece, output: Output, below: str, job: Job, order: Order) -> Built:
    target, shape = order.out / below, piece.shape
    before = standing(target)
    first = output.first if shape == "zip" else ()
    size = pack(piece.bundle, target, shape, epoch=job.epoch, first=first, mark=output.mark)
    return Built(output.name, shape, below, size, output.reader, replaced(target, before))


def standing(path: Path) -> int | None:
    """What stands there by its number: another one stands there when it has been replaced."""
    try:
        return path.lstat().st_ino
    except OSError:
        return None


def replaced(path: Path, before: int | None) -> bool:
    """Whether something else stands there than `before`, or something for the first time."""
    return before is None or before != standing(path)


def artefact(name: str, tag: str, shape: Shape, suffix: str, mark: str = "") -> str:
    """What an artefact is called: `bai.en.html.zip`, or `en.html` for a folder.

    For a platform of its own `bai.en--kolibri.html.zip` and `en.html--kolibri`.
    """
    if shape == "folder":
        return f"{tag}.{suffix}{mark}" if tag else f"{suffix}{mark}"
    stem = f"{name}.{tag}" if tag else name
    return f"{stem}{mark}.{suffix.removeprefix('.')}"
