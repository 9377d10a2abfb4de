"""The tokens of a theme: colours by name, for light and for dark."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Pair:
    """Two colours that meet, and the contrast they must have."""

    front: str
    """The token of what is seen."""
    back: str
    """The token of what lies behind it."""
    ratio: float
    """4.5 for text, 3.0 for large text and controls (WCAG 2.2, 1.4.3 and 1.4.11)."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """Colours as `#rrggbb`, by the name they have behind `--lk-`."""

    source: str
    """The file, as shown to an author."""
    light: Mapping[str, str] = field(default_factory=dict)
    dark: Mapping[str, str] = field(default_factory=dict)
    pairs: tuple[Pair, ...] = ()
    lines: Mapping[str, int] = field(default_factory=dict)
    """`light.text` to the line, from 1, where it stands."""
