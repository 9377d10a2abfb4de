"""A table has many columns, and a group of the lesson learns on phones.

Vì sao:
    Bảng nhiều cột thường rộng hơn màn hình điện thoại: người học phải kéo ngang, và dễ không biết
    là còn cột ở bên phải. Rộng bao nhiêu còn tùy chữ trong ô, nên đây là thông tin. Số cột do dự
    án chọn ([check.limits] phone_columns).

Why:
    A table of many columns is mostly wider than the screen of a phone: one has to scroll sideways,
    and may not see that there is more on the right. How wide it is hangs on the words in it, so
    this is information. The number is the project's choice (phone_columns in [check.limits]).

Wrong:
    | Nơi | Số điện thoại | Giờ mở cửa | Việc giúp được |
    |---|---|---|---|
    | Công an | 113 | cả ngày | báo lừa đảo |

    === lessonkit.toml
    [audiences.nguoi-dan]
    devices = ["phone"]

Right:
    | Nơi | Số điện thoại | Việc giúp được |
    |---|---|---|
    | Công an | 113 | báo lừa đảo |

    === lessonkit.toml
    [audiences.nguoi-dan]
    devices = ["phone"]

Source:
    No standard; the project's own choice.
"""

from collections.abc import Iterator

from lessonkit.base.diag import Arg, Finding, Severity
from lessonkit.check.groups import asking
from lessonkit.check.reach import placed
from lessonkit.check.rule import Rule
from lessonkit.model import blocks as b
from lessonkit.model.index import Index
from lessonkit.model.module import Module


def find(module: Module, index: Index) -> Iterator[Finding]:
    """At the table."""
    groups = asking("phone", module, index)
    limit = index.limits.phone_columns
    if not groups:
        return
    for block, reach in placed(module.blocks):
        if isinstance(block, b.Table) and len(block.head) > limit and reach.of(groups):
            names = ", ".join(sorted(reach.of(groups)))
            args: dict[str, Arg] = {"columns": len(block.head), "limit": limit, "groups": names}
            yield Finding(block.span, args)


RULE = Rule(
    "LK463", "table-wide-for-phone", Severity.INFO, "0.1", find, keys=frozenset({"audience"})
)
