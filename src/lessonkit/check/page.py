"""A rule's page of the manual, as its file's docstring has it."""

import re
import sys
from dataclasses import dataclass
from importlib import import_module
from textwrap import dedent

_SECTION = re.compile(r"^(Vì sao|Why|Wrong|Right|Beside|Source):[ ]*(.*)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Page:
    """The parts of a page; all but `title` may be empty under `python -OO`."""

    title: str
    """What is found, one sentence in English."""
    why_vi: str
    why_en: str
    wrong: str
    """A fragment of a lesson, or a whole one, that has the fault."""
    right: str
    """The same, cured."""
    source: str
    beside: tuple[str, ...]
    """Codes that *Wrong* cannot do without."""


def page_of(module: str) -> Page:
    """The page in the docstring of the Python module of that name."""
    text = (sys.modules.get(module) or import_module(module)).__doc__ or ""
    return page(text)


def page(text: str) -> Page:
    """The page of a docstring."""
    pieces = _SECTION.split(text)
    parts = {
        name: (line + "\n" + dedent(rest.strip("\n"))).strip()
        for name, line, rest in zip(pieces[1::3], pieces[2::3], pieces[3::3], strict=True)
    }
    return Page(
        title=pieces[0].strip(),
        why_vi=parts.get("Vì sao", ""),
        why_en=parts.get("Why", ""),
        wrong=parts.get("Wrong", ""),
        right=parts.get("Right", ""),
        source=parts.get("Source", ""),
        beside=tuple(parts.get("Beside", "").split()),
    )
