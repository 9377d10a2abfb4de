"""What a learner's acts amount to, read a second time: from the manual, not from the player.

Source: docs/explanation/tracking.md. Nothing of the lesson's own code is used. All that happened is
kept, attempt by attempt, and each verdict is worked out from it anew; only what is never taken back
(complete, passed, failed) is remembered.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

NEAR = 2e-6
"""Three thirds are one."""

Question = dict[str, Any]


@dataclass
class Attempt:
    """One attempt at the lesson's questions."""

    drawn: dict[str, list[str]]
    """By bank."""
    tries: dict[str, list[tuple[float, bool]]] = field(default_factory=dict)
    """By question: how right each answer was, and whether its hint had been paid for."""
    hints: set[str] = field(default_factory=set)


class Learner:
    """One learner with one lesson; `random` gives numbers from 0 to below 1."""

    def __init__(self, lesson: dict[str, Any], random: Callable[[], float]) -> None:
        self.lesson = lesson
        self.rule = lesson["tracking"]
        self.random = random
        self.seen: set[int] = set()
        self.complete = False
        self.success = "unknown"
        self.met: dict[str, list[str]] = {}
        self.attempts = [Attempt(self._deal())]
        self._conclude()

    def see(self, section: int) -> None:
        """Open a section."""
        self.seen.add(section)
        self._conclude()

    def answer(self, name: str, worth: float) -> None:
        """Answer a question, where that can still be done."""
        question = next((one for one in self.asked() if one["id"] == name), None)
        if question is None or self._is_closed(question):
            return
        counts = question.get("assessed", True)
        paid = name in self.now.hints
        self.now.tries.setdefault(name, []).append((worth if counts else 0.0, paid))
        self._conclude()

    def hint(self, name: str) -> None:
        """Look at a hint."""
        question = next((one for one in self.asked() if one["id"] == name), None)
        if question is not None and question.get("cost") and not self._is_closed(question):
            self.now.hints.add(name)

    def retry(self, which: str = "all") -> None:
        """Begin another attempt, where there is one to begin."""
        right = {one["id"] for one in self._assessed() if self._is_right(one["id"])}
        kept = right if which == "wrong" else set()
        if not self.can_retry() or len(kept) == len(self._assessed()):
            return
        free = {one["id"] for one in self.lesson["questions"] if not one.get("assessed", True)}
        carried = {name: one for name, one in self.now.tries.items() if name in kept | free}
        last = self.now
        if which == "all":
            for bank, names in last.drawn.items():
                self.met[bank] = [*names, *self.met.get(bank, ())]
        drawn = last.drawn if which == "wrong" else self._deal()
        self.attempts.append(Attempt(drawn, carried, last.hints & kept))
        self._conclude()

    @property
    def now(self) -> Attempt:
        """The attempt under way."""
        return self.attempts[-1]

    def asked(self, attempt: Attempt | None = None) -> list[Question]:
        """The questions of an attempt, in the lesson's order."""
        hand = {name for names in (attempt or self.now).drawn.values() for name in names}
        every: list[Question] = self.lesson["questions"]
        return [one for one in every if "bank" not in one or one["id"] in hand]

    def attempts_left(self) -> int | None:
        """None: without limit."""
        most = self.rule["attempts"]
        return None if most is None else max(0, most - len(self.attempts))

    def can_retry(self) -> bool:
        """A new attempt may begin when this one is over and nothing is decided against it."""
        over = bool(self._assessed()) and self._all_answered(self._assessed())
        return over and self.success != "failed" and self.attempts_left() != 0

    def verdict(self) -> dict[str, Any]:
        """In the words of the vectors."""
        asked = self._assessed()
        answered = sum(self._is_answered(one) for one in asked)
        right = sum(self._is_right(one["id"]) for one in asked)
        sections = len(self.lesson["sections"])
        done = len(self.seen) + (len(asked) if self._again() else answered)
        steps = sections + len(asked)
        some = 0 < right < len(asked) or (not right and bool(self.lesson.get("banks")))
        return {
            "complete": self.complete,
            "success": self.success,
            "score": self._score(lambda _: True),
            "answered": answered,
            "total": len(asked),
            "progress": 1 if self.complete or not steps else done / steps,
            "attemptsLeft": self.attempts_left(),
            "canRetry": self.can_retry(),
            "canRetryWrong": self.can_retry() and some,
        }

    def objective(self, name: str) -> dict[str, Any]:
        """The verdict on one objective."""
        about = [one for one in self._assessed() if one.get("objective") == name]
        score = self._score(lambda one: one.get("objective") == name)
        tried = any(self.now.tries.get(one["id"]) for one in about)
        begun = (self._again() or tried) if about else (bool(self.seen) or self.complete)
        complete = self.complete
        if about:
            early = begun and self.rule["complete"] == "passed" and self._reaches(score)
            complete = self._again() or early or self._all_answered(about)
        success = "unknown"
        if complete and self._goal() is not None and score is not None:
            failed = "failed" if self.success == "failed" else "unknown"
            success = "passed" if self._reaches(score) else failed
        return {"begun": begun, "complete": complete, "success": success, "score": score}

    def _deal(self) -> dict[str, list[str]]:
        """Cards of each bank: those not met yet, then the whole deck again."""
        hands: dict[str, list[str]] = {}
        for bank in self.lesson.get("banks", ()):
            name = bank["id"]
            every = [one["id"] for one in self.lesson["questions"] if one.get("bank") == name]
            hand: list[str] = []
            deck = [one for one in every if one not in self.met.get(name, ())]
            while len(hand) < min(bank["draw"], len(every)):
                if not deck:
                    self.met[name] = []
                    deck = [one for one in every if one not in hand]
                hand.append(deck.pop(int(self.random() * len(deck))))
            hands[name] = hand
        return hands

    def _assessed(self, attempt: Attempt | None = None) -> list[Question]:
        return [one for one in self.asked(attempt) if one.get("assessed", True)]

    def _again(self) -> bool:
        return len(self.attempts) > 1

    def _goal(self) -> float | None:
        goal: float | None = self.rule["mastery"]
        return None if self.rule["complete"] == "viewed" else goal

    def _reaches(self, score: float | None) -> bool:
        goal = self._goal()
        return goal is not None and score is not None and score >= goal - NEAR

    def _is_right(self, name: str) -> bool:
        return any(worth >= 1 - NEAR for worth, _ in self.now.tries.get(name, ()))

    def _is_answered(self, question: Question) -> bool:
        tries = len(self.now.tries.get(question["id"], ()))
        return self._is_right(question["id"]) or tries >= (question.get("attempts") or 1)

    def _all_answered(self, questions: Iterable[Question]) -> bool:
        return all(map(self._is_answered, questions))

    def _is_closed(self, question: Question) -> bool:
        """Nothing more can be said to it; what is not assessed is always open."""
        if not question.get("assessed", True):
            return False
        most = question.get("attempts")
        used = most is not None and len(self.now.tries.get(question["id"], ())) >= most
        return used or self._is_right(question["id"]) or self.success == "failed"

    def _score(self, about: Callable[[Question], bool]) -> float | None:
        """Of the best attempt, 0 to 1; None where there are no points to have."""
        found = (self._share(one, about) for one in self.attempts)
        return max((one for one in found if one is not None), default=None)

    def _share(self, attempt: Attempt, about: Callable[[Question], bool]) -> float | None:
        questions = [one for one in self._assessed(attempt) if about(one)]
        points = sum(one["points"] for one in questions)
        earned = sum(one["points"] * self._worth(attempt, one) for one in questions)
        return earned / points if points else None

    def _worth(self, attempt: Attempt, question: Question) -> float:
        """Of its best answer; what its hint costs is taken off those given after it."""
        cost: float = question.get("cost", 0.0)
        tries = attempt.tries.get(question["id"], ())
        return max((0.0, *(worth - cost * paid for worth, paid in tries)))

    def _conclude(self) -> None:
        """What is never taken back."""
        score, asked = self._score(lambda _: True), self._assessed()
        if self._goal() is not None and score is not None:
            self._decide(score)
        elif self.rule["complete"] != "passed":
            whole = len(self.seen) == len(self.lesson["sections"])
            reading = self.rule["complete"] == "viewed" or not asked
            self.complete |= whole if reading else self._again() or self._all_answered(asked)

    def _decide(self, score: float) -> None:
        ended = self._all_answered(self._assessed())
        begun = self._again() or any(self.now.tries.get(one["id"]) for one in self._assessed())
        enough = begun if self.rule["complete"] == "passed" else ended or self._again()
        if self.success == "unknown" and self._reaches(score):
            self.success = "passed" if enough else "unknown"
        elif self.success == "unknown" and ended and self.attempts_left() == 0:
            self.success = "failed"
        answered = self.rule["complete"] == "answered" and self.success == "failed"
        self.complete |= self.success == "passed" or answered


def play(lesson: dict[str, Any], acts: Iterable[list[Any]], random: Callable[[], float]) -> Learner:
    """A learner who has done all this."""
    learner = Learner(lesson, random)
    for name, *rest in acts:
        getattr(learner, name)(*rest)
    return learner
