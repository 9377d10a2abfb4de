"""A package as it can be played: its files, what is launched, and what was odd about it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from lessonkit.base.near import nearest
from lessonkit.inspect.contents import BROKEN, Contents, open_contents
from lessonkit.inspect.fault import NoPackage, PackageFault
from lessonkit.inspect.manifest import Course, Sco, read_manifest

MANIFEST = "imsmanifest.xml"
MOST_MANIFEST = 8_000_000
_KEPT = "/?&=%#+,;:@!$'()*~"
_NAMED = 6
_COMPARED = 2000
"""Names among which a near one is looked for."""
_OTHERS = {"cmi5.xml": "cmi5", "tincan.xml": "xAPI"}


@dataclass(frozen=True, slots=True)
class Package:
    """Files and course; `contents` must be closed."""

    contents: Contents
    course: Course

    @property
    def missing(self) -> tuple[str, ...]:
        """Files that the manifest lists and the package has not."""
        return tuple(name for name in self.course.listed if name not in self.contents.names)


def open_package(path: Path) -> Package:
    """Raises: PackageFault: no package, a broken one, or one that nothing can launch."""
    contents = open_contents(path)
    try:
        course = _course(contents, path)
        _there(contents, course)
    except PackageFault:
        contents.close()
        raise
    return Package(contents, course)


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


def _course(contents: Contents, path: Path) -> Course:
    if MANIFEST in contents.names:
        return read_manifest(read(contents, MANIFEST, MOST_MANIFEST))
    for name, kind in _OTHERS.items():
        if name in contents.names:
            raise PackageFault("other-kind", kind=kind)
    if "index.html" in contents.names:
        title = path.resolve().stem
        page = Sco(id="page", title=title, address="index.html", tracked=False)
        return Course(title, "", "", (page,))
    raise _no_manifest(contents, path)


def _no_manifest(contents: Contents, path: Path) -> PackageFault:
    if not contents.names:
        return NoPackage("empty", path=str(path))
    if "module.md" in contents.names:
        return NoPackage("module", path=str(path))
    inner = sorted(name for name in contents.names if name.lower().endswith(".zip"))
    if path.is_dir() and inner:
        return NoPackage("many", path=str(path), names=", ".join(inner[:_NAMED]))
    below = sorted(name for name in contents.names if name.lower().endswith(MANIFEST))
    if below:
        return PackageFault("manifest-elsewhere", name=below[0])
    if inner:
        return PackageFault("zip-in-zip", name=inner[0])
    return PackageFault("no-manifest", path=str(path))


def _there(contents: Contents, course: Course) -> None:
    for sco in course.scos:
        if sco.file not in contents.names:
            near = nearest(sco.file, sorted(contents.names)[:_COMPARED]) or ""
            raise PackageFault(f"no-file{'-near' if near else ''}", name=sco.file, near=near)


def launches(course: Course) -> Iterator[dict[str, object]]:
    """The parts as the page needs them."""
    for sco in course.scos:
        yield {
            "id": sco.id, "title": sco.title, "address": quote(sco.address, safe=_KEPT),
            "tracked": sco.tracked, "data": sco.data, "mastery": sco.mastery,
            "threshold": sco.threshold, "time": sco.time, "action": sco.action,
            "objectives": list(sco.objectives),
        }  # fmt: skip
