"""Every type of question as a screen reader has it, and by keys alone on a small screen."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser
from tests.browser.lesson import Learner, learner
from tests.browser.test_feedback import HAND, site
from tests.browser.test_keys import HEAR, HERE
from tests.browser.test_look_access import WIDE
from tests.browser.test_rows import SHOW_ALL, heard
from tests.golden import Golden

pytestmark = pytest.mark.browser

STEPS = ("chon", "go", "xep", "nghi")
REVIEW = """
const kept = JSON.parse(sessionStorage.getItem("lms") || "{}");
window.API = {
  LMSInitialize: () => "true", LMSFinish: () => "true", LMSCommit: () => "true",
  LMSGetLastError: () => "0",
  LMSGetValue: (name) => (/mode$/.test(name) ? sessionStorage.getItem("mode") : kept[name]) || "",
  LMSSetValue: (name, value) => {
    kept[name] = value;
    sessionStorage.setItem("lms", JSON.stringify(kept));
    return "true";
  },
};
"""
"""A platform that keeps what it is told, and is asked for a review by `mode`."""
ABOUT = """() => {
  const e = document.activeElement;
  const row = e.closest("[data-lk-key]");
  return {
    form: (e.closest("form") || { id: "" }).id.slice(5),
    kind: e.id === "lk-next" ? "next" : e.type === "submit" ? "submit"
      : e.classList.contains("lk-move") ? "move"
      : e.classList.contains("lk-area") ? "area" : e.type || "",
    value: e.value || "", checked: !!e.checked, name: e.ariaLabel || "",
    key: row ? row.dataset.lkKey : "", by: e.dataset.lkBy || "",
    place: row ? Array.from(row.parentNode.children).indexOf(row) : -1,
  };
}"""
RIGHT: dict[str, Any] = {
    "mot": "1",
    "nhieu": ("0", "1"),
    "dung-sai": "true",
    "vung": "Vùng 2",
    "chu": "156",
    "so": "12",
    "dien": {"0": "114", "1": "không"},
    "noi": {"0": "114", "1": "115", "2": "113"},
    "nhom": {"0": "0", "1": "0", "2": "1", "3": "1"},
    "muc": "2",
    "ghi": "Tôi cúp máy.",
}
OBJECTIVE = ":objective: tra-loi\n"
EVEN = (
    "Math.random = () => 0;\nif (window.crypto) crypto.getRandomValues = (list) => list.fill(0);\n"
)
"""Draws are always the same."""
TOLD = ("gia", "rut-1", "rut-2", "chuyen")
MORE = """
## Rút và kể {#rut}

:::{truefalse} Mã OTP là của riêng bạn.
:id: gia
:objective: tra-loi
:attempts: 1
:hint: Ai cần mã này?
:hint-cost: 25%
:answer: true
:::

:::{bank}
:id: kho
:draw: 1

:::{truefalse} Ai cũng bị lừa được.
:id: rut-1
:objective: tra-loi
:attempts: 1
:answer: true
:::

:::{truefalse} Số hiện trên máy là số thật.
:id: rut-2
:objective: tra-loi
:attempts: 1
:answer: false
:::
:::

:::{scenario} Cuộc gọi lạ
:id: chuyen
:objective: tra-loi
:attempts: 1
:feedback-wrong: Đọc lại phần hai nhé.

### Chuông reo {#reo}

Một số lạ gọi đến.

- [Nghe tiếp](#nghe)
  > Họ nói gấp gáp.
- [Cúp máy](#cup)

### Họ đòi mã {#nghe}

- [Đọc mã](#doc)
- [Cúp máy](#cup)

### Bạn cúp máy {#cup score="1"}

Tiền còn nguyên.

### Bạn đọc mã {#doc score="0"}

Tiền đã mất.
:::
"""


def trees(one: Learner, names: tuple[str, ...] = ()) -> bytes:
    """What a screen reader is given of every question, or of these alone."""
    one.page.evaluate(SHOW_ALL)
    every = [one.question(name) for name in names] or one.page.locator("form.lk-q").all()
    forms = [form for form in every if form.is_visible()]
    found = ("\n".join((f"# {form.get_attribute('id')}", form.aria_snapshot())) for form in forms)
    return ("\n\n".join(found) + "\n").encode()


def act(one: Learner, what: str) -> None:
    """What a hand does."""
    one.page.evaluate(f"() => {{ {HAND}; hand.{what}(); }}")


def test_the_trees(tmp_path: Path, browser: Browser, update_golden: bool) -> None:
    """Names, roles and states: before, wrong, right, and when it is looked at again."""
    found: dict[str, bytes] = {}
    with learner(browser, site(tmp_path, "scorm12"), init=REVIEW) as one:
        found["before.txt"] = trees(one)
        for state in ("wrong", "right"):
            act(one, state)
            found[f"{state}.txt"] = trees(one)
        one.page.wait_for_timeout(100)
        one.page.evaluate("() => sessionStorage.setItem('mode', 'review')")
        one.page.reload()
        found["review.txt"] = trees(one)
    Golden(update_golden).compare("trees", found)


def test_the_trees_of_what_has_no_tries_left(
    tmp_path: Path, browser: Browser, update_golden: bool
) -> None:
    """Of every type that is scored: the right answer is said, nothing can be changed."""
    once = (OBJECTIVE, f"{OBJECTIVE}:attempts: 1\n")
    with learner(browser, site(tmp_path, change=once)) as one:
        act(one, "wrong")
        Golden(update_golden).compare("trees-used-up", {"used-up.txt": trees(one)})


def test_the_trees_of_stories_banks_and_hints_that_cost(
    tmp_path: Path, browser: Browser, update_golden: bool
) -> None:
    """What is not drawn is not there; a story before it is told, half told, and at a bad end."""
    found: dict[str, bytes] = {}
    with learner(browser, site(tmp_path, more=MORE), init=EVEN) as one:
        found["before.txt"] = trees(one, TOLD)
        one.page.evaluate(SHOW_ALL)
        one.question("chuyen").locator(".lk-way:visible").first.click()
        found["half.txt"] = trees(one, ("chuyen",))
        one.question("chuyen").locator(".lk-way:visible").first.click()
        act(one, "hint")
        for name in TOLD[:3]:
            if one.question(name).is_visible():
                one.page.evaluate(f"(name) => {{ {HAND}; hand.one(name, false); }}", name)
                one.page.evaluate(SHOW_ALL)
        found["used-up.txt"] = trees(one, TOLD)
    Golden(update_golden).compare("trees-drawn", found)


@pytest.fixture
def one(tmp_path: Path, browser: Browser) -> Iterator[Learner]:
    """A learner on a phone of 360 px, at 200 %, whose live regions are heard."""
    with learner(browser, site(tmp_path), (180, 320), init=HEAR, device_scale_factor=2) as found:
        yield found


def test_what_comes_out_is_said_once(one: Learner) -> None:
    """Of every type, as soon as it is checked, in the region that a screen reader listens to."""
    heard(one)
    for name in [*RIGHT, "thu-tu"]:
        for outcome, right in (("wrong", "false"), ("right", "true")):
            one.page.evaluate(f"(name) => {{ {HAND}; hand.one(name, {right}); }}", name)
            said = [text for text in heard(one) if "vị trí" not in text]
            free = {"muc": "Đã lưu câu trả lời", "ghi": "Đã lưu ghi chú"}
            word = free.get(name) or {"wrong": "Chưa đúng", "right": "Đúng rồi"}[outcome]
            if name == "ghi" and outcome == "right":
                assert said == []
            else:
                assert len(said) == 1, (name, outcome, said)
                assert said[0].startswith(word)


def press(one: Learner, *keys: str) -> None:
    for key in keys:
        one.page.keyboard.press(key)


def give(one: Learner, at: dict[str, Any]) -> None:
    """The right answer, as far as what has the focus takes it."""
    right = RIGHT.get(at["form"], "")
    match at["kind"]:
        case "radio":
            wanted = right[at["key"]] if isinstance(right, dict) else right
            press(one, "Space")
            while one.page.evaluate(ABOUT)["value"] != wanted:
                press(one, "ArrowDown")
        case "checkbox" if at["value"] in right and not at["checked"]:
            press(one, "Space")
        case "area" if at["name"] == right:
            press(one, "Enter")
        case "text" | "textarea" | "select-one":
            wanted = right[at["key"]] if isinstance(right, dict) else right
            # A list is searched by what its keyboard has: a letter without marks.
            short = at["kind"] == "select-one" and not wanted.isascii()
            one.page.keyboard.type(wanted[:1] if short else wanted)
        case "move" if at["by"] == "-1":
            press(one, *["Enter"] * max(0, at["place"] - int(at["key"])))
        case "submit":
            press(one, "Enter")
        case _:
            pass


def test_by_keys_alone(one: Learner) -> None:
    """Every question right, from the opening to the closing; what has the focus is always seen."""
    press(one, "Tab")
    for _ in range(220):
        at = one.page.evaluate(ABOUT)
        if at["kind"] == "next":
            assert one.page.evaluate(WIDE) == []
            if one.on() == STEPS[-1]:
                break
            press(one, "Enter")
            one.page.wait_for_function("() => document.activeElement.matches('h1, h2')")
        else:
            here = one.page.evaluate(HERE)
            assert here["ring"], here
            assert here["inSight"], here
            give(one, at)
        press(one, "Tab")
    one.page.evaluate(SHOW_ALL)
    left = one.page.locator("[data-lk-q]:not([data-lk-free]):not(:has(.lk-verdict.lk-right))")
    assert left.evaluate_all("(forms) => forms.map((form) => form.id)") == []
    assert "Đã lưu câu trả lời" in one.question("muc").inner_text()
    assert "Đã lưu ghi chú" in one.question("ghi").inner_text()
