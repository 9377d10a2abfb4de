"""The codes that are no rules: what the reader, the build and the checker itself report."""

from dataclasses import dataclass
from pathlib import Path

from lessonkit.base.diag import Severity
from lessonkit.base.entries import Entries

_FILE = Entries(Path(__file__).with_name("codes.toml"))


@dataclass(frozen=True, slots=True)
class Code:
    """One permanent code; its words are in the catalogues of messages."""

    code: str
    name: str
    """Names the fault; accepted wherever the code is."""
    severity: Severity
    since: str
    """The version of lessonkit that first reported it."""
    wrong: str = ""
    """The shortest source that has the fault."""
    right: str = ""
    source: str = ""
    """Where the claim comes from."""
    built: bool = False
    """Only a build can find it."""


def code(code: str) -> Code:
    """Raises: KeyError: no such code outside the rules."""
    entry = _FILE.get(code)
    if entry is None:
        raise KeyError(code)
    return Code(code=code, **(entry | {"severity": Severity(entry["severity"])}))


def all_codes() -> tuple[Code, ...]:
    """Every code of the table, in the order of the file."""
    return tuple(code(name) for name in _FILE.names())
