"""A module of a programme is not in a language of the programme.

Vì sao:
    Người học chương trình tiếng Việt gặp giữa chừng một bài tiếng khác, mà bài ấy không có bản
    dịch. Chương trình có bản dịch thì các bài của nó cũng cần bản dịch sang ngôn ngữ ấy.

Why:
    Learners meet a lesson in another language in the middle of the programme, and it has no
    translation into theirs. A programme that is translated needs its modules translated, too.

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
from pathlib import PurePosixPath

from lessonkit.base.diag import Arg, Finding, Severity
from lessonkit.check.courses import courses
from lessonkit.check.gate import Catalogue
from lessonkit.check.rule import Rule
from lessonkit.model.index import Index
from lessonkit.model.program import Program
from lessonkit.plan.alignment import Alignment
from lessonkit.read.program_names import program_translations
from lessonkit.read.project import translations


def find(catalogue: Catalogue, index: Index) -> Iterator[Finding]:
    """At the module's id, for each language of the programme that the module is not in."""
    for course in courses(catalogue, index):
        program = course.program
        langs = (program.meta.lang, *_tags(program))
        for place, module in course.modules:
            for lang in langs:
                if _base(lang) != _base(module.lang) and not _translated(program, module, lang):
                    args: dict[str, Arg] = {"id": module.id, "lang": module.lang, "other": lang}
                    yield Finding(program.place(f"modules[{place}]"), args)


def _tags(program: Program) -> tuple[str, ...]:
    """Languages that the programme is translated into."""
    if not program.folder.is_dir():
        return ()
    beside = program_translations(program.folder / PurePosixPath(program.source).name)
    return tuple(path.name.split(".")[-2] for path in beside)


def _translated(program: Program, module: Alignment, lang: str) -> bool:
    """Whether the module has a translation into that language."""
    above = [".."] * program.source.count("/")
    source = program.folder.joinpath(*above, module.file)
    if not source.is_file():
        return False
    return any(_base(path.name.split(".")[1]) == _base(lang) for path in translations(source))


def _base(lang: str) -> str:
    return lang.split("-", maxsplit=1)[0].lower()


RULE = Rule("LK452", "program-language-mixed", Severity.WARNING, "0.1", find)
