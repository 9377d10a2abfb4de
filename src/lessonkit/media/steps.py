"""The table of steps: by the kind of derivative, loaded when one is first made."""

from functools import cache
from importlib import import_module

from lessonkit.media.step import Step

STEPS: dict[str, str] = {
    "typeset": "lessonkit.media.typeset:STEP",
}
"""`module:attribute` of each."""


@cache
def step(kind: str) -> Step:
    """Raises: KeyError: no step makes such a thing."""
    module, _, attribute = STEPS[kind].partition(":")
    found: Step = getattr(import_module(module), attribute)
    return found
