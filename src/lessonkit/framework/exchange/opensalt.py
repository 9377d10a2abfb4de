"""The CSV that OpenSALT imports into a framework: a row an item; read and written by way of CASE.

Source: opensalt/opensalt, `sample files/sample_case.csv` and the importer of `lsdoc/index.js`:
columns are known by the letters of their names; a code, or an identifier, names another item.
"""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from lessonkit.framework.exchange.base import Around, Exchange, Losses, Read, Unreadable, Written
from lessonkit.framework.exchange.given import ROW
from lessonkit.framework.exchange.jsontext import many
from lessonkit.framework.exchange.opensalt_columns import (
    FIELDS,
    LINE,
    RELATIONS,
    above_by_code,
)
from lessonkit.framework.exchange.rows import Row, heads, letters, table
from lessonkit.framework.model import Framework

_ALIASES = {
    "caseitemidentifier": "identifier",
    "humancode": "humanCodingScheme",
    "itemtype": "CFItemType",
    "isexactmatchof": "exactMatchOf",
    "smartlevel": "smartLevel",
}
_BY_LETTERS = {
    **{letters(name): field for name, field in {**FIELDS, **RELATIONS}.items()},
    **_ALIASES,
}
_UNSAID = frozenset({"license", "cfassociationgroupidentifier", "ischildoftext", ""})
_MANY = ("educationLevel", "conceptKeywords")
_UUID = re.compile(r"[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}", re.IGNORECASE)


def recognises(text: str) -> bool:
    """A column for statements, and another of OpenSALT's."""
    found = set(heads(text))
    return "fullstatement" in found and len(found & set(_BY_LETTERS)) > 1


def read(text: str, around: Around) -> Read:
    """A framework named after the file, for no row is about the framework itself.

    Raises: Unreadable: no table, no column for statements, or a number that is none.
    """
    losses = Losses()
    found = table(text)
    columns = [_BY_LETTERS.get(letters(name), "") for name in found.head]
    if "fullStatement" not in columns:
        raise Unreadable("no-column", column="fullStatement", found=", ".join(found.head[:8]))
    for name, field in zip(found.head, columns, strict=True):
        if not field and letters(name) not in _UNSAID:
            losses.add("column", name)
    if any(len(cells) > len(columns) and any(cells[len(columns) :]) for _, cells in found.rows):
        losses.add("extra-cells", str(len(columns)))
    rows = [row for row in found.named(columns) if any(row.cells.values())]
    languages = Counter(row["language"] for row in rows if row["language"])
    document: dict[str, Any] = {"title": around.stem, "uri": f"{ROW}0"}
    if languages:
        document["language"] = languages.most_common(1)[0][0]
    links = _Links(rows, losses)
    root = {
        "CFDocument": document,
        "CFItems": [_item(row) for row in rows],
        "CFAssociations": [link for place, row in enumerate(rows) for link in links.of(place, row)],
    }
    losses.add("no-framework-row", around.stem)
    from lessonkit.framework.exchange.case_reader import read_data

    return read_data(root, around, losses)


def _item(row: Row) -> dict[str, Any]:
    cells = {field: row[field].replace(LINE, "\n") for field in FIELDS.values()}
    item: dict[str, Any] = {field: cell for field, cell in cells.items() if cell}
    item.pop("sequenceNumber", None)
    item.setdefault("identifier", "")
    for field in _MANY:
        if row[field]:
            item[field] = list(many(row[field]))
    item["uri"] = f"{ROW}{row.line}"
    return item


class _Links:
    """What the cells of a row say of other rows, as associations of CASE."""

    def __init__(self, rows: list[Row], losses: Losses) -> None:
        self._losses = losses
        self._names: dict[str, int] = {}
        for column in ("humanCodingScheme", "identifier"):
            for row in rows:
                if row[column]:
                    self._names.setdefault(row[column], row.line)
        codes = {row["humanCodingScheme"]: row.line for row in rows}
        self._codes = {code: line for code, line in codes.items() if code}
        self._places = {row["smartLevel"].strip("."): row.line for row in rows if row["smartLevel"]}

    def of(self, place: int, row: Row) -> Iterator[dict[str, Any]]:
        """The associations of a row, `place` from 0."""
        number = _number(row, place)
        above = self._places.get(row["smartLevel"].strip(".").rpartition(".")[0])
        dotted = self._codes.get(above_by_code(row["humanCodingScheme"]))
        top = dotted is not None and self._whole(row["isChildOf"])
        above = dotted if above is None and not top else above
        if above is not None and not row["isChildOf"]:
            yield _link("isChildOf", row, f"{ROW}{above}", number)
        for kind in RELATIONS.values():
            for name in self._split("" if top and kind == "isChildOf" else row[kind]):
                line = self._names.get(name)
                target = name if line is None else f"{ROW}{line}"
                yield _link(kind, row, target, number if kind == "isChildOf" else None)
        if top or (not row["isChildOf"] and above is None):
            yield _link("isChildOf", row, f"{ROW}0", number)

    def _whole(self, cell: str) -> bool:
        """Whether it can be the identifier of the framework as a whole, which no row has."""
        return cell not in self._names and _UUID.fullmatch(cell) is not None

    def _split(self, cell: str) -> list[str]:
        """Codes with commas between; one that holds a comma itself is one where it is known."""
        if not cell or cell in self._names:
            return [cell] if cell else []
        return [one.strip() for one in cell.split(",") if one.strip()]


def _link(kind: str, row: Row, target: str, number: float | None) -> dict[str, Any]:
    link: dict[str, Any] = {"associationType": kind}
    link["originNodeURI"] = {"uri": f"{ROW}{row.line}"}
    link["destinationNodeURI"] = {"title": target, "uri": target}
    return link | ({} if number is None else {"sequenceNumber": number})


def _number(row: Row, place: int) -> float:
    """Raises: Unreadable: not a number."""
    said = row["sequenceNumber"]
    if not said:
        return float(place)
    try:
        return float(said.replace(",", "."))
    except ValueError as error:
        raise Unreadable("not-number", where=row.line, value=said[:40]) from error


def write(framework: Framework, around: Around) -> Written:
    """A row a skill, a level and a statement at a level; what is said of the whole has no place."""
    from lessonkit.framework.exchange.opensalt_writer import items

    return items(framework, around)


EXCHANGE = Exchange("opensalt", ".csv", read, write, recognises)
