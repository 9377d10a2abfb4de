"""What a lesson without its media weighs on the way to a phone."""

from lessonkit.base.deflate import deflated
from lessonkit.base.files import Bundle

_TEXT = frozenset((".html", ".css", ".js"))
_PAGE = "index.html"


def text_weight(bundle: Bundle) -> int:
    """Bytes of page, style and script as a server sends them (deflate).

    0 where there is no such page: sheets and books, and a single file with its pictures inside.
    """
    if all(str(file.path) != _PAGE for file in bundle):
        return 0
    return sum(len(deflated(file.data)) for file in bundle if file.path.suffix in _TEXT)
