"""An objective names a skill of a framework that the project does not know.

Vì sao:
    Không có khung thì không biết kỹ năng ấy là gì. Viết kỹ năng theo dạng mã-khung:mã-kỹ-năng.

Why:
    Without the framework nobody knows what the skill is. A skill is written framework:code.

Wrong:
    objectives:
      - id: muc-tieu
        text: Nêu được ba dấu hiệu lừa đảo
        skill: tt02:4.2
        level: 2

Right:
    objectives:
      - id: muc-tieu
        text: Nêu được ba dấu hiệu lừa đảo
        skill: tt02-2025:4.2
        level: 2

Source:
    A dangling reference: the project uses no such framework.
"""

from collections.abc import Iterator

from lessonkit.base.diag import Arg, Finding, Severity
from lessonkit.base.near import nearest
from lessonkit.check.rule import Rule
from lessonkit.model.index import Index
from lessonkit.model.module import Module


def find(module: Module, index: Index) -> Iterator[Finding]:
    """At the skill; a skill without a colon is taken as a code whose framework is missing."""
    for place, objective in enumerate(module.meta.objectives):
        if not objective.skill:
            continue
        name, _, code = objective.skill.partition(":")
        if name in index.frameworks:
            continue
        near = nearest(name, index.frameworks) or ""
        args: dict[str, Arg] = {
            "framework": name,
            "known": ", ".join(index.frameworks),
            "near": near,
        }
        if not code:
            near = next((f for f in index.frameworks if name in index.frameworks[f].skills), "")
            args |= {"near": f"{near}:{name}" if near else ""}
        yield Finding(module.place(f"objectives[{place}].skill"), args)


RULE = Rule("LK401", "framework-unknown", Severity.ERROR, "0.1", find, shared=True)
