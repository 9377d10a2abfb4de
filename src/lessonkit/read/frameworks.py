"""The frameworks of a project: `frameworks/*.yaml`, each fault a sentence with its line.

The built-in ones come without any of this: see `framework.load`.
"""

import errno
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from lessonkit.base.diag import Fault
from lessonkit.base.errors import SettingsError
from lessonkit.base.messages import faults_error, settings_error
from lessonkit.framework.load import builtin, framework_of
from lessonkit.framework.model import Framework
from lessonkit.read.framework_form import form_faults, has_form
from lessonkit.read.framework_sense import makes_sense, sense_faults
from lessonkit.read.plain_yaml import plain_yaml
from lessonkit.read.source import decode, read_bytes
from lessonkit.read.yamlpos import Size, read_yaml

FOLDER = "frameworks"
MAX_BYTES = 32_000_000
SIZE = Size(60, 500_000)
"""Frameworks of whole countries have some thousand skills, five deep, of ten values each."""
_CODES = {"LK103": "framework-empty"}
_SHOWN = 20
"""Faults of one file that are told at once: one slip may be on each of a thousand lines."""


def of_project(root: Path) -> Mapping[str, Framework]:
    """The built-in frameworks and those of `frameworks/*.yaml`; a project's own one wins.

    Raises: SettingsError: a file cannot be used; says why, with each line.
    """
    files = (path for end in ("yaml", "yml") for path in (root / FOLDER).glob(f"*.{end}"))
    own: dict[str, Framework] = {}
    names: dict[str, str] = {}
    for path in sorted(files):
        file = f"{FOLDER}/{path.name}"
        framework = read_framework(path, file)
        if framework.id in own:
            args = {"file": file, "id": framework.id, "other": names[framework.id]}
            raise settings_error(("framework-twice", args))
        own[framework.id], names[framework.id] = framework, file
    return {**builtin(), **own}


def read_framework(path: Path, file: str) -> Framework:
    """The framework of a file, which is called `file` in what is said of it.

    Raises: SettingsError.
    """
    try:
        data = read_bytes(path, MAX_BYTES)
    except (OSError, RuntimeError) as error:
        if getattr(error, "errno", None) == errno.EINVAL:
            raise settings_error(("not-file", {"file": file})) from error
        reason = getattr(error, "strerror", None) or str(error)
        raise settings_error(("unreadable", {"file": file, "reason": reason})) from error
    return framework_from(data, file)


def framework_from(data: bytes, file: str) -> Framework:
    """The framework of a file's bytes.

    Raises: SettingsError.
    """
    source, faults = decode(data, file, MAX_BYTES)
    if source is None:
        raise _refused([replace(one, code=_CODES.get(one.code, one.code)) for one in faults])
    plain = plain_yaml(source.text, SIZE)
    if plain is not None and has_form(plain) and makes_sense(plain):
        return framework_of(plain)
    return _placed(source.text, file)


def _placed(text: str, file: str) -> Framework:
    """The same with the place of each thing, for whoever must be told what is wrong."""
    doc, faults = read_yaml(text, file, 1, SIZE)
    if doc is None:
        raise _refused(faults)
    faults = faults + form_faults(doc)
    # What has not the form makes no sense.
    faults = faults or list(sense_faults(doc.value, doc.places))
    if faults:
        raise _refused(faults)
    return framework_of(doc.value)


def _refused(faults: list[Fault]) -> SettingsError:
    ordered = sorted(faults, key=lambda one: one.finding.span)
    return faults_error(ordered[:_SHOWN])
