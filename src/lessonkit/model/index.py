"""What a rule may know beyond the module it looks at."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from lessonkit.base.diag import Fault, Span
from lessonkit.framework.model import Audience, Framework, Skill
from lessonkit.model.limits import Limits
from lessonkit.model.program import Program
from lessonkit.model.published import Published
from lessonkit.model.settings import Settings
from lessonkit.model.theme import Tokens
from lessonkit.text.speech.lexicon import Lexicon

LimitName = Literal[
    "minutes", "sentence_tieng", "section_tieng", "tieng_per_minute", "picture_kilobytes"
]
Demand = Literal["large_text", "narration", "low_bandwidth", "phone"]
_GENERAL = {"minutes": "module_minutes"}
"""Limits of a group whose general limit has another name."""


@dataclass(frozen=True, slots=True)
class Index:
    """Frameworks, modules and settings of a project; an immutable value."""

    frameworks: Mapping[str, Framework]
    modules: Mapping[str, tuple[str, ...]]
    """Id of each module to what it requires."""
    settings: Settings
    tokens: Tokens
    """The colours of the theme in use."""
    audiences: Mapping[str, Audience] = field(default_factory=dict)
    """All groups of the frameworks in use and of `lessonkit.toml`, each with all that holds for it
    (`model.audiences`)."""
    twins: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Ids that several modules claim, and the files of those."""
    programs: Mapping[str, Program] = field(default_factory=dict)
    """All that the project has and that can be read, by id; of one id the first."""
    program_files: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Files of all programmes, by id; none of one that cannot be read."""
    published: Mapping[str, Published] = field(default_factory=dict)
    """What `lessonkit.lock` says of each module, by id."""
    published_at: Mapping[str, Span] = field(default_factory=dict)
    """Where it says so."""
    lexicon: Lexicon = field(default_factory=Lexicon)
    """How the project wants words to be said."""
    lexicon_faults: tuple[Fault, ...] = ()
    """What is wrong with the file that says so."""

    @property
    def limits(self) -> Limits:
        """The numbers of the project."""
        return self.settings.check.limits

    def bound(self, limit: LimitName, audience: tuple[str, ...]) -> int:
        """The least that the groups of a lesson allow; what nobody says of one holds for all.

        The least of `tieng_per_minute` is the slowest reading.
        """
        groups = (self.audiences.get(name) for name in audience)
        usual: int = getattr(self.limits, _GENERAL.get(limit, limit))
        said = [getattr(group, limit) if group else None for group in groups]
        return min((usual if one is None else one for one in said), default=usual)

    def asked(self, demand: Demand, audience: tuple[str, ...]) -> tuple[str, ...]:
        """Those of the groups for which that is asked, such as a voice for every section.

        `phone`: those that learn on phones, among other things or on nothing else.
        """
        groups = [self.audiences[one] for one in audience if one in self.audiences]
        if demand == "phone":
            return tuple(one.id for one in groups if demand in one.devices)
        return tuple(one.id for one in groups if getattr(one, demand))

    def skill(self, reference: str) -> tuple[Framework, Skill] | None:
        """What `framework:code` names, or None."""
        name, _, code = reference.partition(":")
        framework = self.frameworks.get(name)
        skill = framework.skills.get(code) if framework else None
        return (framework, skill) if framework and skill else None
