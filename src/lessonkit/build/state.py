"""How long a learner's saved state can become, so that a build fails and not a learner."""

from typing import Any


def longest_state(data: dict[str, Any]) -> int:
    """Characters of the longest line that holds all scores and all progress of a lesson.

    `data` is what the player is told. Answers themselves are kept as far as there is room beyond.
    Must agree with the head of player/state.js; a test holds the two together.
    """
    questions, objectives = len(data["questions"]), len(data["objectives"])
    ticks = sum(11 + 2 * int(checklist["count"]) for checklist in data["checklists"])
    return 41 + 23 * questions + 20 * objectives + 12 * len(data["sections"]) + ticks
