"""What `only` blocks keep from some groups: proved, and counted, for those who meet it alone."""

from pathlib import Path

import pytest

from lessonkit.framework.model import Audience
from lessonkit.model.settings import Settings
from lessonkit.plan.alignment import Claim, alignment
from lessonkit.read.module import read_text

GROUPS = {
    name: Audience(name, {}, within=within)
    for name, within in (("dan", ""), ("gia", "dan"), ("nu", "dan"), ("can-bo", ""))
}
HEAD = """---
title: Bài thử
objectives: [{id: mt, text: Nêu được ba dấu hiệu, skill: 'tt02-2025:4.2', level: 2}]
"""
BODY = """---

## Phần thử {#thu objective=mt}

Hãy cúp máy.
"""
ASKED = """
::::{{only}}
:audience: {only}

:::{{truefalse}} Người lạ giục bạn thì đáng tin.
:id: {only}
:objective: mt
:answer: false
:::
::::
"""
OPEN = """
:::{truefalse} Người quen hỏi tiền thì nên gọi lại.
:id: chung
:objective: mt
:answer: true
:::
"""


def claimed(audience: str, *asked: str) -> Claim:
    """Of a lesson for these groups with a question for each that is named; empty: for all."""
    said = f"audience: [{audience}]\n" if audience else ""
    questions = "".join(ASKED.format(only=only) if only else OPEN for only in asked)
    text = HEAD + said + BODY + questions
    module = read_text(text, "modules/thu/module.md", Path("thu"), Settings()).module
    assert module is not None
    return alignment(module, GROUPS).claims[0]


@pytest.mark.parametrize(
    ("audience", "asked", "lacking"),
    [
        ("dan, can-bo", ["can-bo"], {"dan", "gia", "nu"}),
        ("dan", ["gia"], {"dan", "nu"}),
        ("", ["can-bo"], {"dan", "gia", "nu"}),
        ("dan, can-bo", ["can-bo", ""], set()),
        ("dan", [], set()),
    ],
)
def test_who_meets_the_part_only_is_not_kept_from_it(
    audience: str, asked: list[str], lacking: set[str]
) -> None:
    assert set(claimed(audience, *asked).lacking) == lacking


def test_a_question_counts_for_those_who_meet_it() -> None:
    claim = claimed("dan, can-bo", "", "can-bo")

    counts = {group: claim.items_for(group) for group in GROUPS}
    assert counts == {"dan": 1, "gia": 1, "nu": 1, "can-bo": 2}
    assert claim.items_for(None) == 2
