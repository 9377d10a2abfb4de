"""The CSV of Moodle to a framework."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from lessonkit.framework.exchange import facts, markup, sound
from lessonkit.framework.exchange.base import Around, Losses, Read, Unreadable
from lessonkit.framework.exchange.drafts import Draft, arranged, framework_id
from lessonkit.framework.exchange.languages import guessed
from lessonkit.framework.exchange.moodle_columns import (
    BY_LETTERS,
    COLUMNS,
    FEW,
    HEAD,
    KEPT,
    LEVEL,
    NOTHING,
)
from lessonkit.framework.exchange.moodle_writer import Writing
from lessonkit.framework.exchange.plain import crosswalks, filled, without
from lessonkit.framework.exchange.rows import Row, letters, table
from lessonkit.framework.model import Framework, Match

_NOT = frozenset({"", "0", "false", "no"})
_MATCH = re.compile(r"([A-Za-z:.]+) ([a-z0-9]+(?:[.-][a-z0-9]+)*):([^\s:@]+)")
_LIST = re.compile(r'<dl class="lessonkit">(.*?)</dl>\s*\Z', re.DOTALL)
_FACT = re.compile(r'<dd data-key="([^"]*)">(.*?)</dd>', re.DOTALL)


def read_table(text: str, around: Around) -> Read:
    """Raises: Unreadable: no table, or neither names nor number of its columns are Moodle's."""
    found = table(text)
    columns = [BY_LETTERS.get(letters(name), "") for name in found.head]
    if not {"id", "name"} <= set(columns):
        if len(columns) != len(HEAD):
            raise Unreadable("moodle-columns", count=len(columns), found=", ".join(found.head[:6]))
        columns = list(COLUMNS)
    rows = [row for row in found.named(columns) if any(row.cells.values())]
    reading = _Reading(rows, around)
    if any(any(cells[len(columns) :]) for _, cells in found.rows):
        reading.losses.add("extra-cells", str(len(columns)))
    return reading.read()


class _Reading:
    """One file on the way in."""

    def __init__(self, rows: list[Row], around: Around) -> None:
        self.losses = Losses()
        heads = [row for row in rows if row["framework"].lower() not in _NOT]
        self.rows = [row for row in rows if row["framework"].lower() in _NOT]
        if not heads:
            self.losses.add("no-framework-row", around.stem)
        if len(heads) > 1:
            self.losses.add("frameworks", heads[0]["name"], len(heads) - 1)
        self.matches: list[tuple[str, str, str, str]] = []
        # As Moodle does it: of several the last one holds.
        self.top = heads[-1] if heads else Row(1, {})
        self.text, ours, self.html = self._described(self.top)
        self.said_levels = {key: ours.get(f"{facts.LEVEL}{key}", {}) for key in LEVEL}
        self.cognitive = ours.get(f"{facts.LEVEL}cognitive", {})
        self.ours = sound.head(ours)
        title = self.top["name"] or around.stem
        self.id = framework_id(around.id or self.top["id"], title)
        self.lang = self.ours.get("lang", "").partition("-")[0] or self._guess(title)
        self.title = title or self.id

    def read(self) -> Read:
        """The framework and what of the file is not in it."""
        result = arranged([self._draft(row) for row in self.rows], self.losses)
        matches = [
            *(Match(code, "isChildOf", self.id, above) for code, above in result.further),
            *self._related(result.codes),
            *(Match(result.codes[key], *rest) for key, *rest in self.matches),
        ]
        head = {"id": self.id, f"title_{self.lang}": self.title, "notes": self.text}
        head |= without(self.ours, ("id",))
        kept = self._kept(self.top, self.html)
        if self.top["taxonomy"]:
            kept["taxonomy"] = self.top["taxonomy"]
        data = {
            "framework": filled(head) | ({"kept": {"moodle": kept}} if kept else {}),
            "levels": self._levels(),
            "skills": result.skills,
            "crosswalks": crosswalks(Framework(self.id, {}, matches=tuple(matches))),
        }
        framework = sound.built(filled(data))
        kept = Writing(replace(framework, kept={})).unlike(framework.kept.get("moodle", {}))
        framework = replace(framework, kept={"moodle": kept} if kept else {})
        return Read(framework, tuple(self.losses))

    def _draft(self, row: Row) -> Draft:
        text, ours, html = self._described(row)
        said = ours.pop("code", "")
        code = said if said and isinstance(said, str) else row["id"]
        key, name = row["id"] or f"\n{row.line}", row["name"] or text or row["id"]
        if not row["name"]:
            self.losses.add("no-statement", row["id"] or str(row.line))
        data: dict[str, Any] = {
            f"name_{self.lang}": name,
            f"statement_{self.lang}": text if text != name else "",
        }
        data = filled(data) | sound.skill(ours)
        kept = self._kept(row, html)
        if kept:
            data["kept"] = {"moodle": kept}
        given = ours.get("match", [])
        for said in filter(None, map(_MATCH.fullmatch, given if isinstance(given, list) else ())):
            self.matches.append((key, said[1], said[2], said[3]))
        parents = [row["parent"]] if row["parent"] else []
        return Draft(key, data, code, (name, f"row-{row.line}"), parents=parents)

    def _described(self, row: Row) -> tuple[str, dict[str, Any], str]:
        """The description as text, our facts in it, and its HTML where that says more."""
        html = row["description"]
        match = _LIST.search(html)
        ours: dict[str, Any] = {}
        if match:
            html = html[: match.start()]
            ours = facts.gathered(
                (key, markup.plain(text)) for key, text in _FACT.findall(match[1])
            )
        # 2 is plain text and 4 Markdown; in all others Moodle takes it for HTML.
        if row["format"] in ("2", "4") or not (markup.marked(html) or "&" in html):
            return html, ours, ""
        formatted = markup.formatted(html)
        if formatted:
            self.losses.add("markup", row["id"])
        return markup.plain(html), ours, html if formatted else ""

    def _kept(self, row: Row, html: str) -> dict[str, Any]:
        kept = {key: row[key] for key in KEPT if row[key] and row[key] != NOTHING.get(key)}
        if html:
            kept["description"] = html
        return kept

    def _levels(self) -> list[dict[str, Any]]:
        """What an export of ours says of them, else a scale that says more than whether."""
        said = {number for texts in self.said_levels.values() for number in texts}
        if said:
            return [
                filled(
                    {
                        "level": number,
                        "cognitive": self.cognitive.get(number, ""),
                        **{
                            f"{key}_{lang}": text
                            for key, texts in self.said_levels.items()
                            for lang, text in texts.get(number, {}).items()
                        },
                    }
                )
                for number in sorted(said)
            ]
        names = [one.strip() for one in self.top["scale"].split(",") if one.strip()]
        if len(names) <= FEW:
            return []
        return [{"level": n, f"name_{self.lang}": name} for n, name in enumerate(names, 1)]

    def _related(self, codes: Mapping[str, str]) -> Iterator[Match]:
        """Moodle says it of both; once is enough."""
        seen: set[frozenset[str]] = set()
        for row in self.rows:
            for raw in filter(None, row["related"].split(",")):
                other = raw.strip().replace("%2C", ",")
                if other not in codes or row["id"] not in codes:
                    self.losses.add("association-away", f"{row['id']}: {other}")
                    continue
                pair = frozenset({row["id"], other})
                if pair not in seen:
                    seen.add(pair)
                    yield Match(codes[row["id"]], "isRelatedTo", self.id, codes[other])

    def _guess(self, title: str) -> str:
        found = guessed((title, *(row["name"] for row in self.rows[:200])))
        self.losses.add("language-guessed", found)
        return found
