"""What a module claims and what stands behind it: objective, teaching, practice, items, skill.

A small value, for the gate, for programmes and for coverage: of a thousand modules all are kept
while none of the lessons is.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from types import MappingProxyType

from lessonkit.base.diag import Span
from lessonkit.framework.model import Audience
from lessonkit.model.audiences import Groups, learners
from lessonkit.model.module import Module
from lessonkit.plan.draws import least_points_for, mean_points_for
from lessonkit.plan.evidence import Evidence, Part, evidence

NOBODY: Groups = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Claim:
    """An objective and all that stands behind it."""

    id: str
    text: str
    skill: str
    """`framework:code`, or empty."""
    level: int | None
    share: float
    """What it should have of the module's points, 0 to 1."""
    taught: tuple[str, ...]
    """Ids of the sections that teach it."""
    practised: tuple[str, ...]
    """Ids of what is tried without being counted, and of stories: practice, checklists, notes."""
    items: tuple[str, ...]
    """Ids of the questions that assess it."""
    points: float
    """Of those questions, however unlucky the draws of banks are."""
    span: Span
    text_span: Span
    skill_span: Span
    """Of the objective where it names none; so with the level."""
    level_span: Span
    types: tuple[str, ...] = ()
    """Of those questions, each once, in order."""
    mean: float = 0.0
    """Points of those questions, over all draws of banks."""
    lacking: tuple[str, ...] = ()
    """Groups from whom `only` blocks keep the teaching or every question, though others have
    both; of all that the module is for, also of those within one that it names."""
    missed: tuple[tuple[str, int], ...] = ()
    """Groups that do not meet every question, and how many they miss."""

    @property
    def proved(self) -> bool:
        """Whether it is taught and assessed."""
        return bool(self.taught and self.items)

    def proved_for(self, audience: str) -> bool:
        """The same for the learners of a group."""
        return self.proved and audience not in self.lacking

    def items_for(self, audience: str | None) -> int:
        """How many of the questions a group meets; None: anybody."""
        return len(self.items) - (dict(self.missed).get(audience, 0) if audience else 0)


@dataclass(frozen=True, slots=True)
class Alignment:
    """A module in its own language, without its lesson."""

    id: str
    title: str
    summary: str
    lang: str
    version: str
    minutes: int | None
    audience: tuple[str, ...]
    requires: tuple[str, ...]
    license: str
    file: str
    """Relative to the project."""
    claims: tuple[Claim, ...]
    span: Span
    """Of the opening `---`."""
    audience_spans: tuple[Span, ...] = ()
    requires_spans: tuple[Span, ...] = ()
    lost: frozenset[str] = frozenset()
    """Keys of the front matter with a fault: what is said of them here was not typed."""
    broken: bool = False
    """Reading may have lost a part of the lesson: nothing is to be reasoned from what is absent."""

    def claim(self, name: str) -> Claim | None:
        """The claim of that id."""
        return next((one for one in self.claims if one.id == name), None)


def alignment(
    module: Module, audiences: Groups = NOBODY, found: Evidence | None = None
) -> Alignment:
    """What a module claims; of a translation, what stands in the translation.

    `audiences` are all groups of the project: who belongs to one meets what is for wider ones.
    `found` is what `evidence` says of the module, where that is known already.
    """
    meta, found = module.meta, found or evidence(module)
    weights = sum(one.weight for one in meta.objectives)
    return Alignment(
        id=meta.id,
        title=meta.title,
        summary=meta.summary,
        lang=meta.lang,
        version=meta.version,
        minutes=meta.minutes,
        audience=meta.audience,
        requires=meta.requires,
        license=meta.license,
        file=module.source,
        claims=tuple(
            _claim(module, place, found, audiences, one.weight / weights)
            for place, one in enumerate(meta.objectives)
        ),
        span=module.place(""),
        audience_spans=_spans(module, "audience", len(meta.audience)),
        requires_spans=_spans(module, "requires", len(meta.requires)),
        lost=module.lost,
    )


def _claim(module: Module, place: int, found: Evidence, audiences: Groups, share: float) -> Claim:
    objective, path = module.meta.objectives[place], f"objectives[{place}]"
    name = objective.id
    taught, items = found.taught(name), found.items(name)
    whom = _whom(module, found, audiences, taught + items)
    return Claim(
        id=name,
        text=objective.text,
        skill=objective.skill or "",
        level=objective.level,
        share=share,
        taught=_ids(taught),
        practised=_ids(found.practised(name)),
        items=_ids(items),
        points=least_points_for(found.banks, found.loose, name),
        span=module.place(path),
        text_span=module.place(f"{path}.text"),
        skill_span=module.place(f"{path}.skill"),
        level_span=module.place(f"{path}.level"),
        types=tuple(dict.fromkeys(one.kind for one in items)),
        mean=mean_points_for(found.banks, found.loose, name),
        lacking=tuple(
            group
            for group, own in whom.items()
            if taught and items and not _met(own, taught, items)
        ),
        missed=tuple(
            (group, missed)
            for group, own in whom.items()
            if (missed := sum(not part.met(own) for part in items))
        ),
    )


def _ids(parts: tuple[Part, ...]) -> tuple[str, ...]:
    return tuple(part.id for part in parts)


def _spans(module: Module, key: str, count: int) -> tuple[Span, ...]:
    return tuple(module.place(f"{key}[{place}]") for place in range(count))


def _whom(
    module: Module, found: Evidence, audiences: Groups, parts: tuple[Part, ...]
) -> dict[str, frozenset[str]]:
    """All groups that the module is for, where any of these parts is only for some."""
    if not any(part.only for part in parts):
        return {}
    known = audiences or {name: Audience(name, {}) for name in sorted(found.groups)}
    return learners(known, module.meta.audience)


def _met(own: Iterable[str], *needed: tuple[Part, ...]) -> bool:
    """Whether who belongs to these groups meets one at least of each."""
    return all(any(part.met(own) for part in parts) for parts in needed)
