"""The archive that a book is: EPUB Open Container Format, EPUB 3.3, 4."""

from collections.abc import Iterable

from lessonkit.base.files import Bundle, File, text_file
from lessonkit.render.book.package import CONTAINER, About, Resource, package

MIMETYPE = "mimetype"
"""The file that comes first in the zip."""
ROOT = "EPUB"
"""The folder of all that is listed in the package document."""
SUFFIX = ".epub"


def book(about: About, listed: Iterable[tuple[Resource, File]], spine: tuple[str, ...]) -> Bundle:
    """All files of it; the paths of those that are listed begin with `ROOT`."""
    pairs = tuple(listed)
    opf = package(about, tuple(resource for resource, _ in pairs), spine)
    return Bundle(
        (
            text_file(MIMETYPE, "application/epub+zip"),
            text_file("META-INF/container.xml", CONTAINER),
            text_file(f"{ROOT}/package.opf", opf),
            *(file for _, file in pairs),
        )
    )


def text(resource: Resource, content: str) -> tuple[Resource, File]:
    """A document that lies where the package says."""
    return resource, text_file(f"{ROOT}/{resource.href}", content)
