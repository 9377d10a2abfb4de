"""A QR code of an address as a drawing, for paper and for cards."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

QUIET = 4
"""Modules of free room on every side (ISO/IEC 18004, 6.3.8)."""


@dataclass(frozen=True, slots=True)
class Code:
    """A drawing, black on what lies below it."""

    svg: str
    side: int
    """Modules, the quiet zone with them."""


def code(text: str, level: Literal["l", "m"] = "m") -> Code:
    """As few modules as it takes to stand the loss of 15 % of them (level M), or of 7 % (L).

    Paper is folded and stained; on a screen larger modules are worth more than more of them.
    Raises: ImportError: the extra `pdf` is not installed. segno.DataOverflowError: over 2331 bytes.
    """
    import segno

    # A stronger level is taken only where it costs no room.
    rows = segno.make(text, error=level, micro=False).matrix
    side = len(rows) + 2 * QUIET
    runs = "".join(
        f"M{left + QUIET} {top + QUIET}h{width}v1h-{width}z"
        for top, row in enumerate(rows)
        for left, width in _dark(row)
    )
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}" width="{side}" '
        f'height="{side}" shape-rendering="crispEdges"><path d="{runs}"/></svg>'
    )
    return Code(svg, side)


def _dark(row: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Where each dark run of a row begins, and how many modules it is wide."""
    begin: int | None = None
    for place, module in enumerate((*row, 0)):
        if module and begin is None:
            begin = place
        elif not module and begin is not None:
            yield begin, place - begin
            begin = None
