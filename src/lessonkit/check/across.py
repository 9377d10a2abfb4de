"""From what all modules and programmes leave behind to diagnostics that no single one has."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lessonkit.base.diag import Diagnostic
from lessonkit.base.ignore import Ignore
from lessonkit.check.engine import Checker, Read, checker, told
from lessonkit.check.gate import Catalogue, Gathered, Part, ReadProgram, is_across, part_of
from lessonkit.check.rules import ACROSS, RULES
from lessonkit.check.suppress import Found, ignore_faults, suppressed
from lessonkit.check.survey import aligned
from lessonkit.model.index import Index

if TYPE_CHECKING:
    from lessonkit.check.rule import Rule


def part(reading: Read, index: Index) -> Part:
    """What is kept of a module; asked right after it was checked, for its survey is used again."""
    module = reading.module
    seen = aligned(module, index) if module is not None else None
    return part_of(module, seen, reading.ignores, broken=checker(index).broken(reading))


def check_catalogue(gathered: Gathered, index: Index, lang: str) -> tuple[Diagnostic, ...]:
    """Every diagnostic across modules and every one of programmes, sorted by place.

    Raises: PluginFault: a rule broke.
    """
    using, catalogue = checker(index), gathered.catalogue()
    said = (one for fault in index.lexicon_faults if (one := using.fault(fault)) is not None)
    found = [*_found(using, catalogue), *_read(using, gathered.programs), *said]
    return told(using, list(_heeded(using, found, gathered)), lang)


def _found(using: Checker, catalogue: Catalogue) -> Iterator[Found]:
    for code, name in ACROSS.items():
        if using.levels.on(code, name):
            rule: Rule[Catalogue] = RULES.get(name)
            if catalogue.whole or not rule.whole:
                yield from using.ruled(rule, catalogue, "catalogue")


def _read(using: Checker, programs: tuple[ReadProgram, ...]) -> Iterator[Found]:
    for program in (one for each in programs for one in (each, *each.translations)):
        for fault in program.faults:
            if (one := using.fault(fault)) is not None:
                yield one


@dataclass(frozen=True, slots=True)
class _Comments:
    """The ignores of a file."""

    file: str
    ignores: tuple[Ignore, ...]
    meta_line: int
    silent: Callable[[str], bool]


def _heeded(using: Checker, found: list[Found], gathered: Gathered) -> Iterator[Found]:
    """What the ignores of all files leave, and what is wrong with these."""
    by_file: dict[str, list[Found]] = {}
    for one in found:
        by_file.setdefault(one.finding.span.file, []).append(one)
    for said in _comments(using, gathered):
        left, used = suppressed(by_file.pop(said.file, []), said.ignores, said.meta_line)
        yield from left
        for fault in ignore_faults(said.ignores, used, using.known(), said.silent):
            if (bad := using.fault(fault)) is not None:
                yield bad
    for rest in by_file.values():
        yield from rest


def _comments(using: Checker, gathered: Gathered) -> Iterator[_Comments]:
    # Where a file is not there, or not whole, a finding may be missing that one of them hides.
    partial = not (gathered.whole and gathered.sound)

    def silent(said: str) -> bool:
        return not using.sought(said) or (partial and is_across(said))

    for part in gathered.parts:
        if part.ignores:
            yield _Comments(part.ignores[0].span.file, part.ignores, part.meta_line, silent)
    for one in (one for each in gathered.programs for one in (each, *each.translations)):
        if one.program is not None:
            line = one.program.places[""].start.line
            yield _Comments(one.file, one.ignores, line, silent)
