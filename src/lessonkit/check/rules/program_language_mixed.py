"""A module of a programme is not in the programme's language.

Vì sao:
    Người học chương trình tiếng Việt gặp giữa chừng một bài tiếng khác, mà bài ấy không có bản
    dịch.

Why:
    Learners meet a lesson in another language in the middle of the programme, and it has no
    translation into theirs.

Wrong:
    === thu.program.yaml
    lang: en

Right:
    === thu.program.yaml
    lang: vi

Source:
    WCAG 2.2, 3.1.1 and 3.1.2 ask for the language to be told; that it be one is the project's own
    choice.
"""

from collections.abc import Iterator

from lessonkit.base.diag import Arg, Finding, Severity
from lessonkit.check.courses import courses
from lessonkit.check.gate import Catalogue
from lessonkit.check.rule import Rule
from lessonkit.model.index import Index
from lessonkit.model.program import Program
from lessonkit.plan.alignment import Alignment
from lessonkit.read.project import translations


def find(catalogue: Catalogue, index: Index) -> Iterator[Finding]:
    """At the module's id, where no translation lies beside the module."""
    for course in courses(catalogue, index):
        lang = course.program.meta.lang
        for place, module in course.modules:
            if _base(lang) != _base(module.lang) and not _translated(course.program, module):
                args: dict[str, Arg] = {"id": module.id, "lang": module.lang, "other": lang}
                yield Finding(course.program.place(f"modules[{place}]"), args)


def _translated(program: Program, module: Alignment) -> bool:
    """Whether the module has a translation into the language of the programme."""
    above = [".."] * program.source.count("/")
    source = program.folder.joinpath(*above, module.file)
    if not source.is_file():
        return False
    tags = (path.name.split(".")[1] for path in translations(source))
    return any(_base(tag) == _base(program.meta.lang) for tag in tags)


def _base(lang: str) -> str:
    return lang.split("-", maxsplit=1)[0].lower()


RULE = Rule("LK452", "program-language-mixed", Severity.WARNING, "0.1", find)
