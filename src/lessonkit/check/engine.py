"""From what was read to diagnostics: reader's faults, rules, severities, ignores, words."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from lessonkit.base import codes
from lessonkit.base.diag import Diagnostic, Fault, Severity
from lessonkit.base.errors import PluginFault
from lessonkit.base.ignore import Ignore
from lessonkit.base.messages import Words, diagnose
from lessonkit.check.gate import is_across
from lessonkit.check.levels import Levels, fixed, known_names, levels
from lessonkit.check.rules import NAMES, RULES, TABLE
from lessonkit.check.suppress import Found, ignore_faults, suppressed
from lessonkit.check.survey import survey
from lessonkit.model.index import Index
from lessonkit.model.module import Checked, Module

if TYPE_CHECKING:
    from lessonkit.check.rule import Rule

T = TypeVar("T")


class Read(Protocol):
    """What reading a file gave: `lessonkit.read.module.Reading` is one."""

    @property
    def module(self) -> Module | None:
        """None where nothing could be made of it."""

    @property
    def faults(self) -> tuple[Fault, ...]:
        """What the reader saw."""

    @property
    def ignores(self) -> tuple[Ignore, ...]:
        """Comments that silence."""


@dataclass(frozen=True, slots=True)
class Checker:
    """The rules and severities of a project, made once for all its modules."""

    index: Index
    levels: Levels
    table: tuple[tuple[str, str], ...]
    """Name of each rule in use, and what a lesson must hold for it (see `rules.TABLE`)."""

    def found(self, reading: Read) -> list[Found]:
        """All there is, ignores not yet applied."""
        found = [one for fault in reading.faults if (one := self.fault(fault)) is not None]
        module = reading.module
        if module is None:
            return found
        broken = self.broken(reading)
        holds = survey(module).holds | self._locked(module)
        for name, needed in self.table:
            if not needed or needed in holds:
                rule = RULES.get(name)
                if not (
                    (broken and (rule.whole or rule.keys & module.lost))
                    or (module.translation and rule.shared)
                ):
                    found += self._rule(rule, module)
        return found

    def _locked(self, module: Module) -> frozenset[str]:
        """`lock` where the project has one, `published` where the module is in it."""
        if not self.index.published:
            return frozenset()
        named = module.meta.id in self.index.published and "id" not in module.lost
        return frozenset({"lock", "published"} if named else {"lock"})

    def broken(self, reading: Read) -> bool:
        """Whether reading may have lost a part of the lesson."""
        faults = (self.fault(one) for one in reading.faults)
        return any(one is not None and one.severity is Severity.ERROR for one in faults)

    def sought(self, said: str) -> bool:
        """Whether checking looks for that code or name: it is on, and not for a build to find."""
        code, name = _CODES.get(said, said.upper()), NAMES.get(said.upper(), said)
        return self.levels.on(code, name) and said.casefold() not in _built()

    def known(self) -> frozenset[str]:
        """Every code and name that an ignore may say."""
        plugins = (RULES.get(name).code for name in named_plugins(self.levels))
        return known_names() | frozenset(plugins)

    def fault(self, fault: Fault) -> Found | None:
        """A fault that is no rule's, with the severity the project gives it."""
        known = codes.code(fault.code)
        severity = self.levels.of(known.code, known.name, known.severity)
        if severity is None:
            return None
        kept = fixed(known.code, known.severity)
        return Found(known.code, known.name, severity, fault.finding, kept)

    def _rule(self, rule: "Rule[Module]", module: Module) -> Iterator[Found]:
        for one in self.ruled(rule, module, module.source):
            # What a translation takes from the module is checked there.
            if not module.translation or one.finding.span.file == module.source:
                yield one

    def ruled(self, rule: "Rule[T]", looked_at: T, where: str) -> Iterator[Found]:
        """What one rule finds; `where` names it should the rule break."""
        severity = self.levels.of(rule.code, rule.name, rule.severity)
        if severity is None:
            return
        try:
            for finding in rule.find(looked_at, self.index):
                yield Found(rule.code, rule.name, severity, finding)
        except Exception as error:
            raise PluginFault(f"{rule.code} {rule.name}: {where}: {error!r}") from error


def checker(index: Index) -> Checker:
    """The checker of a project; that of the last index asked for is kept.

    Raises:
        SettingsError: `lessonkit.toml` gives a severity to something that is not there.
        PluginFault: a rule of a plug-in cannot be loaded.
    """
    if not _last or _last[0].index is not index:
        severities = levels(index.settings.check)
        builtin = ((name, needed) for code, name, needed in TABLE if severities.on(code, name))
        plugins = ((name, "") for name in named_plugins(severities))
        _last[:] = [Checker(index, severities, (*builtin, *plugins))]
    return _last[0]


_last: list[Checker] = []


def named_plugins(severities: Levels) -> tuple[str, ...]:
    """Rules of plug-ins are used where the project gives them a severity by name."""
    asked = [name for name in severities.said if name not in NAMES and name not in _CODES]
    installed = RULES.names() if asked else ()
    return tuple(name for name in asked if name in installed)


def check_module(reading: Read, index: Index, lang: str) -> tuple[Diagnostic, ...]:
    """Every diagnostic of one module, sorted by place, in words of `lang`.

    Raises: PluginFault: a rule broke; names it and the file.
    """
    using = checker(index)
    found = using.found(reading)
    if reading.ignores:
        found = _heeded(using, found, reading)
    return told(using, found, lang)


def told(using: Checker, found: list[Found], lang: str) -> tuple[Diagnostic, ...]:
    """Each once, by place, in words."""
    unique = {(one.finding.span, one.code, tuple(one.finding.args.values())): one for one in found}
    ordered = sorted(unique.values(), key=lambda one: (one.finding.span, one.code))
    foreign = {rule.code: rule for rule in map(RULES.get, named_plugins(using.levels))}
    return tuple(_diagnostic(one, lang, foreign.get(one.code)) for one in ordered)


def checked(module: Module, diagnostics: tuple[Diagnostic, ...]) -> Checked | None:
    """The module as something that can be built, or None where a diagnostic is an error."""
    if any(one.severity is Severity.ERROR for one in diagnostics):
        return None
    return Checked(module, diagnostics)


def _diagnostic(found: Found, lang: str, foreign: "Rule[Any] | None") -> Diagnostic:
    """`foreign` is a plug-in's rule, which has its own words, or at least the title of its page."""
    said = None
    if foreign is not None:
        own = foreign.words or {"en": Words(foreign.page.title)}
        said = own.get(lang.split("-", maxsplit=1)[0]) or next(iter(own.values()))
    return diagnose(found.code, found.finding, lang, found.severity, found.name, said)


def _heeded(using: Checker, found: list[Found], reading: Read) -> list[Found]:
    """What the ignores leave, and what is wrong with the ignores themselves."""
    meta_line = reading.module.place("").start.line if reading.module is not None else 1
    left, used = suppressed(found, reading.ignores, meta_line)
    skipped = reading.module is None or using.broken(reading)

    translated = reading.module is not None and reading.module.translation

    def silent(said: str) -> bool:
        """Not looked for, not yet, or perhaps not since an error keeps rules from running."""
        later = is_across(said) and not translated
        return skipped or later or not using.sought(said)

    faults = ignore_faults(reading.ignores, used, using.known(), silent)
    return left + [one for fault in faults if (one := using.fault(fault)) is not None]


@cache
def _built() -> frozenset[str]:
    """Codes and names that a build finds and that an ignore may hide."""
    found = (one for one in codes.all_codes() if one.built and not fixed(one.code, one.severity))
    return frozenset(said for one in found for said in (one.code.casefold(), one.name))


_CODES = {name: code for code, name in NAMES.items()}
