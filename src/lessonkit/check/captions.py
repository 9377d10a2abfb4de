"""Captions as rules look at them. Source: W3C WebVTT, section 4 (syntax)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import PurePosixPath

from lessonkit.base.diag import Span, line_span
from lessonkit.check.survey import Survey, survey
from lessonkit.model import blocks as b
from lessonkit.model.module import Module

_STAMP = r"((?:\d+:)?\d\d:\d\d\.\d{3})"
_TIMING = re.compile(rf"\s*{_STAMP}[ \t]+-->[ \t]+{_STAMP}(\s.*)?")
_ARROW = re.compile(r"-->|\d[ \t]*-{1,2}>[ \t]*\d")
"""Also as it is mistyped."""
_TAG = re.compile(r"<[^<>]*>")
MOST_LINES = 64
"""Of one cue; what stands below belongs to nothing that a viewer could read."""
_LARGEST = 2_000_000
"""Bytes; captions of minutes are a few kilobytes."""


@dataclass(frozen=True, slots=True)
class Cue:
    """What is shown at once; a cue whose times cannot be read has `end` before `start`."""

    file: str
    line: int
    """Of its times, from 1."""
    start: float
    """Seconds."""
    end: float
    lines: tuple[str, ...]
    """As shown: without tags, signs instead of their names."""

    @property
    def seconds(self) -> float:
        """How long it is shown."""
        return self.end - self.start

    def span(self, line: int = 0) -> Span:
        """Of its times, or of one of its lines of text, from 1."""
        text = self.lines[line - 1] if line else ""
        return line_span(self.file, self.line + line, 1, len(text))


def cues(module: Module) -> tuple[Cue, ...]:
    """Every cue of every captions file of the module; those of the last module are kept."""
    seen = survey(module)
    if not _last or _last[0][0] is not seen:
        _last[:] = [(seen, tuple(_cues(module, seen)))]
    return _last[0][1]


_last: list[tuple[Survey, tuple[Cue, ...]]] = []


def _cues(module: Module, seen: Survey) -> Iterator[Cue]:
    names = [video.captions for video in seen.of(b.Video)]
    names += [audio.captions for audio in seen.of(b.Audio)]
    for name in dict.fromkeys(names):
        asset = module.assets.get(name)
        if asset is not None and asset.type == "text/vtt" and asset.size <= _LARGEST:
            text = asset.path.read_bytes().decode("utf-8-sig", "replace")
            file = str(PurePosixPath(module.source).parent / name)
            yield from read_cues(re.sub(r"\r\n?", "\n", text), file)


def read_cues(text: str, file: str) -> Iterator[Cue]:
    """The cues of a WebVTT text with `\\n` line ends; a file without any has one without times."""
    lines = text.split("\n")
    times = [number for number, line in enumerate(lines, 1) if _ARROW.search(line)]
    if not times:
        yield Cue(file, 1, 0.0, -1.0, ())
    for number in times:
        line = lines[number - 1]
        shown = []
        for below in lines[number : number + MOST_LINES]:
            if not below.strip():
                break
            shown.append(unescape(_TAG.sub("", below)).strip())
        match = _TIMING.fullmatch(line)
        start, end = (_seconds(match[1]), _seconds(match[2])) if match else (0.0, -1.0)
        yield Cue(file, number, start, end, tuple(shown))


def _seconds(stamp: str) -> float:
    hours, minutes, seconds = ("0:" + stamp).split(":")[-3:]
    return int(hours) * 3600 + int(minutes) * 60 + float(seconds)
