"""Kinds of artefacts: one file each, and the table of them."""

from typing import TYPE_CHECKING

from lessonkit.base.registry import Registry

if TYPE_CHECKING:
    from lessonkit.outputs.base import Output

OUTPUTS: "Registry[Output]" = Registry(
    "lessonkit.outputs",
    {
        "html": "lessonkit.outputs.html:OUTPUT",
        "single": "lessonkit.outputs.single:OUTPUT",
        "scorm12": "lessonkit.outputs.scorm12:OUTPUT",
        "scorm2004": "lessonkit.outputs.scorm2004:OUTPUT",
        "cmi5": "lessonkit.outputs.cmi5:OUTPUT",
        "xapi": "lessonkit.outputs.xapi:OUTPUT",
        "epub": "lessonkit.outputs.epub:OUTPUT",
        "cover": "lessonkit.outputs.cover:OUTPUT",
        "audio": "lessonkit.outputs.audio:OUTPUT",
        "video": "lessonkit.outputs.video:OUTPUT",
        "slides": "lessonkit.outputs.slides:OUTPUT",
        "slides-pdf": "lessonkit.outputs.slides_pdf:OUTPUT",
        "pptx": "lessonkit.outputs.pptx:OUTPUT",
        "guide": "lessonkit.outputs.guide:OUTPUT",
        "answers": "lessonkit.outputs.answers:OUTPUT",
        "handout": "lessonkit.outputs.handout:OUTPUT",
        "checklist": "lessonkit.outputs.checklist:OUTPUT",
        "badge": "lessonkit.outputs.badge:OUTPUT",
    },
)
