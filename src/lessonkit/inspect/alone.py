"""A page without a manifest: of which platform it looks for the API, as pages of ours say it."""

import json
import re

from lessonkit.inspect.course import LONGEST_TITLE, Course, Sco, Version

_DATA = re.compile(rb'<script type="application/json" id="lk-data">(.*?)</script>', re.DOTALL)
_SPEAKS: dict[object, Version] = {"scorm12": "1.2", "scorm2004": "2004"}
"""By the target a page was made for; some platforms put an API around a page of a plain zip."""


def lone_page(data: bytes, title: str) -> Course:
    """The page as a course of one part; tracked where it looks for an API of SCORM."""
    told = _told(data)
    target = told.get("target")
    version = _SPEAKS.get(target) if isinstance(target, str) else None
    edition = {"1.2": "1.2", "2004": "2004 4th Edition"}.get(version or "", "")
    program = told.get("kind") == "program"
    if program and isinstance(name := told.get("title"), str):
        title = name[:LONGEST_TITLE]
    page = Sco(id="page", title=title, address="index.html", tracked=version is not None)
    return Course(title, version or "", edition, (page,), program=program)


def _told(data: bytes) -> dict[str, object]:
    """What the page is told of itself; nothing where it is a page of another tool."""
    found = _DATA.search(data)
    try:
        told = json.loads(found[1]) if found else {}
    except (ValueError, RecursionError):
        return {}
    return told if isinstance(told, dict) else {}
