"""The hint says the answer.

Vì sao:
    Gợi ý giúp người học tự nghĩ ra. Nói luôn đáp án thì câu hỏi không còn hỏi gì.

Why:
    A hint helps to think. One that says the answer leaves nothing to ask.

Wrong:
    :::{text} Bạn gọi số nào để phản ánh cuộc gọi lừa đảo?
    :id: so-nao
    :objective: muc-tieu
    :hint: Hãy gọi số 156.

    = 156
    > Đúng, số 156.
    :::

Right:
    :::{text} Bạn gọi số nào để phản ánh cuộc gọi lừa đảo?
    :id: so-nao
    :objective: muc-tieu
    :hint: Số này có ba chữ số, bắt đầu bằng 15.

    = 156
    > Đúng, số 156.
    :::

Source:
    The project's own choice; only whole answers are looked for.
"""

from collections.abc import Iterator

from lessonkit.base.diag import Finding, Severity
from lessonkit.check.phrases import bare
from lessonkit.check.rule import Rule
from lessonkit.check.survey import survey
from lessonkit.model.index import Index
from lessonkit.model.module import Module
from lessonkit.questions.base import Question
from lessonkit.text.body import Option
from lessonkit.text.tieng import count


def find(module: Module, _index: Index) -> Iterator[Finding]:
    """At the hint; an option of a single word may stand there by chance."""
    for asked in survey(module).asked:
        hint = asked.question.hint
        if hint is None:
            continue
        said = bare(hint.plain())
        for answer in _answers(asked.question):
            if len(answer) > 2 and bare(answer) in said:
                yield Finding(hint.span, {"answer": answer})
                break


def _answers(question: Question) -> Iterator[str]:
    options: tuple[Option, ...] = getattr(question, "options", ())
    texts = (option.text.plain() for option in options if option.right)
    yield from (text for text in texts if count(text) >= 2)
    told = question.interaction()
    if told.type == "fill-in":
        yield from (part for parts in told.patterns for part in parts)
    elif told.type == "numeric":
        yield from (parts[0] for parts in told.patterns if len(set(parts)) == 1)


RULE = Rule("LK639", "hint-gives-answer", Severity.WARNING, "0.1", find)
