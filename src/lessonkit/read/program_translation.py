"""`x.program.en.yaml`: the words of a programme in another language; all else is the original's."""

from pathlib import Path
from typing import Any

from lessonkit.base.diag import Fault, Span, fault, line_span
from lessonkit.base.ignore import find_ignores
from lessonkit.model.program import Program, ProgramMeta
from lessonkit.read.document import sorted_faults
from lessonkit.read.location import leaves, shown
from lessonkit.read.program import ProgramReading, nothing, opened, program_bytes
from lessonkit.read.program_names import PROGRAM
from lessonkit.read.source import decode
from lessonkit.read.validate import validate
from lessonkit.read.yamlpos import YamlDoc, read_yaml

TEXT_KEYS = ("title", "summary", "certificate", "keywords", "authors")
"""What a translation may repeat, besides `id` and `lang`, which must agree."""
_NEEDED = ("title", "summary", "certificate")
"""What it must say where the original does: learners read it."""


def read_program_translation(path: Path, root: Path, original: Program) -> ProgramReading:
    """The programme in the language of the file's name.

    A file that cannot be opened is a fault, too.
    """
    file = shown(path, root)
    if leaves(path, root):
        return nothing(file, fault("LK181", line_span(file)))
    data = program_bytes(path, file)
    return data if isinstance(data, ProgramReading) else translation_text(data, file, original)


def translation_text(data: bytes, file: str, original: Program) -> ProgramReading:
    """The same for the bytes of a file of that name."""
    source, faults = decode(data, file)
    if source is None:
        return nothing(file, *faults)
    doc, found = read_yaml(opened(source), file, 1)
    faults += found
    ignores = find_ignores(source.text, file, len(source.lines))
    if doc is None:
        return ProgramReading(file, None, sorted_faults(faults), ignores, source.text)
    lang = _lang(file)
    meta, more = _meta(doc, original.meta, lang)
    meant = {one.finding.args["near"] for one in more if one.code == "LK111"}
    drift = _drift(doc, original, lang)
    # A mistyped key is said once, not again as the key that is missing.
    faults += [one for one in drift if one.code != "LK110" or one.finding.args["key"] not in meant]
    program = None
    if meta is not None:
        program = Program(meta, doc.places, file, original.folder, source.text, original.lost)
    return ProgramReading(file, program, sorted_faults(faults + more), ignores, source.text)


def _lang(file: str) -> str:
    match = PROGRAM.fullmatch(file.rpartition("/")[2])
    return (match[2] if match else "") or ""


def _drift(doc: YamlDoc, original: Program, lang: str) -> list[Fault]:
    """Keys that are not a translation's to say, and those that it lacks or adds."""
    faults: list[Fault] = []
    for key, value in doc.value.items():
        if key in ("id", "lang"):
            same = original.meta.id if key == "id" else lang
            if value != same and key not in original.lost:
                args = {"key": key, "value": str(value), "expected": same}
                faults.append(fault("LK174", doc.places[key], **args))
        elif key in ProgramMeta.model_fields and key not in TEXT_KEYS:
            faults.append(fault("LK170", doc.keys[key], key=key))
    top = doc.places[""]
    for key in _NEEDED:
        said = bool(getattr(original.meta, key)) and key not in original.lost
        if said and key not in doc.value:
            place = Span(top.file, top.start, top.start)
            faults.append(fault("LK110", place, key=key))
        elif not said and key in doc.value and key not in original.lost:
            faults.append(fault("LK172", doc.keys[key], id=key, near=""))
    return faults


def _meta(doc: YamlDoc, original: ProgramMeta, lang: str) -> tuple[ProgramMeta | None, list[Fault]]:
    """The original with the words of the translation; None where one of them is wrong."""
    own: dict[str, Any] = {
        key: value
        for key, value in doc.value.items()
        if key in TEXT_KEYS or key not in ProgramMeta.model_fields
    }
    data = original.model_dump(exclude_unset=True) | own | {"id": original.id, "lang": lang}
    valid = {**data, "audience": original.audience or "a", "modules": original.modules or ("a",)}
    meta, found = validate(ProgramMeta, YamlDoc(valid, doc.places, doc.keys, doc.raw))
    return meta, found
