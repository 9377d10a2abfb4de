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

_CAPITALS = re.compile("[A-ZĐ]{2}")
"""Two unmarked capitals in a row: no passage in capitals is without."""
LEAST = 4
"""Words in a row; fewer are names and abbreviations (UBND TP HCM)."""


def find(module: Module, _index: Index) -> Iterator[Finding]:
    """At the passage."""
    seen = survey(module)
    for run in seen.runs:
        if _CAPITALS.search(run.text) is None:
            continue
        row: list[str] = []
        for word in (*run.words, ""):
            if len(word) > 1 and word.isupper():
                row.append(word)
                continue
            if len(row) >= LEAST:
                at = max(0, run.text.find(row[0]))
                text = " ".join(row)
                yield Finding(seen.place(run, at, len(text)), {"text": text})
            row = []


RULE = Rule("LK319", "capitals-long", Severity.INFO, "0.1", find)
