"""What an objective asks of learners' heads, and who says so: its verb, or its level."""

from dataclasses import dataclass

from lessonkit.check.phrases import bare, phrases
from lessonkit.model.index import Index
from lessonkit.plan.alignment import Claim

CREATE, EVALUATE = "create", "evaluate"


@dataclass(frozen=True, slots=True)
class Demand:
    """A cognitive process, as `framework.typed.Cognitive` names it."""

    process: str
    reason: str
    """The verb, or `framework@level`."""
    via: str = ""
    """`framework@level` of another framework, where only that one says so of its level."""


def demands(claim: Claim, lang: str, index: Index) -> tuple[Demand, ...]:
    """At most one of the verb and one of the level, in this order."""
    found = (_of_verb(claim.text, lang), _of_level(claim, index))
    return tuple(one for one in found if one is not None)


def _of_verb(text: str, lang: str) -> Demand | None:
    """Of the verb that the objective opens with."""
    said, words = phrases(lang), bare(text)
    for process, verbs in ((CREATE, said.creating_verbs), (EVALUATE, said.judging_verbs)):
        for verb in verbs:
            if words.startswith(f" {verb} "):
                return Demand(process, f"“{verb}”")
    return None


def _of_level(claim: Claim, index: Index) -> Demand | None:
    """By the claim's framework or, where it says nothing, by one whose levels are matched to it."""
    framework = index.frameworks.get(claim.skill.partition(":")[0])
    if framework is None or claim.level is None:
        return None
    level, reason = framework.levels.get(claim.level), f"{framework.id}@{claim.level}"
    if level is not None and level.cognitive:
        return Demand(level.cognitive, reason)
    for name, matches in framework.level_matches.items():
        other, there = index.frameworks.get(name), matches.get(claim.level)
        known = other.levels.get(there) if other is not None and there is not None else None
        if known is not None and known.cognitive:
            return Demand(known.cognitive, reason, f"{name}@{there}")
    return None
