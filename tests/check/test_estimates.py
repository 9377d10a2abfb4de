"""How long a lesson takes, estimated."""

from dataclasses import replace
from pathlib import Path

import pytest
from tests.check.lessons import index, make_media, whole

from lessonkit.check.groups import longest
from lessonkit.model.limits import Limits
from lessonkit.model.module import Module
from lessonkit.model.settings import CheckSettings, Settings
from lessonkit.plan.estimates import estimate
from lessonkit.read.module import read_text

FIVE = "một hai ba bốn năm"
QUESTION = f"""
:::{{choice}} {FIVE}?
:id: thu
:hint: {FIVE}

- [x] một
  > {FIVE}
- [ ] hai
:::
"""
STORY = f"""
:::{{scenario}} {FIVE}?
:id: thu

### a {{#a}}

{FIVE}

- [một](#b)
  > {FIVE}
- [hai ba](#c)

### a {{#b}}

{FIVE} {FIVE}

### a {{#c}}

x
:::
"""
"""One way: 5 asked, 6 of the first scene, 3 of its choices, 11 of the longer end."""


def module(body: str, folder: Path) -> Module:
    """A module with these sections."""
    text = whole(f"## A\n\n{body}")
    make_media(text, folder)
    found = read_text(text, "module.md", folder, Settings()).module
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("body", "tieng"),
    [
        (FIVE, 5),
        (f"{FIVE}\n\n- {FIVE}\n- {FIVE}", 15),
        (f":::{{note}} {FIVE}\n{FIVE}\n:::", 10),
        (f":::{{teacher}}\n{FIVE}\n:::", 0),
        (f":::{{narration}}\n{FIVE}\n:::\n\n{FIVE}", 5),
        (f":::{{slide}}\n{FIVE}\n:::\n\n{FIVE}", 5),
        (f":::{{audio}} media/ghi-am.mp3\n{FIVE}\n:::", 0),
        (f"| {FIVE} | a |\n| --- | --- |\n| b | c |", 8),
        (f":::{{details}} {FIVE}\n{FIVE}\n:::", 10),
        (QUESTION, 7),
        (STORY, 25),
    ],
)
def test_what_a_learner_reads_counts(body: str, tieng: int, tmp_path: Path) -> None:
    """Not what a teacher reads or what is spoken; of a question what is asked and its options."""
    assert estimate(module(body, tmp_path)).tieng == tieng


def test_an_audience_reads_its_own_blocks(tmp_path: Path) -> None:
    body = f"{FIVE}\n\n:::{{only}}\n:audience: nguoi-dan\n\n{FIVE}\n:::"
    found = module(body, tmp_path)

    assert estimate(found).tieng == 10
    assert estimate(found, frozenset({"nguoi-dan"})).tieng == 10
    assert estimate(found, frozenset({"cbccvc"})).tieng == 5


def test_sections_for_an_audience_are_parts_of_their_own(tmp_path: Path) -> None:
    body = f"{FIVE}\n\n::::{{only}}\n:audience: nguoi-dan\n\n## B\n\n{FIVE}\n::::"
    found = module(body, tmp_path)

    assert [part.section and part.section.id for part in estimate(found).parts] == ["a", "b"]
    assert len(estimate(found, frozenset({"cbccvc"})).parts) == 1


def test_of_a_bank_the_longest_draw_counts(tmp_path: Path) -> None:
    short = QUESTION.replace(":id: thu", ":id: ngan").replace(f"{FIVE}?", "một?")
    body = f":::{{bank}}\n:id: kho\n:draw: 1\n{QUESTION}\n{short}:::\n\n{FIVE}"
    found = estimate(module(body, tmp_path))

    assert (found.questions, found.tieng) == (1, 7 + 5)


def test_minutes_are_reading_thinking_and_listening(tmp_path: Path) -> None:
    clip = ":::{video} media/phim.mp4\n:start: 10\n:end: 40\n\nLời.\n:::"
    found = estimate(module(f"{FIVE}\n{QUESTION}\n{clip}", tmp_path))
    limits = Limits(tieng_per_minute=12, question_seconds=30)

    assert found.questions == 1
    known = index(Settings(check=CheckSettings(limits=limits)))
    assert found.minutes(known) == pytest.approx((5 + 7) / 12 + 0.5 + 0.5)


def test_of_several_groups_that_counts_which_takes_longest(tmp_path: Path) -> None:
    """Each reads its own blocks, at its own speed."""
    many = " ".join([FIVE] * 10)
    body = f"{FIVE}\n\n:::{{only}}\n:audience: nguoi-dan\n\n{many}\n:::"
    found = module(body, tmp_path)
    found = replace(found, meta=found.meta.model_copy(update={"audience": ("cbccvc", "nguoi-dan")}))
    for speed, expected in ((5, 11.0), (55, 1.0)):
        limits = Limits(tieng_per_minute_for={"nguoi-dan": speed, "cbccvc": 5})
        _, minutes = longest(found, index(Settings(check=CheckSettings(limits=limits))))
        assert minutes == pytest.approx(expected)
