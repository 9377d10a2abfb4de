"""How platforms in PHP read a table: a witness, written from what PHP documents of `fgetcsv`.

No code is shared with what writes the tables.
"""

import re

_NUMBER = re.compile(r"\s*[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?\s*")


def equal(one: str, other: str) -> bool:
    """Two strings by `==`: numbers where both are numbers."""
    if _NUMBER.fullmatch(one) and _NUMBER.fullmatch(other):
        return float(one) == float(other)
    return one == other


def rows(text: str, separator: str = ",") -> list[list[str]]:
    """All rows of a text; quotes may hold line ends."""
    found, at = [], 0
    while at < len(text):
        row, at = _row(text, at, separator, "\n")
        found.append(row)
    return found


def cells(text: str, separator: str = ",") -> list[str]:
    """One row, as `str_getcsv` has it: to the end of the text."""
    return _row(text, 0, separator, "")[0]


def _row(text: str, at: int, separator: str, end: str) -> tuple[list[str], int]:
    row = []
    while True:
        cell, at = _cell(text, at, separator, end)
        row.append(cell)
        if at >= len(text) or text[at] != separator:
            return row, at + 1
        at += 1


def _cell(text: str, at: int, separator: str, end: str) -> tuple[str, int]:
    start = at
    stops = {separator, end}
    while at < len(text) and text[at].isspace() and text[at] not in stops:
        at += 1
    quoted = ""
    if at < len(text) and text[at] == '"':
        quoted, at = _quoted(text, at + 1)
        start = at
    while at < len(text) and text[at] not in stops:
        at += 1
    return quoted + text[start:at].rstrip("\r\n"), at


def _quoted(text: str, at: int) -> tuple[str, int]:
    """What stands between quotes; a backslash keeps the sign behind it from ending them."""
    found = ""
    while at < len(text):
        if text[at] == "\\":
            found += text[at : at + 2]
            at += 2
        elif text[at : at + 2] == '""':
            found += '"'
            at += 2
        elif text[at] == '"':
            return found, at + 1
        else:
            found += text[at]
            at += 1
    return found, at
