"""A framework to the CSV that OpenSALT imports.

Source: opensalt/opensalt, core/src/Service/GithubImport.php: a line is a row; `Is Child Of` is a
code; where it is empty, the code up to its last dot says what an item is a child of.
"""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from lessonkit.framework import identifiers
from lessonkit.framework.exchange import plain
from lessonkit.framework.exchange.base import Around, Losses, Written
from lessonkit.framework.exchange.case_writer import package_data
from lessonkit.framework.exchange.opensalt_columns import FIELDS, LINE, RELATIONS, above_by_code
from lessonkit.framework.exchange.rows import formulas, written
from lessonkit.framework.model import Framework

_Links = dict[str, list[Any]]
"""By kind of relation."""
_LONGEST = 60
"""Signs of an abbreviated statement; OpenSALT refuses a file with a longer one."""


def items(framework: Framework, around: Around) -> Written:
    """A row a skill, a level and a statement at a level; what is said of the whole has no place."""
    losses = Losses()
    data = package_data(framework, around, "1.0", losses)
    _say_lost(framework, data, losses)
    _tell_apart(framework, data["CFItems"])
    links, numbers = _links(data, losses)
    language = data["CFDocument"]["language"]
    rows = [(*FIELDS, *RELATIONS)]
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


def _tell_apart(framework: Framework, items: list[dict[str, Any]]) -> None:
    """Level 1 has no code where a skill has the code 1: OpenSALT would put below the level what is
    below the skill."""
    skills = {identifiers.of_skill(framework, code) for code in framework.skills}
    codes = {one.get("humanCodingScheme") for one in items if one["identifier"] in skills}
    for one in items:
        if one["identifier"] not in skills and one.get("humanCodingScheme") in codes:
            del one["humanCodingScheme"]


def _links(data: Mapping[str, Any], losses: Losses) -> tuple[dict[str, _Links], dict[str, Any]]:
    """What the cells of each item name, by kind, and its place among its siblings."""
    codes, counts = _codes(data["CFItems"]), _counts(data["CFItems"])
    held = {one["identifier"]: one.get("humanCodingScheme", "") for one in data["CFItems"]}
    whole = data["CFDocument"]["identifier"]
    links: dict[str, _Links] = {}
    numbers: dict[str, Any] = {}
    for one in data["CFAssociations"]:
        kind = one["associationType"]
        origin, target = one["originNodeURI"]["identifier"], one["destinationNodeURI"]
        above = target["identifier"]
        name = codes.get(above) or target["uri"]
        if kind == "isChildOf":
            numbers.setdefault(origin, one["sequenceNumber"])
            code = held.get(above, "")
            name = code if counts[code] == 1 and code else name
            losses.add("parent-code", held.get(origin, ""), above != whole and name != code)
        if above != whole:
            links.setdefault(origin, {}).setdefault(kind, []).append(name)
        elif kind == "isChildOf" and above_by_code(held.get(origin, "")) in counts:
            links.setdefault(origin, {}).setdefault(kind, []).append(whole)
    return links, numbers


def _counts(items: list[dict[str, Any]]) -> Counter[str]:
    return Counter(code for one in items if (code := one.get("humanCodingScheme", "")))


def _codes(items: list[dict[str, Any]]) -> dict[str, str]:
    """What names each item in the cells of others: its code where that is plain and its alone."""
    counts = _counts(items)
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
        if key not in (*FIELDS.values(), "uri", "lastChangeDateTime"):
            losses.add("field", key)
    for word in item.get("conceptKeywords", ()):
        losses.add("keyword", word, "|" in word)
    values = {**item, "sequenceNumber": number}
    cells = (values.get(field, "") for field in FIELDS.values())
    row = (
        *(_listed(one) if isinstance(one, list) else str(one) for one in cells),
        *(",".join(links.get(kind, ())) for kind in RELATIONS.values()),
    )
    name = item.get("humanCodingScheme", "")
    losses.add("lines", name, any("\n" in cell for cell in row))
    losses.add("backslash", name, any('\\"' in cell for cell in row))
    return tuple(cell.replace("\n", LINE) for cell in row)


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
