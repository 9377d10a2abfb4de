"""Facts that a format has no field for, behind a free note: a line each, for people and for us.

A value is plain text, or JSON where it is a list or could be mistaken:

    Whatever was noted.

    [lessonkit]
    name_en: Safety
    keywords_own: ["password", "account"]
"""

import json
import re
from collections.abc import Mapping
from typing import Any

MARK = "[lessonkit]"
_LINE = re.compile(r"(\w+): (.*)")
_JSON = ('"', "[", "{")


def joined(note: str, facts: Mapping[str, Any]) -> str:
    """The note and the facts behind it; without facts the note alone."""
    if not facts and MARK not in note.split("\n"):
        return note
    lines = [f"{key}: {_shown(value)}" for key, value in facts.items()]
    return "\n".join((*((note, "") if note else ()), MARK, *lines))


def split(text: str) -> tuple[str, dict[str, Any]]:
    """The note and the facts; behind the last mark, what is no fact is left out."""
    lines = text.split("\n")
    if MARK not in lines:
        return text, {}
    place = len(lines) - 1 - lines[::-1].index(MARK)
    matches = (_LINE.fullmatch(line) for line in lines[place + 1 :])
    facts = {match[1]: _value(match[2]) for match in matches if match}
    return "\n".join(lines[:place]).strip("\n"), facts


def _shown(value: Any) -> str:
    plain = isinstance(value, str) and "\n" not in value and value == value.strip()
    if plain and value and _value(value) == value:
        return str(value)
    return json.dumps(value, ensure_ascii=False)


def _value(text: str) -> Any:
    if text.startswith(_JSON) or re.fullmatch(r"-?[0-9]+|true|false|null", text):
        try:
            return json.loads(text)
        except (ValueError, RecursionError):
            return text
    return text
