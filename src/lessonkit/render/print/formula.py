"""A formula as a drawing, for engines that read no MathML."""

import re
import warnings
from dataclasses import dataclass
from functools import cache
from typing import Any

from lessonkit.base.errors import ToolMissing

_BOX = re.compile(r'viewBox="(\S+) (\S+) (\S+) (\S+)"')
_SIZE = 24.0
"""Of the letters in the drawing; a template scales it."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """An SVG and its place on the line."""

    svg: str
    height: float
    """In em of the text around."""
    depth: float
    """How much of it hangs below the line, in em."""


def drawn(tex: str, colour: str, *, inline: bool) -> Drawn | None:
    """None: what was typed is no formula. Raises: ToolMissing."""
    try:
        svg = _latex()(tex, size=_SIZE, color=colour, inline=inline).svg()
    except ToolMissing:
        raise
    except Exception:  # whatever a parser of somebody else's raises, the TeX is shown instead
        return None
    found = _BOX.search(svg)
    if found is None:
        return None
    top, height = float(found[2]), float(found[4])
    return Drawn(svg, round(height / _SIZE, 4), round((height + top) / _SIZE, 4))


@cache
def _latex() -> Any:
    try:
        with warnings.catch_warnings():
            # It opens its font in a way that Python has given up and taken back again.
            warnings.simplefilter("ignore", DeprecationWarning)
            from ziamath.zmath import Latex
    except ImportError as error:
        raise ToolMissing('ziamath: pip install "lessonkit[pdf]"') from error
    return Latex
