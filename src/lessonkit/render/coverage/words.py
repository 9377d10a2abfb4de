"""What a report says, from `messages/coverage.<lang>.toml`, with numbers as people write them."""

from dataclasses import dataclass
from pathlib import Path

from lessonkit.base import messages
from lessonkit.base.entries import Entries
from lessonkit.framework.model import Framework, Names, name_in
from lessonkit.plan.coverage import Coverage

_FOLDER = Path(messages.__file__).parent / "messages"


class Words:
    """Sentences by `table.name`, and names of what is reported, in one language."""

    def __init__(self, lang: str) -> None:
        """`lang`: one of `messages.LANGS`; another is read as English."""
        self.lang = lang if lang in messages.LANGS else "en"
        self._entries = Entries(_FOLDER / f"coverage.{self.lang}.toml")

    def __call__(self, key: str, **args: "str | float") -> str:
        """The sentence of that key. Raises: KeyError: there is none."""
        table, _, name = key.rpartition(".")
        sentence: str = (self._entries.get(table) or {})[name]
        given = {name: self._arg(value) for name, value in args.items()}
        return sentence.format_map(given)

    def _arg(self, value: "str | float") -> "str | _Amount":
        return value if isinstance(value, str) else _Amount(value, self.number(value))

    def number(self, value: float) -> str:
        """At most one digit behind the comma: `1.234,5` in Vietnamese, `1,234.5` in English."""
        shown = f"{value:,.1f}".removesuffix(".0")
        swapped = str.maketrans(",.", ".,")
        return shown.translate(swapped) if self.lang == "vi" else shown

    def day(self, iso: str) -> str:
        """`22/11/2026` in Vietnamese; as it is in English, where two orders are in use."""
        return "/".join(reversed(iso.split("-"))) if self.lang == "vi" else iso

    def name(self, names: Names) -> str:
        """In this language, else in another."""
        return name_in(names, self.lang)

    def lang_of(self, framework: Framework | None, code: str) -> str:
        """The language of the name of a skill; empty: that of the report, or not known."""
        found = framework.skills.get(code) if framework else None
        shown = self.name(found.names) if found else ""
        known = [lang for lang, name in found.names.items() if name == shown] if found else []
        return "" if not known or self.lang in known or known[0] == "und" else known[0]

    def audience(self, name: str, cover: Coverage) -> str:
        """Of a group, else its id."""
        group = cover.audiences.get(name)
        return (self.name(group.names) if group else "") or name

    def framework(self, one: Framework) -> str:
        """Its title, else its id."""
        return self.name(one.titles) or one.id

    def skill(self, framework: Framework | None, code: str) -> str:
        """Its name, else its code."""
        found = framework.skills.get(code) if framework else None
        return (self.name(found.names) if found else "") or code

    def code(self, framework: Framework | None, code: str) -> str:
        """As who published the framework writes it; empty where it has none."""
        found = framework.skills.get(code) if framework else None
        return code if found is None or found.notation is None else found.notation

    def level(self, framework: Framework | None, level: int | None) -> str:
        """`Bậc 3`, or `Mức 1 (Cơ bản)` as the framework calls it in this language."""
        if level is None:
            return self("map.no-level")
        known = framework.levels.get(level) if framework else None
        name = known.names.get(self.lang, "") if known else ""
        return name if str(level) in name else f"{self('map.level')} {level}"


@dataclass(frozen=True, slots=True)
class _Amount:
    value: float
    shown: str

    def __format__(self, choice: str) -> str:
        """`{count:lesson|lessons}` chooses by number, 1 or other."""
        if not choice:
            return self.shown
        one, _, many = choice.partition("|")
        return f"{self.shown} {one if self.value == 1 else many or one}"
