"""Deflate, as small as it gets and done once for what many artefacts of a run share."""

import zlib
from functools import lru_cache

LEVEL = 9
"""Pages are small, and what they weigh is paid by the learner."""


@lru_cache(maxsize=16)
def deflated(data: bytes) -> bytes:
    """The raw stream (RFC 1951), as a zip holds it; the last few are remembered.

    Style and script are the same from lesson to lesson, and the page of a lesson is weighed before
    it is packed.
    """
    deflate = zlib.compressobj(LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    return deflate.compress(data) + deflate.flush()
