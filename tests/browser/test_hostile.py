"""What learners type and platforms send is data: never markup, never script, wherever it shows."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from tests.browser.lesson import Learner, learner
from tests.browser.test_feedback import HAND, site
from tests.browser.test_rows import SHOW_ALL

from lessonkit.render.shell import policy

pytestmark = pytest.mark.browser

MARKUP = '<img src=x onerror="window.lkHarm=1">\'"><script>window.lkHarm=1</script>{n}${1}&lt;b&gt;'
ELEMENTS = "() => document.querySelectorAll('*').length"
TYPED = {
    "chu": ("input", MARKUP),
    "so": ("input", "<svg onload=lkHarm=1>"),
    "dien": ("input", MARKUP),
    "ghi": ("textarea", MARKUP),
}
PLATFORM = """
window.lkTold = [];
const kept = JSON.parse(sessionStorage.getItem("lms") || "{}");
window.%(name)s = new Proxy({}, {
  get: (_, call) => (...args) => {
    window.lkTold.push([String(call), ...args]);
    const hostile = %(markup)s;
    if (/GetValue/.test(call)) {
      const [element] = args;
      if (element in kept) return kept[element];
      if (/_count$/.test(element)) return "2";
      if (/mode$/.test(element)) return sessionStorage.getItem("mode") || "normal";
      return /suspend_data$/.test(element) ? "" : hostile;
    }
    if (/SetValue/.test(call)) {
      kept[args[0]] = args[1];
      sessionStorage.setItem("lms", JSON.stringify(kept));
    }
    return /Error/.test(call) ? (/Last/.test(call) ? "0" : hostile) : "true";
  },
});
"""


def harmed(one: Learner) -> bool:
    """Whether anything that was typed or sent has run, or become an element."""
    made = one.page.locator("img[src='x'], svg[onload], [onerror]").count()
    return bool(made or one.page.evaluate("() => window.lkHarm !== undefined"))


def type_all(one: Learner) -> None:
    """Hostile words into every field that takes words, and every question answered."""
    one.page.evaluate(f"() => {{ {HAND}; hand.wrong(); }}")
    one.page.evaluate(SHOW_ALL)
    for name, (field, words) in TYPED.items():
        form = one.question(name)
        if form.locator(".lk-retry:visible").count():
            form.locator(".lk-retry").click()
        form.locator(field).first.fill(words)
        form.locator("[type=submit]").click()


@pytest.fixture
def one(tmp_path: Path, browser: Browser) -> Iterator[Learner]:
    """A learner of the page with every type of question."""
    with learner(browser, site(tmp_path)) as found:
        yield found


def shows_what_was_typed(one: Learner) -> None:
    for name, (field, words) in TYPED.items():
        assert one.question(name).locator(field).first.input_value() == words
    assert not harmed(one)
    assert one.violations() == []


def test_of_a_learner(one: Learner) -> None:
    """At once, on the closing page, after a return, on paper."""
    type_all(one)
    shows_what_was_typed(one)
    one.go("lk-close")
    assert not harmed(one)
    one.page.reload()
    before = one.page.evaluate(ELEMENTS)
    one.page.evaluate(SHOW_ALL)
    shows_what_was_typed(one)
    one.page.emulate_media(media="print")
    assert not harmed(one)
    assert one.page.evaluate(ELEMENTS) == before


@pytest.mark.parametrize(("target", "name"), [("scorm12", "API"), ("scorm2004", "API_1484_11")])
def test_of_a_platform(tmp_path: Path, browser: Browser, target: str, name: str) -> None:
    """Its names, places, objectives and errors; then its review of what a learner typed."""
    words = json.dumps(MARKUP).replace("</", "<\\/")
    index = site(tmp_path, "scorm12" if target == "scorm12" else "scorm2004")
    with learner(browser, index, init=PLATFORM % {"name": name, "markup": words}) as one:
        assert not harmed(one)
        type_all(one)
        shows_what_was_typed(one)
        one.page.wait_for_timeout(80)
        one.page.evaluate("() => sessionStorage.setItem('mode', 'review')")
        one.page.reload()
        one.page.evaluate(SHOW_ALL)
        assert "xem lại" in one.page.locator("#lk-problem").inner_text()
        shows_what_was_typed(one)
        told = one.page.evaluate("() => window.lkTold.map(([call]) => call)")
        assert not [call for call in told if "SetValue" in call]


def test_the_browser_itself_refuses_markup_from_text(one: Learner) -> None:
    """Trusted Types: no script of the page can make markup or code of text, even by a mistake."""
    refused = one.page.evaluate(
        """() => ["innerHTML", "outerHTML"].map((part) => {
          const box = document.createElement("div");
          document.body.append(box);
          try { box[part] = "<b>x</b>"; return "taken"; } catch (error) { return error.name; }
        }).concat(["default", "lk"].map((name) => {
          try { trustedTypes.createPolicy(name, {}); } catch (error) { return error.name; }
        }))"""
    )
    assert refused == ["TypeError"] * 4
    one.complaints.clear()


def test_every_page_says_so() -> None:
    for target in ("html", "scorm12", "scorm2004", "cmi5", "xapi"):
        said = policy((), (), target)
        assert "require-trusted-types-for 'script'; trusted-types 'none'" in said
