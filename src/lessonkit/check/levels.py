"""Which severity each code has in a project."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from lessonkit.base.codes import all_codes
from lessonkit.base.diag import Severity
from lessonkit.base.errors import SettingsError
from lessonkit.base.messages import settings_error
from lessonkit.base.near import nearest
from lessonkit.check.rules import ASKED_FOR, NAMES, RULES
from lessonkit.model.settings import CheckSettings


@dataclass(frozen=True, slots=True)
class Levels:
    """What `[check] severity` of `lessonkit.toml` says, by code or name."""

    said: Mapping[str, str] = field(default_factory=dict)

    def of(self, code: str, name: str, default: Severity) -> Severity | None:
        """None: not reported. What is `fixed` stays what it is."""
        said = self.said.get(code) or self.said.get(name)
        if said is None or fixed(code, default):
            return default
        return None if said == "off" else Severity(said)

    def on(self, code: str, name: str) -> bool:
        """Whether it is looked for: the project may turn it off, and must ask for a measure."""
        said = self.said.get(code) or self.said.get(name)
        return name not in ASKED_FOR if said is None else said != "off"


def fixed(code: str, default: Severity) -> bool:
    """Whether nobody can lower or ignore it: an error that is no rule's, of reading or building.

    A part of the lesson is then missing; to pass over it would be to lose content in silence.
    """
    return default is Severity.ERROR and code.startswith("LK") and code not in NAMES


def levels(settings: CheckSettings) -> Levels:
    """The severities of a project.

    Raises: SettingsError: a code or name that neither we nor an installed plug-in have.
    """
    if settings.severity:
        known = known_names()
        for said in settings.severity:
            if said not in known:
                raise _unknown(said, known)
    return Levels(settings.severity)


def known_names() -> frozenset[str]:
    """Every code and name there is; of plug-ins only names, for they are not loaded."""
    others = all_codes()
    return frozenset(
        (*NAMES, *RULES.names(), *(one.code for one in others), *(one.name for one in others))
    )


def _unknown(said: str, known: frozenset[str]) -> SettingsError:
    near = nearest(said, sorted(known)) or ""
    return settings_error(("unknown-code", {"code": said, "near": near}))
