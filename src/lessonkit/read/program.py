"""One programme: a `*.program.yaml` to values, with every fault there is."""

import errno
import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from lessonkit.base.diag import Edit, Fault, Span, fault, line_span
from lessonkit.base.files import storable
from lessonkit.base.ignore import Ignore, find_ignores
from lessonkit.base.slug import readable_slug
from lessonkit.framework.reference import reference, slip
from lessonkit.model.meta import ID_PATTERN
from lessonkit.model.program import Program, ProgramMeta
from lessonkit.model.settings import Settings
from lessonkit.read.document import sorted_faults
from lessonkit.read.location import leaves, shown
from lessonkit.read.program_names import is_program
from lessonkit.read.source import Source, decode, read_bytes
from lessonkit.read.validate import validate
from lessonkit.read.yamlpos import YamlDoc, read_yaml

SUFFIX = ".program.yaml"
_ENTRY = re.compile(r"(\w+)\[(\d+)\](.*)", re.DOTALL)
_SPELT = re.compile(r"\s*([:@])\s*|\s+(?:bậc|level)\s*(?=[0-9])")
"""How people write what stands between framework, code and level."""
_Entry = tuple[str, int]
"""A key and the number, from 0, of an entry of its list."""


@dataclass(frozen=True, slots=True)
class ProgramReading:
    """What became of one file."""

    file: str
    """Relative to the project."""
    program: Program | None
    """None where too little could be read."""
    faults: tuple[Fault, ...]
    ignores: tuple[Ignore, ...]
    text: str
    """As decoded; empty where it could not be."""
    translations: "tuple[ProgramReading, ...]" = ()
    """Of the files beside it that say its words in other languages."""


def name_of(reading: ProgramReading) -> str:
    """The id of what could not be read: of a line of its own, else of the name of the file."""
    line = re.search(r"^id: *([a-z0-9-]+) *$", reading.text, re.MULTILINE)
    return line[1] if line else reading.file.rpartition("/")[2].removesuffix(SUFFIX)


def read_program(path: Path, root: Path, settings: Settings) -> ProgramReading:
    """The programme of a file; `root` is what its name is shown relative to.

    A file that cannot be opened is a fault, too.
    """
    file = shown(path, root)
    if not is_program(path):
        return nothing(file, fault("LK453", line_span(file), near=_meant(path.name)))
    if leaves(path, root):
        return nothing(file, fault("LK181", line_span(file)))
    data = program_bytes(path, file)
    if isinstance(data, ProgramReading):
        return data
    return program_text(data, file, path.parent, settings)


def program_bytes(path: Path, file: str) -> bytes | ProgramReading:
    """The content, or what is said of a file that cannot be opened."""
    try:
        if path.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
        return read_bytes(path)
    except OSError as error:
        return nothing(file, fault("LK100", line_span(file), reason=error.strerror or str(error)))


def program_text(data: bytes, file: str, folder: Path, settings: Settings) -> ProgramReading:
    """The same for the bytes of a file of that name."""
    source, faults = decode(data, file)
    if source is None:
        return nothing(file, *faults)
    doc, found = read_yaml(opened(source), file, 1)
    faults += found
    ignores = find_ignores(source.text, file, len(source.lines))
    if doc is None:
        return ProgramReading(file, None, sorted_faults(faults), ignores, source.text)
    stem = file.rpartition("/")[2].removesuffix(SUFFIX)
    doc, named = _named(doc, stem, settings.lang)
    meta, places, lost, more = _meta(doc, stem)
    program = Program(meta, places, file, folder, source.text, lost)
    every = [*faults, *named, *more]
    return ProgramReading(file, program, sorted_faults(every), ignores, source.text)


def _meant(name: str) -> str:
    """The name that a programme must have."""
    wrong = re.compile(r"\.programm?e?(\.[a-z-]+)?\.ya?ml(\.txt)?$", re.IGNORECASE)
    return wrong.sub(lambda found: f".program{found[1] or ''}.yaml", name)


def opened(source: Source) -> str:
    """The text without a last line `---`, which ends the front matter of a lesson but no YAML."""
    full = [number for number, line in enumerate(source.lines) if line.strip()]
    if len(full) < 2 or any(source.lines[full[at]].rstrip() != "---" for at in (0, -1)):
        return source.text
    return "\n".join(source.lines[: full[-1]]) + "\n"


def nothing(file: str, *faults: Fault) -> ProgramReading:
    """A file of which nothing could be read."""
    return ProgramReading(file, None, faults, (), "")


def _named(doc: YamlDoc, stem: str, lang: str) -> tuple[YamlDoc, list[Fault]]:
    """An `id` left out is the file's name, a `lang` the project's."""
    given, faults = {"lang": lang, **doc.value}, list[Fault]()
    if "id" not in given:
        near = readable_slug(stem, "chuong-trinh-moi")
        if not re.fullmatch(ID_PATTERN, stem):
            faults.append(fault("LK431", _top(doc), file=stem + SUFFIX, near=near))
        given["id"] = near
    name = given["id"]
    if isinstance(name, str) and re.fullmatch(ID_PATTERN, name) and not storable(name):
        place = doc.places.get("id", _top(doc))
        faults.append(fault("LK190", place, id=name, near=f"chuong-trinh-{name}"))
    return replace(doc, value=given), faults


def _meta(
    doc: YamlDoc, stem: str
) -> tuple[ProgramMeta, Mapping[str, Span], frozenset[str], list[Fault]]:
    """The model with what is wrong left out, the places that fit it, the keys that lost something.

    An unknown key is no loss.
    """
    slips = _slips(doc)
    doc, wrong = _without(doc, {("covers", at) for at in slips}), list[tuple[int | str, ...]]()
    faults = list(slips.values())
    meta, found = validate(ProgramMeta, doc)
    if meta is not None and not slips:
        return meta, doc.places, frozenset(), faults
    try:
        ProgramMeta.model_validate(doc.value)
    except ValidationError as error:
        wrong = [one["loc"] for one in error.errors(include_url=False)]
    entries = {(str(loc[0]), int(loc[1])) for loc in wrong if len(loc) > 1}
    keys = {str(loc[0]) for loc in wrong if len(loc) == 1}
    left = _without(doc, entries)
    neutral = {"id": readable_slug(stem, "chuong-trinh"), "title": stem, "audience": ""}
    typed = {key: one for key, one in left.value.items() if key not in keys}
    lost = keys | {key for key, _ in entries} | ({"covers"} if slips else set())
    known = frozenset(lost & ProgramMeta.model_fields.keys())
    # All that is left was found good, entry by entry.
    salvaged = ProgramMeta.model_construct(**{**neutral, "modules": (), **typed})
    return salvaged, left.places, known, faults + found


def _slips(doc: YamlDoc) -> dict[int, Fault]:
    """Promises that are malformed, by their number."""
    covers = doc.value.get("covers")
    found: dict[int, Fault] = {}
    for at, one in enumerate(covers if isinstance(covers, tuple) else ()):
        path = f"covers[{at}]"
        if isinstance(one, str) and reference(one) is not None:
            continue
        typed = one if isinstance(one, str) else _typed(doc, path, one)
        near = _SPELT.sub(lambda found: found[1] or "@", typed)
        near = near if reference(near) else ""
        whole = _whole(doc, path, one)
        cure = (Edit(whole, near),) if near and whole.start.line == whole.end.line else ()
        place = whole if isinstance(one, dict) else _slip(whole, typed)
        found[at] = fault("LK430", place, *cure, value=typed[:60], near=near)
    return found


def _typed(doc: YamlDoc, path: str, value: Any) -> str:
    if isinstance(value, dict):
        inside = (f"{key}: {doc.raw.get(f'{path}.{key}', one)}" for key, one in value.items())
        return ", ".join(inside)
    return doc.raw.get(path, str(value))


def _whole(doc: YamlDoc, path: str, value: Any) -> Span:
    """The place of an entry, to the end of the last of its keys."""
    place = doc.places[path]
    ends = (doc.places[f"{path}.{key}"].end for key in value) if isinstance(value, dict) else ()
    return Span(place.file, place.start, max((place.end, *ends)))


def _slip(whole: Span, text: str) -> Span:
    """From the first character that does not fit to the end."""
    start, end = whole.start, whole.end
    quotes = 1 if end.column - start.column == len(text) + 2 else 0
    if start.line != end.line or end.column - start.column not in (len(text), len(text) + 2):
        return whole
    column = start.column + quotes + slip(text)
    return line_span(whole.file, start.line, column, end.column - quotes - column)


def _without(doc: YamlDoc, entries: Iterable[_Entry]) -> YamlDoc:
    """The same without some entries of lists; places are those of the entries that are left."""
    gone = frozenset(entries)
    if not gone:
        return doc
    value, numbers = dict(doc.value), dict[_Entry, int]()
    for key in {key for key, _ in gone}:
        kept = [at for at in range(len(value[key])) if (key, at) not in gone]
        numbers |= {(key, old): new for new, old in enumerate(kept)}
        value[key] = tuple(value[key][at] for at in kept)
    cut = frozenset(key for key, _ in gone)

    def moved(places: Mapping[str, Any]) -> dict[str, Any]:
        found = dict[str, Any]()
        for path, one in places.items():
            match = _ENTRY.fullmatch(path)
            if match is None or match[1] not in cut:
                found[path] = one
            elif (at := numbers.get((match[1], int(match[2])))) is not None:
                found[f"{match[1]}[{at}]{match[3]}"] = one
        return found

    return YamlDoc(value, moved(doc.places), moved(doc.keys), moved(doc.raw))


def _top(doc: YamlDoc) -> Span:
    """Where a line may be added."""
    start = doc.places[""].start
    return Span(doc.places[""].file, start, start)
