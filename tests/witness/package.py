"""A SCORM package as an archive (SCORM 1.2 CAM 2.3.1, SCORM 2004 CAM 3.3 and 4.2)."""

import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import PurePosixPath

CONTROL_FOLDERS = {".", "common", "extend", "unique", "vocab"}
CONTROL_SUFFIXES = {".xsd", ".dtd"}
SYMLINK = 0o120000
KIND = 0o170000


def is_control(name: str) -> bool:
    """Whether a file is a control document: a schema at the root or in LOM's folders."""
    path = PurePosixPath(name)
    return path.suffix in CONTROL_SUFFIXES and str(path.parent) in CONTROL_FOLDERS


def address_faults(name: str) -> Iterator[str]:
    """A name in an archive or an address in a manifest: plain ASCII, relative, no spaces."""
    if not re.fullmatch(r"[!-~]+", name):
        yield f"name: {name!r} has spaces or characters outside ASCII"
    parts = name.replace("\\", "/").split("/")
    if "\\" in name or name.startswith("/") or ":" in name or ".." in parts or "." in parts:
        yield f"name: {name!r} is not a plain relative path"


def archive_faults(archive: zipfile.ZipFile) -> Iterator[str]:
    """What is wrong with the entries of a zip."""
    entries = archive.infolist()
    names = [one.orig_filename for one in entries]
    for one in entries:
        yield from address_faults(one.orig_filename)
        if one.is_dir():
            yield f"directory-entry: {one.orig_filename}"
        if one.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            yield f"compression: {one.orig_filename} is neither stored nor deflated"
        if one.flag_bits & 1 or (one.external_attr >> 16) & KIND == SYMLINK:
            yield f"entry: {one.orig_filename} is encrypted or a link"
    yield from (
        f"same-name: {name} occurs {n} times, case aside"
        for name, n in Counter(name.lower() for name in names).items()
        if n > 1
    )
    yield from _roots(names)
    if broken := archive.testzip():
        yield f"broken: {broken}"


def _roots(names: list[str]) -> Iterator[str]:
    for wanted in ("imsmanifest.xml", "index.html"):
        if wanted not in names:
            yield f"root: {wanted} is not at the root of the archive"
    others = [one for one in names if one.lower().endswith("/imsmanifest.xml")]
    yield from (f"manifest-again: {one}; a consumer may take it for the manifest" for one in others)
