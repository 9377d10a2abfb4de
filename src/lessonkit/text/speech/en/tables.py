"""The tables of English, by name."""

from collections.abc import Mapping
from pathlib import Path

from lessonkit.text.speech.tables import tables

_FILE = Path(__file__).with_name("words.toml")


def table(name: str) -> Mapping[str, str]:
    """One table of `words.toml`."""
    return tables(_FILE)[name]
