"""Cures: the fault is gone, and nothing is changed but what it was about."""

from pathlib import Path

import pytest
from tests.read.cases import FRONT

from lessonkit.check.fix import edited
from lessonkit.model.settings import Settings
from lessonkit.read.module import Reading, read_text

OPTIONS = "- [x] Một\n- [ ] Hai\n"
CURES: dict[str, tuple[str, str, str]] = {
    "an id": (
        "LK140",
        f":::{{choice}} Bạn *làm* gì?\n{OPTIONS}:::\n",
        f":::{{choice}} Bạn *làm* gì?\n:id: ban-lam-gi\n{OPTIONS}:::\n",
    ),
    "an id without words": (
        "LK140",
        ":::{checklist}\n- [ ] Một\n:::\n",
        ":::{checklist}\n:id: checklist\n- [ ] Một\n:::\n",
    ),
    "an id above other options": (
        "LK140",
        ":::{number} Mấy?\n:unit: kg\n= 1\n:::\n",
        ":::{number} Mấy?\n:id: may\n:unit: kg\n= 1\n:::\n",
    ),
    "an id that is empty": (
        "LK140",
        ":::{checklist}\n:id:\n- [ ] Một\n:::\n",
        ":::{checklist}\n:id: checklist\n- [ ] Một\n:::\n",
    ),
    "an id in a list": (
        "LK140",
        "- :::{checklist} Một\n  - [ ] a\n  :::\n",
        "- :::{checklist} Một\n  :id: mot\n  - [ ] a\n  :::\n",
    ),
    "an id in a quote": (
        "LK140",
        "> :::{checklist} Một\n> - [ ] a\n> :::\n",
        "> :::{checklist} Một\n> :id: mot\n> - [ ] a\n> :::\n",
    ),
    "an id at the end of the file": (
        "LK140",
        ":::{checklist} Một",
        ":::{checklist} Một\n:id: mot",
    ),
    "ids that differ, also from one given later": (
        "LK140",
        ":::{cards} A\na\n: b\n:::\n\n:::{cards} A\na\n: b\n:::\n\n"
        ":::{cards} B\n:id: a\na\n: b\n:::\n",
        ":::{cards} A\n:id: a-2\na\n: b\n:::\n\n:::{cards} A\n:id: a-3\na\n: b\n:::\n\n"
        ":::{cards} B\n:id: a\na\n: b\n:::\n",
    ),
    "a heading": ("LK187", "##Hai\n\nChữ.\n", "## Hai\n\nChữ.\n"),
    "a heading with a space that does not break": ("LK187", "##\u00a0Hai\n", "## Hai\n"),
    "a heading in a list": ("LK187", "- ###Ba *bốn*\n", "- ### Ba *bốn*\n"),
    "feedback": (
        "LK611",
        ":::{choice} Gì?\n:id: a\n- [x] Một\n> Đúng.\n> Tốt.\n- [ ] Hai\n > Sai.\n:::\n",
        ":::{choice} Gì?\n:id: a\n- [x] Một\n  > Đúng.\n  > Tốt.\n- [ ] Hai\n  > Sai.\n:::\n",
    ),
    "feedback in a quote": (
        "LK611",
        "> :::{choice} Gì?\n> :id: a\n> - [x] Một\n> > Đúng.\n> - [ ] Hai\n> :::\n",
        "> :::{choice} Gì?\n> :id: a\n> - [x] Một\n>   > Đúng.\n> - [ ] Hai\n> :::\n",
    ),
    "feedback of options with numbers": (
        "LK611",
        ":::{choice} Gì?\n:id: a\n1. [x] Một\n> Đúng.\n2. [ ] Hai\n:::\n",
        ":::{choice} Gì?\n:id: a\n1. [x] Một\n   > Đúng.\n2. [ ] Hai\n:::\n",
    ),
    "a consequence of a choice": (
        "LK611",
        ":::{scenario} Gì?\n:id: a\n### A {#b}\n- [Đi](#c)\n> Im *lặng*.\n### B {#c}\n:::\n",
        ":::{scenario} Gì?\n:id: a\n### A {#b}\n- [Đi](#c)\n  > Im *lặng*.\n### B {#c}\n:::\n",
    ),
    "ids of scenes, as choices ask for them": (
        "LK681",
        ":::{scenario} Gì?\n:id: a\n### Chuông\n- [Cúp](#cup-may)\n- [Nghe](#xong)\n"
        '### Bạn cúp máy {score="1"}\n### Xong {#xong score=0}\n:::\n',
        ":::{scenario} Gì?\n:id: a\n### Chuông {#chuong}\n- [Cúp](#cup-may)\n- [Nghe](#xong)\n"
        '### Bạn cúp máy {#cup-may score="1"}\n### Xong {#xong score=0}\n:::\n',
    ),
}
FRONT_CURES: dict[str, tuple[str, str, str]] = {
    "a version": ("LK113", "title: A\nversion: 1.10\n", 'title: A\nversion: "1.10"\n'),
    "text like a number": ("LK112", "title: 2026 # năm\n", 'title: "2026" # năm\n'),
    "a list": ("LK121", "title: A\naudience: nguoi-dan\n", "title: A\naudience: [nguoi-dan]\n"),
    "a list of words": ("LK121", "title: A\nauthors: Tên *a*\n", "title: A\nauthors: [Tên *a*]\n"),
}
UNCURED = {
    "objectives": "title: A\nobjectives: một\n",
    "a list with commas": "title: A\nkeywords: một, hai\n",
    "a list with a colon": "title: A\naudience: 'a: b'\n",
}
"""Where more than one thing can be meant, nothing is done."""


def _read(text: str) -> Reading:
    return read_text(text, "module.md", Path("bai-thu"), Settings())


def _cured(text: str, code: str) -> tuple[str, list[str]]:
    """The text after the cures of one code, and the other codes found before."""
    found = _read(text).faults
    edits = [edit for one in found if one.code == code for edit in one.finding.fix]
    assert edits
    return edited(_read(text).text, edits), [one.code for one in found if one.code != code]


@pytest.mark.parametrize("name", CURES)
def test_a_cure_in_the_body(name: str) -> None:
    code, wrong, right = CURES[name]
    text, others = _cured(FRONT + wrong, code)
    assert text == FRONT + right
    assert [one.code for one in _read(text).faults] == others


@pytest.mark.parametrize("name", FRONT_CURES)
def test_a_cure_in_the_front_matter(name: str) -> None:
    code, wrong, right = FRONT_CURES[name]
    text, others = _cured(f"---\n{wrong}---\n", code)
    assert text == f"---\n{right}---\n"
    assert [one.code for one in _read(text).faults] == others


@pytest.mark.parametrize("name", UNCURED)
def test_no_cure_where_several_things_can_be_meant(name: str) -> None:
    faults = _read(f"---\n{UNCURED[name]}---\n").faults
    assert faults
    assert not any(fault.finding.fix for fault in faults)


def test_letters_and_marks_are_joined() -> None:
    text, _ = _cured(FRONT + "Ma\u0323nh **e\u0302**.\n\nma\u0323nh\n", "LK124")
    assert text == FRONT + "Mạnh **ê**.\n\nmạnh\n"
    assert _read(text).faults == ()
