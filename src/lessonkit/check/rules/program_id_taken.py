"""A programme has the id of a module or of another programme.

Vì sao:
    Mã là tên thư mục của những gì dựng ra và là tên trong sổ của nền tảng. Hai thứ cùng mã sẽ ghi
    đè lên nhau.

Why:
    The id names the folder of what is built and the entry in a platform's records. Two things of
    one id would overwrite each other.

Wrong:
    === thu.program.yaml
    id: bai-thu

Right:
    === thu.program.yaml
    id: chuong-trinh-thu

Source:
    Artefacts of both would lie in one folder.
"""

from collections.abc import Iterator

from lessonkit.base.diag import Arg, Finding, Severity
from lessonkit.check.courses import courses
from lessonkit.check.gate import Catalogue
from lessonkit.check.rule import Rule
from lessonkit.model.index import Index


def find(catalogue: Catalogue, index: Index) -> Iterator[Finding]:
    """At the id, in each programme that has it."""
    for course in courses(catalogue, index):
        program = course.program
        name, files = program.meta.id, index.program_files.get(program.meta.id, ())
        others = [file for file in files if file != program.source]
        if "id" not in program.lost and (others or name in index.modules):
            why = "program" if others else "module"
            args: dict[str, Arg] = {"id": name, "others": ", ".join(others), "why": why}
            yield Finding(program.place("id"), args)


RULE = Rule("LK434", "program-id-taken", Severity.ERROR, "0.1", find)
