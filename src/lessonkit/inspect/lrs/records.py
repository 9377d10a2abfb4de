"""All that a platform holds: sessions, enrolments, documents, the log, and what goes wrong."""

from collections.abc import Callable
from dataclasses import dataclass, field

from lessonkit.inspect.lrs.documents import Documents
from lessonkit.inspect.lrs.exchange import Exchange
from lessonkit.inspect.lrs.session import Registration, Session
from lessonkit.inspect.lrs.switches import Switches


@dataclass(slots=True)
class Records:
    """In memory."""

    clock: Callable[[], float]
    """Seconds since 1970, UTC."""
    opened: float
    switches: Switches = field(default_factory=Switches)
    documents: Documents = field(default_factory=Documents)
    log: list[Exchange] = field(default_factory=list)
    sessions: list[Session] = field(default_factory=list)
    registrations: dict[str, Registration] = field(default_factory=dict)

    @property
    def elapsed(self) -> float:
        """Seconds since the platform was opened."""
        return self.clock() - self.opened
