"""A framework to the CSV of Moodle."""

import json
import re
from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import Any

from lessonkit.framework.exchange import facts, markup, plain
from lessonkit.framework.exchange.base import Losses, Written
from lessonkit.framework.exchange.languages import chosen, main
from lessonkit.framework.exchange.moodle_columns import FEW, HEAD, KEPT, LEVEL, NOTHING
from lessonkit.framework.exchange.plain import filled, without
from lessonkit.framework.exchange.rows import formulas, written
from lessonkit.framework.model import Framework, Match, Skill

_LONGEST = 100
"""Signs of an ID number and a short name; Moodle cuts longer ones."""
_TAG = re.compile(r"<[^\s]")
"""Begins what Moodle takes for a tag in a name, and drops."""
_NUMBER = re.compile(r"[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?")
_CUT = 90
_TOPS = frozenset({"domain", "area", "strand"})
_DEPTHS = 4


class Writing:
    """One file on the way out."""

    def __init__(self, framework: Framework) -> None:
        self.framework = framework
        self.losses = Losses()
        self.lang = main(framework)
        self.kept = framework.kept.get("moodle", {})
        self.ids = ids(framework.skills)
        self.matches: dict[str, list[Match]] = {}
        for match in framework.matches:
            self.matches.setdefault(match.origin, []).append(match)

    def written(self) -> Written:
        """The text and what it does not hold."""
        rows = [HEAD, self._top(), *map(self._row, self.framework.skills.values())]
        self._say_lost()
        formulas(rows[1:], self.losses)
        for row in rows[1:]:
            self.losses.add("backslash", row[1], any('\\"' in cell for cell in row))
        return Written(written(rows), tuple(self.losses))

    def _top(self) -> tuple[str, ...]:
        one = self.framework
        lang = chosen(one.titles, self.lang)
        title = one.titles.get(lang, one.id)
        ours = without(plain.head(one), ("id", "kept", "notes", f"title_{lang}"))
        ours["lang"] = one.lang or lang
        if any(map(self._more, one.levels.values())) or not self._plain_scale():
            ours |= {
                f"{facts.LEVEL}{key}": {
                    n: names
                    for n, level in one.levels.items()
                    if (names := getattr(level, f"{key}s"))
                }
                for key in LEVEL
            }
            cognitive = {n: level.cognitive for n, level in one.levels.items() if level.cognitive}
            ours[f"{facts.LEVEL}cognitive"] = cognitive
        scale, configuration = self._scale()
        taxonomy = self.kept.get("taxonomy") or self._taxonomy()
        html = self._html(one.notes, self.kept, ours)
        head = ("", one.id, self._short(title), html, "1", scale, configuration)
        return (*head, "", "", "", "", "", "1", taxonomy)

    def _row(self, skill: Skill) -> tuple[str, ...]:
        lang = chosen(skill.names, self.lang)
        name = skill.names.get(lang, skill.code)
        kept = skill.kept.get("moodle", {})
        ours = without(
            plain.skill(skill), ("code", "kept", f"name_{lang}", f"statement_{self.lang}")
        )
        if lang != self.lang:
            ours[f"name_{lang}"] = name
        if self.ids[skill.code] != skill.code:
            ours["code"] = skill.code
            self.losses.add("moodle-code", f"{skill.code} → {self.ids[skill.code]}")
        ours["match"] = [
            f"{match.relation} {match.framework}:{match.code}"
            for match in self.matches.get(skill.code, ())
            if self._told(match)
        ]
        if any(len(one) == 1 for one in ours.get("levels", ())):
            self.losses.add("bare-level", skill.code)
        html = self._html(skill.statements.get(self.lang, ""), kept, ours)
        related = (
            self.ids.get(match.code, match.code).replace(",", "%2C")
            for match in self.matches.get(skill.code, ())
            if self._inner(match)
        )
        values = [kept.get(key, NOTHING.get(key, "")) for key in KEPT]
        above = self.ids.get(skill.parent, "")
        start = (above, self.ids[skill.code], self._short(name), html, "1", *values[:5])
        return (*start, ",".join(related), values[5], "", "")

    def _inner(self, match: Match) -> bool:
        return match.framework == self.framework.id and match.relation == "isRelatedTo"

    def _told(self, match: Match) -> bool:
        """Whether a line of the description says all of it."""
        more = match.uri or match.identifier or match.title
        return bool(match.framework and match.code and not more) and not self._inner(match)

    def _plain_scale(self) -> bool:
        """Whether the names of the levels in a row say what they are."""
        names = [one.names.get(self.lang, "") for one in self.framework.levels.values()]
        numbers = list(self.framework.levels) == list(range(1, len(names) + 1))
        apart = len(set(names)) == len(names) and not any("," in name for name in names)
        return not names or (numbers and apart and len(names) > FEW)

    def unlike(self, kept: Mapping[str, Any]) -> dict[str, Any]:
        """What was kept of a framework, without what would be written anyway."""
        scale, configuration = self._scale()
        made = {"taxonomy": self._taxonomy()}
        if kept.get("scale") == scale and kept.get("scale_configuration") == configuration:
            made |= {"scale": scale, "scale_configuration": configuration}
        return {key: value for key, value in kept.items() if made.get(key) != value}

    def _html(self, text: str, kept: Mapping[str, Any], ours: Mapping[str, Any]) -> str:
        html = kept.get("description", "")
        if not html or markup.plain(html) != text:
            html = markup.paragraphs(text)
        shown = list(facts.flat(ours))
        for key in facts.deep(filled(dict(ours))):
            self.losses.add("fact", key)
        if not shown:
            return str(html)
        pairs = (
            f"<dt>{facts.label(path, self.lang)}</dt>"
            f'<dd data-key="{path}">{markup.line(value)}</dd>'
            for path, value in shown
        )
        return f'{html}<dl class="lessonkit">{"".join(pairs)}</dl>'

    def _scale(self) -> tuple[str, str]:
        """Its own, else the levels, else whether or not: Moodle takes no framework without."""
        names = self._scale_names()
        said = str(self.kept.get("scale", ""))
        if said and (not names or [one.strip() for one in said.split(",")] == names):
            return said, str(self.kept.get("scale_configuration", ""))
        if len(names) <= FEW:
            names = [facts.label(key, self.lang) for key in ("low", "high")]
            return ",".join(names), _configuration(2, 2)
        self.losses.add("scale", str(len(names)))
        return ",".join(names), _configuration(len(names), 1)

    def _scale_names(self) -> list[str]:
        """Names of levels, told apart by their numbers where they are alike."""
        found = {
            number: one.names.get(chosen(one.names, self.lang), str(number)).replace(",", " –")
            for number, one in self.framework.levels.items()
        }
        if len(set(found.values())) < len(found):
            return [f"{number}. {name}" for number, name in found.items()]
        return list(found.values())

    def _taxonomy(self) -> str:
        tops = {one.kind for one in self.framework.skills.values() if not one.parent}
        first = "domain" if tops and tops <= _TOPS else "competency"
        return ",".join((first, *("competency",) * (_DEPTHS - 1)))

    def _short(self, name: str) -> str:
        self.losses.add("long-name", name, len(name) > _LONGEST)
        self.losses.add("tag-name", name, _TAG.search(name) is not None)
        return name

    def _say_lost(self) -> None:
        one = self.framework
        for match in one.matches:
            lost = not self._inner(match) and not self._told(match)
            self.losses.add("match", f"{match.origin} {match.relation} {match.code}", lost)
        self.losses.add("level-match", ", ".join(one.level_matches), len(one.level_matches))
        for group in one.audiences:
            self.losses.add("audience", group)
        for level in one.levels.values():
            self.losses.add("level-address", level.uri, bool(level.uri or level.notation))
        others = set(one.kept) - {"moodle"}
        others |= {key for skill in one.skills.values() for key in skill.kept if key != "moodle"}
        self.losses.add("kept-elsewhere", ", ".join(sorted(others)), len(others))

    def _more(self, level: Any) -> bool:
        """Whether a level is more than a name in a row."""
        names = set(level.names) - {self.lang}
        return bool(names or level.stages or level.statements)


def ids(codes: Iterable[str]) -> dict[str, str]:
    """ID numbers by code: the code itself, but where Moodle would take it for another's.

    It compares a parent's with `==` of PHP, for which 1.1 and 1.10 are one number, and cuts what is
    longer than a hundred signs, so that nothing is below it.
    """
    found: dict[str, str] = {}
    taken: set[str | float] = set()
    for code in codes:
        name = (
            code
            if len(code) <= _LONGEST
            else f"{code[:_CUT]}~{sha256(code.encode()).hexdigest()[:8]}"
        )
        while _as_php(name) in taken:
            name += "."
        taken.add(_as_php(name))
        found[code] = name
    return found


def _as_php(text: str) -> str | float:
    """A number where PHP compares it as one."""
    return float(text) if _NUMBER.fullmatch(text) else text


def _configuration(count: int, least: int) -> str:
    """From which value on somebody is competent; that one is given by itself."""
    entries: list[dict[str, Any]] = [
        {"scaleid": "1"},
        {"id": least, "scaledefault": 1, "proficient": 1},
    ]
    entries += ({"id": number, "proficient": 1} for number in range(least + 1, count + 1))
    return json.dumps(entries, separators=(",", ":"))
