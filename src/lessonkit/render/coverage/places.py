"""Where on the page each framework, skill and map stands: ids that hold nothing a person typed."""

from collections.abc import Iterable

from lessonkit.framework.model import Framework


class Places:
    """Ids by number, for codes may hold anything."""

    def __init__(self, frameworks: Iterable[Framework]) -> None:
        self._frameworks: dict[str, int] = {}
        self._skills: dict[tuple[str, str], str] = {}
        for number, framework in enumerate(frameworks):
            self._frameworks[framework.id] = number
            for place, code in enumerate(framework.skills):
                self._skills[framework.id, code] = f"d{number}-{place}"

    def framework(self, name: str) -> str:
        """Of what is said about it."""
        return f"f{self._frameworks[name]}"

    def map(self, framework: str, group: int) -> str:
        """Of its map for a group; 0: for all."""
        return f"m{self._frameworks[framework]}-{group}"

    def skill(self, framework: str, code: str) -> str:
        """Of the lessons behind it; empty where the page does not tell of it."""
        return self._skills.get((framework, code), "")
