"""Taxonomies of Open edX: CSV or JSON of tags, each with an id, a value and the id of its parent.

Source: openedx/openedx-learning, openedx_tagging, import_export/{parsers,actions}.py, template.csv:
parents come first, ids and values are unique, three depths are shown, other columns are left out.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from functools import reduce
from typing import Any

from lessonkit.framework.exchange import markup, notes, plain, sound
from lessonkit.framework.exchange.base import Around, Exchange, Losses, Read, Unreadable, Written
from lessonkit.framework.exchange.drafts import Draft, arranged, framework_id
from lessonkit.framework.exchange.jsontext import items, mapping, parsed, words
from lessonkit.framework.exchange.languages import chosen, guessed, main
from lessonkit.framework.exchange.plain import crosswalks, filled, without
from lessonkit.framework.exchange.rows import formulas, heads, letters, table, written
from lessonkit.framework.model import Framework, Match

_FIELDS = ("id", "value", "parent_id")
_BY_LETTERS = {letters(name): name for name in _FIELDS}
_DEPTH = 3
_RESERVED = (("\t", " "), (" > ", " – "), (";", ","))
"""Signs that Open edX refuses in a value, and what is written for them.

Source: openedx/openedx-core, `RESERVED_TAG_CHARS`."""
_LONGEST = 500
"""Signs of a value (models/base.py, Tag.value)."""
_LONGEST_ID = 255


def recognises_csv(text: str) -> bool:
    """Columns `id` and `value`."""
    return {"id", "value"} <= set(heads(text))


def recognises_json(text: str) -> bool:
    """An object with `tags`."""
    return text.lstrip()[:1] == "{" and '"tags"' in text and '"CFDocument"' not in text


def read_csv(text: str, around: Around) -> Read:
    """A framework named after the file.

    Raises: Unreadable: no table, or a column is missing.
    """
    losses = Losses()
    found = table(text)
    columns = [_BY_LETTERS.get(letters(name), "") for name in found.head]
    for name in ("id", "value"):
        if name not in columns:
            raise Unreadable("no-column", column=name, found=", ".join(found.head[:8]))
    for name, field in zip(found.head, columns, strict=True):
        if not field:
            losses.add("column", name)
    losses.add("no-framework-row", around.stem)
    tags = [
        (str(row.line), {key: row[key] for key in _FIELDS})
        for row in found.named(columns)
        if any(row.cells.values())
    ]
    return _framework(tags, {"name": around.stem}, around, losses)


def read_json(text: str, around: Around) -> Read:
    """A framework with the name and description of the taxonomy.

    Raises: Unreadable: not JSON, no tags, or a part is of another type.
    """
    losses = Losses()
    root = mapping(parsed(text), "$")
    tags = []
    for path, one in items(root.get("tags"), "tags"):
        for key in one:
            if key not in _FIELDS:
                losses.add("column", key)
        tags.append((path, {key: words(one, key, losses, path) for key in _FIELDS}))
    head = {key: words(root, key, losses, "$") for key in ("name", "description")}
    return _framework(tags, head, around, losses)


def _framework(
    tags: list[tuple[str, dict[str, str]]], said: Mapping[str, str], around: Around, losses: Losses
) -> Read:
    free, ours = notes.split(said.get("description", ""))
    ours = sound.head(ours)
    title = said["name"] or around.stem
    own_id = framework_id(around.id or str(ours.get("id", "")), title)
    lang = str(ours.get("lang", "")).partition("-")[0]
    if not lang:
        lang = guessed((title, *(tag["value"] for _, tag in tags[:200])))
        losses.add("language-guessed", lang)
    result = arranged([_draft(where, tag, lang, losses) for where, tag in tags], losses)
    matches = tuple(Match(code, "isChildOf", own_id, above) for code, above in result.further)
    text = markup.plain(free) if markup.marked(free) else free
    head = {"id": own_id, f"title_{lang}": title or own_id, "notes": text}
    data = {
        "framework": filled(head) | without(ours, ("id",)),
        "skills": result.skills,
        "crosswalks": crosswalks(Framework(own_id, {}, matches=matches)),
    }
    return Read(sound.built(filled(data)), tuple(losses))


def _draft(where: str, tag: Mapping[str, str], lang: str, losses: Losses) -> Draft:
    if not tag["value"]:
        losses.add("no-statement", tag["id"] or where)
    name = tag["value"] or tag["id"] or where
    parents = [tag["parent_id"]] if tag["parent_id"] else []
    key = tag["id"] or f"\n{where}"
    return Draft(key, {f"name_{lang}": name}, tag["id"], (name, where), parents=parents)


def write_csv(framework: Framework, around: Around) -> Written:  # noqa: ARG001
    """Ids and names alone: Open edX leaves out every other column."""
    losses = Losses()
    rows = [_FIELDS, *_tags(framework, losses)]
    for key in without(plain.head(framework), ("id", "kept")):
        losses.add("whole", plain.stem(key))
    _say_lost(framework, losses)
    formulas(rows[1:], losses)
    return Written(written(rows), tuple(losses))


def write_json(framework: Framework, around: Around) -> Written:  # noqa: ARG001
    """With the name of the framework; what else is said of it stands in the description."""
    losses = Losses()
    tags = [filled(dict(zip(_FIELDS, one, strict=True))) for one in _tags(framework, losses)]
    lang = chosen(framework.titles, main(framework))
    ours = without(plain.head(framework), ("kept", "notes", f"title_{lang}"))
    ours["lang"] = framework.lang or lang
    _say_lost(framework, losses)
    data = {
        "name": framework.titles.get(lang, framework.id),
        "description": notes.joined(framework.notes, ours),
        "tags": tags,
    }
    return Written(json.dumps(data, ensure_ascii=False, indent=1) + "\n", tuple(losses))


def _tags(framework: Framework, losses: Losses) -> Iterator[tuple[str, str, str]]:
    """Id, value, parent; a value that is there already gets its id behind it."""
    lang = main(framework)
    depths: dict[str, int] = {"": 0}
    values: set[str] = set()
    for code, skill in framework.skills.items():
        depths[code] = depths.get(skill.parent, 0) + 1
        name = skill.names.get(chosen(skill.names, lang), code)
        losses.add("deep", code, depths[code] > _DEPTH)
        losses.add("long-value", name, len(name) > _LONGEST or len(code) > _LONGEST_ID)
        value = reduce(lambda text, sign: text.replace(*sign), _RESERVED, name)
        losses.add("reserved-sign", name, value != name)
        name = value
        if value.casefold() in values:
            value = f"{name} ({code})"
            losses.add("same-value", value)
        values.add(value.casefold())
        yield code, value, skill.parent


_LOST: Mapping[str, Callable[[Any], Any]] = {
    "names": lambda skill: len(skill.names) > 1,
    "statements": lambda skill: skill.statements,
    "at": lambda skill: skill.at,
    "kind": lambda skill: skill.kind,
    "address": lambda skill: skill.uri or skill.identifier,
    "keywords": lambda skill: skill.keywords or skill.own_keywords,
    "notes": lambda skill: skill.notes,
    "notation": lambda skill: skill.notation is not None,
    "fields": lambda skill: skill.kept,
}
"""Of a skill: kinds of loss → whether it has any of it."""


def _say_lost(framework: Framework, losses: Losses) -> None:
    for skill in framework.skills.values():
        for code, has in _LOST.items():
            losses.add(f"skill-{code}", skill.code, bool(has(skill)))
    losses.add("levels", "", len(framework.levels))
    for match in framework.matches:
        losses.add("match", f"{match.origin} {match.relation} {match.code}")
    for group in framework.audiences:
        losses.add("audience", group)


EXCHANGE = Exchange("openedx", ".csv", read_csv, write_csv, recognises_csv)
EXCHANGE_JSON = Exchange("openedx-json", ".json", read_json, write_json, recognises_json)
