"""What the command line says, in the language of the person at the keyboard."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from lessonkit.base import messages
from lessonkit.base.diag import Arg
from lessonkit.base.entries import Entries

_FOLDER = Path(messages.__file__).parent / "messages"
_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")


class Words:
    """The catalogue `messages/cli.<lang>.toml`; a key is `table.name`."""

    def __init__(self, lang: str) -> None:
        """`lang`: one of `messages.LANGS`."""
        self.lang = lang
        self._entries = Entries(_FOLDER / f"cli.{lang}.toml")

    def __call__(self, key: str, **args: Arg) -> str:
        """The sentence of that key.

        Raises: KeyError: there is none, which a test excludes for every key in use.
        """
        table, _, name = key.rpartition(".")
        return messages.fill(self.table(table)[name], args, self.lang)

    def table(self, name: str) -> Mapping[str, str]:
        """All sentences of a table; empty where there is none."""
        return self._entries.get(name) or {}


def preferred(arguments: Sequence[str], environ: Mapping[str, str]) -> str:
    """`--lang`, else LESSONKIT_LANG, else English where the locale is, else Vietnamese.

    What `--lang` names otherwise is refused later, by the parser.
    """
    asked = _option(arguments) or environ.get("LESSONKIT_LANG", "")
    if asked in messages.LANGS:
        return asked
    locale = next((environ[name] for name in _VARIABLES if environ.get(name)), "")
    return "en" if locale.lower().startswith("en") else "vi"


def _option(arguments: Sequence[str]) -> str:
    """The last value of `--lang`; behind `new` it is the language of a lesson."""
    found = ""
    for place, argument in enumerate(arguments):
        before = arguments[place - 1] if place else ""
        if argument == "--" or (argument == "new" and before != "--lang"):
            break
        if before == "--lang":
            found = argument
        elif argument.startswith("--lang="):
            found = argument.partition("=")[2]
    return found
