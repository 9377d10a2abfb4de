"""The mark of a passage's language is not a language tag.

Vì sao:
    Máy đọc chọn giọng theo mã ngôn ngữ như en, vi, zh-Hant. Nó không hiểu “english”.

Why:
    A screen reader chooses its voice by a tag such as en, vi, zh-Hant. It does not know
    “english”.

Wrong:
    Bấm [Sign in]{lang=english} để đăng nhập.

Right:
    Bấm [Sign in]{lang=en} để đăng nhập.

Source:
    WCAG 2.2, 3.1.2 Language of Parts (AA); BCP 47
"""

import re
from collections.abc import Iterator

from lessonkit.base.diag import Finding, Severity
from lessonkit.check.rule import Rule
from lessonkit.check.survey import survey
from lessonkit.model.index import Index
from lessonkit.model.meta import LANG_PATTERN
from lessonkit.model.module import Module
from lessonkit.text.inline import Link, Phrase

_MEANT = {
    "english": "en", "eng": "en", "vietnamese": "vi", "vie": "vi", "vn": "vi", "chinese": "zh",
    "cn": "zh", "japanese": "ja", "jp": "ja", "korean": "ko", "kr": "ko", "french": "fr",
    "german": "de", "khmer": "km",
}  # fmt: skip


def find(module: Module, _index: Index) -> Iterator[Finding]:
    """At the passage or link."""
    seen = survey(module)
    marked: tuple[Phrase | Link, ...] = (*seen.of(Phrase), *seen.of(Link))
    for inline in marked:
        if inline.lang and (
            inline.lang.lower() in _MEANT or not re.fullmatch(LANG_PATTERN, inline.lang)
        ):
            near = _MEANT.get(inline.lang.lower(), "")
            yield Finding(inline.span, {"lang": inline.lang, "near": near})


RULE = Rule("LK320", "passage-language-malformed", Severity.WARNING, "0.1", find)
