"""Which slide is seen while what is heard: cases of `tests/cases/reel.yml`."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from lessonkit.base.diag import line_span
from lessonkit.model.blocks import Paragraph, Video
from lessonkit.model.meta import Meta
from lessonkit.plan.deck import Deck
from lessonkit.plan.reel import Motion, Reel, Sound, Still, reel
from lessonkit.plan.slide import Slide
from lessonkit.plan.spread import Said
from lessonkit.plan.views import FPS, Clip, Heard
from lessonkit.text.inline import Prose, Text

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "reel.yml").read_text("utf-8"))
SPAN = line_span("module.md")
META: Any = Meta.model_construct(id="bai", title="Bài", lang="vi")


def slide(text: str) -> Slide:
    """`id kind places words [scene]`; a film is a slide that shows nothing but a clip."""
    name, kind, places, words, *scene = text.split()
    section = name if name.startswith("lk-") else name.partition("-")[0]
    prose = Prose((Text("lời " * (int(words) - 1), SPAN),), SPAN)
    block: Any = Paragraph(prose, (), SPAN)
    if kind == "film":
        block, kind = Video("a.mp4", None, "", (), "", None, None, SPAN), "content"
    numbers = tuple(int(one) for one in places.split("-")) if places != "." else ()
    sort: Any = kind
    return Slide(name, section, sort, None, (block,), numbers, (), scene="".join(scene))


def chapters(texts: list[str]) -> list[Heard]:
    """`id seconds [place start end]`; `id!`: a recording; `+` adds a sentence to the last.

    `place*`: the sentence is of the transcript of a film; `place@scene`: of a story.
    """
    found: list[Heard] = []
    for text in texts:
        name, *numbers = text.split()
        if name != "+":
            plain = name.removesuffix("!")
            found.append(Heard(plain, plain, float(numbers.pop(0)), (), plain != name))
        if numbers:
            last = found[-1]
            at = len(last.cues) + 1
            place, start, end = numbers
            plain, _, scene = place.removesuffix("*").partition("@")
            cue = Said(
                f"{last.id}.{at}", int(plain), float(start), float(end), "một câu dài",
                place.endswith("*"), scene,
            )  # fmt: skip
            found[-1] = replace(last, cues=(*last.cues, cue))
    return found


def clips(texts: list[str]) -> dict[tuple[str, int], tuple[Clip, ...]]:
    """`section place frames`; named a, b …, each with a caption in its second second."""
    found: dict[tuple[str, int], tuple[Clip, ...]] = {}
    for at, text in enumerate(texts):
        section, place, frames = text.split()
        clip = Clip("ab"[at], 0.0, int(frames), ((1.0, 2.0, "lời"),))
        found[section, int(place)] = (clip,)
    return found


def seen(shot: Still | Motion) -> str:
    if isinstance(shot, Still):
        return f"{shot.slide}×{shot.frames}"
    names = "+".join(one.name for one in shot.clips)
    return f"~{shot.fade} {shot.before}>{names}>{shot.after}×{shot.frames}"


def heard(sound: Sound) -> str:
    part = f"{sound.chapter} {sound.start:g}-{sound.end:g} " if sound.chapter else ""
    return f"{'clip ' if sound.shot >= 0 else part}×{sound.frames}"


def made(case: dict[str, Any]) -> Reel:
    deck = Deck(META, tuple(map(slide, case["slides"])))
    return reel(deck, chapters(case["heard"]), clips(case.get("clips", [])))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_reel(case: dict[str, Any]) -> None:
    found = made(case)
    assert [seen(shot) for shot in found.shots] == case["shots"]
    if "sounds" in case:
        assert [heard(one) for one in found.sounds] == case["sounds"]
    if "lines" in case:
        lines = [f"{one.id} {one.start:.1f}-{one.end:.1f}" for one in found.lines]
        assert lines == case["lines"]
    if "chapters" in case:
        assert [f"{start:.1f} {title}" for start, title in found.chapters] == case["chapters"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_what_is_seen_is_as_long_as_what_is_heard(case: dict[str, Any]) -> None:
    found = made(case)
    assert sum(one.frames for one in found.sounds) == found.frames
    for one in found.sounds:
        assert one.end - one.start <= one.frames / FPS + 1e-6
    said = [
        cue.id
        for chapter in chapters(case["heard"])
        for cue in chapter.cues
        if cue.id not in case.get("unsaid", [])
    ]
    assert [line.id for line in found.lines if "clip" not in line.id] == said
    for before, after in zip(found.lines, found.lines[1:], strict=False):
        assert before.end <= after.start + 1e-6
    assert all(0 <= line.start < line.end <= found.seconds + 1e-6 for line in found.lines)
