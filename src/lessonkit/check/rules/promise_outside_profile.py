"""A programme promises what the audience group's profile does not ask.

Vì sao:
    Hồ sơ kỹ năng của nhóm nói nhóm cần kỹ năng nào, đến bậc nào. Cam kết ngoài hồ sơ có thể thừa
    với nhóm này, hoặc hồ sơ còn thiếu. Hồ sơ ở lessonkit.toml là hồ sơ do dự án đặt, không phải
    của văn bản nào.

Why:
    The group's profile says which skills it needs, up to which level. A promise beyond it may be
    more than this group needs, or the profile lacks something. A profile in lessonkit.toml is the
    project's own and not that of any legal act.

Wrong:
    === lessonkit.toml
    [audiences.nguoi-dan]
    skills = ["tt02-2025:4.2@1"]

    === thu.program.yaml
    covers: [tt02-2025:4.2@2]

Right:
    === lessonkit.toml
    [audiences.nguoi-dan]
    skills = ["tt02-2025:4.2@2"]

    === thu.program.yaml
    covers: [tt02-2025:4.2@2]

Beside: LK414

Source:
    The profile of the group; where the project made it, the project's own choice.
"""

from collections.abc import Iterator, Mapping

from lessonkit.base.diag import Arg, Finding, Severity
from lessonkit.check.courses import courses
from lessonkit.check.gate import Catalogue
from lessonkit.check.rule import Rule
from lessonkit.framework.crosswalk import Crosswalk
from lessonkit.framework.model import Audience
from lessonkit.framework.reference import reference
from lessonkit.framework.tree import within
from lessonkit.model.index import Index
from lessonkit.plan.promises import Promise


def find(catalogue: Catalogue, index: Index) -> Iterator[Finding]:
    """At the promise, where the group has a profile that speaks of its framework."""
    for course in courses(catalogue, index):
        group = index.audiences.get(course.program.meta.audience)
        if group is None or not group.skills or len(course.aside) == len(course.modules):
            continue
        asked = _asked(group, index)
        speaks = {name for name, _ in asked}
        for promise in course.promises:
            if promise.partly == "unknown" or promise.framework not in speaks:
                continue
            most = _most(promise, asked, index)
            if most is None or (promise.level or 0) > most:
                yield Finding(promise.span, _args(promise, group, most))


ANY = 99
"""Where the profile says no level."""


def _asked(group: Audience, index: Index) -> dict[tuple[str, str], int]:
    """Level that is asked at most, by framework and code; what no level is said of is any."""
    crosswalk = Crosswalk(index.frameworks)
    found: dict[tuple[str, str], int] = {}
    for one in filter(None, map(reference, group.skills)):
        level = ANY if one.level is None else one.level
        found[one.framework, one.code] = max(level, found.get((one.framework, one.code), 0))
        for other in crosswalk.matched(one.skill):
            there = other.levels.get(level, ANY)
            key = (other.framework, other.code)
            found[key] = max(there, found.get(key, 0))
    return found


def _most(promise: Promise, asked: Mapping[tuple[str, str], int], index: Index) -> int | None:
    """The highest level that the profile asks of the skill or of one within it; None: none."""
    codes = within(index.frameworks[promise.framework], promise.code)
    found = [asked[key] for code in codes if (key := (promise.framework, code)) in asked]
    return max(found, default=None)


def _args(promise: Promise, group: Audience, most: int | None) -> dict[str, Arg]:
    own = "" if group.own_profile else "framework"
    why = own if most is None else f"{own}-above" if own else "above"
    level = "" if promise.level is None else promise.level
    return {
        "skill": promise.skill, "level": level, "audience": group.id,
        "most": "" if most is None else most, "why": why,
    }  # fmt: skip


RULE = Rule("LK448", "promise-outside-profile", Severity.INFO, "0.1", find)
