"""Question types: one file each, and the table of them."""

from typing import TYPE_CHECKING

from lessonkit.base.registry import Registry

if TYPE_CHECKING:
    from lessonkit.questions.base import Question

QUESTIONS: "Registry[type[Question]]" = Registry(
    "lessonkit.questions",
    {
        "choice": "lessonkit.questions.choice:Choice",
        "truefalse": "lessonkit.questions.truefalse:TrueFalse",
        "text": "lessonkit.questions.text:ShortText",
        "number": "lessonkit.questions.number:Number",
        "scale": "lessonkit.questions.scale:Scale",
        "match": "lessonkit.questions.match:Match",
        "sort": "lessonkit.questions.sort:Sort",
        "order": "lessonkit.questions.order:Order",
        "reflect": "lessonkit.questions.reflect:Reflect",
        "cloze": "lessonkit.questions.cloze:Cloze",
        "hotspot": "lessonkit.questions.hotspot:Hotspot",
        "scenario": "lessonkit.questions.scenario:Scenario",
    },
)
