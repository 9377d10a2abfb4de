"""Levels, and what is expected at them: SKOS knows neither, so only we write them."""

from collections.abc import Iterable, Mapping
from typing import Any

from lessonkit.framework import addresses
from lessonkit.framework.exchange import sound
from lessonkit.framework.exchange.base import Losses
from lessonkit.framework.exchange.drafts import Draft
from lessonkit.framework.exchange.plain import without
from lessonkit.framework.exchange.skos_said import Said
from lessonkit.framework.exchange.skos_terms import OURS, SKOS

_TEXTS = {"name": f"{SKOS}prefLabel", "stage": f"{OURS}stage", "statement": f"{SKOS}definition"}


def read_levels(
    said: Said, framework: str, losses: Losses
) -> tuple[list[dict[str, Any]], dict[str, int]]:
    """Levels as our YAML holds them, by number; and their numbers by address."""
    found: list[dict[str, Any]] = []
    numbers: dict[str, int] = {}
    for node in said.of_kind(f"{OURS}Level"):
        number = said.one(said[node], f"{OURS}number")
        plain = number.isascii() and number.isdigit() and len(number) < 3
        if not plain or int(number) in numbers.values():
            losses.add("level-broken", str(node))
            continue
        numbers[str(node)] = int(number)
        data: dict[str, Any] = {"level": int(number)}
        for key, iri in _TEXTS.items():
            texts = said.spoken(said[node], (iri,))
            data |= {f"{key}_{lang}": text for lang, text in texts.items()}
        if str(node) != addresses.urn(framework, "level", number):
            data["uri"] = str(node)
        found.append(data | without(sound.level(said.json(said[node])), ("level",)))
    return sorted(found, key=lambda one: int(one["level"])), numbers


def expect(said: Said, drafts: Iterable[Draft], numbers: Mapping[str, int], losses: Losses) -> None:
    """Put under each skill what is said of it at levels."""
    by_key = {one.key: one.data for one in drafts}
    for node in said.of_kind(f"{OURS}Expectation"):
        skill = by_key.get(said.one(said[node], f"{OURS}skill"))
        number = numbers.get(said.one(said[node], f"{OURS}level"))
        if skill is None or number is None:
            losses.add("level-broken", str(node))
            continue
        texts = said.spoken(said[node], (f"{SKOS}definition",))
        entry = {"level": number, **{f"statement_{lang}": text for lang, text in texts.items()}}
        skill.setdefault("levels", []).append(entry)
    for data in by_key.values():
        if "levels" in data:
            data["levels"].sort(key=lambda one: one["level"])
