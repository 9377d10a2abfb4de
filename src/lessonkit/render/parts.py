"""Which parts of the player and of the style sheet a page needs."""

from lessonkit.model import blocks as b
from lessonkit.plan.page import Page
from lessonkit.render.media import Kinds

PARTS: dict[type, str] = {
    b.Tabs: "tabs",
    b.Cards: "cards",
    b.Checklist: "checklist",
    b.Practice: "practice",
    b.CodeBlock: "code",
    b.Table: "table",
    b.Audio: "recording",
    b.Video: "recording",
    b.Ask: "question",
    b.Bank: "bank",
    b.Steps: "steps",
    b.Callout: "callout",
    b.Definitions: "terms",
    b.Glossary: "terms",
}
"""By the kind of block that brings it."""
OF_TYPE = "question-"
"""Before the name of a question type: its part, of which there may be a style sheet."""


def page_parts(page: Page, kinds: Kinds | None = None) -> frozenset[str]:
    """Names of the parts in use; what every page has is not named."""
    found = {"sheets"} if kinds and kinds.sheets else set()
    if kinds and (kinds.sound or kinds.film):
        found |= {"listen", "recording"}
    found |= {PARTS[type(block)] for block in page.every if type(block) in PARTS}
    if "recording" in found:
        found.add("place")
    if any(question.mixes() for question in page.questions):
        found.add("mixed")
    if any(question.hint_cost for question in page.questions):
        found.add("hint")
    if page.large_text:
        found.add("large")
    return frozenset(found | {f"{OF_TYPE}{name}" for name in question_types(page)})


def question_types(page: Page) -> frozenset[str]:
    """Types of the questions on the page, whose scripts must travel."""
    return frozenset(question.type_name for question in page.questions)
