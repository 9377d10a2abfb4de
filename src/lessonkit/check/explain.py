"""The page of a code, to be read on a terminal."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from lessonkit.base import codes
from lessonkit.base.errors import UsageError
from lessonkit.base.messages import say, words
from lessonkit.base.near import nearest
from lessonkit.check.levels import known_names
from lessonkit.check.rules import NAMES, RULES

if TYPE_CHECKING:
    from lessonkit.check.rule import Rule

_ARGUMENT = re.compile(r"(?<!\{)\{\w+(?::([^{}|]*)\|([^{}]*))?\}(?!\})")


@dataclass(frozen=True, slots=True)
class _Entry:
    code: str
    name: str
    severity: str
    since: str
    why: str
    wrong: str
    right: str
    source: str


def explain(asked: str, lang: str) -> str:
    """All that is known of a code or name, in Vietnamese or English.

    Raises: UsageError: there is none; a near one is named.
    """
    entry = _entry(asked, lang)
    severity = say(f"report.{entry.severity}", lang)
    parts = [
        f"{entry.code} {entry.name}",
        say("explain.line", lang, severity=severity, since=entry.since),
        summary(entry.code, lang),
    ]
    for key, text in (
        ("why", entry.why),
        ("wrong", entry.wrong),
        ("right", entry.right),
        ("source", entry.source),
    ):
        if text:
            parts.append(f"{say(f'explain.{key}', lang)}\n{_indented(text)}")
    return "\n\n".join(parts) + "\n"


def summary(code: str, lang: str) -> str:
    """The sentence of a code, dots for what it names; of a plug-in, its page's title."""
    try:
        message = words(code, lang).message
    except KeyError:
        return next((rule.page.title for rule in _plugins() if rule.code == code), code)
    return _ARGUMENT.sub(lambda match: f"… {match[2] or match[1]}" if match[2] else "…", message)


def _entry(asked: str, lang: str) -> _Entry:
    wanted = asked.strip().casefold()
    vietnamese = lang.split("-", maxsplit=1)[0] == "vi"
    for code in codes.all_codes():
        if wanted in (code.code.casefold(), code.name):
            return _Entry(
                code.code, code.name, code.severity, code.since,
                words(code.code, lang).why, code.wrong, code.right, code.source,
            )  # fmt: skip
    name = NAMES.get(wanted.upper(), wanted)
    if name in RULES.names():
        rule = RULES.get(name)
        page = rule.page
        why = page.why_vi if vietnamese else page.why_en
        return _Entry(
            rule.code, rule.name, rule.severity, rule.since,
            why or page.title, page.wrong, page.right, page.source,
        )  # fmt: skip
    near = nearest(asked, sorted(known_names()))
    raise UsageError(
        say("explain.unknown-near", lang, asked=asked, near=near)
        if near
        else say("explain.unknown", lang, asked=asked)
    )


def _plugins() -> "list[Rule[Any]]":
    return [RULES.get(name) for name in RULES.names() if name not in RULES.builtin]


def _indented(text: str) -> str:
    return "\n".join(f"  {line}".rstrip() for line in text.strip().split("\n"))
