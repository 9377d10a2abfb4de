"""What is said of packages, which may come from anywhere."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lessonkit.inspect.fault import PackageFault


def refused(fault: "PackageFault", lang: str) -> str:
    """Why a package cannot be used, in a sentence."""
    from lessonkit.base.messages import fill

    return printable(fill(sentences("package", lang)[fault.key], fault.said, lang))


def sentences(table: str, lang: str) -> Mapping[str, str]:
    """A table of the catalogue `messages/play.<lang>.toml`."""
    from lessonkit.base import messages
    from lessonkit.base.entries import Entries

    entries = Entries(Path(messages.__file__).parent / "messages" / f"play.{lang}.toml")
    return entries.get(table) or {}


def printable(line: str) -> str:
    """The line without what steers a terminal."""
    return "".join(char for char in line if char.isprintable())
