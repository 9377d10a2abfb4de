"""The manual is run: each page's *Wrong* has its fault and no other, its *Right* has none."""

import string
from pathlib import Path

import pytest
from tests.check.lessons import UNTRIED, check_fragment

from lessonkit.base.messages import words
from lessonkit.check.rules import ASKED_FOR, NAMES, RULES, TABLE


def arguments(text: str) -> set[str]:
    """Names in braces."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


PAGES = tuple(NAMES.items())
LOCKED = frozenset(code for code, _, needed in TABLE if needed in ("published", "lock"))
"""Rules whose *Right* is what was published, and *Wrong* the next version."""


@pytest.mark.parametrize(("code", "name"), PAGES)
def test_wrong_has_this_fault_and_no_other(code: str, name: str, tmp_path: Path) -> None:
    page = RULES.get(name).page
    asked = name if name in ASKED_FOR or name == UNTRIED else ""
    found = check_fragment(page.wrong, tmp_path, asked, page.right if code in LOCKED else "")

    assert {one.code for one in found} == {code, *page.beside}
    said = words(code, "vi")
    wanted = {name for text in (said.message, said.hint, said.near) for name in arguments(text)}
    assert all(wanted <= one.args.keys() for one in found if one.code == code)


@pytest.mark.parametrize(("code", "name"), PAGES)
def test_right_has_no_fault(code: str, name: str, tmp_path: Path) -> None:
    right = RULES.get(name).page.right
    asked = name if name == UNTRIED else ""
    found = check_fragment(right, tmp_path, asked, right if code in LOCKED else "")

    assert [f"{one.code} {one.message}" for one in found] == []


def test_pages_are_complete() -> None:
    for code, name in PAGES:
        rule = RULES.get(name)
        page = rule.page
        assert (rule.code, rule.name) == (code, name)
        assert rule.find.__module__.rpartition(".")[2] == name.replace("-", "_")
        assert all((page.title, page.why_vi, page.why_en, page.wrong, page.right)), code
        assert rule.source, code
