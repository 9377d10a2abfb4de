"""Tables that we write, read as Moodle and OpenSALT read them; see `php`."""

import pytest
from tests.framework import php

from lessonkit.framework.exchange import FORMATS
from lessonkit.framework.exchange.base import Around
from lessonkit.framework.exchange.moodle_writer import ids
from lessonkit.framework.load import builtin
from lessonkit.framework.model import Framework, Skill

Tree = list[tuple[str, str]]
"""Code, or ID number, and that of the parent."""
NUMBERS = ("1", "1.1", "1.1.1", "1.10", "1.100", "01", "1e0", "A.B", "A", "C,D", "C,D.E")
PARENTS = {"1.1": "1", "1.1.1": "1.1", "1.10": "1", "1.100": "1.10", "C,D.E": "C,D"}
ODD = Framework(
    "thu",
    {"vi": "Thử"},
    {
        code: Skill(
            code, {"vi": f"Tên {code}"}, PARENTS.get(code, ""), {"vi": f"Một.\n\n“Hai” {code}"}
        )
        for code in NUMBERS
    },
    lang="vi",
)
FRAMEWORKS = (*builtin().values(), ODD)


def _moodle(text: str) -> Tree:
    """As `framework_importer` does it: below each all whose parent is `==` its ID number."""
    table = php.rows(text.replace("\r\n", "\n").strip())
    assert {len(row) for row in table} == {14}
    flat = {row[1]: row[0] for row in table[1:] if not row[12]}
    found: Tree = []

    def below(parent: str) -> None:
        for one, above in flat.items():
            if php.equal(above, parent):
                assert len(found) < 1000
                found.append((one[:100], parent))
                below(one[:100])

    below("")
    return found


def _opensalt(text: str) -> Tree:
    """As `GithubImport` does it: line by line; without a parent by the code up to its last dot."""
    head, *lines = (php.cells(line) for line in php.cells(text, "\n"))
    items = [dict(zip(head, line, strict=False)) for line in lines]
    items = [one for one in items if one.get("fullStatement")]
    codes = {one["Human Coding Scheme"] for one in items} - {""}
    found: Tree = []
    for one in items:
        code = one["Human Coding Scheme"]
        parent = one.get("Is Child Of") or code.rpartition(".")[0]
        found.append((code, parent if parent in codes else ""))
    return found


def _ours(framework: Framework) -> Tree:
    return [(one.code, one.parent) for one in framework.skills.values()]


def _children(tree: Tree) -> dict[str, list[str]]:
    return {above: [code for code, parent in tree if parent == above] for _, above in tree}


@pytest.mark.parametrize("framework", FRAMEWORKS, ids=lambda one: one.id)
def test_moodle_builds_the_same_tree(framework: Framework) -> None:
    if not framework.skills:
        return
    written = FORMATS.get("moodle").write(framework, Around(builtin()))
    names = {"": "", **ids(framework.skills)}
    tree = _moodle(written.text)
    assert _children(tree) == _children([(names[a], names[b]) for a, b in _ours(framework)])
    again = FORMATS.get("moodle").read(written.text, Around(builtin())).framework
    assert _ours(again) == _ours(framework)


@pytest.mark.parametrize("framework", FRAMEWORKS, ids=lambda one: one.id)
def test_opensalt_builds_the_same_tree(framework: Framework) -> None:
    written = FORMATS.get("opensalt").write(framework, Around(builtin()))
    tree = [one for one in _opensalt(written.text) if one[0] in framework.skills]
    assert tree == _ours(framework)
    around = Around(builtin(), id=framework.id, stem="thu")
    again = FORMATS.get("opensalt").read(written.text, around)
    assert _ours(again.framework) == _ours(framework)
    assert {one.code for one in again.losses} <= {"no-framework-row", "language-guessed"}


def test_the_witness_sees_what_goes_wrong() -> None:
    """The rows as they stood once: numbers alike, and lines within a cell."""
    row = "{},{},x,,1,,,,,,,,{},\n"
    text = "".join(
        row.format(*one) for one in (("a",) * 3, ("", "f", 1), ("", "1.1", ""), ("1.10", "1", ""))
    )
    assert _moodle(text) == [("1.1", ""), ("1", "1.1")]
    head = "Human Coding Scheme,fullStatement,Is Child Of\n"
    assert _opensalt(head + 'A,"One\nTwo",\nA.B,Three,\n') == [("A", ""), ("A.B", "A")]
    assert php.cells('x,"a \\"" b, c",d') == ["x", 'a \\" b', ' c"', "d"]
