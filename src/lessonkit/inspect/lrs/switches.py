"""What goes wrong on purpose."""

from dataclasses import dataclass, field

EVERYWHERE = "*"
_BUSY, _SERVER = 429, 500


@dataclass(slots=True)
class Trouble:
    """A fault of the platform or of the network, for as often as it is wanted."""

    on: str = EVERYWHERE
    """A resource as in the log, such as `statements`."""
    method: str = ""
    """"" for any."""
    status: int = 0
    """The answer, such as 403, 429 or 503; 0: as it would be."""
    stores: bool = False
    """All is done as asked, and only the answer is wrong or lost."""
    hang_up: bool = False
    """No answer at all: what a page sees without network."""
    delay: float = 0.0
    """Seconds."""
    times: int | None = None
    """None: until it is taken away."""
    retry_after: int | None = None
    """Seconds that a 429 or 503 asks to wait."""

    @property
    def name(self) -> str:
        """As the log says it."""
        if self.hang_up:
            return "lost" if self.stores else "offline"
        if self.status == _BUSY:
            return "busy"
        if self.status >= _SERVER:
            return "error"
        return "refuse" if self.status else "slow"


@dataclass(slots=True)
class Switches:
    """Of one platform; may be changed while a lesson runs."""

    troubles: list[Trouble] = field(default_factory=list)
    garbled: dict[str, bytes] = field(default_factory=dict)
    """By resource: what a GET brings instead of what was kept."""
    conflicts: bool = False
    """A statement that is sent again is answered with 409, as some platforms do."""
    most: int | None = None
    """Bytes of a document; above it is 413."""
    write_preferences: bool = False
    """False: the platform keeps learners' preferences to itself, and says 403 (cmi5 11.0)."""

    def met(self, resource: str, method: str) -> Trouble | None:
        """The first trouble that this request runs into; it counts as met."""
        for one in self.troubles:
            if one.on in (EVERYWHERE, resource) and one.method in ("", method) and one.times != 0:
                if one.times is not None:
                    one.times -= 1
                return one
        return None
