"""What of a text can be set in type; see `text.signs`."""

from lessonkit.text.signs import drawable

__all__ = ["drawable"]
