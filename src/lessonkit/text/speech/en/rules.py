"""The rules of English, in the order in which they look at a text."""

from collections.abc import Callable

from lessonkit.text.speech.draft import Draft

RULES: tuple[Callable[[Draft], None], ...] = ()


def tidy(text: str) -> str:
    """Nothing yet stands where it should not."""
    return text
