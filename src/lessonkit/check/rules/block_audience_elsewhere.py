"""An `only` block is for a group that the module is not for.

Vì sao:
    Bài không dành cho nhóm ấy, nên không bản nào cho thấy khối này.

Why:
    The module is not for that group, so no variant of it shows the block.

Wrong:
    :::{only}
    :audience: cbccvc

    Hãy báo với bộ phận công nghệ của cơ quan.
    :::

Right:
    :::{only}
    :audience: nguoi-dan

    Hãy báo với người thân.
    :::

Source:
    The block contradicts the front matter.
"""

from collections.abc import Iterator

from lessonkit.base.diag import Finding, Severity
from lessonkit.check.rule import Rule
from lessonkit.check.survey import survey
from lessonkit.model import blocks as b
from lessonkit.model.audiences import holds
from lessonkit.model.index import Index
from lessonkit.model.module import Module


def find(module: Module, index: Index) -> Iterator[Finding]:
    """At the block's opener; a group's part and what it is a part of are not elsewhere."""
    groups, known = module.meta.audience, index.audiences
    if not groups:
        return
    for block in survey(module).of(b.Only):
        for name in block.audience:
            if name in known and not (
                holds(known, groups, name) or any(holds(known, (name,), one) for one in groups)
            ):
                yield Finding(block.span, {"id": name, "audience": ", ".join(groups)})


RULE = Rule(
    "LK408", "block-audience-elsewhere", Severity.WARNING, "0.1", find, keys=frozenset({"audience"})
)
