"""Data of ours that come back in the file of another format: only what has the right form counts.

Between the two anybody may have changed them; what is wrong is left out, never believed.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from lessonkit.framework.exchange.base import Unreadable
from lessonkit.framework.exchange.jsontext import clean, deeper
from lessonkit.framework.exchange.plain import HEAD, LEVEL
from lessonkit.framework.load import framework_of
from lessonkit.framework.model import Framework

_NAMED = re.compile(r"(name|statement|title|completeness|stage)_[a-z]{2,3}")
_LIMIT = 200


def skill(data: Any) -> dict[str, Any]:
    """What is sound of the data of a skill."""
    return _sound(data, _SKILL)


def level(data: Any) -> dict[str, Any]:
    """What is sound of the data of a level."""
    return _sound(data, _LEVEL)


def head(data: Any) -> dict[str, Any]:
    """What is sound of the data of a framework as a whole."""
    return _sound(data, _HEAD)


def _sound(data: Any, rules: Mapping[str, Callable[[Any], bool]]) -> dict[str, Any]:
    if not isinstance(data, dict):
        return {}
    found: dict[str, Any] = {}
    for key, value in data.items():
        rule = _text if isinstance(key, str) and _NAMED.fullmatch(key) else rules.get(key)
        if rule is not None and rule(value):
            found[key] = clean(value) if isinstance(value, str) else value
    return found


def _text(value: Any) -> bool:
    return isinstance(value, str) and bool(clean(value))


def _any_text(value: Any) -> bool:
    return isinstance(value, str)


def _texts(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(map(_text, value))


def _doubts(value: Any) -> bool:
    return isinstance(value, list) and all(_text(one) or _by_language(one) for one in value)


def _by_language(value: Any) -> bool:
    return (
        isinstance(value, dict)
        and bool(value)
        and all(re.fullmatch(r"[a-z]{2,3}", key) and _text(one) for key, one in value.items())
    )


def _levels(value: Any) -> bool:
    return isinstance(value, list) and all(map(_expectation, value))


def _expectation(value: Any) -> bool:
    return (
        isinstance(value, dict)
        and isinstance(value.get("level"), int)
        and not isinstance(value["level"], bool)
        and 0 <= value["level"] < _LIMIT
        and all(
            key == "level" or (re.fullmatch(r"statement_[a-z]{2,3}", key) and _text(one))
            for key, one in value.items()
        )
    )


def _kept(value: Any) -> bool:
    return (
        isinstance(value, dict)
        and all(isinstance(one, dict) for one in value.values())
        and not deeper(value)
    )


def _data(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(one, dict) for one in value)


def _rules(texts: Iterable[str], **others: Callable[[Any], bool]) -> dict[str, Any]:
    return {**dict.fromkeys(texts, _text), **others}


_SKILL = _rules(
    ("code", "kind", "uri", "identifier", "notes"),
    notation=_any_text,
    keywords=_texts,
    keywords_own=_texts,
    levels=_levels,
    kept=_kept,
)
_LEVEL = _rules(LEVEL, level=lambda value: type(value) is int)
_HEAD = _rules(
    ("id", *HEAD),
    sources=_texts,
    doubts=_doubts,
    kept=_kept,
    audience_groups=_data,
    crosswalks=_data,
)


def built(data: dict[str, Any]) -> Framework:
    """The framework of data in the form of our YAML.

    Raises: Unreadable: groups or crosswalks that came back from another format are not as we
    wrote them.
    """
    try:
        return framework_of(data)
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise Unreadable("unsound", reason=f"{type(error).__name__}: {error}"[:80]) from error
