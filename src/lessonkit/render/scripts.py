"""Scripts and styles that travel with a lesson: only what it uses, small, made once a process."""

from functools import lru_cache
from importlib.resources import files

from lessonkit.render.shell import Target
from lessonkit.render.theme import Theme


@lru_cache(maxsize=64)
def player_script(types: frozenset[str], parts: frozenset[str], target: Target) -> str:
    """The player for these question types, parts of a page (`page_parts`) and platform, minified.

    Same arguments, same text. Raises: PluginFault: a question type has no script.
    """
    raise NotImplementedError


def lesson_style(theme: Theme, parts: frozenset[str]) -> str:
    """The style sheet of a theme for these parts: tokens first, then its files, minified."""
    raise NotImplementedError
