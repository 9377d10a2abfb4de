"""`cloze`: running text with gaps, to be typed or chosen from a drop-down.

With `partial` it is worth the share of its gaps that are right; without it, all or nothing. Nothing
is taken off for a wrong gap: only one thing can stand in each, so guessing all of them wins nothing
over guessing one. Source: Moodle, question type `gapselect` (each gap counts the same); QTI 3, map
response without negative values.
"""

from itertools import islice
from typing import Any, ClassVar, Self

from lessonkit.base.diag import Fault, fault
from lessonkit.questions.base import Interaction, Question, Reply
from lessonkit.questions.printed import Line, Printed
from lessonkit.questions.rows import keyed_feedbacks, row_replies
from lessonkit.questions.text import Match, normal
from lessonkit.text.body import Blank, Body, Value
from lessonkit.text.inline import Prose, Text

MOST = 10
"""Gaps: SCORM 2004 RTE 4.2.9 lets a platform keep that many strings of one `fill-in`."""
PATTERNS = 5
"""Right responses that a platform must keep of a `fill-in`."""


class Cloze(Question):
    """Right where every gap is."""

    type_name: ClassVar[str] = "cloze"
    option_names: ClassVar[frozenset[str]] = frozenset({"match"})
    without: ClassVar[frozenset[str]] = frozenset({"shuffle"})

    blanks: tuple[Blank, ...]
    match: Match = "case"
    """As in `text`, for what is typed."""
    feedbacks: tuple[Prose | None, ...] = ()
    """Of each gap."""

    @classmethod
    def from_body(
        cls,
        common: dict[str, Any],
        options: dict[str, Value],
        body: Body,
        lang: str,  # noqa: ARG003  (the contract)
    ) -> tuple[Self | None, list[Fault]]:
        """Faults: no gap or too many, one that cannot be filled in, a `match` that is none."""
        faults = [fault for blank in body.blanks for fault in _blank_faults(blank)]
        if body.options:
            faults.append(fault("LK607", body.options[0].text.span, type=cls.type_name))
        if not body.blanks:
            faults.append(fault("LK660", body.span))
        if len(body.blanks) > MOST:
            span = body.blanks[MOST].span
            faults.append(fault("LK667", span, count=len(body.blanks), limit=MOST))
        how = options.get("match")
        if how is not None and how.text not in ("exact", "case", "fold"):
            allowed = "exact, case, fold"
            faults.append(fault("LK120", how.span, option="match", value=how.text, allowed=allowed))
        said, more = keyed_feedbacks(body.keyed, len(body.blanks))
        faults += more
        if faults:
            return None, faults
        given: dict[str, Any] = {} if how is None else {"match": how.text}
        return cls(**common, blanks=body.blanks, feedbacks=said, **given), []

    def score(self, answer: Any) -> float:
        """`answer`: for each gap what was typed, or the place chosen, or None."""
        right = sum(
            self._is_right(one, said) for one, said in zip(self.blanks, answer, strict=True)
        )
        if right == len(self.blanks):
            return 1.0
        return right / len(self.blanks) if self.partial else 0.0

    def _is_right(self, blank: Blank, said: Any) -> bool:
        if blank.stars:
            return said == blank.stars[0] and said is not None
        typed = normal(str(said or ""), self.match)
        return bool(typed) and typed in {normal(text, self.match) for text in blank.texts}

    def interaction(self) -> Interaction:
        """The first way of every gap, then the same with one gap written otherwise."""
        first = tuple(_ways(blank)[0] for blank in self.blanks)
        others = (
            (*first[:place], way, *first[place + 1 :])
            for place, blank in enumerate(self.blanks)
            for way in _ways(blank)[1:]
        )
        return Interaction("fill-in", (first, *islice(others, PATTERNS - 1)))

    def data(self) -> dict[str, Any]:
        """`gaps`: of each the ways to write it, or the choices and which is right."""
        gaps: list[Any] = [
            {"right": one.stars[0], "choices": list(one.texts)} if one.stars else list(one.texts)
            for one in self.blanks
        ]
        return self._common_data() | {"gaps": gaps, "match": self.match}

    def longest_answer(self) -> Any:
        """Of what is typed twice the longest way, or twenty letters; every third with a mark."""
        return [
            len(one.texts) - 1
            if one.stars
            else "aaạ" * (max(20, 2 * max(map(len, one.texts))) // 3)
            for one in self.blanks
        ]

    def mixes(self) -> bool:
        """The choices of drop-downs."""
        return any(one.stars for one in self.blanks)

    def targets(self) -> tuple[Prose, ...]:
        """The choices of drop-downs; of a typed gap its first way, which says which gap it is."""
        return tuple(target for one in self.blanks for target in one.choices or (_first(one),))

    def pieces(self) -> tuple[Prose, ...]:
        """The choices of drop-downs."""
        return tuple(choice for one in self.blanks for choice in one.choices)

    def printed(self) -> Printed:
        """The gaps stand in the text; here what is right in each."""
        said = self.feedbacks or (None,) * len(self.blanks)
        lines = (
            Line(str(place + 1), None, key=ways[0], reply=said[place])
            for place, ways in enumerate(self.solutions())
        )
        return Printed("fill-in", "gap", tuple(lines), solution=self.solutions())

    def replies(self) -> tuple[Reply, ...]:
        """One a gap that has one."""
        return (*row_replies(self.feedbacks), *self._general())

    def solutions(self) -> tuple[tuple[str, ...], ...]:
        """What is right in each gap, every way to write it."""
        return tuple(_ways(blank) for blank in self.blanks)


def _ways(blank: Blank) -> tuple[str, ...]:
    return (blank.texts[blank.stars[0]],) if blank.stars else blank.texts


def _first(blank: Blank) -> Prose:
    return Prose((Text(blank.texts[0], blank.span),), blank.span)


def _blank_faults(blank: Blank) -> list[Fault]:
    if not all(blank.texts):
        return [fault("LK661", blank.span)]
    if len(blank.stars) > 1:
        return [fault("LK664", blank.span, count=len(blank.stars))]
    if blank.stars and len(blank.texts) == 1:
        return [fault("LK665", blank.span, text=blank.texts[0])]
    seen: set[str] = set()
    for text in blank.texts:
        # A way to write it that differs in capitals only is harmless; a choice is not.
        tidy = text.lower() if blank.stars else text
        if tidy in seen:
            return [fault("LK666", blank.span, text=text)]
        seen.add(tidy)
    return []
