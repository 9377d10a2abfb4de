"""The order in which things are shown: another at each attempt, the same at each visit."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from tests.browser.lesson import Learner, learner
from tests.browser.test_feedback import HAND, site

pytestmark = pytest.mark.browser

SHOWN = """() => {
  const found = {};
  const keys = (id, what, key) => Array.from(document.querySelectorAll(`#lk-q-${id} ${what}`), key);
  const row = (each) => each.dataset.lkKey;
  for (const id of ["nhieu", "nhom", "thu-tu", "mot"]) found[id] = keys(id, "[data-lk-key]", row);
  found.noi = keys("noi", "select:first-of-type option", (each) => each.value)
    .filter((value, place, all) => value && all.indexOf(value) === place);
  return found;
}"""
MIXED = ("nhieu", "nhom", "thu-tu", "noi")


@pytest.fixture
def one(tmp_path: Path, browser: Browser) -> Iterator[Learner]:
    """A learner on a phone."""
    with learner(browser, site(tmp_path)) as found:
        yield found


def shown(one: Learner) -> dict[str, list[str]]:
    """Keys of options and rows as they stand, by question."""
    found: dict[str, list[str]] = one.page.evaluate(SHOWN)
    return found


def act(one: Learner, what: str) -> None:
    """What a hand does."""
    one.page.evaluate(f"() => {{ {HAND}; hand.{what}; }}")


def test_each_attempt_has_an_order_of_its_own_that_is_found_again(one: Learner) -> None:
    first = shown(one)
    one.page.reload()
    assert shown(one) == first
    act(one, "fail()")
    act(one, "again()")
    second = shown(one)
    for name in MIXED:
        assert second[name] != first[name], name
        assert sorted(second[name]) == sorted(first[name])
    assert second["mot"] == first["mot"] == ["0", "1", "2"]
    # An order is never right to begin with.
    assert all(int(key) != place for place, key in enumerate(second["thu-tu"]))
    one.page.reload()
    assert shown(one) == second
    act(one, "fail()")
    act(one, "again()")
    third = shown(one)
    for name in MIXED:
        assert third[name] != second[name], name


def test_what_is_kept_and_told_stays_in_the_authors_order(one: Learner) -> None:
    act(one, "fail()")
    act(one, "again()")
    act(one, "right()")
    verdicts = one.page.locator("[data-lk-q]:not([data-lk-free]) .lk-verdict.lk-right")
    assert verdicts.count() == 10
    before = shown(one)
    one.page.reload()
    assert verdicts.count() == 10
    assert shown(one) == before
    assert before["thu-tu"] == ["0", "1", "2"]
