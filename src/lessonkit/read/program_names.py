"""What files of programmes are called, and what is mistaken for that."""

import re
from pathlib import Path

PROGRAM = re.compile(r"(.+?)\.program(?:\.([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*))?\.yaml", re.DOTALL)
"""The name of a programme, or of a translation of one."""
MEANT = re.compile(r"(.+)\.programm?e?(?:\.([a-z-]+))?\.ya?ml(?:\.txt)?", re.DOTALL | re.IGNORECASE)
"""The same and what is mistaken for it; passed over in silence, a programme would be lost."""


def meant_program(path: Path) -> bool:
    """Whether the file is named so, or so that nothing else can be meant."""
    return MEANT.fullmatch(path.name) is not None


def is_program(path: Path) -> bool:
    """Whether the file is named as a programme or as a translation of one."""
    return PROGRAM.fullmatch(path.name) is not None


def program_translations(source: Path) -> tuple[Path, ...]:
    """The translations beside a `*.program.yaml`, sorted."""
    stem = source.name.removesuffix(".program.yaml")
    matches = ((one, PROGRAM.fullmatch(one.name)) for one in source.parent.iterdir())
    return tuple(sorted(one for one, match in matches if match and match[1] == stem and match[2]))
