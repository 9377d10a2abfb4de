"""A package as it can be played: its files, what is launched, and what was odd about it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from unicodedata import normalize
from urllib.parse import quote

from lessonkit.base.near import nearest
from lessonkit.inspect.alone import lone_page
from lessonkit.inspect.contents import BROKEN, Contents, open_contents
from lessonkit.inspect.course import Course, Part, Sco, Unit
from lessonkit.inspect.fault import NoPackage, PackageFault
from lessonkit.inspect.manifest import read_manifest
from lessonkit.inspect.structure import read_structure
from lessonkit.inspect.tincan import read_tincan

MOST_MANIFEST = 8_000_000
_KEPT = "/?&=%#+,;:@!$'()*~"
_NAMED = 6
_COMPARED = 2000
"""Names among which a near one is looked for."""
_READERS: Mapping[str, Callable[[bytes, str], Course]] = {
    "imsmanifest.xml": lambda data, _lang: read_manifest(data),
    "cmi5.xml": lambda data, _lang: read_structure(data),
    "tincan.xml": read_tincan,
}
"""By the name of the manifest; the first that is there decides."""


@dataclass(frozen=True, slots=True)
class Package:
    """Files and course; `contents` must be closed."""

    contents: Contents
    course: Course
    manifest: str = ""
    """The name of the file that lists its parts."""

    @property
    def missing(self) -> tuple[str, ...]:
        """Files that the manifest lists and the package has not."""
        return tuple(name for name in self.course.listed if name not in self.contents.names)


def open_package(path: Path, lang: str = "vi") -> Package:
    """What a learner of that language gets.

    Raises: PackageFault: no package, a broken one, or one that nothing can launch.
    """
    contents = open_contents(path)
    try:
        package = _package(contents, path, lang)
        _there(package)
    except PackageFault:
        contents.close()
        raise
    return package


def read(contents: Contents, name: str, most: int) -> bytes:
    """A whole file. Raises: PackageFault: it is too large or damaged."""
    if contents.size(name) > most:
        raise PackageFault("too-large", name=name)
    try:
        with contents.open(name) as file:
            data = file.read(most + 1)
    except BROKEN as error:
        raise PackageFault("damaged-file", name=name) from error
    if len(data) > most:
        raise PackageFault("too-large", name=name)
    return data


def _package(contents: Contents, path: Path, lang: str) -> Package:
    for name, reader in _READERS.items():
        if name in contents.names:
            data = read(contents, name, MOST_MANIFEST)
            return Package(contents, reader(data, lang), name)
    if "index.html" in contents.names:
        title = path.resolve().stem
        small = contents.size("index.html") <= MOST_MANIFEST
        data = read(contents, "index.html", MOST_MANIFEST) if small else b""
        return Package(contents, lone_page(data, title))
    raise _no_manifest(contents, path)


def _no_manifest(contents: Contents, path: Path) -> PackageFault:
    if not contents.names:
        return NoPackage("empty", path=str(path))
    if "module.md" in contents.names:
        return NoPackage("module", path=str(path))
    inner = packages_in(contents)
    if path.is_dir() and inner:
        return NoPackage("many", path=str(path), names=inner)
    below = sorted(name for name in contents.names if name.rpartition("/")[2].lower() in _READERS)
    if below:
        kind = "elsewhere" if "/" in below[0] else "spelling"
        wanted = below[0].rpartition("/")[2].lower()
        return PackageFault(f"manifest-{kind}", name=below[0], wanted=wanted)
    if inner:
        return PackageFault("zip-in-zip", name=inner)
    return PackageFault("no-manifest", path=str(path))


def packages_in(contents: Contents) -> str:
    """The first few zips among the files, by name; "" for none."""
    inner = sorted(name for name in contents.names if name.lower().endswith(".zip"))
    return ", ".join(inner[:_NAMED])


def _there(package: Package) -> None:
    names = package.contents.names
    for part in package.course.parts:
        if part.file not in names:
            raise _absent(package, part.file)


def _absent(package: Package, file: str) -> PackageFault:
    names = sorted(package.contents.names)[:_COMPARED]
    near = nearest(file, names) or ""
    kind = "no-file-near" if near else "no-file"
    if near and normalize("NFC", near) == normalize("NFC", file):
        kind = "no-file-marks"
    return PackageFault(kind, manifest=package.manifest, name=file, near=near)


def address_of(part: Part) -> str:
    """Below the package's root, fit for a browser."""
    return quote(part.address, safe=_KEPT)


def launches(course: Course) -> Iterator[dict[str, object]]:
    """The parts as the page needs them."""
    for part in course.parts:
        whole = {
            "id": part.id, "title": part.title, "address": address_of(part),
            "tracked": part.tracked,
        }  # fmt: skip
        yield whole | _told(part)


def _told(part: Part) -> dict[str, object]:
    match part:
        case Sco():
            return {
                "data": part.data, "mastery": part.mastery, "threshold": part.threshold,
                "time": part.time, "action": part.action, "objectives": list(part.objectives),
            }  # fmt: skip
        case Unit():
            return {
                "blocks": list(part.blocks), "moveOn": part.move_on, "mastery": part.mastery,
                "ownWindow": part.own_window,
            }  # fmt: skip
    return {}
