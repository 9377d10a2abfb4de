"""What a lesson without its media weighs on the way to a phone."""

from collections.abc import Iterable

from lessonkit.base.deflate import deflated
from lessonkit.base.files import Bundle

_TEXT = frozenset((".html", ".css", ".js"))


def text_weight(bundles: Iterable[Bundle]) -> int:
    """Of the heaviest of them, bytes of page, style and script as a server sends them (deflate).

    A bundle of one file has its pictures inside and is not asked.
    """
    texts = (_texts(bundle) for bundle in bundles if len(bundle) > 1)
    heaviest = max(texts, key=lambda files: sum(map(len, files)), default=())
    return sum(len(deflated(data)) for data in heaviest)


def _texts(bundle: Bundle) -> tuple[bytes, ...]:
    return tuple(file.data for file in bundle if file.path.suffix in _TEXT)
