"""A programme as a podcast: a feed whose episodes are its lessons, in their order.

Sources: RSS 2.0.11; the elements of Apple's podcasts; podcast namespace 1.0, whose `image` has
taken the place of `images`. Apple wants art of 1400 to 3000 pixels square, RGB, without alpha.
An address is absolute where the project says where it lies on the web (`[build] site`), else
relative to the feed.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from email.utils import formatdate
from urllib.parse import quote
from xml.etree import ElementTree

from lessonkit.base.files import File, text_file
from lessonkit.outputs.drawing import ART
from lessonkit.outputs.names import COVER
from lessonkit.outputs.program import Artefact, ProgramJob
from lessonkit.plan.program import Lesson, ProgramPlan

_OUTPUTS = ("audio", "cover")
_ITUNES = "http://www.itunes.com/dtds/podcast-1.0.dtd"
_PODCAST = "https://podcastindex.org/namespace/1.0"
_BESIDE = {
    ".vtt": ("transcript", "text/vtt"),
    ".txt": ("transcript", "text/plain"),
    ".chapters.json": ("chapters", "application/json+chapters"),
}
_SHAPES: Mapping[str, Mapping[str, str]] = {
    "square": {"purpose": "artwork", "aspect-ratio": "1/1", "width": str(ART)},
    "cover": {"purpose": "social", "aspect-ratio": "40/21", "width": str(COVER[0])},
}
"""Of pictures that players show, what each is for."""
_STEP = 86_400
"""Seconds between two episodes: players put the latest first, or follow the numbers."""


@dataclass(frozen=True, slots=True)
class Station:
    """What a feed must know beyond the programme."""

    read: Callable[[str], bytes]
    """An artefact by its path in the bundle. Raises: OSError."""
    named: Callable[[str], str]
    """The permanent name of a lesson."""
    epoch: int


def feeds(job: ProgramJob, station: Station) -> Iterator[File]:
    """One for each language of the programme, where every lesson can be heard in it.

    Raises: OSError: an artefact is there no more.
    """
    made: dict[tuple[str, str], dict[str, Artefact]] = {}
    for one in job.artefacts:
        if one.output in _OUTPUTS:
            made.setdefault((one.module, one.tag), {})[_ending(one)] = one
    for plan, page in job.pages:
        lessons = [stage.lesson(plan.meta.lang) for stage in plan.stages]
        heard = [made.get((one.id, one.tag), {}) for one in lessons]
        if all(".mp3" in one for one in heard):
            name = f"podcast.{plan.tag}.xml" if plan.tag else "podcast.xml"
            episodes = list(zip(lessons, heard, strict=True))
            yield text_file(name, _feed(job, plan, page, episodes, station))


def _ending(one: Artefact) -> str:
    """`.mp3` of `bai.en.mp3`, and of `bai.en--kolibri.mp3`."""
    stem = f"{one.module}.{one.tag}" if one.tag else one.module
    marked, _, ending = one.path.rpartition("/")[2].removeprefix(stem).partition(".")
    return f".{ending}" if not marked or marked.startswith("--") else ""


def _feed(
    job: ProgramJob,
    plan: ProgramPlan,
    page: str,
    episodes: list[tuple[Lesson, dict[str, Artefact]]],
    station: Station,
) -> str:
    for prefix, uri in (("itunes", _ITUNES), ("podcast", _PODCAST)):
        ElementTree.register_namespace(prefix, uri)
    rss = ElementTree.Element("rss", {"version": "2.0"})
    channel = ElementTree.SubElement(rss, "channel")
    _head(channel, job, plan, page)
    for number, (lesson, files) in enumerate(episodes, start=1):
        item = ElementTree.SubElement(channel, "item")
        _told(item, number, lesson, station)
        note = job.theme.words(lesson.lang)("audio.draft")
        spoken = station.read(files[".txt"].path).decode("utf-8") if ".txt" in files else ""
        _text(item, "description", _joined(lesson, note if note in spoken else ""))
        _heard(item, lesson, files, job, station)
        shown = {name: files[one].path for name in _SHAPES if (one := f".{name}.png") in files}
        _shown(item, lesson.title, shown, job)
    ElementTree.indent(rss)
    text = ElementTree.tostring(rss, "unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'


def _head(channel: ElementTree.Element, job: ProgramJob, plan: ProgramPlan, page: str) -> None:
    """What the feed says of the programme itself."""
    meta = plan.meta
    _text(channel, "title", meta.title)
    _text(channel, "link", _address(page, job))
    _text(channel, "description", meta.summary or meta.title)
    _text(channel, "language", meta.lang)
    _text(channel, "generator", f"lessonkit {job.generator}")
    _text(channel, f"{{{_ITUNES}}}type", "serial")
    _text(channel, f"{{{_ITUNES}}}author", ", ".join(str(one) for one in meta.authors))
    _text(channel, f"{{{_ITUNES}}}explicit", "false")
    ElementTree.SubElement(channel, f"{{{_ITUNES}}}category", {"text": "Education"})
    if plan.tag in job.pictures:
        paths = {name: job.picture(plan.tag, name) for name in _SHAPES}
        _banner(channel, meta.title, _address(paths["square"], job), _address(page, job))
        _shown(channel, meta.title, paths, job)


def _told(item: ElementTree.Element, number: int, lesson: Lesson, station: Station) -> None:
    """What it is called, by people and by players."""
    _text(item, "title", lesson.title)
    tag = f".{lesson.tag}" if lesson.tag else ""
    guid = ElementTree.SubElement(item, "guid", {"isPermaLink": "false"})
    guid.text = f"{station.named(f'{lesson.id}{tag}')}#{lesson.version}"
    _text(item, "pubDate", formatdate(station.epoch + number * _STEP, usegmt=True))
    _text(item, f"{{{_ITUNES}}}episode", str(number))
    _text(item, f"{{{_ITUNES}}}explicit", "false")


def _joined(lesson: Lesson, note: str) -> str:
    return " ".join(part for part in (lesson.summary or lesson.title, note) if part)


def _banner(channel: ElementTree.Element, title: str, art: str, page: str) -> None:
    """For readers that know only RSS."""
    image = ElementTree.SubElement(channel, "image")
    for name, text in (("url", art), ("title", title), ("link", page)):
        _text(image, name, text)


def _shown(
    parent: ElementTree.Element, title: str, paths: Mapping[str, str], job: ProgramJob
) -> None:
    """The pictures of a programme or a lesson, by their names."""
    if "square" in paths:
        art = {"href": _address(paths["square"], job)}
        ElementTree.SubElement(parent, f"{{{_ITUNES}}}image", art)
    for name, path in paths.items():
        told = {"href": _address(path, job), "alt": title, "type": "image/png", **_SHAPES[name]}
        ElementTree.SubElement(parent, f"{{{_PODCAST}}}image", told)


def _heard(
    item: ElementTree.Element,
    lesson: Lesson,
    files: dict[str, Artefact],
    job: ProgramJob,
    station: Station,
) -> None:
    """Its sound, and what belongs to it."""
    sound = files[".mp3"]
    size = str(len(station.read(sound.path)))
    place = {"url": _address(sound.path, job), "length": size, "type": "audio/mpeg"}
    ElementTree.SubElement(item, "enclosure", place)
    if ".chapters.json" in files:
        seconds = _seconds(station.read(files[".chapters.json"].path))
        _text(item, f"{{{_ITUNES}}}duration", str(round(seconds)))
    for suffix, (element, kind) in _BESIDE.items():
        if suffix in files:
            beside = {"url": _address(files[suffix].path, job), "type": kind}
            if kind == "text/vtt":
                beside |= {"language": lesson.lang, "rel": "captions"}
            ElementTree.SubElement(item, f"{{{_PODCAST}}}{element}", beside)


def _seconds(chapters: bytes) -> float:
    """Where the last chapter ends."""
    return max((float(one["endTime"]) for one in json.loads(chapters)["chapters"]), default=0.0)


def _address(path: str, job: ProgramJob) -> str:
    return job.address(path) or quote(path)


def _text(parent: ElementTree.Element, name: str, text: str) -> None:
    """A child, where there is something to say."""
    if text:
        ElementTree.SubElement(parent, name).text = text
