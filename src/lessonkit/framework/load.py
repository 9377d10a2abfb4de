"""From the data of a framework's file to values, and the frameworks that come with lessonkit.

The form of a file is said by `framework.typed`. What comes with lessonkit is not held against it at
every start: a test does that.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Any

from lessonkit.framework.model import Audience, Framework, Level, Match, Names, Skill

Data = Mapping[str, Any]
KINDS = {
    "domains": "domain",
    "areas": "area",
    "strands": "strand",
    "competences": "competence",
    "topics": "topic",
    "skills": "",
    "children": "",
}
"""Keys that hold skills → what the framework calls those that do not say it themselves."""
_FACTS = (
    "level", "minutes", "sentence_tieng", "section_tieng", "tieng_per_minute",
    "picture_kilobytes", "large_text", "narration", "low_bandwidth", "within", "source",
)  # fmt: skip
_TEXTS = (
    "legal_act", "standing", "license", "publisher", "version", "uri", "identifier", "lang",
    "issued", "effective", "notes", "changed",
)  # fmt: skip


@lru_cache(maxsize=1)
def builtin() -> Mapping[str, Framework]:
    """The frameworks that come with lessonkit, by id."""
    folder = files("lessonkit.framework") / "data"
    texts = (
        (one.name, one.read_text("utf-8")) for one in folder.iterdir() if one.name.endswith(".yaml")
    )
    return by_id(read_framework(text) for _, text in sorted(texts))


def read_framework(text: str) -> Framework:
    """A framework from YAML that is known to be right; others are read by `read.frameworks`."""
    import yaml

    parser = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(text)
    parser.get_event()
    parser.get_event()
    return framework_of(_value(parser.get_event(), parser.get_event))


def _value(event: Any, following: Callable[[], Any]) -> Any:
    """Lists, tables, texts and whole numbers: half the time that YAML's other types would take."""
    if hasattr(event, "value"):
        value: str = event.value
        return int(value) if event.implicit[0] and value.isdecimal() else value
    if type(event).__name__.startswith("Mapping"):
        table: dict[str, Any] = {}
        while hasattr(key := following(), "value"):
            table[key.value] = _value(following(), following)
        return table
    entries = []
    while not type(one := following()).__name__.endswith("EndEvent"):
        entries.append(_value(one, following))
    return entries


def framework_of(data: Data) -> Framework:
    """A framework from data that have the form of `framework.typed`, lists or tuples."""
    head = data["framework"]
    crosswalks = data.get("crosswalks", ())
    name: str = head["id"]
    return Framework(
        id=name,
        titles=_names(head, "title"),
        skills={one.code: one for one in _skills(data, "")},
        levels={one["level"]: _level(one) for one in data.get("levels", ())},
        audiences={one["id"]: _audience(one, name) for one in data.get("audience_groups", ())},
        sources=tuple(head.get("sources", ())),
        doubts=tuple(map(_doubt, head.get("doubts", ()))),
        completeness=_names(head, "completeness"),
        matches=tuple(match for one in crosswalks for match in _matches(one)),
        level_matches=_by_framework(crosswalks, "levels"),
        match_sources={
            name: tuple(texts) for name, texts in _by_framework(crosswalks, "sources").items()
        },
        kept=head.get("kept", {}),
        **_texts(head),
    )


def _texts(head: Data) -> dict[str, Any]:
    return {key: head[key] for key in _TEXTS if head.get(key) is not None}


def by_id(frameworks: Iterable[Framework]) -> dict[str, Framework]:
    """In the order in which they come; of two with one id the later holds."""
    return {one.id: one for one in frameworks}


def _skills(data: Data, parent: str) -> Iterator[Skill]:
    """Those of a file or of a skill, each before what it holds."""
    for key, kind in KINDS.items():
        for one in data.get(key, ()):
            code: str = one["code"]
            yield _skill(one, kind, parent)
            yield from _skills(one, code)


def _skill(data: Data, kind: str, parent: str) -> Skill:
    return Skill(
        code=data["code"],
        names=_names(data, "name"),
        parent=parent,
        statements=_names(data, "statement"),
        at={one["level"]: _names(one, "statement") for one in data.get("levels", ())},
        kind=data.get("kind", kind),
        uri=data.get("uri", ""),
        identifier=data.get("identifier", ""),
        keywords=tuple(data.get("keywords", ())),
        own_keywords=tuple(data.get("keywords_own", ())),
        notes=data.get("notes", ""),
        notation=data.get("notation"),
        kept=data.get("kept", {}),
    )


def _level(data: Data) -> Level:
    stages = _names(data, "stage")
    return Level(
        level=data["level"],
        names=_names(data, "name") or stages,
        stages=stages,
        statements=_names(data, "statement"),
        cognitive=data.get("cognitive") or "",
        notation=data.get("notation", ""),
        uri=data.get("uri", ""),
        identifier=data.get("identifier", ""),
    )


def _audience(data: Data, framework: str) -> Audience:
    return Audience(
        id=data["id"],
        names=_names(data, "name"),
        who=_names(data, "who"),
        framework=framework,
        devices=tuple(data.get("devices", ())),
        skills=tuple(data.get("skills", ())),
        **{key: data[key] for key in _FACTS if data.get(key) is not None},
    )


def _doubt(typed: str | Data) -> Names:
    """One that is not said by language is as its author wrote it."""
    return {"und": typed} if isinstance(typed, str) else dict(typed)


def _matches(data: Data) -> Iterator[Match]:
    there, relation = data.get("framework", ""), data["relation"]
    for code in data.get("same", ()):
        yield Match(code, relation, there, code)
    for origin, codes in data.get("pairs", {}).items():
        for code in (codes,) if isinstance(codes, str) else codes:
            yield Match(origin, relation, there, code)
    for one in data.get("elsewhere", ()):
        uri, identifier = one.get("uri", ""), one.get("identifier", "")
        code, label = one.get("code", ""), one.get("label", "")
        yield Match(one["origin"], relation, there, code, uri, identifier, label)


def _by_framework(crosswalks: Iterable[Data], key: str) -> dict[str, Any]:
    """What the crosswalks with each other framework say under the key, the first that says it."""
    found: dict[str, Any] = {}
    for one in crosswalks:
        if key not in one:
            continue
        value = one[key]
        if key == "levels":
            value = {int(here): there for here, there in value.items()}
        found.setdefault(one.get("framework", ""), value)
    return found


def _names(data: Data, stem: str) -> Names:
    """By language: `name_vi`, `name_en`."""
    start = f"{stem}_"
    return {key[len(start) :]: data[key] for key in data if key.startswith(start)}
