"""What the player is told of a lesson: the page contract between document and scripts."""

from collections.abc import Mapping
from typing import Any

from lessonkit.model import blocks as b
from lessonkit.model.profile import Profile
from lessonkit.model.profiles import generic
from lessonkit.model.walk import questions, walk
from lessonkit.plan.kept import Signs, signs
from lessonkit.plan.page import Page
from lessonkit.plan.page import page as plan
from lessonkit.render.shell import Target

FORMAT = 1


def lesson_data(
    page: Page,
    target: Target,
    edition: int | None = None,
    iri: str = "",
    skills: Mapping[str, str] | None = None,
    platform: Mapping[str, Any] | None = None,
) -> dict[str, Any]:
    """Ids, questions and tracking, without the player's words, which `lesson_html` adds.

    `edition`: 3 or 4 of SCORM 2004. `iri`: the lesson's permanent name, for cmi5 and xAPI;
    `skills`: likewise those of the skills, by the objectives that name them.
    `platform`: see `platform_facts`. Practice tasks count as checklists of one tick.
    """
    meta, tracking = page.meta, page.meta.tracking
    known = signs(walk(page.origin.blocks) if page.origin is not None else page.every)
    banks = [{"id": one.id, "draw": one.draw} for one in page.banks]
    more: dict[str, dict[str, Any]] = {
        one.id: {"sign": known.questions[one.id]} for one in page.questions
    }
    for bank in page.banks:
        for one in questions(bank):
            more[one.id]["bank"] = bank.id
    return {
        "format": FORMAT,
        "id": meta.id,
        "version": meta.version,
        "lang": meta.lang,
        "target": target,
        "edition": edition,
        **({"iri": iri} if iri else {}),
        **({"skills": dict(skills)} if skills else {}),
        **({"platform": dict(platform)} if platform else {}),
        "title": meta.title,
        "tracking": {
            "complete": tracking.complete,
            "mastery": tracking.mastery,
            "attempts": tracking.attempts,
        },
        "sections": [section.id for section in page.sections],
        "objectives": [objective.id for objective in meta.objectives],
        "questions": [one.data() | more[one.id] for one in page.questions],
        "checklists": _checklists(page, known),
        **({"banks": banks} if banks else {}),
        **(_elsewhere(page) if target == "html" else {}),
    }


def platform_facts(profile: Profile, target: Target) -> dict[str, Any]:
    """What the player must know of the platform and cannot guess: where it differs from generic.

    Empty for the generic profile, so that its pages say nothing of platforms.
    """
    usual, facts = generic(), dict[str, Any]()
    if target not in ("scorm12", "scorm2004"):
        return facts
    for name, key in _TOLD.items():
        value = getattr(profile, name)
        if value != getattr(usual, name) and name not in _OF_OTHERS[target]:
            facts[key] = value
    return facts


_TOLD = {
    "scorm12_state": "room",
    "scorm2004_state": "room",
    "interactions": "records",
    "objectives": "objectives",
    "score": "score",
    "passed": "passed",
    "failed": "failed",
    "wait": "wait",
    "refusals": "refusals",
}
"""Names of facts → as the player knows them."""
_OF_OTHERS: dict[Target, tuple[str, ...]] = {
    "scorm12": ("scorm2004_state",),
    "scorm2004": ("scorm12_state", "passed", "failed"),
}


def _checklists(page: Page, known: Signs) -> list[dict[str, Any]]:
    names = [one.id for one in page.checklists]
    names += [one.id for one in page.every if isinstance(one, b.Practice)]
    lists = ((name, known.items[name]) for name in names)
    return [{"id": name, "count": len(items), "items": items} for name, items in lists]


def _elsewhere(page: Page) -> dict[str, list[str]]:
    """Of a variant for one group, the ids of what only others have: a browser keeps both as one."""
    if page.audience is None or page.origin is None:
        return {}
    here = set(_kept_ids(page))
    return {"elsewhere": [name for name in _kept_ids(plan(page.origin)) if name not in here]}


def _kept_ids(page: Page) -> tuple[str, ...]:
    """Of everything under which progress is kept."""
    lists = (one.id for one in page.every if isinstance(one, b.Checklist | b.Practice | b.Bank))
    return (
        *(section.id for section in page.sections),
        *(question.id for question in page.questions),
        *(bank.id for bank in page.banks),
        *lists,
    )
