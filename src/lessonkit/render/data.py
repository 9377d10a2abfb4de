"""What the player is told of a lesson: the page contract between document and scripts."""

from typing import Any

from lessonkit.model import blocks as b
from lessonkit.plan.page import Page
from lessonkit.render.shell import Target

FORMAT = 1


def lesson_data(page: Page, target: Target, edition: int | None = None) -> dict[str, Any]:
    """Ids, questions and tracking, without the player's words, which `lesson_html` adds.

    `edition`: 3 or 4 of SCORM 2004. Practice tasks count as checklists of one tick.
    """
    meta, tracking = page.meta, page.meta.tracking
    return {
        "format": FORMAT,
        "id": meta.id,
        "version": meta.version,
        "lang": meta.lang,
        "target": target,
        "edition": edition,
        "title": meta.title,
        "tracking": {
            "complete": tracking.complete,
            "mastery": tracking.mastery,
            "attempts": tracking.attempts,
        },
        "sections": [section.id for section in page.sections],
        "objectives": [objective.id for objective in meta.objectives],
        "questions": [question.data() for question in page.questions],
        "checklists": _checklists(page),
    }


def _checklists(page: Page) -> list[dict[str, Any]]:
    found = [{"id": one.id, "count": len(one.items)} for one in page.checklists]
    tasks = (block for block in page.every if isinstance(block, b.Practice))
    return found + [{"id": task.id, "count": 1} for task in tasks]
