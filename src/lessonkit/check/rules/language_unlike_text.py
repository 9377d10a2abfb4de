"""The text is not in the language that the module says.

Vì sao:
    Máy đọc màn hình chọn giọng theo “lang”. Ghi sai thì người nghe không hiểu gì. Công cụ nhận
    tiếng Việt qua dấu của nó.

Why:
    A screen reader chooses its voice by “lang”. With a wrong one nobody follows. Vietnamese is
    known by its marks.

Wrong:
    lang: en

Right:
    lang: vi

Source:
    WCAG 2.2, 3.1.1 Language of Page (A); the shares are the project's choice.
"""

import re
from collections.abc import Iterator

from lessonkit.base.diag import Finding, Severity
from lessonkit.check.rule import Rule
from lessonkit.check.survey import survey
from lessonkit.model.index import Index
from lessonkit.model.module import Module

SHARE = 0.25
LEAST = 20
"""Words: fewer say too little."""
_MARKED = "[ăâđêôơưĂÂĐÊÔƠƯ\u1ea0-\u1ef9]"


def find(module: Module, _index: Index) -> Iterator[Finding]:
    """At the key; of Vietnamese about two words in three have a letter or mark of their own."""
    lang = module.meta.lang
    if lang.lower().startswith("vi"):
        return
    words = [word for run in survey(module).runs for word in run.text.split()]
    if len(words) < LEAST:
        return
    share = sum(1 for word in words if re.search(_MARKED, word)) / len(words)
    if share > SHARE:
        yield Finding(module.place("lang"), {"lang": lang})


RULE = Rule(
    "LK324", "language-unlike-text", Severity.WARNING, "0.1", find, keys=frozenset({"lang"})
)
