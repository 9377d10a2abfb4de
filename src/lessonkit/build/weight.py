"""What a lesson without its media weighs on the way to a phone."""

import zlib
from functools import lru_cache

from lessonkit.base.files import Bundle

_TEXT = frozenset((".html", ".css", ".js"))


def text_weight(bundle: Bundle) -> int:
    """Bytes of page, style and script, each compressed as a server sends it (deflate)."""
    return sum(_compressed(file.data) for file in bundle if file.path.suffix in _TEXT)


@lru_cache(maxsize=16)
def _compressed(data: bytes) -> int:
    """Remembered, for style and script are the same from lesson to lesson."""
    return len(zlib.compress(data, 9))
