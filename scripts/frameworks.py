"""The page `docs/reference/frameworks`: the file of a framework, and the built-in ones."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from lessonkit.framework.load import builtin
from lessonkit.framework.model import Framework, name_in

FOLDER = Path(__file__).parent
WORDS = {
    "vi": {
        "builtin": "## Các khung có sẵn", "levels": "**Bậc**", "groups": "**Nhóm người học**",
        "cross": "**Đối chiếu**", "code": "mã", "skill": "kỹ năng", "level": "bậc", "name": "tên",
        "standing": "Tình trạng", "whole": "đủ", "part": "một phần", "secondary": "nguồn thứ cấp",
        "own": "từ khóa đặt thêm, không thuộc khung", "to": "kỹ năng", "sources": "**Nguồn**",
    },
    "en": {
        "builtin": "## Built-in frameworks", "levels": "**Levels**",
        "groups": "**Audience groups**", "cross": "**Crosswalk**",
        "code": "code", "skill": "skill", "level": "level",
        "name": "name", "standing": "Standing", "whole": "whole", "part": "in part",
        "secondary": "secondary sources", "own": "added keywords, no part of the framework",
        "to": "skills", "sources": "**Sources**",
    },
}  # fmt: skip


def frameworks_page(lang: str) -> str:
    """The whole page without its first line."""
    parts = [(FOLDER / f"frameworks.{lang}.md").read_text("utf-8").strip(), WORDS[lang]["builtin"]]
    for one in builtin().values():
        parts += _framework(one, lang)
    return "\n\n".join(parts) + "\n"


def _framework(framework: Framework, lang: str) -> Iterator[str]:
    words = WORDS[lang]
    yield f"### `{framework.id}`"
    yield "\n\n".join(
        text for text in (name_in(framework.titles, lang), framework.legal_act) if text
    )
    standing, said = words[framework.standing], name_in(framework.completeness, lang)
    yield f"{words['standing']}: **{standing}**. {said}"
    own = any(one.own_keywords for one in framework.skills.values())
    rows = [_skill(framework, code, lang, own) for code in framework.skills]
    yield from _table([words["code"], words["skill"], *([words["own"]] if own else [])], rows)
    levels = [(str(v.level), _level(framework, v.level, lang)) for v in framework.levels.values()]
    yield from _table([words["level"], words["name"]], levels, words["levels"])
    groups = [
        (f"`{one.id}`", ". ".join(filter(None, (name_in(one.names, lang), name_in(one.who, lang)))))
        for one in framework.audiences.values()
    ]
    yield from _table(["id", words["name"]], groups, words["groups"])
    yield from _crosswalks(framework, words)
    yield from (f"> {name_in(doubt, lang)}" for doubt in framework.doubts)
    if framework.sources:
        yield "\n".join([words["sources"], "", *(f"- {one}" for one in framework.sources)])


def _skill(framework: Framework, code: str, lang: str, own: bool) -> tuple[str, ...]:
    skill = framework.skills[code]
    cells = (f"`{code}`", name_in(skill.names, lang))
    return (*cells, ", ".join(skill.own_keywords)) if own else cells


def _level(framework: Framework, number: int, lang: str) -> str:
    level = framework.levels[number]
    name, stage = name_in(level.names, lang), name_in(level.stages, lang)
    return f"{name} ({stage})" if stage and stage != name else name


def _crosswalks(framework: Framework, words: dict[str, str]) -> Iterator[str]:
    counts: dict[tuple[str, str], int] = {}
    for one in framework.matches:
        counts[one.framework, one.relation] = counts.get((one.framework, one.relation), 0) + 1
    for (there, relation), count in counts.items():
        levels = framework.level_matches.get(there, {})
        pairs = ", ".join(f"{here} → {over}" for here, over in levels.items())
        said = f"{words['cross']}: `{there}`, {count} {words['to']}, `{relation}`"
        yield f"{said}; {words['level']} {pairs}." if pairs else f"{said}."


def _table(heads: list[str], rows: Sequence[tuple[str, ...]], title: str = "") -> Iterator[str]:
    if rows:
        yield from ([title] if title else [])
        lines = [f"| {' | '.join(one)} |" for one in (tuple(heads), *rows)]
        yield "\n".join([lines[0], "|" + "---|" * len(heads), *lines[1:]])
