"""An edition of a lesson from what was built of it. Nothing is unpacked, no script is run."""

import re
from collections.abc import Iterator
from contextlib import closing
from html import unescape
from pathlib import Path

from lessonkit.build.edition import Edition, Unreadable
from lessonkit.build.told import Told
from lessonkit.inspect.contents import open_contents
from lessonkit.inspect.fault import NoPackage, PackageFault
from lessonkit.inspect.package import read
from lessonkit.plan.kept import digest

PAGE = "index.html"
MOST = 64_000_000
"""Bytes of a page; a single file carries its media inside."""
FORMAT = 1

_DATA = re.compile(r'<script type="application/json" id="lk-data">([^<]*)</script>')
_STEP = re.compile(r"<section [^<>]*data-lk-step[^<>]*>")
_SPAN = re.compile(r"</?span\b[^<>]*>")
_ASK = '<span class="lk-q-ask">'
_TAG = re.compile(r"<[^<>]*>")


def of_package(path: Path) -> Edition:
    """The lesson in a zip, in a folder with its page, or in a single file.

    Raises: Unreadable: it is no page of ours. PackageFault: it is damaged, dangerous or too large.
    """
    text = _page(path)
    found = _DATA.search(text)
    if found is None:
        raise Unreadable(path, "no-lesson")
    told = _told(path, found[1])
    steps = dict(_steps(_without(_without(text[: found.start()], "script"), "style")))
    return Edition(
        "package",
        told,
        {name: _title(step) for name, step in steps.items()},
        dict(pair for step in steps.values() for pair in _asks(step)),
        {name: digest(_bare(step.partition("</h2>")[2])) for name, step in steps.items()},
    )


def _told(path: Path, text: str) -> Told:
    from pydantic import ValidationError

    try:
        told = Told.model_validate_json(text)
    except ValidationError as error:
        raise Unreadable(path, "no-lesson") from error
    if told.format > FORMAT:
        raise Unreadable(path, "future")
    return told


def _page(path: Path) -> str:
    if path.is_dir():
        data = _file(path / PAGE)
    elif path.suffix.lower() in (".html", ".htm"):
        data = _file(path)
    else:
        with closing(open_contents(path)) as contents:
            if PAGE not in contents.names:
                raise Unreadable(path, "no-lesson")
            data = read(contents, PAGE, MOST)
    return data.decode("utf-8", "replace")


def _file(path: Path) -> bytes:
    if not path.is_file():
        raise Unreadable(path, "no-lesson")
    try:
        with path.open("rb") as file:
            data = file.read(MOST + 1)
    except OSError as error:
        reason = error.strerror or str(error)
        raise NoPackage("unreadable", path=str(path), reason=reason) from error
    if len(data) > MOST:
        raise PackageFault("too-large", name=path.name)
    return data


def _steps(text: str) -> Iterator[tuple[str, str]]:
    """Id and HTML of each step of the lesson."""
    starts = list(_STEP.finditer(text))
    ends = [*(one.start() for one in starts), len(text)][1:]
    for start, end in zip(starts, ends, strict=False):
        yield _attribute(start[0], "id"), text[start.end() : end]


def _title(step: str) -> str:
    start, end = step.find("<h2"), step.find("</h2>")
    return _bare(step[start:end]) if 0 <= start < end else ""


def _asks(step: str) -> Iterator[tuple[str, str]]:
    """Id and words of each question."""
    for form in step.split("<form ")[1:]:
        start = form.find(_ASK)
        if start >= 0:
            name = _attribute(f"<form {form[: form.find('>')]}", "data-lk-q")
            yield name, _bare(_span(form[start + len(_ASK) :]))


def _span(html: str) -> str:
    """Up to the end of the span that is open here."""
    depth = 1
    for tag in _SPAN.finditer(html):
        depth += -1 if tag[0].startswith("</") else 1
        if not depth:
            return html[: tag.start()]
    return ""


def _without(text: str, name: str) -> str:
    """The page without elements of that name, whose content is no HTML."""
    kept, at = [], 0
    while (start := text.find(f"<{name}", at)) >= 0:
        kept.append(text[at:start])
        end = text.find(f"</{name}>", start)
        at = len(text) if end < 0 else end
    return "".join((*kept, text[at:]))


def _bare(html: str) -> str:
    return " ".join(unescape(_TAG.sub("", html)).split())


def _attribute(tag: str, name: str) -> str:
    found = re.search(rf'\s{name}="([^"]*)"', tag)
    return unescape(found[1]) if found else ""
