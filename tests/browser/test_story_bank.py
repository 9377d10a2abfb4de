"""Stories in a bank: drawn, half told, kept over a reload, drawn anew, and updated half way."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser
from tests.browser.lesson import Learner, learner
from tests.browser.test_scenario import choose, scene, walk
from tests.render.site import write_site

from lessonkit.model.settings import Settings
from lessonkit.plan.page import page as plan
from lessonkit.read.module import read_text

pytestmark = pytest.mark.browser

STORY = """
:::{{scenario}} Cuộc gọi {0}
:id: truyen-{0}

### Chuông reo {{#reo-{0}}}

- [Nghe](#nghe-{0})
- [Cúp máy](#cup-{0})

### Họ đòi mã {{#nghe-{0}}}

- [Đọc mã](#doc-{0})
- [Cúp máy](#cup-{0})

### Bạn cúp máy {{#cup-{0} score="1"}}

Tiền còn nguyên.

### Bạn đọc mã {{#doc-{0} score="0"}}

Tiền đã mất.
:::
"""
HEAD = """---
id: kho-truyen
title: Kho tình huống
lang: vi
tracking:
  mastery: 1
  attempts: 9
---

## Gọi {#goi}

:::{bank}
:id: kho
:draw: 1
"""
NAMES = ("mot", "hai", "ba")


def write(folder: Path, *names: str) -> Path:
    """The page of a lesson with a bank of these stories."""
    text = HEAD + "".join(map(STORY.format, names)) + ":::\n"
    reading = read_text(text, "module.md", folder, Settings())
    assert reading.faults == ()
    assert reading.module is not None
    return write_site(plan(reading.module), folder)


def drawn(one: Learner) -> str:
    """The name of the one story that is asked."""
    (name,) = (name for name in NAMES if one.question(f"truyen-{name}").is_visible())
    return name


def ways(one: Learner) -> int:
    """How many stories the browser keeps half told."""
    return sum(text.count(";w") for text in one.state().values())


def test_drawn_half_told_reloaded_drawn_anew_updated(tmp_path: Path, browser: Browser) -> None:
    index = write(tmp_path, *NAMES)
    with learner(browser, index, address="#goi") as one:
        first = drawn(one)
        form = one.question(f"truyen-{first}")
        choose(form, "Nghe")
        one.page.reload()
        assert drawn(one) == first
        assert scene(form) == "Họ đòi mã"
        assert ways(one) == 1
        walk(form, "Đọc mã")
        one.go("lk-close")
        one.page.locator("#lk-result button").click()
        one.go("goi")
        second = drawn(one)
        assert second != first
        form = one.question(f"truyen-{second}")
        assert scene(form) == "Chuông reo"
        choose(form, "Nghe")
        one.page.reload()
        assert scene(form) == "Họ đòi mã"
        write(tmp_path, *(name for name in NAMES if name != second))
        one.page.reload()
        form = one.question(f"truyen-{drawn(one)}")
        assert scene(form) == "Chuông reo"
        walk(form, "Cúp máy")
        assert ways(one) == 0
        one.go("lk-close")
        assert "đạt" in one.page.locator("#lk-result").inner_text()
