"""Voices that read a lesson aloud, one file each, and the table of them."""

from typing import TYPE_CHECKING

from lessonkit.base.registry import Registry

if TYPE_CHECKING:
    from lessonkit.media.voices.base import Voice

VOICES: "Registry[Voice]" = Registry(
    "lessonkit.voices",
    {
        "espeak": "lessonkit.media.voices.espeak:VOICE",
        "piper": "lessonkit.media.voices.piper:VOICE",
    },
)
