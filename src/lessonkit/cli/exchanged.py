"""What is said of frameworks on their way in and out, from `messages/exchange.<lang>.toml`."""

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from lessonkit.base import messages
from lessonkit.base.diag import Arg
from lessonkit.base.entries import Entries
from lessonkit.base.errors import UsageError
from lessonkit.cli.console import Console
from lessonkit.cli.refused import printable
from lessonkit.framework.exchange.base import Loss, Unreadable

OTHERS = ("case", "openedx-json", "skos", "moodle", "opensalt", "openedx")
"""Formats that a file may be of, those first whose marks are the plainest."""


def sentence(console: Console, key: str, **args: Arg) -> str:
    """The sentence of that key, which is `table.name`.

    Raises: KeyError: there is none, which a test excludes for every key in use.
    """
    table, _, name = key.partition(".")
    return messages.fill(_table(table, console.lang)[name], args, console.lang)


def tell(console: Console, head: str, losses: Iterable[Loss]) -> None:
    """What was lost, a line each behind the head, out of the way of what is printed."""
    lines = [_line(console, one) for one in losses]
    if lines:
        console.note("\n".join((head, *(f"  {printable(line)}" for line in lines))))


def refusal(console: Console, path: str, error: Unreadable) -> UsageError:
    """Why a file is no framework, as what ends the command."""
    reason = sentence(console, f"refused.{error.key}", **error.args_said)
    return UsageError(printable(sentence(console, "refused.prefix", path=path, reason=reason)))


def _line(console: Console, loss: Loss) -> str:
    examples = ", ".join(loss.examples)
    args: Mapping[str, Arg] = {"count": loss.count, "examples": examples}
    text = sentence(console, f"loss.{loss.code}", **args)
    more = ", …" if loss.count > len(loss.examples) else ""
    told = "{examples}" in _table("loss", console.lang)[loss.code]
    return f"{text}: {examples}{more}" if examples and not told else text


@cache
def _table(name: str, lang: str) -> Mapping[str, str]:
    folder = Path(messages.__file__).parent / "messages"
    return Entries(folder / f"exchange.{lang}.toml").get(name) or {}
