"""What a programme promises, and which of its modules prove it.

The one answer to that question: for the check, for the programme's page and for coverage.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Literal

from lessonkit.base.diag import Span
from lessonkit.framework.crosswalk import Crosswalk
from lessonkit.framework.model import Audience, Framework
from lessonkit.framework.reference import Reference, reference
from lessonkit.framework.tree import within
from lessonkit.model.audiences import Groups, holds
from lessonkit.model.program import Program
from lessonkit.plan.alignment import Alignment, Claim

Why = Literal["", "unknown", "absent", "other-audience", "lower", "not-taught", "not-assessed"]
DISTANCE: tuple[Why, ...] = ("", "not-assessed", "not-taught", "lower", "other-audience")
"""From proved to far from it: what is least work to mend is told first."""


@dataclass(frozen=True, slots=True)
class Promise:
    """One entry of `covers`, and how it stands."""

    place: int
    """Its number in `covers`, from 0."""
    framework: str
    code: str
    level: int | None
    """None: any, or the framework has none."""
    span: Span
    proved_by: tuple[str, ...] = ()
    """Ids of the modules that prove it, in the order of the programme."""
    proving: tuple[tuple[str, str], ...] = ()
    """Ids of module and objective, of all the objectives there that prove it."""
    crosswalk: tuple[str, ...] = ()
    """Those of them that are aligned to another framework; to be labelled as by crosswalk."""
    partly: Why = "absent"
    """What is missing; empty: it is proved. `unknown`: the framework has no such skill or level."""
    claimed_by: tuple[str, ...] = ()
    """Ids of all modules with an objective of that skill, at whatever level."""
    nearest: str = ""
    """Where it is not proved: id of the module that comes nearest."""
    nearest_claim: str = ""
    """Id of the objective there."""
    nearest_level: int | None = None
    """At which level that objective is, in this framework."""

    @property
    def proved(self) -> bool:
        """Whether nothing is missing."""
        return not self.partly

    @property
    def skill(self) -> str:
        """`framework:code`."""
        return f"{self.framework}:{self.code}"


@dataclass(frozen=True, slots=True)
class _Candidate:
    """An objective of the skill that is promised, or of one below it."""

    module: Alignment
    claim: Claim
    level: int | None
    """In the promise's framework."""
    crosswalk: bool


_Claims = Mapping[tuple[str, str], list[_Candidate]]


def promises(
    program: Program,
    modules: Mapping[str, Alignment],
    frameworks: Mapping[str, Framework],
    audiences: Mapping[str, Audience] | None = None,
) -> tuple[Promise, ...]:
    """Each promise, in the order of the file; `modules` may hold more than those of the programme.

    `audiences` are all groups of the project; without them those of the frameworks.
    """
    if not program.meta.covers:
        return ()
    if audiences is None:
        audiences = {
            key: one for each in frameworks.values() for key, one in each.audiences.items()
        }
    claims = _claims(program, modules, frameworks)
    asked = ((place, reference(text)) for place, text in enumerate(program.meta.covers))
    return tuple(
        _promise(program, place, one, claims, frameworks, audiences)
        for place, one in asked
        if one is not None
    )


def lack(module: Alignment, claim: Claim, reached: bool, audience: str, groups: Groups) -> Why:
    """The weightiest thing that keeps an objective from proving what is asked of that group.

    `reached`: whether its level, in the framework that is asked for, is high enough.
    """
    if audience in claim.lacking or not holds(groups, module.audience, audience):
        return "other-audience"
    if not reached:
        return "lower"
    if not claim.taught:
        return "not-taught"
    return "" if claim.items else "not-assessed"


def reaches(level: int | None, asked: int | None) -> bool:
    """Whether a claim at that level shows what is asked."""
    return asked is None or (level is not None and level >= asked)


def _claims(
    program: Program, modules: Mapping[str, Alignment], frameworks: Mapping[str, Framework]
) -> _Claims:
    """What the modules of the programme claim, by framework and code, crosswalks included."""
    crosswalk = Crosswalk(frameworks)
    found: dict[tuple[str, str], list[_Candidate]] = {}
    own = (modules[name] for name in dict.fromkeys(program.meta.modules) if name in modules)
    for module in own:
        for claim in module.claims:
            for key, level, matched in _meant(claim, crosswalk):
                found.setdefault(key, []).append(_Candidate(module, claim, level, matched))
    return found


def _meant(
    claim: Claim, crosswalk: Crosswalk
) -> Iterator[tuple[tuple[str, str], int | None, bool]]:
    """The skill of an objective with its level, then those that it is in other frameworks."""
    framework, _, code = claim.skill.partition(":")
    if not code:
        return
    yield (framework, code), claim.level, False
    for one in crosswalk.matched(claim.skill):
        level = None if claim.level is None else one.levels.get(claim.level)
        yield (one.framework, one.code), level, True


def _promise(
    program: Program,
    place: int,
    asked: Reference,
    claims: _Claims,
    frameworks: Mapping[str, Framework],
    groups: Mapping[str, Audience],
) -> Promise:
    span, name = program.place(f"covers[{place}]"), asked.framework
    framework = frameworks.get(name)
    if framework is None or not _known(framework, asked):
        return Promise(place, name, asked.code, asked.level, span, partly="unknown")
    here = [one for code in within(framework, asked.code) for one in claims.get((name, code), ())]
    asking = partial(Promise, place, name, asked.code, asked.level, span)
    audience = program.meta.audience
    lacks = [
        (one, lack(one.module, one.claim, reaches(one.level, asked.level), audience, groups))
        for one in here
    ]
    if not lacks:
        return asking()
    order = {module: at for at, module in enumerate(program.meta.modules)}
    every = tuple(sorted({one.module.id for one in here}, key=order.__getitem__))
    proving = sorted((one for one, why in lacks if not why), key=lambda one: order[one.module.id])
    if proving:
        own = {one.module.id for one in proving if not one.crosswalk}
        ids = tuple(dict.fromkeys(one.module.id for one in proving))
        return asking(
            proved_by=ids,
            proving=tuple(dict.fromkeys((one.module.id, one.claim.id) for one in proving)),
            crosswalk=tuple(one for one in ids if one not in own),
            partly="",
            claimed_by=every,
        )
    best, why = min(lacks, key=lambda pair: (DISTANCE.index(pair[1]), -(pair[0].level or 0)))
    return asking(
        partly=why, claimed_by=every,
        nearest=best.module.id, nearest_claim=best.claim.id, nearest_level=best.level,
    )  # fmt: skip


def _known(framework: Framework, asked: Reference) -> bool:
    level = asked.level is None or asked.level in framework.levels
    return level and asked.code in framework.skills
