"""An `only` block is for an audience group that no framework names.

Vì sao:
    Khối “only” dành cho một nhóm không có thì không ai thấy nó.

Why:
    A block for a group that is not there is shown to nobody.

Wrong:
    :::{only}
    :audience: nguoi-dam

    Bạn có thể nhờ con cháu giúp.
    :::

Right:
    :::{only}
    :audience: nguoi-dan

    Bạn có thể nhờ con cháu giúp.
    :::

Source:
    A dangling reference; built-in groups are those of Decision 757/QĐ-BKHCN.
"""

from collections.abc import Iterator

from lessonkit.base.diag import Arg, Finding, Severity
from lessonkit.base.near import nearest
from lessonkit.check.rule import Rule
from lessonkit.check.survey import survey
from lessonkit.model import blocks as b
from lessonkit.model.index import Index
from lessonkit.model.module import Module


def find(module: Module, index: Index) -> Iterator[Finding]:
    """At the block's opener."""
    for block in survey(module).of(b.Only):
        for name in block.audience:
            if name not in index.audiences:
                near = nearest(name, index.audiences) or ""
                args: dict[str, Arg] = {
                    "id": name,
                    "known": ", ".join(index.audiences),
                    "near": near,
                }
                yield Finding(block.span, args)


RULE = Rule("LK407", "block-audience-unknown", Severity.ERROR, "0.1", find)
