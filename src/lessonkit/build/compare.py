"""Two editions of a lesson side by side: what changed, and what learners keep of the older one."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from lessonkit.build.edition import Edition
from lessonkit.build.told import Told, ToldQuestion
from lessonkit.plan.kept import is_sign

Value = str | float | None


@dataclass(frozen=True, slots=True)
class Change:
    """One difference."""

    kind: str
    """`module`, `section`, `question`, `bank`, `list` or `objective`."""
    id: str
    what: str
    """`added`, `removed`, or the name of what differs."""
    old: Value = None
    new: Value = None


@dataclass(frozen=True, slots=True)
class Progress:
    """What becomes of progress saved with the older edition, by id."""

    kept: tuple[str, ...]
    """Questions: score and answer."""
    scores: tuple[str, ...]
    """Questions whose score stays and whose answer is not shown again."""
    lost: tuple[str, ...]
    """Questions that are no more, or all of them where the lesson has another id."""
    ticks: tuple[str, ...]
    """Checklists whose ticks are lost."""
    places: tuple[str, ...]
    """Sections that nobody is found in again."""
    draws: tuple[str, ...] = ()
    """Banks that draw anew, for they are no more or have another id; what was answered stays."""

    @property
    def harmed(self) -> bool:
        """Somebody loses an answer, a score or ticks."""
        return bool(self.scores or self.lost or self.ticks)


def changes(old: Edition, new: Edition) -> tuple[Change, ...]:
    """All differences, from the whole to its parts, in the order of the newer edition."""
    return tuple(
        chain(
            _module(old.told, new.told), _sections(old, new), _questions(old, new),
            _banks(old.told, new.told),
            _lists(old.told, new.told),
            _came("objective", old.told.objectives, new.told.objectives),
        )
    )  # fmt: skip


def progress(old: Told, new: Told) -> Progress:
    """What survives, by the rules of the player (`state.js`)."""
    names = [one.id for one in old.questions]
    lists = [one.id for one in old.checklists]
    if old.id != new.id or _moved(old, new):
        banks = tuple(one.id for one in old.banks)
        return Progress((), (), tuple(names), tuple(lists), old.sections, banks)
    now = {one.id: one for one in new.questions}
    same = [one.id for one in old.questions if one.id in now and _is_same(one, now[one.id])]
    left = {one.id for one in new.checklists}
    return Progress(
        kept=tuple(same),
        scores=tuple(name for name in names if name in now and name not in same),
        lost=tuple(name for name in names if name not in now),
        ticks=tuple(name for name in lists if name not in left),
        places=tuple(name for name in old.sections if name not in new.sections),
        draws=tuple(one.id for one in old.banks if one.id not in {bank.id for bank in new.banks}),
    )


def _moved(old: Told, new: Told) -> bool:
    """Whether a platform of xAPI takes the newer one for another lesson."""
    return None not in (old.iri, new.iri) and old.iri != new.iri


def _is_same(was: ToldQuestion, now: ToldQuestion) -> bool:
    """Whether an old answer means the same; of pages without signs, whether nothing differs."""
    if was.sign is not None and now.sign is not None:
        return was.type == now.type and is_sign(was.sign, now.sign)
    return was.type == now.type and was.rest() == now.rest()


def _module(old: Told, new: Told) -> Iterator[Change]:
    for name in ("id", "version", "title", "lang"):
        yield from _differs("module", new.id, name, getattr(old, name), getattr(new, name))
    if _moved(old, new):
        yield Change("module", new.id, "iri", old.iri, new.iri)
    for name in ("complete", "mastery", "attempts"):
        was, now = getattr(old.tracking, name), getattr(new.tracking, name)
        yield from _differs("module", new.id, name, was, now)


def _sections(old: Edition, new: Edition) -> Iterator[Change]:
    was, now = old.told.sections, new.told.sections
    yield from _came("section", was, now)
    both = [name for name in now if name in was]
    if both != [name for name in was if name in now]:
        yield Change("module", new.told.id, "order")
    for name in both:
        yield from _differs("section", name, "title", old.titles.get(name), new.titles.get(name))
        if old.kind == new.kind and old.texts.get(name) != new.texts.get(name):
            yield Change("section", name, "text")


def _questions(old: Edition, new: Edition) -> Iterator[Change]:
    was = {one.id: one for one in old.told.questions}
    now = {one.id: one for one in new.told.questions}
    yield from _came("question", tuple(was), tuple(now))
    for name, one in now.items():
        if name in was:
            yield from _question(was[name], one)
            yield from _differs("question", name, "ask", old.asks.get(name), new.asks.get(name))


def _question(was: ToldQuestion, now: ToldQuestion) -> Iterator[Change]:
    for name in ("type", "points", "attempts", "objective", "bank", "cost"):
        yield from _differs("question", now.id, name, getattr(was, name), getattr(now, name))
    if was.type == now.type:
        signed = was.sign is not None and now.sign is not None
        if signed and not _is_same(was, now):
            yield Change("question", now.id, "options")
        if was.rest() != now.rest():
            yield Change("question", now.id, "key")


def _banks(old: Told, new: Told) -> Iterator[Change]:
    was, now = ({one.id: one.draw for one in told.banks} for told in (old, new))
    yield from _came("bank", tuple(was), tuple(now))
    for name, draw in now.items():
        if name in was:
            yield from _differs("bank", name, "draw", was[name], draw)


def _lists(old: Told, new: Told) -> Iterator[Change]:
    was = {one.id: one.items for one in old.checklists}
    now = {one.id: one.items for one in new.checklists}
    yield from _came("list", tuple(was), tuple(now))
    for name, items in now.items():
        if name in was and None not in (items, was[name]) and items != was[name]:
            yield Change("list", name, "items")


def _came(kind: str, was: tuple[str, ...], now: tuple[str, ...]) -> Iterator[Change]:
    yield from (Change(kind, name, "added") for name in now if name not in was)
    yield from (Change(kind, name, "removed") for name in was if name not in now)


def _differs(kind: str, name: str, what: str, was: Value, now: Value) -> Iterator[Change]:
    """Nothing where one of two texts is not known."""
    unknown = what in ("title", "ask") and None in (was, now)
    if was != now and not unknown:
        yield Change(kind, name, what, was, now)
