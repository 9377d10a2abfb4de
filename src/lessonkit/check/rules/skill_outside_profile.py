"""An objective's skill is not in the profile of a group that the module is for.

Vì sao:
    Dự án đã ghi nhóm này cần những kỹ năng nào. Bài dạy một kỹ năng ngoài hồ sơ thì hoặc gắn nhầm
    mã, hoặc ghi nhầm nhóm, hoặc hồ sơ còn thiếu.

Why:
    The project has said which skills this group needs. A lesson on another one has the wrong code,
    the wrong group, or the profile lacks something.

Wrong:
    audience: [nhom-thu]
    === lessonkit.toml
    [audiences.nhom-thu]
    name = "Nhóm thử"
    skills = ["tt02-2025:1.1@2"]

Right:
    audience: [nguoi-dan]
    === lessonkit.toml
    [audiences.nhom-thu]
    name = "Nhóm thử"
    skills = ["tt02-2025:1.1@2"]

Source:
    The profile itself: the project's own (`[audiences.<id>] skills`), or its framework's. A skill
    is found in it also by an exact match of a crosswalk.
"""

from collections.abc import Iterator

from lessonkit.base.diag import Finding, Severity
from lessonkit.check.rule import Rule
from lessonkit.check.wanted import needs
from lessonkit.framework.model import name_in
from lessonkit.model.index import Index
from lessonkit.model.module import Module


def find(module: Module, index: Index) -> Iterator[Finding]:
    """At the skill, for each group whose profile lacks it."""
    groups = [name for name in module.meta.audience if needs(index).profile(name)]
    for place, objective in enumerate(module.meta.objectives if groups else ()):
        found = index.skill(objective.skill or "")
        if found is None:
            continue
        span = module.place(f"objectives[{place}].skill")
        for group in groups:
            if needs(index).outside(group, objective.skill or ""):
                own = index.audiences[group].own_profile
                yield Finding(
                    span,
                    {
                        "skill": objective.skill or "",
                        "name": name_in(found[1].names, module.meta.lang),
                        "group": group,
                        "why": "" if own else "framework",
                    },
                )


RULE = Rule("LK413", "skill-outside-profile", Severity.WARNING, "0.1", find, shared=True)
