"""Small modules and programmes for tests of what holds between them.

A module is told in one line: `id for group, group after module: skill@level, skill@level untaught`;
what stands behind a skill, `untaught` or `unasked`, is what is missing there.
"""

import re
from collections.abc import Iterable
from pathlib import Path

from lessonkit.model.program import Program
from lessonkit.model.settings import Settings
from lessonkit.plan.alignment import Alignment, alignment
from lessonkit.read.module import read_text
from lessonkit.read.program import program_text

_TOLD = re.compile(
    r"(?P<id>[\w-]+)(?: for (?P<groups>[^:]*?))?(?: after (?P<before>[^:]*?))?"
    r"(?: (?P<minutes>\d+) min)?(?: in (?P<lang>\w+))?(?:: (?P<claims>.*))?"
)


def lesson(told: str) -> str:
    """The text of a module that is told so."""
    match = _TOLD.fullmatch(told)
    assert match is not None, told
    claims = [part.split() for part in re.split(r",\s*", match["claims"] or "") if part]
    objectives, sections, questions = "", "", ""
    for number, (reference, *lacking) in enumerate(claims, start=1):
        skill, _, level = reference.partition("@")
        objectives += f"  - id: o{number}\n    text: Nêu được việc {number}\n    skill: {skill}\n"
        objectives += f"    level: {level}\n" if level else ""
        if "untaught" not in lacking:
            sections += f"\n## Phần {number} {{#p{number} objective=o{number}}}\n\nChữ của phần.\n"
        if "unasked" not in lacking:
            questions += (
                f"\n:::{{truefalse}} Việc {number} có nên làm không?\n:id: q{number}\n"
                f":objective: o{number}\n:answer: true\n:::\n"
            )
    return (
        f"---\nid: {match['id']}\ntitle: Bài {match['id']}\nlang: {match['lang'] or 'vi'}\n"
        f"audience: [{match['groups'] or ''}]\nrequires: [{match['before'] or ''}]\n"
        f"minutes: {match['minutes'] or 5}\n"
        + (f"objectives:\n{objectives}" if objectives else "")
        + f"---\n{sections}\n## Hỏi\n{questions}\n"
    )


def aligned(told: Iterable[str]) -> dict[str, Alignment]:
    """What modules that are told so claim, by id."""
    found = {}
    for one in told:
        name = one.split(maxsplit=1)[0].rstrip(":")
        reading = read_text(lesson(one), f"modules/{name}/module.md", Path(name), Settings())
        assert reading.module is not None
        assert reading.faults == (), reading.faults
        found[name] = alignment(reading.module)
    return found


def programme(text: str, name: str = "thu") -> Program:
    """The programme of a text, which has what each must have where the text does not say it."""
    keys = set(re.findall(r"^(\w+):", text, re.MULTILINE))
    needed = {"title": "Chương trình thử", "audience": "nguoi-dan", "modules": "[a]"}
    text += "".join(f"{key}: {value}\n" for key, value in needed.items() if key not in keys)
    file = f"modules/{name}.program.yaml"
    program = program_text(text.encode(), file, Path("modules"), Settings()).program
    assert program is not None
    return program
