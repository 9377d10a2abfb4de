"""A framework as plain data, in the form of our YAML: the inverse of `framework.load.framework_of`.

Formats that know less put what they have no field for into this form, beside their own fields.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from lessonkit.framework.model import Audience, Framework, Level, Match, Names, Skill

Data = dict[str, Any]
HEAD = (
    "legal_act", "issued", "effective", "publisher", "version", "license", "lang", "standing",
    "uri", "identifier", "changed", "notes",
)  # fmt: skip
LEVEL = ("cognitive", "notation", "uri", "identifier")
_FACTS = (
    "within", "level", "minutes", "sentence_tieng", "section_tieng", "tieng_per_minute",
    "picture_kilobytes", "large_text", "narration", "low_bandwidth", "source",
)  # fmt: skip


def whole(framework: Framework) -> Data:
    """All of it."""
    parts = {
        "framework": head(framework),
        "levels": [level(one) for one in framework.levels.values()],
        "skills": nested(framework.skills),
        "crosswalks": crosswalks(framework),
        "audience_groups": [audience(one) for one in framework.audiences.values()],
    }
    return {key: value for key, value in parts.items() if value}


def head(framework: Framework) -> Data:
    """What is said of the framework as a whole."""
    data: Data = {"id": framework.id, **named("title", framework.titles)}
    data |= {key: getattr(framework, key) for key in HEAD}
    data |= named("completeness", framework.completeness)
    data["sources"] = list(framework.sources)
    data["doubts"] = [one["und"] if set(one) == {"und"} else dict(one) for one in framework.doubts]
    data["kept"] = framework.kept
    return filled(data)


def skill(one: Skill) -> Data:
    """A skill without those that it holds."""
    data: Data = {
        "code": one.code,
        **named("name", one.names),
        **named("statement", one.statements),
    }
    data["levels"] = [
        {"level": number, **named("statement", names)} for number, names in one.at.items()
    ]
    data |= {"kind": one.kind, "uri": one.uri, "identifier": one.identifier, "notes": one.notes}
    data |= {"keywords": list(one.keywords), "keywords_own": list(one.own_keywords)}
    data = filled(data)
    if one.notation is not None:
        data["notation"] = one.notation
    if one.kept:
        data["kept"] = one.kept
    return data


def level(one: Level) -> Data:
    """A level; where it has no name but that of its stage, only that."""
    names = {} if one.names == one.stages else named("name", one.names)
    data = {"level": one.level, **names, **named("stage", one.stages)}
    data |= named("statement", one.statements)
    return filled(data | {key: getattr(one, key) for key in LEVEL})


def audience(one: Audience) -> Data:
    """An audience group."""
    data: Data = {"id": one.id, **named("name", one.names), **named("who", one.who)}
    data |= {key: getattr(one, key) for key in _FACTS}
    data |= {"devices": list(one.devices), "skills": list(one.skills)}
    return {key: value for key, value in filled(data).items() if value is not False}


def nested(skills: Mapping[str, Skill]) -> list[Data]:
    """Skills with those that they hold below them."""
    found = {code: skill(one) for code, one in skills.items()}
    roots = []
    for code, data in found.items():
        above = found.get(skills[code].parent)
        if above is None or above is data:
            roots.append(data)
        else:
            above.setdefault("children", []).append(data)
    return roots


def crosswalks(framework: Framework) -> list[Data]:
    """Matches by the other framework and the relation, with what is said of its levels."""
    found: dict[tuple[str, str], Data] = {}
    for match in framework.matches:
        one = found.setdefault(
            (match.framework, match.relation),
            filled({"framework": match.framework}) | {"relation": match.relation},
        )
        _add(one, match)
    for key, said in (("levels", framework.level_matches), ("sources", framework.match_sources)):
        for other, value in said.items():
            into = next((one for (there, _), one in found.items() if there == other), None)
            if into is None:
                into = found[other, ""] = {"framework": other, "relation": "exactMatchOf"}
            into[key] = dict(value) if isinstance(value, Mapping) else list(value)
    return list(found.values())


def _add(one: Data, match: Match) -> None:
    if match.uri or match.identifier or match.title or not match.code:
        keys = ("origin", "code", "uri", "identifier")
        said = {key: getattr(match, key) for key in keys} | {"label": match.title}
        one.setdefault("elsewhere", []).append(filled(said))
        return
    one.setdefault("pairs", {}).setdefault(match.origin, []).append(match.code)


def named(stem: str, names: Names) -> Data:
    """By language: `name_vi`, `name_en`."""
    return {f"{stem}_{lang}": text for lang, text in names.items()}


def stem(key: str) -> str:
    """`title` of `title_vi`; a key that has no language stays."""
    return next((name for name in ("title", "completeness") if key.startswith(f"{name}_")), key)


def filled(data: Data) -> Data:
    """Without what is empty."""
    return {key: value for key, value in data.items() if value not in ("", None, [], {}, ())}


def of_language(data: Mapping[str, Any], stem: str) -> Iterator[tuple[str, str]]:
    """Language and text of each `stem_<language>`."""
    start = f"{stem}_"
    return ((key[len(start) :], data[key]) for key in data if key.startswith(start))


def without(data: Data, keys: Iterable[str]) -> Data:
    """What stands under other keys."""
    left = set(keys)
    return {key: value for key, value in data.items() if key not in left}
