"""The CSV that OpenSALT imports into a framework: a row an item; read and written by way of CASE.

Source: opensalt/opensalt, `sample files/sample_case.csv` and the importer of `lsdoc/index.js`:
columns are known by the letters of their names; a code, or an identifier, names another item.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from lessonkit.framework.exchange import plain
from lessonkit.framework.exchange.base import Around, Exchange, Losses, Read, Unreadable, Written
from lessonkit.framework.exchange.given import ROW
from lessonkit.framework.exchange.jsontext import many
from lessonkit.framework.exchange.rows import Row, formulas, heads, letters, table, written
from lessonkit.framework.model import Framework

_FIELDS = {
    "Identifier": "identifier",
    "fullStatement": "fullStatement",
    "Human Coding Scheme": "humanCodingScheme",
    "sequenceNumber": "sequenceNumber",
    "Abbreviated Statement": "abbreviatedStatement",
    "ConceptKeywords": "conceptKeywords",
    "Notes": "notes",
    "Language": "language",
    "educationLevel": "educationLevel",
    "CFItemType": "CFItemType",
    "listEnumeration": "listEnumeration",
}
"""Names of columns, as in OpenSALT's sample → fields of CASE."""
_RELATIONS = {
    "Is Child Of": "isChildOf",
    "IsPartOf": "isPartOf",
    "replacedBy": "replacedBy",
    "Exemplar": "exemplar",
    "hasSkillLevel": "hasSkillLevel",
    "IsRelatedTo": "isRelatedTo",
    "precedes": "precedes",
    "isPeerOf": "isPeerOf",
    "exactMatchOf": "exactMatchOf",
}
_ALIASES = {
    "caseitemidentifier": "identifier",
    "humancode": "humanCodingScheme",
    "itemtype": "CFItemType",
    "isexactmatchof": "exactMatchOf",
    "smartlevel": "smartLevel",
}
_BY_LETTERS = {
    **{letters(name): field for name, field in {**_FIELDS, **_RELATIONS}.items()},
    **_ALIASES,
}
_UNSAID = frozenset({"license", "cfassociationgroupidentifier", "ischildoftext", ""})
_MANY = ("educationLevel", "conceptKeywords")
_LONGEST = 60
"""Signs of an abbreviated statement; OpenSALT refuses a file with a longer one."""


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
    item: dict[str, Any] = {field: row[field] for field in _FIELDS.values() if row[field]}
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
        self._places = {row["smartLevel"].strip("."): row.line for row in rows if row["smartLevel"]}

    def of(self, place: int, row: Row) -> Iterator[dict[str, Any]]:
        """The associations of a row, `place` from 0."""
        number = _number(row, place)
        above = self._places.get(row["smartLevel"].strip(".").rpartition(".")[0])
        if above is not None and not row["isChildOf"]:
            yield _link("isChildOf", row, f"{ROW}{above}", number)
        for kind in _RELATIONS.values():
            for name in self._split(row[kind]):
                line = self._names.get(name)
                target = name if line is None else f"{ROW}{line}"
                yield _link(kind, row, target, number if kind == "isChildOf" else None)
        if not row["isChildOf"] and above is None:
            yield _link("isChildOf", row, f"{ROW}0", number)

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
    from lessonkit.framework.exchange.case_writer import package_data

    losses = Losses()
    data = package_data(framework, around, "1.0", losses)
    _say_lost(framework, data, losses)
    codes = _codes(data["CFItems"])
    links: dict[str, dict[str, list[Any]]] = {}
    numbers: dict[str, Any] = {}
    for one in data["CFAssociations"]:
        origin, target = one["originNodeURI"]["identifier"], one["destinationNodeURI"]
        if target["identifier"] == data["CFDocument"]["identifier"]:
            numbers.setdefault(origin, one["sequenceNumber"])
            continue
        if one["associationType"] == "isChildOf":
            numbers.setdefault(origin, one["sequenceNumber"])
        name = codes.get(target["identifier"]) or target["uri"]
        links.setdefault(origin, {}).setdefault(one["associationType"], []).append(name)
    language = data["CFDocument"]["language"]
    rows = [(*_FIELDS, *_RELATIONS)]
    rows += [
        _row(
            {"language": language, **one},
            links.get(one["identifier"], {}),
            numbers.get(one["identifier"], ""),
            losses,
        )
        for one in data["CFItems"]
    ]
    formulas(rows[1:], losses)
    return Written(written(rows), tuple(losses))


def _codes(items: list[dict[str, Any]]) -> dict[str, str]:
    """What names each item in the cells of others: its code where that is plain and its alone."""
    counts = Counter(one.get("humanCodingScheme", "") for one in items)
    return {
        one["identifier"]: code
        if (code := one.get("humanCodingScheme", "")) and counts[code] == 1 and "," not in code
        else one["identifier"]
        for one in items
    }


def _row(
    item: Mapping[str, Any], links: Mapping[str, list[str]], number: Any, losses: Losses
) -> tuple[str, ...]:
    if len(item.get("abbreviatedStatement", "")) > _LONGEST:
        losses.add("long-abbreviated", item["abbreviatedStatement"])
    for key in item:
        if key not in (*_FIELDS.values(), "uri", "lastChangeDateTime"):
            losses.add("field", key)
    for word in item.get("conceptKeywords", ()):
        losses.add("keyword", word, "|" in word)
    values = {**item, "sequenceNumber": number}
    cells = (values.get(field, "") for field in _FIELDS.values())
    return (
        *(_listed(one) if isinstance(one, list) else str(one) for one in cells),
        *(",".join(links.get(kind, ())) for kind in _RELATIONS.values()),
    )


def _listed(words: list[str]) -> str:
    """With commas between, or with `|` where a word holds one."""
    return ",".join(words) if "," not in "".join(words) else "".join(f"{one}|" for one in words)


def _say_lost(framework: Framework, data: Mapping[str, Any], losses: Losses) -> None:
    """What is said of the framework as a whole, of other frameworks' levels, and addresses."""
    for key in plain.without(plain.head(framework), ("id", "kept", "lang")):
        losses.add("whole", plain.stem(key))
    for key in ("audience_groups", "level_matches"):
        said = framework.audiences if key == "audience_groups" else framework.level_matches
        losses.add("whole", key, bool(said))
    for key in data["CFDocument"].keys() & framework.kept.get("case", {}).keys():
        losses.add("field", key)
    for one in framework.skills.values():
        losses.add("address", one.uri, bool(one.uri))


EXCHANGE = Exchange("opensalt", ".csv", read, write, recognises)
