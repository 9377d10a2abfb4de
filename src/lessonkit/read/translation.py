"""`module.en.md`: the text of a module in another language, with the same ids.

Only text is repeated; all else comes from `module.md`, and a drift between the two is a fault.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lessonkit.base.diag import Fault, Span, fault, line_span
from lessonkit.base.near import nearest
from lessonkit.model import blocks as b
from lessonkit.model.meta import Meta
from lessonkit.model.module import Module
from lessonkit.model.settings import Settings
from lessonkit.model.walk import questions, walk
from lessonkit.read.document import sorted_faults
from lessonkit.read.frontmatter import Front, Header
from lessonkit.read.module import Reading, finish, parse_file
from lessonkit.read.salvage import EVERY_KEY, salvaged
from lessonkit.read.source import read_bytes
from lessonkit.read.validate import validate
from lessonkit.read.yamlpos import YamlDoc

TEXT_KEYS = ("title", "summary", "objectives", "keywords", "authors")
"""What a translation may repeat, besides `id` and `lang`, which must agree."""


def read_translation(path: Path, file: str, original: Module, settings: Settings) -> Reading:
    """The module in the language of the file's name.

    Raises: OSError: the file cannot be opened.
    """
    return _read(read_bytes(path), path, file, original, settings)


def translation_text(
    text: str, path: Path, file: str, original: Module, settings: Settings
) -> Reading:
    """The same for a text as if it stood in that file."""
    return _read(text.encode("utf-8", "surrogatepass"), path, file, original, settings)


def _read(data: bytes, path: Path, file: str, original: Module, settings: Settings) -> Reading:
    lang = path.name.removeprefix("module.").removesuffix(".md")
    parsed = parse_file(data, file)
    if isinstance(parsed, Reading):
        return parsed
    header = _header(parsed.front, original, lang)
    reading = finish(parsed, header, path.parent, settings, lang, original)
    if reading.module is None:
        return reading
    drift = sorted_faults([*reading.faults, *_drift(original, reading.module)])
    return Reading(reading.file, reading.module, drift, reading.ignores, reading.text)


def _header(front: Front, module: Module, lang: str) -> Header:
    doc, original = front.doc, module.meta
    faults: list[Fault] = []
    for key, value in doc.value.items():
        place = doc.keys[key]
        if key in ("id", "lang"):
            same = original.id if key == "id" else lang
            if value != same and key not in module.lost:
                faults.append(
                    fault("LK174", doc.places[key], key=key, value=str(value), expected=same)
                )
        elif key in Meta.model_fields and key not in TEXT_KEYS:
            faults.append(fault("LK170", place, key=key))
    data = original.model_dump(exclude_unset=True) | {
        key: value
        for key, value in doc.value.items()
        if key in TEXT_KEYS or key not in Meta.model_fields
    }
    data |= {"id": original.id, "lang": lang}
    if "objectives" in module.lost:
        data["objectives"] = original.objectives
    elif isinstance(doc.value.get("objectives"), tuple):
        data["objectives"], found = _objectives(doc, original)
        faults += found
    whole = YamlDoc(data, doc.places, doc.keys, doc.raw)
    meta, found = validate(Meta, whole)
    lost, places = module.lost, doc.places
    if meta is None:
        meta, places, more = salvaged(whole, original.model_dump() | {"lang": lang})
        lost |= more
    return Header(meta, places, lost | (EVERY_KEY if front.lost else set()), (*faults, *found))


def _objectives(doc: YamlDoc, original: Meta) -> tuple[tuple[Any, ...], list[Fault]]:
    """The original objectives with their texts replaced by id."""
    faults: list[Fault] = []
    texts: dict[str, str] = {}
    known = [one.id for one in original.objectives]
    for number, one in enumerate(doc.value["objectives"]):
        path = f"objectives[{number}]"
        if not isinstance(one, dict) or not isinstance(one.get("text"), str):
            faults.append(fault("LK110", doc.places[path], key="text", value=""))
            continue
        name = str(one.get("id", ""))
        if name not in known:
            near = nearest(name, known) or ""
            faults.append(
                fault("LK172", doc.places.get(f"{path}.id", doc.places[path]), id=name, near=near)
            )
        faults += [
            fault("LK170", doc.keys[f"{path}.{key}"], key=key)
            for key in one
            if key not in ("id", "text")
        ]
        texts[name] = one["text"]
    place = doc.places["objectives"]
    faults += [fault("LK171", place, id=name) for name in known if name not in texts]
    whole = tuple(
        one.model_dump(exclude_unset=True) | {"text": texts.get(one.id, one.text)}
        for one in original.objectives
    )
    return whole, faults


def _drift(original: Module, translated: Module) -> Iterator[Fault]:
    """What is kept for a learner must be the same in both: ids, kinds, and what is right."""
    here = dict(_kept(translated.blocks))
    there = dict(_kept(original.blocks))
    start = line_span(translated.source)
    for name, (shape, _) in there.items():
        if name not in here:
            yield fault("LK171", start, id=name)
        elif here[name][0] != shape:
            yield fault("LK173", here[name][1], id=name)
    for name, (_, span) in here.items():
        if name not in there:
            yield fault("LK172", span, id=name, near=nearest(name, there) or "")


def _kept(blocks: tuple[b.Block, ...]) -> Iterator[tuple[str, tuple[object, Span]]]:
    for block in walk(blocks):
        match block:
            case b.Section():
                yield block.id, (("section", block.objectives), block.span)
            case b.Ask(question=question):
                yield question.id, (_shape(question.data()), block.span)
            case b.Bank(draw=draw):
                names = tuple(one.id for one in questions(block))
                yield block.id, (("bank", draw, names), block.span)
            case b.Checklist():
                yield block.id, (("checklist", len(block.items)), block.span)
            case b.Practice() if not block.id.startswith("lk-"):
                yield block.id, ("practice", block.span)
            case b.Cards() | b.Tabs():
                yield block.id, (type(block).__name__, block.span)
            case _:
                pass


def _shape(data: dict[str, Any]) -> object:
    """All of a question but its words; what is typed and the decimal sign are the language's."""
    kept = {key: value for key, value in data.items() if key not in ("answers", "comma", "unit")}
    if "gaps" in data:
        kept["gaps"] = [_gap_shape(gap) for gap in data["gaps"]]
    return kept


def _gap_shape(gap: Any) -> tuple[int, int] | None:
    """Which of how many is right; of what is typed, nothing."""
    return (gap["right"], len(gap["choices"])) if isinstance(gap, dict) else None
