"""The table of steps: by the kind of derivative, loaded when one is first made."""

from functools import cache
from importlib import import_module

from lessonkit.media.step import Step

STEPS: dict[str, str] = {
    "alignment": "lessonkit.media.alignment:STEP",
    "chapter": "lessonkit.media.chapter:CHAPTER",
    "encode": "lessonkit.media.encode:STEP",
    "join": "lessonkit.media.chapter:JOIN",
    "recording": "lessonkit.media.recording:STEP",
    "speech": "lessonkit.media.speech:STEP",
    "fit": "lessonkit.media.fitting:STEP",
    "typeset": "lessonkit.media.typeset:STEP",
    "film": "lessonkit.media.film.film:STEP",
    "film-clip": "lessonkit.media.film.clip:CUT",
    "film-clip-facts": "lessonkit.media.film.clip:FACTS",
    "film-clip-sound": "lessonkit.media.film.clip_sound:STEP",
    "film-clip-sounds": "lessonkit.media.film.clip_sound:MIX",
    "film-motion": "lessonkit.media.film.motion:STEP",
    "film-poster": "lessonkit.media.film.poster:STEP",
    "film-segment": "lessonkit.media.film.segment:STEP",
    "film-smaller": "lessonkit.media.film.smaller:STEP",
    "film-track": "lessonkit.media.film.track:STEP",
}
"""`module:attribute` of each."""


@cache
def step(kind: str) -> Step:
    """Raises: KeyError: no step makes such a thing."""
    module, _, attribute = STEPS[kind].partition(":")
    found: Step = getattr(import_module(module), attribute)
    return found
