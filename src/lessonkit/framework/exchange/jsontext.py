"""JSON of others: parsed without surprises, and read by type with the path in every refusal."""

import json
from collections.abc import Iterator, Mapping
from reprlib import Repr
from typing import Any, NoReturn

from lessonkit.framework.exchange.base import Losses, Unreadable

_BRIEF = Repr()
DEEPEST = 60
"""Brackets within brackets that are kept; no format nests a tenth of it."""


def parsed(text: str) -> Any:
    """The value.

    Raises: Unreadable: not JSON; says line and column. NaN and Infinity are not JSON either.
    """
    try:
        return json.loads(text, parse_constant=_refuse)
    except json.JSONDecodeError as error:
        raise Unreadable("not-json", where=error.lineno, column=error.colno) from error
    except RecursionError as error:
        raise Unreadable("too-deep") from error
    except ValueError as error:  # a number of more digits than Python converts
        raise Unreadable("bad-number", value=str(error)[:60]) from error


def mapping(value: Any, where: str) -> Mapping[str, Any]:
    """Raises: Unreadable: not an object."""
    if not isinstance(value, dict):
        raise Unreadable("not-object", where=where, value=brief(value))
    return value


def sequence(value: Any, where: str) -> list[Any]:
    """The list; nothing counts as an empty one.

    Raises: Unreadable: of another type.
    """
    if value is None:
        return []
    if not isinstance(value, list):
        raise Unreadable("not-list", where=where, value=brief(value))
    return value


def items(value: Any, where: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """The objects of a list with their paths. Raises: Unreadable: of another type."""
    for place, one in enumerate(sequence(value, where)):
        path = f"{where}[{place}]"
        yield path, mapping(one, path)


def words(data: Mapping[str, Any], key: str, losses: Losses, where: str) -> str:
    """A text without white space around it; a number as its digits, another type is a loss."""
    value = data.get(key)
    if isinstance(value, str):
        return clean(value)
    if value is None or value == []:
        return ""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return str(value)
    losses.add("wrong-type", f"{where}.{key}")
    return ""


def many(value: Any) -> tuple[str, ...]:
    """Texts of a list, or of one text with `|` or `,` between them; anything else is left out."""
    if isinstance(value, str):
        value = value.split("|" if "|" in value else ",")
    if not isinstance(value, list):
        return ()
    return tuple(clean(one) for one in value if isinstance(one, str) and clean(one))


def clean(text: str) -> str:
    """Line ends as one sign, no white space around, no control characters, no half characters."""
    if not text.isprintable():
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        text = "".join(char for char in text if char in "\n\t" or not _hidden(char))
    return text.strip()


def _hidden(char: str) -> bool:
    code = ord(char)
    if code < 32 or 0x7F <= code < 0xA0 or 0xD800 <= code < 0xE000 or code in (0xFFFE, 0xFFFF):
        return True
    # They turn the text behind them round, and no file of ours may hold them.
    return 0x202A <= code <= 0x202E or 0x2066 <= code <= 0x2069


def brief(value: object) -> str:
    """A value in a few signs, however large it is."""
    return value[:40] if isinstance(value, str) else _BRIEF.repr(value)[:40]


def deeper(value: Any, most: int = DEEPEST) -> bool:
    """Whether brackets stand within brackets further than `most`."""
    level = [value]
    for _ in range(most):
        below: list[Any] = []
        for one in level:
            if isinstance(one, dict):
                below += one.values()
            elif isinstance(one, list):
                below += one
        if not below:
            return False
        level = below
    return True


def _refuse(name: str) -> NoReturn:
    raise Unreadable("bad-number", value=name)
