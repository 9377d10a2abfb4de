"""A passage is written in capitals.

Vì sao:
    Chữ hoa cả đoạn khó đọc hơn vì các chữ cao như nhau, và dấu tiếng Việt chen lên nhau. Muốn
    nhấn mạnh thì dùng **chữ đậm**.

Why:
    Capitals are harder to read, for all letters are equally tall. Use **bold** to stress.

Wrong:
    TUYỆT ĐỐI KHÔNG ĐỌC MÃ OTP cho ai.

Right:
    **Tuyệt đối không đọc mã OTP** cho ai.

Source:
    The project's own choice ("no capitals for whole words" of its design page).
"""

import re
from collections.abc import Iterator

from lessonkit.base.diag import Finding, Severity
from lessonkit.check.rule import Rule
from lessonkit.check.survey import survey
from lessonkit.model.index import Index
from lessonkit.model.module import Module

_CAPITAL = "A-ZĐÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"
_PASSAGE = rf"(?:[{_CAPITAL}]{{2,}}[\s,]+){{3,}}[{_CAPITAL}]{{2,}}\b"
"""Four words in a row; fewer are names and abbreviations (UBND TP HCM)."""


def find(module: Module, _index: Index) -> Iterator[Finding]:
    """At the passage."""
    seen = survey(module)
    if b"\1\1\1\1" not in bytes(map(str.isupper, seen.tokens)):
        return
    for run in seen.runs:
        for match in re.finditer(_PASSAGE, run.text):
            text = match.group()
            yield Finding(seen.place(run, match.start(), len(text)), {"text": text})


RULE = Rule("LK319", "capitals-long", Severity.INFO, "0.1", find)
