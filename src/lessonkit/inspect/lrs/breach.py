"""What a request did wrong: the requirement, the place, and what was found there."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

from lessonkit.base import messages
from lessonkit.base.entries import Entries

Level = Literal["must", "should"]
_LONGEST = 120


@dataclass(frozen=True, slots=True)
class Breach:
    """A requirement that was not met.

    `rule` is an id of the npm package `@cmi5/requirements` (`9.3.0.0-4`), else a section of cmi5
    (`cmi5 9.5.1`), else an anchor of the xAPI 1.0.3 documents (`Data 2.4.1.s1`,
    `Communication 3.3.s4.b1`).
    """

    rule: str
    where: str
    """Such as `statement.result.score.raw` or `header Authorization`."""
    found: str = ""
    level: Level = "must"

    @property
    def clause(self) -> str:
        """Where the requirement stands, with the name of its standard."""
        if self.rule.startswith("cmi5 "):
            return self.rule
        return f"cmi5 {self.rule}" if self.rule[0].isdigit() else f"xAPI 1.0.3 {self.rule}"

    def said(self, lang: str = "en") -> str:
        """The requirement as a sentence."""
        return sentences(lang)[self.rule]

    def __str__(self) -> str:
        seen = f": {self.found}" if self.found else ""
        return f"{self.rule} {self.where}{seen} ({self.said()})"


Breaches = Iterator[Breach]


def breach(rule: str, where: str, found: object = "", level: Level = "must") -> Breach:
    """A breach that shows what was found, cut short."""
    text = found if isinstance(found, str) else repr(found)
    return Breach(rule, where, text[:_LONGEST], level)


@cache
def sentences(lang: str) -> Mapping[str, str]:
    """Of all rules, by id."""
    entries = Entries(Path(messages.__file__).parent / "messages" / f"lrs.{lang}.toml")
    table: Mapping[str, Any] = entries.get("rules") or {}
    return table
