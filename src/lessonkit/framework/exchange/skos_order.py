"""The order of concepts, which SKOS does not say."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from lessonkit.framework.exchange.drafts import Draft

_NUMBER = re.compile(r"([0-9]+)")


def counted_by_address(drafts: Iterable[Draft]) -> bool:
    """Whether no skill has a code and the addresses count them: `…/g_1`, `…/g_2`."""
    stems = {re.sub(r"[0-9]+\Z", "", one.hints[0]) for one in drafts if not one.code}
    return len(stems) == 1 and all(
        not one.code and one.hints[0] != next(iter(stems)) for one in drafts
    )


def natural(text: str) -> Iterator[Any]:
    """`1.10` behind `1.9`: numbers by size, before words."""
    for part in _NUMBER.split(text.casefold()):
        if part:
            digits = part.isascii() and part.isdigit()
            yield (0, int(part[:18]), "") if digits else (1, 0, part)
