"""What a rule may know beyond the module it looks at."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from lessonkit.base.diag import Span
from lessonkit.framework.model import Audience, Framework, Skill
from lessonkit.model.limits import Limits
from lessonkit.model.published import Published
from lessonkit.model.settings import Settings
from lessonkit.model.theme import Tokens


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
    """All groups of the frameworks in use."""
    twins: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Ids that several modules claim, and the files of those."""
    published: Mapping[str, Published] = field(default_factory=dict)
    """What `lessonkit.lock` says of each module, by id."""
    published_at: Mapping[str, Span] = field(default_factory=dict)
    """Where it says so."""

    @property
    def limits(self) -> Limits:
        """The numbers of the project."""
        return self.settings.check.limits

    def skill(self, reference: str) -> tuple[Framework, Skill] | None:
        """What `framework:code` names, or None."""
        name, _, code = reference.partition(":")
        framework = self.frameworks.get(name)
        skill = framework.skills.get(code) if framework else None
        return (framework, skill) if framework and skill else None
