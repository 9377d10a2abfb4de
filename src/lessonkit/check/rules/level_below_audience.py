"""No module takes a group as far in a skill as is expected of it.

Vì sao:
    Các bài cho nhóm này dừng trước bậc dự kiến của họ. Đây là phép đo trên cả kho bài, không phải
    lỗi của bài được nêu tên: bài ấy chỉ là bài đi xa nhất.

Why:
    The lessons for this group stop short of the level that is expected of it. It is measured over
    all lessons and no fault of the one that is named, which goes furthest.

Wrong:
    audience: [nhom-thu]
    objectives:
      - id: muc-tieu
        text: Nêu được ba dấu hiệu lừa đảo
        skill: tt02-2025:1.1
        level: 1
    === lessonkit.toml
    [audiences.nhom-thu]
    name = "Nhóm thử"
    skills = ["tt02-2025:1.1@2"]

Right:
    audience: [nhom-thu]
    objectives:
      - id: muc-tieu
        text: Nêu được ba dấu hiệu lừa đảo
        skill: tt02-2025:1.1
        level: 1
    === bai-hai
    audience: [nhom-thu]
    objectives:
      - id: muc-tieu
        text: Chọn được nguồn đáng tin
        skill: tt02-2025:1.1
        level: 2
    === lessonkit.toml
    [audiences.nhom-thu]
    name = "Nhóm thử"
    skills = ["tt02-2025:1.1@2"]

Source:
    The level that the project or a framework expects of the group.
"""

from collections.abc import Iterator

from lessonkit.base.diag import Finding, Severity
from lessonkit.check.gate import Catalogue
from lessonkit.check.rule import Rule
from lessonkit.check.wanted import needs
from lessonkit.framework.tree import below
from lessonkit.model.audiences import holds
from lessonkit.model.index import Index
from lessonkit.plan.alignment import Alignment, Claim


def find(catalogue: Catalogue, index: Index) -> Iterator[Finding]:
    """At the level of the first objective that goes furthest, in a module that names the group."""
    reached: dict[tuple[str, str], int] = {}
    named: dict[tuple[str, str], Claim] = {}
    for module in catalogue.modules.values():
        for claim in module.claims:
            for group, skill, level in _reached(module, claim, index):
                key = (group, skill)
                reached[key] = max(level, reached.get(key, level))
                # Of a whole domain nobody knows how far it goes in each of its skills.
                if group in module.audience and skill == claim.skill and _single(skill, index):
                    named[key] = max(named.get(key, claim), claim, key=lambda one: one.level or 0)
    for (group, skill), claim in named.items():
        expected, level = needs(index).level(group, skill), reached[group, skill]
        if expected is not None and level < expected:
            yield Finding(
                claim.level_span,
                {"skill": skill, "level": level, "group": group, "expected": expected},
            )


def _reached(module: Alignment, claim: Claim, index: Index) -> Iterator[tuple[str, str, int]]:
    """For each group of which something is expected: the skill, in all frameworks, and level."""
    found = index.skill(claim.skill)
    if claim.level is None or found is None or claim.level not in found[0].levels:
        return
    ways = [(claim.skill, claim.level)]
    ways += [
        (one.reference, one.levels[claim.level])
        for one in needs(index).matched(claim.skill)
        if claim.level in one.levels
    ]
    for group in _expecting(index):
        if holds(index.audiences, module.audience, group):
            for skill, level in ways:
                yield group, skill, level


def _single(skill: str, index: Index) -> bool:
    found = index.skill(skill)
    return found is None or not below(found[0], found[1].code)


def _expecting(index: Index) -> list[str]:
    return [name for name, one in index.audiences.items() if one.level or one.skills]


RULE = Rule("LK420", "level-below-audience", Severity.INFO, "0.1", find, whole=True)
