"""`xapi`: a package for statement stores that launch by themselves, with `tincan.xml`.

Source: tincan.xsd of Project Tin Can. What is launched comes first and is called a course, for
platforms launch nothing else.
"""

import xml.etree.ElementTree as ET
from pathlib import PurePosixPath

from lessonkit.base.files import Bundle, File
from lessonkit.outputs.base import Job, Output, Shape
from lessonkit.outputs.cmi5 import aims
from lessonkit.outputs.manifest import LAUNCH, child, xml_bytes
from lessonkit.outputs.names import lesson_iri
from lessonkit.outputs.site import SHOWN, files, needs, remarks

NAME = "tincan.xml"
_SPACE = "http://projecttincan.com/tincan.xsd"
_TYPES = "http://adlnet.gov/expapi/activities/"


def activities(job: Job) -> bytes:
    """`tincan.xml`."""
    meta = job.page.meta
    root = ET.Element("tincan", {"xmlns": _SPACE})
    listed = child(root, "activities")
    launched = _activity(listed, job, lesson_iri(job), "course", (meta.title, meta.summary))
    child(launched, "launch", LAUNCH, lang=meta.lang)
    for aim in aims(job):
        _activity(listed, job, aim.iri, "objective", (aim.title, aim.description))
    return xml_bytes(root)


def _activity(
    listed: ET.Element, job: Job, iri: str, kind: str, words: tuple[str, str]
) -> ET.Element:
    title, description = words
    made = child(listed, "activity", id=iri, type=f"{_TYPES}{kind}")
    child(made, "name", title, lang=job.page.meta.lang)
    child(made, "description", description or title, lang=job.page.meta.lang)
    return made


def render(job: Job) -> Bundle:
    """The whole package."""
    return Bundle((*files(job, "xapi"), File(PurePosixPath(NAME), activities(job))))


_FORMS: tuple[tuple[Shape, str], ...] = (("zip", ".xapi.zip"),)
OUTPUT = Output("xapi", _FORMS, SHOWN, needs, render, (NAME, LAUNCH), rounds=True, remarks=remarks)
