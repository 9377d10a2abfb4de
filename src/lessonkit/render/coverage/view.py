"""From a report to all that its page shows."""

from collections.abc import Iterable, Iterator

from lessonkit.framework.model import Framework
from lessonkit.model.audiences import profile_label
from lessonkit.plan.changes import Change
from lessonkit.plan.coverage import Key
from lessonkit.plan.needs import Need
from lessonkit.plan.report import Report, proved_share
from lessonkit.plan.rows import Row
from lessonkit.plan.spots import Spot
from lessonkit.render.coverage.detail import details, missing
from lessonkit.render.coverage.heat import maps
from lessonkit.render.coverage.order import direct, frameworks
from lessonkit.render.coverage.page import About, Asked, Page, Place, Table, Tile, Turn, Weak
from lessonkit.render.coverage.places import Places
from lessonkit.render.coverage.verdict import below, verdict
from lessonkit.render.coverage.words import Words

_STANDINGS = frozenset({"whole", "part", "secondary"})


def view(report: Report, say: Words) -> Page:
    """The page of a report."""
    return _Views(report, say).page()


class _Views:
    """The parts of one page."""

    def __init__(self, report: Report, say: Words) -> None:
        self.report = report
        self.cover = report.cover
        self.say = say
        self.order = frameworks(report)
        self.places = Places(self.order)
        self.direct = direct(report)
        self.several = len(self.direct) > 1
        cells = self.cover.seen_by(report.audience)
        self.told = {(name, code) for name, code, _ in cells}
        self.titles = {one.id: one.title for one in self.cover.modules.values()}

    def page(self) -> Page:
        """All of it."""
        report, say = self.report, self.say
        since = report.since
        drawn = tuple(maps(report, self.order, self.places, say))
        return Page(
            lang=say.lang,
            title=report.title or say("head.title"),
            facts=tuple(self._facts()),
            day=report.day,
            verdict=verdict(report, say),
            tiles=tuple(self._tiles()),
            below=tuple(below(report, say)),
            uncounted=tuple(
                (one.file, say("sum.uncounted-errors", count=one.errors))
                for one in report.uncounted
            ),
            asked=bool(report.needs),
            gaps=tuple(map(self._asked, report.gaps)),
            since=since.name if since else "",
            since_note=say("since.uncounted", count=since.uncounted)
            if since and since.uncounted
            else "",
            turns=tuple(self._turns()),
            frameworks=tuple({one.framework: one.title for one in drawn}.items()),
            groups=tuple({one.group: one.whom for one in drawn}.items()),
            maps=drawn,
            programs=tuple(self._programs()),
            profiles=tuple(self._profiles()),
            thin=tuple(map(self._thin, report.thin)),
            thin_why=say(
                "weak.thin-why", items=report.limits.thin_items, modules=report.limits.thin_modules
            ),
            unproved=tuple(self._unproved()),
            overlaps=tuple(map(self._overlap, report.overlaps)),
            adrift=tuple(self._adrift()),
            details=tuple(details(report, self.order, self.places, say)),
            counting=tuple(self._counting()),
            about=tuple(map(self._about, self.order)),
            made=say("about.made", version=report.version),
        )

    def _facts(self) -> Iterator[str]:
        report, say = self.report, self.say
        modules = tuple(self.cover.modules_for(report.audience))
        items = {(one.id, item) for one in modules for claim in one.claims for item in claim.items}
        yield say("head.modules", count=len(modules))
        yield say("head.minutes", count=self.cover.minutes(report.audience))
        yield say("head.items", count=len(items))
        if report.programs:
            yield say("head.programs", count=len(report.programs))
        if report.part:
            yield say("head.part")
        if report.audience:
            yield say("head.audience", name=say.audience(report.audience, self.cover))
        if report.framework:
            name = say.framework(self.cover.frameworks[report.framework])
            yield say("head.framework", name=name)
        if report.since:
            yield say("head.since", name=report.since.name)

    def _tiles(self) -> Iterator[Tile]:
        report, say = self.report, self.say
        gaps, share = len(report.gaps), proved_share(report.needs)
        if share is not None:
            all_of_it = say.number(len(report.needs))
            of = say("sum.of", proved=say.number(len(report.needs) - gaps), all=all_of_it)
            kind = "plain" if gaps else "good"
            yield Tile(say("sum.asked"), of, kind, share, "#asked", self._asked_by())
            yield Tile(say("sum.gaps"), say.number(gaps), "bad" if gaps else "good", None, "#gaps")
        else:
            yield Tile(say("sum.asked-none"), "–", "plain")
        for name, count in (("thin", len(report.thin)), ("unproved", len(report.unproved))):
            kind = "care" if count else "good"
            yield Tile(say(f"sum.{name}"), say.number(count), kind, None, f"#{name}")

    def _asked_by(self) -> str:
        """Of what is asked: how much by programmes, how much by profiles. Both may ask the same."""
        parts = []
        keys = {
            ("promise", False): "sum.by-programs",
            ("profile", False): "sum.by-profiles",
            ("profile", True): "sum.by-own-profiles",
        }
        for (kind, own), key in keys.items():
            by = [need.by for need in self.report.needs if (need.kind, need.own) == (kind, own)]
            if by:
                parts.append(self.say(key, count=len(by), of=len(set(by))))
        return " · ".join(parts)

    def _place(self, key: Key) -> Place:
        name, code, level = key
        framework = self.cover.known.get(name)
        told = (name, code) in self.told
        href = f"#{self.places.skill(name, code)}" if told else ""
        called = "" if level is None else self.say.level(framework, level)
        return Place(
            name if self.several else "",
            self.say.lang_of(framework, code),
            self.say.code(framework, code),
            self.say.skill(framework, code),
            called,
            href,
        )

    def _asked(self, need: Need) -> Asked:
        say = self.say
        kind = "own-profile" if need.own else need.kind
        little = need.proved and need.items < self.report.limits.thin_items
        state = "no" if not need.proved else "little" if little else "yes"
        return Asked(
            self._place(need.key),
            self._who(need),
            say(f"gaps.{kind}"),
            say(f"gaps.{need.why}") if need.why else "",
            tuple(self.titles.get(name, name) for name in need.proved_by),
            say.number(need.items),
            state,
            say(f"asked.{state}"),
        )

    def _who(self, need: Need) -> str:
        if need.kind == "profile":
            return self.say.audience(need.by, self.cover)
        titles = {one.meta.id: one.meta.title for one in self.report.programs}
        return titles.get(need.by, need.by)

    def _programs(self) -> Iterator[Table]:
        for one in self.report.programs:
            needs = [need for need in self.report.needs if (need.kind, need.by)
                     == ("promise", one.meta.id)]  # fmt: skip
            name = self.say.audience(one.meta.audience, self.cover)
            notes = [self.say("asked.for", name=name)]
            if not needs:
                notes.append(self.say("asked.no-promises"))
            yield Table(one.meta.title, tuple(notes), tuple(map(self._asked, needs)))

    def _profiles(self) -> Iterator[Table]:
        for name in self.report.groups:
            needs = [one for one in self.report.needs if (one.kind, one.by) == ("profile", name)]
            if needs:
                group = self.cover.audiences[name]
                notes = [profile_label(group, self.say.lang)]
                if group.source:
                    notes.append(self.say("asked.source", source=group.source))
                title = self.say.audience(name, self.cover)
                yield Table(title, tuple(notes), tuple(map(self._asked, needs)))

    def _thin(self, spot: Spot) -> Weak:
        titles = tuple(self.titles.get(name, name) for name in spot.modules)
        return Weak(self._place(spot.key), titles, "", self.say("map.items-of", count=spot.items))

    def _overlap(self, spot: Spot) -> Weak:
        titles = tuple(self.titles.get(name, name) for name in spot.modules)
        count = self.say("detail.modules", count=len(spot.modules))
        return Weak(self._place(spot.key), titles, "", count)

    def _unproved(self) -> Iterator[Weak]:
        for module, claim in self.report.unproved:
            name, _, code = claim.skill.partition(":")
            lacks = missing(False, bool(claim.taught), bool(claim.items), self.say)
            place = self._place((name, code, claim.level))
            yield Weak(place, (module.title,), claim.text, lacks)

    def _adrift(self) -> Iterator[Weak]:
        shown = {one.id for one in self.cover.modules_for(self.report.audience)}
        for module, claim in self.cover.adrift:
            if module in shown:
                yield Weak(None, (self.titles[module],), claim.text, claim.skill)

    def _turns(self) -> Iterator[Turn]:
        since = self.report.since
        if since is None:
            return
        for need in since.turned:
            kind = "turned" if need.proved else "turned-back"
            now, before = ("yes", "no") if need.proved else ("no", "yes")
            yield Turn(
                kind, self.say(f"since.{kind}"), self._place(need.key),
                self.say(f"asked.{before}"), self.say(f"asked.{now}"), self._who(need),
            )  # fmt: skip
        for one in since.changes:
            if one.row.audience == self.report.audience and one.row.framework in self.direct:
                yield self._turn(one)

    def _turn(self, one: Change) -> Turn:
        sides = (self._side(row) for row in (one.before, one.after))
        return Turn(one.kind, self.say(f"since.{one.kind}"), self._place(one.row.key), *sides)

    def _side(self, row: Row | None) -> str:
        if row is None:
            return "–"
        facts = {"modules": len(row.modules), "minutes": row.minutes, "items": row.items}
        return self.say("since.side", **facts)

    def _counting(self) -> Iterator[str]:
        yield from (self.say(f"about.{key}") for key in ("proved", "minutes", "crosswalk"))
        silent = sum(1 for one in self.cover.modules_for(self.report.audience) if not one.minutes)
        if silent:
            yield self.say("about.minutes-missing", count=silent)

    def _about(self, one: Framework) -> About:
        standing = self.say(f"about.{one.standing}") if one.standing in _STANDINGS else ""
        facts: Iterable[tuple[str, tuple[str, ...]]] = (
            ("legal", (one.legal_act,)),
            ("completeness", (standing, self.say.name(one.completeness))),
            ("doubts", tuple(map(self.say.name, one.doubts))),
            ("license", (one.license,)),
            ("sources", one.sources or (self.say("about.none-known"),)),
        )
        return About(
            self.places.framework(one.id), one.id, self.say.framework(one),
            tuple(
                (self.say(f"about.{key}"), tuple(filter(None, told)))
                for key, told in facts if any(told)
            ),
        )  # fmt: skip
