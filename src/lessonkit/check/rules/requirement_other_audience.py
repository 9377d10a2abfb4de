"""A module requires one that is for other people.

Vì sao:
    Người học bài này được bảo học trước một bài không dành cho họ: bản dành cho nhóm của họ không
    có bài ấy.

Why:
    Its learners are told to do a lesson first that is not for them: what is built for their group
    lacks it.

Wrong:
    requires: [bai-hai]
    === bai-hai
    audience: [cbccvc]

Right:
    requires: [bai-hai]
    === bai-hai
    audience: [cbccvc, nguoi-dan]

Source:
    The project's own choice: the two audiences have no group in common, wider groups included.
"""

from collections.abc import Iterator

from lessonkit.base.diag import Finding, Severity
from lessonkit.check.gate import Catalogue
from lessonkit.check.outcomes import shared
from lessonkit.check.rule import Rule
from lessonkit.model.index import Index


def find(catalogue: Catalogue, index: Index) -> Iterator[Finding]:
    """At the id of the module that is required."""
    for module in catalogue.modules.values():
        for name, span in zip(module.requires, module.requires_spans, strict=True):
            other = catalogue.modules.get(name)
            lost = "audience" in module.lost or (other is not None and "audience" in other.lost)
            if other is None or lost:
                continue
            if not shared(module.audience, other.audience, index.audiences):
                args = {"id": name, "theirs": ", ".join(other.audience)}
                yield Finding(span, {**args, "own": ", ".join(module.audience)})


RULE = Rule("LK417", "requirement-other-audience", Severity.WARNING, "0.1", find)
