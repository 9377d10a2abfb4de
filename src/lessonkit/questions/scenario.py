"""`scenario`: a story told in scenes; what the learner chooses decides how it goes on.

Its score is that of the end it comes to, 0 to 1, as an author wrote it there; nothing is added up
on the way, so that a detour or a loop neither earns nor costs. Where no end has a score, nothing is
assessed. Source: H5P Branching Scenario, "statically set score for each end scene"; its other way,
points collected by choices, lets a learner walk in circles for points and two roads to one end
disagree about what it is worth.

A platform is told a `performance`: steps in order, each a scene and the choice made in it (SCORM
2004 RTE 4.2.9; SCORM 1.2 RTE 3.4.4). `sequencing` would be untrue: nobody puts a list in order.
"""

from collections import deque
from collections.abc import Iterator
from functools import cached_property
from typing import Any, ClassVar, Self

from lessonkit.base.diag import Fault, fault
from lessonkit.base.near import nearest
from lessonkit.questions.base import Interaction, Question, Reply
from lessonkit.questions.printed import LETTERS as CAPITALS
from lessonkit.questions.printed import TICK, Line, Printed, PrintedScene
from lessonkit.questions.rows import LETTERS
from lessonkit.text.body import Body, Scene, Value
from lessonkit.text.inline import Prose, Text

MOST_SCENES = 40
MOST_WAYS = 9
"""Choices of a scene: one digit each in a learner's state."""
LONGEST = 40
"""Steps that are kept; of a longer walk the loops are left out, so that it always fits."""
PATTERNS = 5
"""Right responses that SCORM has room for."""


class Scenario(Question):
    """Scenes and what leads from one to another; bodies of scenes stand with the block."""

    type_name: ClassVar[str] = "scenario"
    unfinished: ClassVar[bool] = True
    without: ClassVar[frozenset[str]] = frozenset({"hint", "hint-cost", "shuffle", "partial"})

    scenes: tuple[Scene, ...]

    @classmethod
    def from_body(
        cls,
        common: dict[str, Any],
        options: dict[str, Value],  # noqa: ARG003  (the contract)
        body: Body,
        lang: str,  # noqa: ARG003  (the contract)
    ) -> tuple[Self | None, list[Fault]]:
        """Faults: too few or too many scenes, choices that lead nowhere, ends that nobody reaches.

        A story whose ends have no score is an `Unscored`.
        """
        scenes = body.scenes
        if len(scenes) < 2:
            return None, [fault("LK680", body.span, count=len(scenes))]
        faults = [*_size_faults(body), *(one for scene in scenes for one in _end_faults(scene))]
        lost = [one for scene in scenes for one in _lost(scene, scenes)]
        faults += lost or _graph_faults(scenes)
        if faults:
            return None, faults
        if any(scene.score is not None for scene in scenes):
            return cls(**common, scenes=scenes), _score_faults(scenes)
        told = Unscored(**common | {"attempts": None}, scenes=scenes)
        return told, []  # type: ignore[return-value]  # a subclass

    @cached_property
    def places(self) -> dict[str, int]:
        """Of each scene its place, by id."""
        return {scene.id: place for place, scene in enumerate(self.scenes)}

    def next(self, scene: int) -> tuple[int, ...]:
        """Places of the scenes that the choices of one lead to."""
        return tuple(self.places[way.to] for way in self.scenes[scene].ways)

    def outcome(self, place: int) -> str:
        """`right`, `partly`, `wrong`, said outright or by its score; empty where neither."""
        scene = self.scenes[place]
        scored = self.assessed and not scene.ways
        return scene.outcome or (_outcome(scene.score or 0.0) if scored else "")

    def ends(self) -> tuple[tuple[int, ...], ...]:
        """To each end, in the author's order, the choices of a shortest way."""
        ways = _shortest(self)
        return tuple(ways[place] for place, one in enumerate(self.scenes) if not one.ways)

    def scenes_on(self, answer: tuple[int, ...] | list[int]) -> tuple[int, ...]:
        """Places of the scenes that one comes through; as far as the choices are there."""
        found = [0]
        for chosen in answer:
            following = self.next(found[-1])
            if not 0 <= chosen < len(following):
                break
            found.append(following[chosen])
        return tuple(found)

    def score(self, answer: Any) -> float:
        """`answer`: the places of what was chosen, scene after scene, from 0."""
        met = self.scenes_on(answer)
        last = self.scenes[met[-1]]
        told = len(met) == len(answer) + 1 <= LONGEST + 1 and not last.ways
        return (last.score or 0.0) if told else 0.0

    def interaction(self) -> Interaction:
        """Steps `scene.letter` of a shortest way to each end with full score, `_` for hyphens."""
        return Interaction("performance", tuple(self._steps(answer) for answer in self._right()))

    def data(self) -> dict[str, Any]:
        """`scenes`, each with the places its choices lead to; `right`: ways to full score."""
        scenes = [self._scene(place) for place in range(len(self.scenes))]
        return self._common_data() | {"scenes": scenes, "right": [*map(list, self._right())]}

    def longest_answer(self) -> Any:
        """The last choice of as many scenes as are kept."""
        return [MOST_WAYS - 1] * LONGEST

    def targets(self) -> tuple[Prose, ...]:
        """Every choice, with where it stands and where it leads."""
        return tuple(
            Prose((Text(f"{scene.id} {way.to} ", way.text.span), *way.text.inlines), way.text.span)
            for scene in self.scenes
            for way in scene.ways
        )

    def pieces(self) -> tuple[Prose, ...]:
        """Every choice."""
        return tuple(way.text for scene in self.scenes for way in scene.ways)

    def can_be_partly(self) -> bool:
        """Where an end is so."""
        return any(self.outcome(place) == "partly" for place in range(len(self.scenes)))

    def replies(self) -> tuple[Reply, ...]:
        """What follows from each choice, by `scene.choice`."""
        said = (
            Reply(f"{place}.{number}", way.feedback)
            for place, scene in enumerate(self.scenes)
            for number, way in enumerate(scene.ways)
            if way.feedback is not None
        )
        return (*said, *self._general())

    def printed(self) -> Printed:
        """Scene after scene, as a book whose reader turns to another number.

        Choices on a shortest way to a good end are the right ones.
        """
        good = [one for one in self.ends() if self.outcome(self.scenes_on(one)[-1]) == "right"]
        steps = {step for one in good for step in zip(self.scenes_on(one), one, strict=False)}
        scenes = tuple(self._printed(place, steps) for place in range(len(self.scenes)))
        return Printed("story", "circle", scenes=scenes)

    def _printed(self, place: int, right: set[tuple[int, int]]) -> PrintedScene:
        scene, outcome = self.scenes[place], self.outcome(place)
        ways = tuple(
            Line(
                CAPITALS[number],
                way.text,
                key=TICK if (place, number) in right else "",
                reply=way.feedback,
                to=self.places[way.to] + 1,
            )
            for number, way in enumerate(scene.ways)
        )
        ends = "" if ways else f"ends-{outcome}" if outcome else "ends"
        return PrintedScene(place + 1, scene.id, scene.title, ways, ends)

    def _scene(self, place: int) -> dict[str, Any]:
        scene = self.scenes[place]
        found: dict[str, Any] = {"id": scene.id, "to": list(self.next(place))}
        if self.assessed and not scene.ways:
            found["score"] = scene.score or 0.0
        if scene.outcome:
            found["outcome"] = scene.outcome
        return found

    def _right(self) -> tuple[tuple[int, ...], ...]:
        found = (answer for answer in self.ends() if self.assessed and self.score(answer) >= 1)
        return tuple(found)[:PATTERNS]

    def _steps(self, answer: tuple[int, ...]) -> tuple[str, ...]:
        made = zip(self.scenes_on(answer), answer, strict=False)
        met = ((self.scenes[place].id, chosen) for place, chosen in made)
        return tuple(f"{name.replace('-', '_')}.{LETTERS[chosen]}" for name, chosen in met)


class Unscored(Scenario):
    """A story whose ends are worth nothing: it is told, and not assessed."""

    assessed: ClassVar[bool] = False


def _shortest(story: Scenario) -> dict[int, tuple[int, ...]]:
    """To each scene the choices of a shortest way; of equal ones the first."""
    found: dict[int, tuple[int, ...]] = {0: ()}
    waiting = deque([0])
    while waiting:
        place = waiting.popleft()
        for chosen, following in enumerate(story.next(place)):
            if following not in found:
                found[following] = (*found[place], chosen)
                waiting.append(following)
    return found


def _size_faults(body: Body) -> Iterator[Fault]:
    if len(body.scenes) > MOST_SCENES:
        yield fault("LK691", body.span, count=len(body.scenes), limit=MOST_SCENES)
    for scene in body.scenes:
        if len(scene.ways) > MOST_WAYS:
            yield fault("LK605", scene.title.span, count=len(scene.ways), limit=MOST_WAYS)


def _end_faults(scene: Scene) -> Iterator[Fault]:
    """What only an end may have; and an outcome that says something else than the score."""
    span = scene.title.span
    if scene.ways:
        if scene.score is not None:
            yield fault("LK687", span, key="score", title=scene.title.plain())
        if scene.outcome:
            yield fault("LK687", span, key="outcome", title=scene.title.plain())
    elif scene.score is not None and scene.outcome not in ("", _outcome(scene.score)):
        score = f"{scene.score:g}"
        fitting = _outcome(scene.score)
        yield fault("LK688", span, outcome=scene.outcome, score=score, fitting=fitting)


def _outcome(score: float) -> str:
    return "right" if score >= 1 else "partly" if score > 0 else "wrong"


def _lost(scene: Scene, scenes: tuple[Scene, ...]) -> Iterator[Fault]:
    """Choices that lead to no scene of this story."""
    ids = [one.id for one in scenes]
    for way in scene.ways:
        if way.to not in ids:
            near = nearest(way.to, ids) or ""
            yield fault("LK683", way.text.span, id=way.to, text=way.text.plain(), near=near)


def _graph_faults(scenes: tuple[Scene, ...]) -> list[Fault]:
    """Choices that change nothing, scenes that nobody comes to, ways that never end.

    Of scenes that cannot be told apart nothing more is said.
    """
    if len({scene.id for scene in scenes}) < len(scenes):
        return []
    faults = [
        fault("LK684", way.text.span, text=way.text.plain())
        for scene in scenes
        for way in scene.ways
        if way.to == scene.id
    ]
    leads = {scene.id: {way.to for way in scene.ways} for scene in scenes}
    comes: dict[str, set[str]] = {scene.id: set() for scene in scenes}
    for name, following in leads.items():
        for one in following:
            comes[one].add(name)
    met = _from({scenes[0].id}, leads)
    faults += [
        fault("LK685", one.title.span, title=one.title.plain())
        for one in scenes
        if one.id not in met
    ]
    saved = _from({one.id for one in scenes if not one.ways}, comes)
    stuck = [one for one in scenes if one.id not in saved]
    if stuck:
        titles = ", ".join(f"“{one.title.plain()}”" for one in stuck)
        faults.append(fault("LK686", stuck[0].title.span, titles=titles))
    return faults


def _from(start: set[str], leads: dict[str, set[str]]) -> set[str]:
    """All that can be come to."""
    met, waiting = set(start), list(start)
    while waiting:
        for one in leads[waiting.pop()] - met:
            met.add(one)
            waiting.append(one)
    return met


def _score_faults(scenes: tuple[Scene, ...]) -> list[Fault]:
    """Of a story that is scored: ends without a score, and none that is worth all of it."""
    ends = [one for one in scenes if not one.ways]
    scores = [one.score for one in ends if one.score is not None]
    if not scores:
        return []
    faults = [
        fault("LK690", one.title.span, title=one.title.plain()) for one in ends if one.score is None
    ]
    if max(scores) < 1:
        best = max(ends, key=lambda one: one.score or 0.0)
        faults.append(fault("LK689", best.title.span, score=f"{max(scores):g}"))
    return faults
