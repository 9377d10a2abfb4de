"""A QR code of an address as a drawing, for paper and for cards."""

from collections.abc import Iterator, Sequence

QUIET = 4
"""Modules of free room on every side (ISO/IEC 18004, 6.3.8)."""


def qr_svg(text: str) -> str:
    """Black on what lies below it, as small as a code of middle safety (level M, 15 %) can be.

    Raises: ImportError: the extra `pdf` is not installed. segno.DataOverflowError: over 2331 bytes.
    """
    import segno

    # A stronger level is taken only where it costs no room.
    rows = segno.make(text, error="m", micro=False).matrix
    side = len(rows) + 2 * QUIET
    runs = "".join(
        f"M{left + QUIET} {top + QUIET}h{width}v1h-{width}z"
        for top, row in enumerate(rows)
        for left, width in _dark(row)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}" width="{side}" '
        f'height="{side}" shape-rendering="crispEdges"><path d="{runs}"/></svg>'
    )


def _dark(row: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Where each dark run of a row begins, and how many modules it is wide."""
    begin: int | None = None
    for place, module in enumerate((*row, 0)):
        if module and begin is None:
            begin = place
        elif not module and begin is not None:
            yield begin, place - begin
            begin = None
