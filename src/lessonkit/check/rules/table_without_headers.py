"""A table has no headers.

Vì sao:
    Máy đọc màn hình đọc tên cột trước mỗi ô. Không có tên cột thì chỉ còn một dãy chữ rời.

Why:
    A screen reader speaks the column's name before each cell. Without names only loose words are
    left.

Wrong:
    |     |     |
    | --- | --- |
    | 156 | phản ánh cuộc gọi lừa đảo |
    | 113 | báo công an |

Right:
    | Số  | Để làm gì |
    | --- | --- |
    | 156 | phản ánh cuộc gọi lừa đảo |
    | 113 | báo công an |

Source:
    WCAG 2.2, 1.3.1 Info and Relationships (A), technique H51
"""

from collections.abc import Iterator

from lessonkit.base.diag import Finding, Severity
from lessonkit.check.rule import Rule
from lessonkit.check.survey import survey
from lessonkit.model import blocks as b
from lessonkit.model.index import Index
from lessonkit.model.module import Module


def find(module: Module, _index: Index) -> Iterator[Finding]:
    """At the table; one empty header, as above a column of row names, is usual."""
    for table in survey(module).of(b.Table):
        if not any(cell.prose.plain() for cell in table.head):
            yield Finding(table.span)


RULE = Rule("LK314", "table-without-headers", Severity.WARNING, "0.1", find)
