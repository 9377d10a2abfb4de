"""What a badge says of a lesson or of a programme: an Open Badges 3.0 Achievement.

Only what is assessed is aligned: a badge speaks of what somebody showed, not of what was told.
Who awards it adds a creator, a picture and the proof; lessonkit knows none of them.
Source: Open Badges 3.0, Achievement, Alignment, ResultDescription.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from lessonkit.framework import addresses
from lessonkit.framework.model import Framework, Skill, name_in
from lessonkit.model.meta import Meta
from lessonkit.model.program import ProgramMeta
from lessonkit.plan.page import Page
from lessonkit.render.words import Words

CONTEXT = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"
PART = "#.achievement"
"""Behind the name of a lesson; no id of an author holds a dot."""
_LANG = re.compile(r"[a-z]{2,4}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?")
"""LanguageCode of the standard's schema."""
_MARKS = re.compile(r"([\\`*_{}\[\]()<>#+!|-])")


@dataclass(frozen=True, slots=True)
class Shown:
    """A skill that who earns the badge has shown."""

    framework: Framework
    skill: Skill
    level: int | None


def lesson_achievement(
    page: Page, iri: str, skills: Mapping[str, tuple[Framework, Skill]], words: Words
) -> dict[str, Any]:
    """Of a lesson whose permanent name is `iri`."""
    meta = page.meta
    assessed = {one.objective for one in page.questions if one.assessed}
    goals = [one for one in meta.objectives if one.id in assessed]
    shown = [
        Shown(*skills[one.skill], one.level)
        for one in goals
        if one.skill is not None and one.skill in skills
    ]
    mastery = None if meta.tracking.complete == "viewed" else meta.tracking.mastery
    key = "achievement.done" if mastery is None else "achievement.passed"
    share = f"{(mastery or 0) * 100:g}"
    found = _achievement(meta, iri, "Badge", words(key, title=meta.title, share=share))
    found["criteria"]["narrative"] += _listed(one.text for one in goals)
    found["alignment"] = list(_alignments(shown, meta.lang, words))
    if mastery is not None:
        found["resultDescription"] = [_result(iri, share, words)]
    return _told(found)


def program_achievement(
    meta: ProgramMeta, iri: str, titles: Iterable[str], shown: Iterable[Shown], words: Words
) -> dict[str, Any]:
    """Of a programme with these lessons, whose proved promises are `shown`."""
    narrative = words("achievement.program", title=meta.title) + _listed(titles)
    found = _achievement(meta, iri, "CertificateOfCompletion", narrative)
    found["alignment"] = list(_alignments(shown, meta.lang, words))
    return _told(found)


def _achievement(meta: Meta | ProgramMeta, iri: str, kind: str, narrative: str) -> dict[str, Any]:
    return {
        "@context": [CONTEXT],
        "id": f"{iri}{PART}",
        "type": ["Achievement"],
        "achievementType": kind,
        "name": meta.title,
        "description": meta.summary or meta.title,
        "criteria": {"narrative": narrative},
        "inLanguage": meta.lang if _LANG.fullmatch(meta.lang) else "",
        "version": meta.version,
        "tag": list(meta.keywords),
    }


def _listed(lines: Iterable[str]) -> str:
    """Markdown, as the standard has it; nothing of a line is taken for markup."""
    plain = (_MARKS.sub(r"\\\1", " ".join(line.split())) for line in lines)
    listed = "\n".join(f"- {line}" for line in plain)
    return f"\n\n{listed}" if listed else ""


def _alignments(shown: Iterable[Shown], lang: str, words: Words) -> Iterator[dict[str, Any]]:
    highest: dict[tuple[str, str], Shown] = {}
    for one in shown:
        key = (one.framework.id, one.skill.code)
        if key not in highest or (one.level or 0) > (highest[key].level or 0):
            highest[key] = one
    for one in highest.values():
        skill, framework = one.skill, one.framework
        level = _level(framework, one.level, lang)
        yield _told(
            {
                "type": ["Alignment"],
                "targetName": name_in(skill.names, lang),
                "targetUrl": addresses.iri(framework, skill.code),
                "targetCode": skill.published,
                "targetDescription": words("achievement.level", level=level) if level else "",
                "targetFramework": name_in(framework.titles, lang),
                # A skill that came with a UUID of its own is an item of a CASE framework.
                "targetType": "CFItem" if skill.identifier and skill.uri else "",
            }
        )


def _level(framework: Framework, number: int | None, lang: str) -> str:
    """Its name, and the stage that it belongs to."""
    level = framework.levels.get(number) if number is not None else None
    if level is None:
        return ""
    name, stage = name_in(level.names, lang), name_in(level.stages, lang)
    return f"{name} ({stage})" if stage and stage != name else name


def _result(iri: str, share: str, words: Words) -> dict[str, Any]:
    return {
        "id": f"{iri}#.result",
        "type": ["ResultDescription"],
        "name": words("achievement.score"),
        "resultType": "Percent",
        "valueMin": "0",
        "valueMax": "100",
        "requiredValue": share,
    }


def _told(found: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in found.items() if value not in ("", [])}
