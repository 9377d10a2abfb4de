"""A name that an author typed → a file of the module, safely: never outside its folder."""

import os
import re
import stat
import unicodedata
from codecs import getincrementaldecoder
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import file_digest
from io import BufferedReader
from pathlib import Path
from urllib.parse import unquote

from lessonkit.base.diag import Arg
from lessonkit.base.near import nearest
from lessonkit.model.module import Asset
from lessonkit.read.damage import is_damaged
from lessonkit.read.documents import archive_type, is_cut
from lessonkit.read.formats import BY_KIND, BY_SUFFIX, HEAD, ZIP, promised, same, shown, sniff
from lessonkit.read.motion import moves
from lessonkit.read.pixels import PictureError, pixels

MEGAPIXELS = 40
"""What a picture may hold where a project says nothing; decoded, that is 160 MB."""
_MOST_NAMES = 1000
"""Files of a module that are looked at for a near match."""
_TEXTS = (*BY_KIND["text"], "text/csv")
_WEB = re.compile(r"(?i)[a-z][a-z0-9+.-]+:|//")
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class AssetProblem:
    """Why a file cannot be used: a code of area 7 and the named values of its sentence."""

    code: str
    args: Mapping[str, Arg] = field(default_factory=dict)
    of: str = ""
    """Where a step failed because of one of its inputs, the name that it knows it by."""


class _UnusableError(Exception):
    """Carries the problem out of the search."""

    def __init__(self, problem: AssetProblem) -> None:
        super().__init__(problem.code)
        self.problem = problem


def _unusable(code: str, **args: Arg) -> _UnusableError:
    return _UnusableError(AssetProblem(code, args))


def read_asset(
    folder: Path, name: str, kind: str = "", megapixels: int = MEGAPIXELS
) -> Asset | AssetProblem:
    """The file of that name inside the module's folder, known by its content.

    `kind` is what the place needs: `picture`, `audio`, `video`, `captions`, `text`, `file`, or
    anything.

    The name may be written as a link is (`%20`); a difference of NFC and NFD is bridged, one of
    case is a problem, because it breaks on the next machine.
    """
    try:
        path = _find(folder, name)
        with _open(path, name) as file:
            asset = _asset(path, name, file, megapixels)
    except _UnusableError as error:
        return error.problem
    except OSError:
        return AssetProblem("LK707", {"name": name})
    if kind in BY_KIND and asset.type not in BY_KIND[kind]:
        wanted = ", ".join(shown(one) for one in BY_KIND[kind])
        return AssetProblem("LK710", {"name": name, "found": shown(asset.type), "wanted": wanted})
    return asset


def unused_media(folder: Path, used: Mapping[str, Asset]) -> tuple[str, ...]:
    """Files of known kinds in the module's `media/` that none of the assets is."""
    known = {_real(asset.path) for asset in used.values()}
    return tuple(
        name
        for name in _names(folder, "media")
        if promised(name) is not None and _real(folder / name) not in known
    )


def _find(folder: Path, name: str) -> Path:
    """Raises: _UnusableError: unsafe, not there, or there in other letters."""
    if _WEB.match(name):
        raise _unusable("LK708", name=name)
    decoded = unquote(name)
    for candidate in dict.fromkeys((name, decoded)):
        path = _walk(folder, candidate, name)
        if path is not None:
            if not _real(path).is_relative_to(_real(folder)):
                raise _unusable("LK702", name=name)
            return path
    raise _unusable("LK701", name=name, near=_near(folder, decoded))


def _walk(folder: Path, name: str, written: str) -> Path | None:
    """The path, part by part, each as its folder spells it; None: a part is not there."""
    parts = [part for part in name.split("/") if part not in ("", ".")]
    if name.startswith("/") or "\\" in name or ".." in parts or _CONTROL.search(name) or not parts:
        raise _unusable("LK702", name=written)
    path = folder
    for part in parts:
        spelled = _spelled(path, part)
        if spelled is None:
            return None
        if _nfc(spelled) != _nfc(part):
            near = (path / spelled).relative_to(folder).as_posix()
            raise _unusable("LK705", name=written, near=near)
        path /= spelled
    return path


def _spelled(folder: Path, part: str) -> str | None:
    """What a folder calls it: as asked, or in another normal form, or else in other letters."""
    try:
        entries = sorted(entry.name for entry in folder.iterdir())
    except (FileNotFoundError, NotADirectoryError):
        return None
    if part in entries:
        return part
    for fold in (_nfc, lambda text: _nfc(text).casefold()):
        for entry in entries:
            if fold(entry) == fold(part):
                return entry
    return None


def _nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _real(path: Path) -> Path:
    """Without links; unlike `Path.resolve` it raises nothing for a loop of them."""
    return Path(os.path.realpath(path))


def _near(folder: Path, name: str) -> str:
    """What was most likely meant, or nothing.

    The same name in another folder comes first, then a like name of the same kind.
    """
    by_last: dict[str, str] = {}
    by_stem: dict[str, str] = {}
    for other in _names(folder, ""):
        last = _nfc(other.rpartition("/")[2])
        by_last.setdefault(last, other)
        by_stem.setdefault(last.rpartition(".")[0], other)
    last = _nfc(name.rpartition("/")[2])
    if last in by_last:
        return by_last[last]
    stem, _, suffix = last.rpartition(".")
    alike = {
        one.rpartition(".")[0]: other
        for one, other in by_last.items()
        if one.rpartition(".")[2] == suffix
    }
    return alike.get(nearest(stem, alike) or "") or by_stem.get(nearest(stem, by_stem) or "", "")


def _names(folder: Path, start: str) -> Iterator[str]:
    """Files below `start`, relative to the folder, sorted; neither hidden ones nor links."""
    left = _MOST_NAMES
    for root, folders, files in os.walk(folder / start):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            path = Path(root) / name
            if name.startswith(".") or not stat.S_ISREG(path.lstat().st_mode):
                continue
            yield path.relative_to(folder).as_posix()
            left -= 1
            if not left:
                return


def _open(path: Path, name: str) -> BufferedReader:
    """Raises: _UnusableError: not an ordinary file; a pipe is never opened, it could wait."""
    if not stat.S_ISREG(path.stat().st_mode):
        raise _unusable("LK707", name=name)
    return path.open("rb")


def _asset(path: Path, name: str, file: BufferedReader, megapixels: int) -> Asset:
    size = os.fstat(file.fileno()).st_size
    if not size:
        raise _unusable("LK704", name=name)
    media_type = _type(path.name, name, file)
    extent = None
    if media_type.startswith("image/"):
        file.seek(0)
        try:
            extent = pixels(file, media_type)
        except PictureError as error:
            raise _unusable("LK711", name=name) from error
        vector = media_type == "image/svg+xml"
        if extent and not vector and extent[0] * extent[1] > megapixels * 1_000_000:
            raise _UnusableError(too_large(name, extent, megapixels))
        if is_damaged(file, media_type):
            raise _unusable("LK711", name=name)
    elif media_type in _TEXTS and not _is_utf8(file):
        raise _unusable("LK709", name=name, said=shown(media_type))
    elif is_cut(file, media_type):
        raise _unusable("LK715", name=name)
    moving = moves(file, media_type)
    file.seek(0)
    digest = file_digest(file, "sha256").hexdigest()
    return Asset(path, media_type, size, extent, digest, moving)


def _is_utf8(file: BufferedReader) -> bool:
    """Whether captions or a transcript can be read to their end."""
    decoder = getincrementaldecoder("utf-8")()
    file.seek(0)
    try:
        while part := file.read(65536):
            decoder.decode(part)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def too_large(name: str, extent: tuple[int, int], limit: int) -> AssetProblem:
    """More pixels than memory should hold; a drawing, which has none, is never too large."""
    width, height = extent
    return AssetProblem("LK706", {"name": name, "width": width, "height": height, "limit": limit})


def _type(actual: str, name: str, file: BufferedReader) -> str:
    """By content; where sound and film share a container, by the name.

    Raises: _UnusableError: unknown content, or not what the ending of the name promises.
    """
    found, said = sniff(file.read(HEAD)), promised(actual)
    if found == ZIP:
        found = archive_type(file)
        if found is None:
            raise _unusable("LK715", name=name)
    if found is None or (found not in BY_SUFFIX.values() and said is None):
        raise _unusable("LK709", name=name, said=shown(said) if said else "")
    if said is None:
        if found == "text/plain":
            raise _unusable("LK709", name=name, said="")
        return found
    if not same(found, said):
        raise _unusable("LK703", name=name, said=shown(said), found=shown(found))
    return said
