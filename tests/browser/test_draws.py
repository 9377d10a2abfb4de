"""Banks, hints that cost, trying the wrong ones again: by keys, kept, printed, without scripts."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from tests.browser.lesson import DESK, PHONE, Learner, learner
from tests.browser.test_look_access import WIDE, violations
from tests.render.site import write_site

from lessonkit.model.settings import Settings
from lessonkit.plan.page import page as plan
from lessonkit.read.module import read_text

pytestmark = pytest.mark.browser

ASKED = """
:::{{truefalse}} Câu {name} hỏi bạn điều gì?
:id: {name}
:answer: true
{more}
> true: Đúng vậy.
> false: Bạn đọc lại nhé.
:::
"""
COSTS = ":hint: Nghĩ về **ai** gọi cho bạn.\n:hint-cost: 12,5%\n"
HELD = ("mot", "hai", "ba", "bon", "nam")
MODULE = (
    """---
id: bai-rut
title: Bài rút thăm
lang: vi
tracking:
  mastery: 1
  attempts: 9
---

## Câu hỏi {#cau-hoi}
"""
    + ASKED.format(name="ngoai", more=COSTS)
    + "\n:::{bank}\n:id: ngan-hang\n:draw: 2\n"
    + "".join(ASKED.format(name=name, more="") for name in HELD)
    + ":::\n"
    + ASKED.format(name="cuoi", more="")
    + "\n## Phần hai {#hai}\n\nHết.\n"
)


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The lesson as a page."""
    folder = tmp_path_factory.mktemp("rut")
    module = read_text(MODULE, "module.md", folder, Settings()).module
    assert module is not None
    return write_site(plan(module), folder)


@pytest.fixture
def one(index: Path, browser: Browser) -> Iterator[Learner]:
    """The lesson on a phone, at its questions."""
    with learner(browser, index) as found:
        found.next()
        yield found


def shown(one: Learner) -> list[str]:
    """Ids of the questions that are on the page."""
    names = one.page.eval_on_selector_all(
        ".lk-q", "(all) => all.filter((q) => q.offsetHeight).map((q) => q.dataset.lkQ)"
    )
    return [str(name) for name in names]


def numbers(one: Learner) -> list[str]:
    """What stands above those questions."""
    found = one.page.eval_on_selector_all(
        ".lk-q", "(all) => all.filter((q) => q.offsetHeight).map((q) => q.querySelector('.lk-q-no')"
        ".textContent)",
    )  # fmt: skip
    return [str(text) for text in found]


def answers(one: Learner, *wrong: str) -> None:
    """Everything that is open, right but for these."""
    for name in shown(one):
        if one.question(name).locator("[type=submit]").is_visible():
            one.answer(name, "false" if name in wrong else "true")


def closing(one: Learner) -> str:
    """What the last page says."""
    one.go("lk-close")
    return one.page.locator("#lk-result").inner_text()


def test_only_the_drawn_are_shown_and_counted_on(one: Learner) -> None:
    names = shown(one)
    assert (names[0], names[-1], len(names)) == ("ngoai", "cuoi", 4)
    assert numbers(one) == [f"Câu hỏi {n}" for n in (1, 2, 3, 4)]
    assert "đúng 0 trên 4" in closing(one)
    links = one.page.locator("#lk-result .lk-left a")
    assert [link.get_attribute("href") for link in links.all()] == [f"#lk-q-{n}" for n in names]
    assert [li.evaluate("(li) => li.value") for li in links.locator("..").all()] == [1, 2, 3, 4]
    assert "4 câu hỏi" in one.page.locator("#lk-open .lk-facts").inner_text()


def test_the_draw_stays_after_a_reload_and_in_another_tab(one: Learner) -> None:
    names = shown(one)
    for _ in range(3):
        one.page.reload()
        assert shown(one) == names
    tab = one.page.context.new_page()
    tab.goto(one.page.url)
    assert shown(Learner(tab)) == names


def test_going_on_waits_for_the_drawn_alone(one: Learner) -> None:
    answers(one)
    assert "lk-btn-main" in (one.page.get_attribute("#lk-next", "class") or "")
    assert one.page.locator("#lk-toc a[href='#cau-hoi']").get_attribute("class") == "lk-done"


def test_paper_has_all_of_them_and_says_how_many_are_asked(one: Learner) -> None:
    one.page.emulate_media(media="print")
    one.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert shown(one) == ["ngoai", *HELD, "cuoi"]
    assert numbers(one) == [f"Câu hỏi {n}" for n in range(1, 8)]
    assert "bạn được hỏi 2 trong 5 câu" in one.page.locator(".lk-bank-how").inner_text()
    one.page.emulate_media(media="screen")
    one.page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert numbers(one) == [f"Câu hỏi {n}" for n in (1, 2, 3, 4)]
    assert not one.page.locator(".lk-bank-how").is_visible()


def test_without_scripts_all_are_there_and_the_hint_is_free(index: Path, browser: Browser) -> None:
    with learner(browser, index, java_script_enabled=False) as one:
        assert one.page.locator(".lk-q:visible").count() == 7
        assert "bạn được hỏi 2 trong 5 câu" in one.page.locator(".lk-bank-how").inner_text()
        assert one.page.locator("#lk-q-ngoai .lk-hint p").count() == 1
        assert "trừ" not in one.page.locator("#lk-q-ngoai .lk-hint").inner_text()


def test_a_hint_says_its_price_and_is_not_there_till_it_is_paid(one: Learner) -> None:
    box = one.question("ngoai").locator(".lk-hint")
    assert re.sub(r"\s+", " ", box.inner_text()) == "Xem gợi ý (trừ 12,5% số điểm của câu này)"
    assert box.locator("p").count() == 0
    box.locator("summary").focus()
    one.page.keyboard.press("Enter")
    assert box.locator("p").inner_text() == "Nghĩ về ai gọi cho bạn."
    assert box.get_attribute("open") is not None
    assert "(đã trừ 12,5% số điểm của câu này)" in box.inner_text()
    one.page.reload()
    assert "(đã trừ" in box.inner_text()
    answers(one)
    assert "Đúng rồi" in one.question("ngoai").inner_text()
    text = closing(one)
    assert "đúng 4 trên 4" in text
    assert "96% số điểm" in text
    # All is right: nothing but all of it can be tried again.
    assert one.page.locator("#lk-next").inner_text() == "Làm lại câu hỏi"
    assert one.page.locator("#lk-result button").count() == 0
    one.page.click("#lk-next")
    one.page.wait_for_selector("#cau-hoi.lk-on")
    assert "(trừ 12,5%" in one.question("ngoai").locator(".lk-hint").inner_text()
    assert one.question("ngoai").locator(".lk-hint p").count() == 0


def test_a_double_click_pays_once_and_leaves_it_open(one: Learner) -> None:
    box = one.question("ngoai").locator(".lk-hint")
    box.locator("summary").dblclick()
    assert box.locator("p").is_visible()


def test_a_hint_is_free_once_the_question_is_done(one: Learner) -> None:
    one.answer("ngoai", "true")
    box = one.question("ngoai").locator(".lk-hint")
    assert box.inner_text().strip() == "Xem gợi ý"
    box.locator("summary").click()
    assert box.locator("p").is_visible()
    answers(one)
    assert "Bạn đã đạt yêu cầu" in closing(one)


def test_the_wrong_ones_again_by_keys(one: Learner) -> None:
    names = shown(one)
    wrong = names[1:3]
    answers(one, *wrong)
    assert "đúng 2 trên 4" in closing(one)
    assert one.page.locator("#lk-next").inner_text() == "Làm lại câu chưa đúng"
    one.page.locator("#lk-next").focus()
    one.page.keyboard.press("Enter")
    one.page.wait_for_selector("#cau-hoi.lk-on")
    assert one.focused() == "lk-box-in"
    assert one.page.evaluate("document.activeElement.name") == wrong[0]
    assert shown(one) == names
    opened = [n for n in names if one.question(n).locator("[type=submit]").is_visible()]
    assert opened == wrong
    text = closing(one)
    assert "đúng 2 trên 4" in text
    assert "Còn 2 câu" in text
    assert [link.get_attribute("href") for link in one.page.locator(".lk-left a").all()] == [
        f"#lk-q-{name}" for name in wrong
    ]
    one.go("cau-hoi")
    answers(one)
    assert "Bạn đã đạt yêu cầu" in closing(one)


def test_all_of_it_again_draws_others(one: Learner) -> None:
    first = shown(one)[1:3]
    answers(one, *first)
    closing(one)
    one.page.locator("#lk-result button").focus()
    one.page.keyboard.press("Enter")
    one.page.wait_for_selector("#cau-hoi.lk-on")
    assert one.page.evaluate("document.activeElement.name") == "ngoai"
    assert not set(shown(one)[1:3]) & set(first)
    assert one.page.locator("[type=submit]:visible").count() == 4


@pytest.mark.parametrize(
    ("size", "scheme"), [(PHONE, "dark"), (DESK, "light"), ((320, 560), "light")]
)
def test_it_fits_and_can_be_used_by_everybody(
    index: Path, browser: Browser, size: tuple[int, int], scheme: str
) -> None:
    with learner(browser, index, size, color_scheme=scheme) as one:
        one.next()
        one.question("ngoai").locator(".lk-hint summary").click()
        answers(one, "cuoi")
        one.page.wait_for_timeout(300)
        for step in ("cau-hoi", "lk-close"):
            one.go(step)
            assert violations(one) == []
            assert one.page.evaluate(WIDE) == []
