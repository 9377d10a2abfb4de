"""Sentences for what is found, by language, from `messages/<lang>.toml`."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from lessonkit.base import codes
from lessonkit.base.diag import Arg, Diagnostic, Fault, Finding, Severity
from lessonkit.base.entries import Entries
from lessonkit.base.errors import Said, SettingsError

LANGS = ("vi", "en")

_FILES = {lang: Entries(Path(__file__).parent / "messages" / f"{lang}.toml") for lang in LANGS}


@dataclass(frozen=True, slots=True)
class Words:
    """What is said of one code in one language; `{names}` stand for the arguments of a finding."""

    message: str
    hint: str = ""
    """What cures it."""
    near: str = ""
    """The hint where the argument `near` is not empty."""
    why: str = ""
    """Of codes that are no rules: why it is a fault. A rule says it in its page."""


def catalogue(lang: str) -> Entries:
    """The file for that language (BCP 47): Vietnamese for `vi`, English for every other."""
    return _FILES["vi" if lang.split("-", maxsplit=1)[0].lower() == "vi" else "en"]


def words(code: str, lang: str) -> Words:
    """Raises: KeyError: the catalogue has no such code; a test excludes that for all of ours."""
    entry = catalogue(lang).get(code)
    if entry is None:
        raise KeyError(code)
    return Words(**entry)


def _variant(code: str, why: str, lang: str) -> Words:
    """The words of a code, with those of its table `[<code>-<why>]` in place of some."""
    other = catalogue(lang).get(f"{code}-{why}") if why else None
    return Words(**{**(catalogue(lang).get(code) or {}), **other}) if other else words(code, lang)


def diagnose(
    code: str,
    finding: Finding,
    lang: str,
    severity: Severity | None = None,
    name: str = "",
    said: Words | None = None,
) -> Diagnostic:
    """The finding in words; name and severity are those of the table of codes where not given.

    An argument `why` chooses among the variants of a sentence that the catalogue has.
    `said` are the words of a plug-in's rule, which the catalogue does not hold.

    Raises: KeyError: a code without words, or one that is in no table.
    """
    entry = said or _variant(code, str(finding.args.get("why", "")), lang)
    if severity is None or not name:
        known = codes.code(code)
        severity = severity or known.severity
        name = name or known.name
    hint = entry.near if entry.near and finding.args.get("near") else entry.hint
    return Diagnostic(
        code=code,
        name=name,
        severity=severity,
        span=finding.span,
        message=fill(entry.message, finding.args, lang),
        hint=fill(hint, finding.args, lang),
        args=MappingProxyType(dict(finding.args)),
        fix=finding.fix,
    )


def say(key: str, lang: str, /, **args: Arg) -> str:
    """A sentence that is no finding: `say("report.clean", "vi")` is `clean` of `[report]`.

    Raises: KeyError: the catalogue has no such sentence.
    """
    table, _, name = key.rpartition(".")
    entry = catalogue(lang).get(table)
    if entry is None:
        raise KeyError(key)
    sentence: str = entry[name]
    return fill(sentence, args, lang)


def settings_error(*said: tuple[str, Mapping[str, Arg]]) -> SettingsError:
    """What is wrong with a setting, in sentences of the table `[settings]` by name.

    An argument `near` that is not empty asks for the sentence `<name>-near`.
    """
    keys = tuple(
        (f"settings.{name}{'-near' if args.get('near') else ''}", args) for name, args in said
    )
    return SettingsError(sentences(keys, "en"), keys)


def faults_error(faults: Iterable[Fault]) -> SettingsError:
    """Faults of a file that is no lesson: in the words of their codes, or of `[settings]`."""
    keys = tuple(map(_said, faults))
    return SettingsError(sentences(keys, "en"), keys)


def _said(found: Fault) -> tuple[str, Mapping[str, Arg]]:
    args, span = found.finding.args, found.finding.span
    if found.code.startswith("LK"):
        return found.code, {**args, "at": f"{span.file}:{span.start.line}"}
    key = f"settings.{found.code}{'-near' if args.get('near') else ''}"
    return key, {**args, "file": span.file, "line": str(span.start.line)}


def sentences(said: Said, lang: str) -> str:
    """What an error says, a line each."""
    return "\n".join(
        say(key, lang, **args) if "." in key else _placed(key, args, lang) for key, args in said
    )


def _placed(code: str, args: Mapping[str, Arg], lang: str) -> str:
    """The sentence of a code, and what cures it, behind its place."""
    entry = words(code, lang)
    hint = fill(entry.near if entry.near and args.get("near") else entry.hint, args, lang)
    cure = f" {hint[:1].upper()}{hint[1:]}{'' if hint.endswith('?') else '.'}" if hint else ""
    return fill(f"{{at}}: {entry.message}.", args, lang) + cure


def fill(sentence: str, args: Mapping[str, Arg], lang: str) -> str:
    """The sentence with its arguments; `{count:word|words}` chooses by number, 1 or other."""
    comma = catalogue(lang) is _FILES["vi"]
    return sentence.format_map(_Args({name: _arg(arg, comma) for name, arg in args.items()}))


def _arg(arg: Arg, comma: bool) -> "str | _Number":
    return arg if isinstance(arg, str) else _Number(arg, comma)


class _Args(dict[str, "str | _Number"]):
    """An argument that is missing shows as its name: no author meets a traceback."""

    def __missing__(self, name: str) -> str:
        return f"{{{name}}}"


@dataclass(frozen=True, slots=True)
class _Number:
    value: float
    comma: bool

    def __format__(self, choice: str) -> str:
        text = f"{self.value:.2f}".rstrip("0").rstrip(".")
        shown = text.replace(".", ",") if self.comma else text
        if not choice:
            return shown
        one, _, many = choice.partition("|")
        return f"{shown} {one if self.value == 1 else many or one}"
