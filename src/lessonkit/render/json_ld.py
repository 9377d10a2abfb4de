"""What a catalogue is told of a lesson in a page: JSON-LD.

Source: schema.org, LearningResource, DefinedTerm, EducationalAudience.
"""

import json
import re
from collections.abc import Mapping
from typing import Any

from lessonkit.framework import addresses
from lessonkit.framework.model import Framework, name_in
from lessonkit.model.meta import Meta
from lessonkit.plan.page import Page
from lessonkit.render.metadata import Skills, named


def json_ld(page: Page, skills: Skills, audiences: Mapping[str, str] = {}) -> str:
    """A schema.org `LearningResource` as JSON that may stand inside a `<script>` element.

    `audiences`: names of groups by id.
    """
    meta = page.meta
    found: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "LearningResource",
        "identifier": meta.id,
        "name": meta.title,
        "description": meta.summary,
        "inLanguage": meta.lang,
        "version": meta.version,
        "timeRequired": f"PT{meta.minutes}M" if meta.minutes else "",
        "keywords": list(meta.keywords),
        "license": _license(meta.license),
        "author": [{"@type": "Person", "name": name} for name in meta.authors],
        "audience": [
            {"@type": "EducationalAudience", "audienceType": audiences.get(one, one)}
            for one in meta.audience
        ],
        "educationalLevel": _levels(meta, skills),
        "teaches": _terms(meta, skills, {one.id for one in meta.objectives}),
        "assesses": _terms(meta, skills, {question.objective for question in page.questions}),
    }
    text = json.dumps({key: value for key, value in found.items() if value}, ensure_ascii=False)
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _license(license_id: str) -> str:
    if re.fullmatch(r"[A-Za-z0-9.+-]+", license_id):
        return f"https://spdx.org/licenses/{license_id}.html"
    return license_id


def _terms(meta: Meta, skills: Skills, objectives: set[str | None]) -> list[dict[str, Any]]:
    terms: dict[str, dict[str, Any]] = {}
    for objective, framework, skill in named(meta, skills):
        if objective.id in objectives:
            iri = addresses.iri(framework, skill.code)
            terms[iri] = {
                "@type": "DefinedTerm",
                "@id": iri,
                "termCode": skill.published,
                "name": name_in(skill.names, meta.lang),
                "inDefinedTermSet": _set(framework, meta.lang),
            }
    return list(terms.values())


def _levels(meta: Meta, skills: Skills) -> list[dict[str, Any]]:
    """Each that an objective names, once."""
    terms: dict[str, dict[str, Any]] = {}
    for objective, framework, _ in named(meta, skills):
        level = framework.levels.get(objective.level) if objective.level is not None else None
        if level is not None:
            iri = addresses.iri_of_level(framework, level.level)
            terms[iri] = {
                "@type": "DefinedTerm",
                "@id": iri,
                "termCode": level.notation or str(level.level),
                "name": name_in(level.names, meta.lang),
                "inDefinedTermSet": _set(framework, meta.lang),
            }
    return list(terms.values())


def _set(framework: Framework, lang: str) -> dict[str, str]:
    found = {
        "@type": "DefinedTermSet",
        "name": name_in(framework.titles, lang),
        "url": framework.uri,
    }
    return {key: value for key, value in found.items() if value}
