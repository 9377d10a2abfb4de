"""Variants and translations of one lesson beside each other: one memory, and nothing lost in it."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from tests.browser.lesson import caught_up
from tests.render.site import EVERYTHING, write_site

from lessonkit.model.settings import Settings
from lessonkit.plan.page import page as plan
from lessonkit.read.module import read_text

pytestmark = pytest.mark.browser

MODULE = """---
id: bai-chung
title: Bài chung
lang: vi
audience: [cbccvc, nguoi-dan]
---

## Chung {#chung}

:::{truefalse} Mã OTP là bí mật.
:id: chung-mot
:answer: true
:::

:::{reflect} Bạn nghĩ gì?
:id: ghi
:::

:::{only}
:audience: cbccvc

:::{truefalse} Văn thư giữ con dấu.
:id: rieng-can-bo
:answer: true
:::

:::{reflect} Cơ quan bạn làm thế nào?
:id: ghi-can-bo
:::

:::{checklist} Ở cơ quan
:id: viec-can-bo

- [ ] Đổi mật khẩu
:::
:::

:::{only}
:audience: nguoi-dan

:::{text} Số cấp cứu?
:id: rieng-dan

= 115
:::
:::
"""


def variant(folder: Path, audience: str | None) -> str:
    """The address of the page for one group, or for all."""
    reading = read_text(MODULE, "module.md", EVERYTHING, Settings())
    assert reading.faults == ()
    assert reading.module is not None
    place = folder / (audience or "all")
    place.mkdir()
    return f"{write_site(plan(reading.module, audience), place).as_uri()}#chung"


def say(page: Page, name: str, answer: str) -> None:
    """Answers a question of the page."""
    form = page.locator(f"#lk-q-{name}")
    field = form.locator("textarea, input[type=text]")
    if field.count():
        field.fill(answer)
    else:
        form.locator(f'input[value="{answer}"]').check()
    form.locator("[type=submit]").click()


def kept(page: Page) -> dict[str, str]:
    """Every answer that the page shows."""
    found: dict[str, str] = page.evaluate(
        """() => {
          const field = (form) => form.querySelector("textarea, input[type=text], input:checked");
          const forms = Array.from(document.querySelectorAll("form.lk-q"));
          return Object.fromEntries(
            forms.map((form) => [form.id.slice(5), (field(form) || {}).value || ""]));
        }"""
    )
    return found


def test_what_one_variant_has_outlives_the_others(tmp_path: Path, browser: Browser) -> None:
    office, public, every = (variant(tmp_path, one) for one in ("cbccvc", "nguoi-dan", None))
    context = browser.new_context(locale="vi-VN")
    page = context.new_page()
    page.goto(office)
    for name, answer in (("chung-mot", "true"), ("rieng-can-bo", "true")):
        say(page, name, answer)
    for name, answer in (("ghi", "Phải giữ."), ("ghi-can-bo", "Khoá tủ.")):
        say(page, name, answer)
    page.locator(".lk-check input").check()

    page.goto("about:blank")
    page.goto(public)
    assert page.locator("#lk-problem").is_hidden()
    assert kept(page) == {"chung-mot": "true", "ghi": "Phải giữ.", "rieng-dan": ""}
    say(page, "rieng-dan", "115")
    say(page, "ghi", "Phải giữ kỹ.")

    page.goto("about:blank")
    page.goto(office)
    assert page.locator("#lk-problem").is_hidden()
    mine = {"chung-mot": "true", "ghi": "Phải giữ kỹ."}
    theirs = {"rieng-can-bo": "true", "ghi-can-bo": "Khoá tủ."}
    assert kept(page) == mine | theirs
    assert page.locator(".lk-check input").is_checked()

    page.goto("about:blank")
    page.goto(every)
    assert page.locator("#lk-problem").is_hidden()
    assert kept(page) == mine | theirs | {"rieng-dan": "115"}
    context.close()


def test_two_variants_open_at_once(tmp_path: Path, browser: Browser) -> None:
    context = browser.new_context(locale="vi-VN")
    office, public = context.new_page(), context.new_page()
    office.goto(variant(tmp_path, "cbccvc"))
    public.goto(variant(tmp_path, "nguoi-dan"))
    for page, name, answer in (
        (office, "rieng-can-bo", "true"),
        (public, "rieng-dan", "115"),
        (office, "ghi", "Một."),
        (public, "ghi", "Hai."),
        (office, "chung-mot", "true"),
    ):
        say(page, name, answer)
        caught_up(page, public if page is office else office)
    third = context.new_page()
    third.goto(variant(tmp_path, None))
    found = kept(third)
    assert (found["rieng-can-bo"], found["rieng-dan"]) == ("true", "115")
    assert (found["chung-mot"], found["ghi"]) == ("true", "Một.\n\nHai.")
    context.close()
