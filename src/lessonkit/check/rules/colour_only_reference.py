"""The text points at something by its colour.

Vì sao:
    Người không phân biệt được màu, và người in đen trắng, không tìm ra “nút màu đỏ”. Có chữ đậm
    hoặc chữ trong ngoặc kép ở cùng đoạn thì coi như đã nêu tên. Công cụ không biết tên ấy có đúng
    của vật ấy hay không, nên đây là thông tin.

Why:
    Who does not tell colours apart, or prints in black and white, cannot find “the red button”.
    Bold or quoted words in the same paragraph count as its name. Whether they are cannot be seen
    from here; so this is information.

Wrong:
    Bấm nút màu đỏ ở cuối trang.

Right:
    Bấm nút **Gửi** ở cuối trang.

Source:
    WCAG 2.2, 1.4.1 Use of Color (A) and 1.3.3 Sensory Characteristics (A)
"""

from collections.abc import Iterator

from lessonkit.base.diag import Finding, Severity
from lessonkit.check.phrases import first_of, phrases
from lessonkit.check.rule import Rule
from lessonkit.check.survey import Run, survey
from lessonkit.model.index import Index
from lessonkit.model.module import Module
from lessonkit.text.inline import Code, Strong


def find(module: Module, _index: Index) -> Iterator[Finding]:
    """At the words."""
    seen = survey(module)
    said = [one for one in phrases(module.meta.lang).colours if one in seen.lower]
    if not said:
        return
    for run in seen.runs:
        found = first_of(tuple(said), run.bare)
        if found and not _is_named(run):
            at = max(0, run.text.lower().find(found))
            yield Finding(seen.place(run, at, len(found)), {"found": found})


def _is_named(run: Run) -> bool:
    """Whether bold, quoted or typed words stand in the same text."""
    marked = any(isinstance(one, Strong | Code) for one in run.prose.inlines)
    return marked or "“" in run.text or run.text.count('"') > 1


RULE = Rule("LK316", "colour-only-reference", Severity.INFO, "0.1", find)
