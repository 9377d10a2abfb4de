"""A section or a question names an objective that the module does not have.

Vì sao:
    Câu hỏi gắn vào một mục tiêu không có thì kết quả không được tính cho mục tiêu nào.

Why:
    What is learnt there would count for no objective.

Wrong:
    :::{truefalse} Số lạ gọi thì luôn là lừa đảo.
    :id: so-la
    :objective: muc-tiu
    :answer: false

    > true: Có khi là người quen đổi số.
    > false: Đúng vậy.
    :::

Right:
    :::{truefalse} Số lạ gọi thì luôn là lừa đảo.
    :id: so-la
    :objective: muc-tieu
    :answer: false

    > true: Có khi là người quen đổi số.
    > false: Đúng vậy.
    :::

Source:
    A dangling reference: the front matter has no such objective.
"""

import re
from collections.abc import Iterator

from lessonkit.base.diag import Finding, Severity, Span, line_span
from lessonkit.base.near import nearest
from lessonkit.check.option_lines import option_line
from lessonkit.check.rule import Rule
from lessonkit.check.survey import survey
from lessonkit.model import blocks as b
from lessonkit.model.index import Index
from lessonkit.model.module import Module


def find(module: Module, _index: Index) -> Iterator[Finding]:
    """At the id, where it can be found in the source."""
    known = {objective.id for objective in module.meta.objectives}
    seen = survey(module)
    for section in seen.of(b.Section):
        for name in section.objectives:
            if name not in known:
                yield _finding(_in_heading(section, name, seen.lines), name, known)
    for asked in seen.asked:
        name = asked.question.objective or ""
        if name and name not in known:
            yield _finding(option_line(module, asked, "objective", name), name, known)


def _finding(span: Span, name: str, known: set[str]) -> Finding:
    return Finding(span, {"id": name, "near": nearest(name, sorted(known)) or ""})


def _in_heading(section: b.Section, name: str, lines: list[str]) -> Span:
    line = section.span.start.line
    text = lines[line - 1] if line <= len(lines) else ""
    places = [
        match.start() for match in re.finditer(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text)
    ]
    if not places:
        return section.span
    return line_span(section.span.file, line, places[-1] + 1, len(name))


RULE = Rule(
    "LK221", "objective-unknown", Severity.ERROR, "0.1", find, keys=frozenset({"objectives"})
)
