"""`lexicon.yaml`, beside `lessonkit.toml` or a `module.md`: how words are to be said."""

import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from lessonkit.base.diag import Fault, Span, fault, line_span
from lessonkit.base.near import nearest
from lessonkit.read.location import leaves
from lessonkit.read.source import decode, read_bytes
from lessonkit.read.yamlpos import YamlDoc, read_yaml
from lessonkit.text.speech.lexicon import Lexicon

NAME = "lexicon.yaml"
MEANT = ("lexicon.yml", "lexicon.yaml.txt")
"""Names that were to be `lexicon.yaml`."""
NUMBERS = "numbers"
NUMBER_WORDS = ("linh", "nghìn", "tỷ", "tư", "mốt", "lăm")
"""What may be said otherwise within Vietnamese numbers."""
_LANG = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_LETTER = re.compile(r"[^\W\d_]")
_UNSAID = re.compile(r"\d|[^\w\s,.;:!?'’-]|_")


def read_lexicon(folder: Path, root: Path, lang: str) -> tuple[Lexicon, tuple[Fault, ...]]:
    """The lexicon of a folder, with what is wrong with it; without a file nothing.

    Entries at the top are of `lang`; those below a language's code of that language.
    """
    path = folder / NAME
    if not os.path.lexists(path):
        return Lexicon(), _meant(folder, root)
    file = _shown(path, root)
    if leaves(path, root):
        return Lexicon(), (fault("LK181", line_span(file)),)
    try:
        data = read_bytes(path)
    except OSError as error:
        reason = error.strerror or str(error)
        return Lexicon(), (fault("LK100", line_span(file), reason=reason),)
    if not data.strip():
        return Lexicon(), ()
    source, faults = decode(data, file)
    doc, found = read_yaml(source.text, file, 1) if source else (None, [])
    if doc is None:
        return Lexicon(), (*faults, *found)
    lexicon, wrong = _lexicon(doc, lang.partition("-")[0])
    return lexicon, (*faults, *found, *wrong)


def _meant(folder: Path, root: Path) -> tuple[Fault, ...]:
    """A file that nobody would read."""
    found = (folder / name for name in MEANT if os.path.lexists(folder / name))
    return tuple(
        fault("LK733", line_span(_shown(path, root)), name=path.name, near=NAME) for path in found
    )


def _shown(path: Path, root: Path) -> str:
    base = root if path.is_relative_to(root) else root.resolve()
    return path.relative_to(base).as_posix() if path.is_relative_to(base) else path.as_posix()


def _lexicon(doc: YamlDoc, lang: str) -> tuple[Lexicon, list[Fault]]:
    words: dict[str, dict[str, str]] = {lang: {}}
    numbers: dict[str, str] = {}
    faults: list[Fault] = []
    for key, value in doc.value.items():
        if not isinstance(value, Mapping):
            words[lang] |= _entries({key: value}, "", doc, faults)
        elif key == NUMBERS:
            faults += _unknown(value, doc)
            kept = {word: said for word, said in value.items() if word in NUMBER_WORDS}
            numbers |= _entries(kept, NUMBERS, doc, faults)
        elif _LANG.fullmatch(key):
            own = words.setdefault(key.partition("-")[0], {})
            own |= _entries(value, key, doc, faults)
        else:
            faults.append(fault("LK734", _place(doc, key, "", key_itself=True), value=key))
    return Lexicon(words, numbers), faults


def _entries(
    table: Mapping[str, Any], below: str, doc: YamlDoc, faults: list[Fault]
) -> dict[str, str]:
    """What of a table can be said; the rest is a fault."""
    found: dict[str, str] = {}
    for key, value in table.items():
        place = _place(doc, key, below)
        sign = _UNSAID.search(value) if isinstance(value, str) else None
        if not isinstance(value, str) or not _LETTER.search(value) or not key.strip():
            shown = value if isinstance(value, str | int | float) else ""
            faults.append(fault("LK730", place, key=key, value=str(shown)))
        elif sign:
            faults.append(fault("LK732", place, key=key, value=value, sign=sign[0]))
        else:
            found[key.strip()] = " ".join(value.split())
    return found


def _unknown(table: Mapping[str, Any], doc: YamlDoc) -> Iterator[Fault]:
    for word in table:
        if word not in NUMBER_WORDS:
            near = nearest(word, NUMBER_WORDS) or ""
            known = ", ".join(NUMBER_WORDS)
            place = _place(doc, word, NUMBERS, key_itself=True)
            yield fault("LK731", place, value=word, near=near, known=known)


def _place(doc: YamlDoc, key: str, below: str, *, key_itself: bool = False) -> Span:
    path = f"{below}.{key}" if below else key
    places = doc.keys if key_itself else doc.places
    return places.get(path) or doc.keys.get(path) or doc.places[""]
