"""Questions made of rows, as learners meet them: by keys, by touch, resumed, reviewed, told."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from tests.browser.lesson import Learner, learner
from tests.browser.test_keys import HEAR
from tests.browser.test_look_access import WIDE, violations
from tests.render.site import write_site
from tests.witness.browser import Lms
from tests.witness.calls import check_launches, verdict_of_launches
from tests.witness.server import LessonServer

from lessonkit.model.settings import Settings
from lessonkit.plan.page import page as plan
from lessonkit.read.module import read_text
from lessonkit.render.shell import Target

pytestmark = pytest.mark.browser

SOURCE = Path(__file__).parents[1] / "cases" / "modules" / "rows" / "module.md"
SHOW_ALL = (
    "() => { for (const e of document.querySelectorAll('.lk-step')) e.classList.add('lk-on') }"
)
TARGETS: dict[str, Target] = {"1.2": "scorm12", "2004": "scorm2004"}


def site(folder: Path, target: Target = "html") -> Path:
    """The page of the module with these questions."""
    reading = read_text(SOURCE.read_text("utf-8"), "module.md", folder, Settings())
    assert reading.faults == ()
    assert reading.module is not None
    return write_site(plan(reading.module), folder, target)


@pytest.fixture
def one(tmp_path: Path, browser: Browser) -> Iterator[Learner]:
    """A learner with a keyboard on a phone, whose live regions are heard."""
    with learner(browser, site(tmp_path), init=HEAR, address="#hoi") as found:
        yield found


def heard(one: Learner) -> list[str]:
    """What live regions said since the last time."""
    one.page.wait_for_timeout(60)
    said: list[str] = one.page.evaluate("() => window.lkHeard.splice(0)")
    return [text.split("\n")[0] for text in said if text]


def press(one: Learner, *keys: str) -> None:
    """One key after the other."""
    for key in keys:
        one.page.keyboard.press(key)


def verdict(one: Learner, name: str) -> str:
    """What stands below the answer."""
    return one.question(name).locator(".lk-verdict").inner_text()


def test_scale_by_keys(one: Learner) -> None:
    form = one.question("tu-tin")
    form.locator("input").first.focus()
    press(one, "Space", "ArrowDown", "Enter")
    assert one.focused() == "lk-btn lk-btn-quiet lk-retry"
    assert heard(one) == ["Đã lưu câu trả lời"]
    assert form.locator("input:checked").input_value() == "1"
    assert form.locator(".lk-wrong, .lk-right, .lk-mark").count() == 0
    press(one, "Enter", "ArrowUp", "Enter")
    assert "Đọc lại phần hai nhé." in verdict(one, "tu-tin")
    one.page.reload()
    assert form.locator("input:checked").input_value() == "0"
    assert form.locator("input").first.is_disabled()
    assert form.locator(".lk-retry").is_visible()


def test_scale_left_open_asks_for_an_answer_and_holds_nobody(one: Learner) -> None:
    form = one.question("tu-tin")
    form.locator("[type=submit]").click()
    assert verdict(one, "tu-tin") == "Bạn hãy trả lời trước đã."
    assert form.locator("input").first.evaluate("(e) => e === document.activeElement")
    one.go("lk-close")
    assert "tự tin" not in one.page.locator("#lk-result").inner_text()


def rows(one: Learner, name: str) -> list[str]:
    """Keys of the rows as they stand."""
    found: list[str] = (
        one.question(name)
        .locator("[data-lk-key]")
        .evaluate_all("(rows) => rows.map((row) => row.dataset.lkKey)")
    )
    return found


def test_match_by_keys_wrong_then_right_then_kept(one: Learner) -> None:
    one.go("xep")
    form = one.question("noi")
    form.locator("[type=submit]").click()
    assert "Còn chỗ bạn chưa chọn" in verdict(one, "noi")
    assert one.focused() == "lk-in-noi-0"
    for place, start in enumerate("CKK"):
        form.locator(f"#lk-in-noi-{place}").focus()
        press(one, start)
    press(one, "Tab", "Enter")
    assert form.locator(".lk-row.lk-wrong").count() == 1
    assert "Xem lại phần một." in verdict(one, "noi")
    press(one, "Enter")
    assert form.locator("select:invalid").count() == 1
    assert one.focused() == "lk-in-noi-2"
    press(one, "G")
    form.locator("[type=submit]").press("Enter")
    assert "Đúng rồi" in verdict(one, "noi")
    one.page.reload()
    kept = form.locator("select").evaluate_all("(all) => all.map((each) => each.value)")
    assert kept == ["0", "1", "2"]
    assert form.locator("select:disabled").count() == 3


def test_match_without_tries_left_shows_what_belongs_together(one: Learner) -> None:
    one.go("xep")
    form = one.question("noi")
    for _ in range(2):
        for place in range(3):
            form.locator(f"#lk-in-noi-{place}").select_option("1")
        form.locator("[type=submit]").click()
        if form.locator(".lk-retry").is_visible():
            form.locator(".lk-retry").click()
    said = form.locator('[data-lk-key="2"] .lk-reply').inner_text()
    assert said == "Đáp án đúng: Gọi ngay cho ngân hàng"
    assert form.locator('[data-lk-key="1"] .lk-reply').count() == 0
    assert "ở bên trên" in verdict(one, "noi")
    assert form.locator(".lk-retry").is_hidden()


def test_sort_by_keys_wrong_then_right_then_kept(one: Learner) -> None:
    one.go("xep")
    form = one.question("nen-khong")
    form.locator("[type=submit]").click()
    assert one.page.evaluate("() => document.activeElement.name").startswith("nen-khong-")
    first = form.locator("input").first
    first.focus()
    for _ in range(4):
        press(one, "Space", "Tab")
    one.page.keyboard.press("Enter")
    assert form.locator(".lk-row.lk-wrong").count() == 2
    assert heard(one)[-1].startswith("Chưa đúng")
    press(one, "Enter")
    assert form.locator("input:checked").count() == 2
    for _ in range(2):
        form.locator(".lk-row input:invalid").first.focus()
        press(one, "ArrowDown")
    form.locator("[type=submit]").press("Enter")
    assert "Đúng hết." in verdict(one, "nen-khong")
    one.page.reload()
    values = form.locator("input:checked").evaluate_all(
        "(all) => all.map((each) => `${each.closest('[data-lk-key]').dataset.lkKey} ${each.value}`)"
    )
    assert sorted(values) == ["0 0", "1 0", "2 1", "3 1"]


def test_order_by_keys_wrong_then_right_then_kept(one: Learner) -> None:
    one.go("xep")
    form = one.question("thu-tu")
    begun = rows(one, "thu-tu")
    assert begun != sorted(begun)
    form.locator("[type=submit]").press("Enter")
    assert form.locator(".lk-row.lk-wrong").count() >= 2
    assert form.locator(".lk-move").first.is_disabled()
    press(one, "Enter")
    assert rows(one, "thu-tu") == begun
    heard(one)
    for key in "0123":
        up = form.locator(f'[data-lk-key="{key}"] .lk-move').first
        up.focus()
        for _ in range(rows(one, "thu-tu").index(key) - int(key)):
            press(one, "Enter")
            assert up.evaluate("(e) => e === document.activeElement")
    assert rows(one, "thu-tu") == list("0123")
    assert "vị trí" in form.locator(".lk-said").inner_text()
    assert any(" trên 4" in said for said in heard(one))
    form.locator("[type=submit]").press("Enter")
    assert "Đúng rồi" in verdict(one, "thu-tu")
    one.page.reload()
    assert rows(one, "thu-tu") == list("0123")


def test_the_mixed_order_is_the_same_for_all_and_never_the_right_one(
    tmp_path: Path, browser: Browser
) -> None:
    index = site(tmp_path)
    seen = []
    for scripts in (True, False):
        with learner(browser, index, java_script_enabled=scripts) as found:
            seen.append(rows(found, "thu-tu") + rows(found, "nen-khong"))
            assert found.page.locator(".lk-move").first.is_visible() is False
    assert seen[0] == seen[1]


def test_order_drawn_by_a_finger(tmp_path: Path, browser: Browser) -> None:
    with learner(browser, site(tmp_path), address="#xep", has_touch=True, is_mobile=True) as one:
        form = one.question("thu-tu")
        begun = rows(one, "thu-tu")
        form.locator(".lk-order").scroll_into_view_if_needed()
        grip = form.locator(".lk-grip").first.bounding_box()
        last = form.locator(".lk-row").last.bounding_box()
        assert grip is not None
        assert last is not None
        speak = one.page.context.new_cdp_session(one.page)
        x, y = grip["x"] + 8, grip["y"] + 8
        touch = [(x, y), *((x, y + (last["y"] + 40 - y) * part / 6) for part in range(1, 7))]
        for kind, points in (
            ("touchStart", touch[:1]),
            *(("touchMove", [point]) for point in touch[1:]),
            ("touchEnd", []),
        ):
            speak.send(
                "Input.dispatchTouchEvent",
                {"type": kind, "touchPoints": [{"x": a, "y": b} for a, b in points]},
            )
        assert rows(one, "thu-tu") == [*begun[1:], begun[0]]
        assert "vị trí 4 trên 4" in form.locator(".lk-said").inner_text()


def spoil(one: Learner) -> None:
    """Every question of the module answered, none right."""
    form = one.page.locator
    form("#lk-q-tu-tin input").first.check()
    for place in range(3):
        form(f"#lk-in-noi-{place}").select_option(str((place + 1) % 3))
    for key, group in (("0", 1), ("1", 1), ("2", 0), ("3", 0)):
        form(f'#lk-q-nen-khong [data-lk-key="{key}"] input').nth(group).check()
    for name in ("tu-tin", "noi", "nen-khong", "thu-tu"):
        form(f"#lk-q-{name} [type=submit]").click()


@pytest.mark.parametrize(
    ("width", "look"),
    [
        (280, {"forced_colors": "active"}),
        (360, {"color_scheme": "dark"}),
        (1280, {"color_scheme": "light"}),
    ],
)
def test_axe_and_reflow(tmp_path: Path, browser: Browser, width: int, look: dict[str, Any]) -> None:
    with learner(browser, site(tmp_path), (width, 800), address="#xep", **look) as one:
        for answered in (False, True):
            if answered:
                one.page.evaluate(SHOW_ALL)
                spoil(one)
                assert one.page.locator(".lk-row.lk-wrong").count() >= 9
            assert one.page.evaluate(WIDE) == []
            if not look.get("forced_colors"):
                assert violations(one) == []


def test_what_a_screen_reader_says(one: Learner) -> None:
    one.go("xep")
    said = one.page.locator("#xep").aria_snapshot()
    for line in (
        'combobox "Lỡ chuyển tiền"',
        'radiogroup "Đọc mã OTP cho người gọi"',
        'radio "Không nên làm"',
        'button "Đưa lên: Trình báo công an"',
        'button "Đưa xuống: Trình báo công an"',
        "listitem: ",
    ):
        assert line in said


def test_without_scripts_all_of_it_can_be_read_and_worked_on_paper(
    tmp_path: Path, browser: Browser
) -> None:
    with learner(browser, site(tmp_path), java_script_enabled=False) as one:
        for text in ("Không bấm", "Nên làm", "Chụp lại tin nhắn và biên lai"):
            shown = one.page.locator(".lk-pool li, .lk-chip, .lk-row-text").filter(has_text=text)
            assert shown.first.is_visible()
    with learner(browser, site(tmp_path), address="#xep") as one:
        one.page.emulate_media(media="print")
        assert one.page.locator(".lk-pool").is_visible()
        assert one.page.locator(".lk-moves").first.is_hidden()


def act(lms: Lms, right: bool) -> None:
    """Every question of the module, by the hand of a learner."""
    form = lms.lesson.locator
    for place in range(3):
        form(f"#lk-in-noi-{place}").select_option(str(place if right else 3 - place))
    for key, group in (("0", 0), ("1", 0), ("2", 1), ("3", 1)):
        chips = form(f'#lk-q-nen-khong [data-lk-key="{key}"] input')
        chips.nth(group if right else 0).check()
    if right:
        for key in "0123":
            up = form(f'#lk-q-thu-tu [data-lk-key="{key}"] .lk-move').first
            for _ in range(4):
                up.click()
        for key in "3210":
            for _ in range(4):
                form(f'#lk-q-thu-tu [data-lk-key="{key}"] .lk-move').first.click()
    for name in ("noi", "nen-khong", "thu-tu"):
        form(f"#lk-q-{name} [type=submit]").click()


@pytest.mark.npm
@pytest.mark.parametrize("version", ["1.2", "2004"])
def test_what_a_platform_is_told(
    tmp_path: Path, browser: Browser, server: LessonServer, version: str
) -> None:
    folder = site(tmp_path, TARGETS[version]).parent
    server.mount({one.name: one.read_bytes() for one in folder.iterdir() if one.is_file()})
    context = browser.new_context(locale="vi-VN")
    page: Page = context.new_page()
    lms = Lms.open(page, server.lms(version))
    lms.lesson.evaluate("() => { location.hash = 'hoi' }")
    lms.lesson.locator("#lk-q-tu-tin input").nth(2).check()
    lms.lesson.locator("#lk-q-tu-tin [type=submit]").click()
    lms.lesson.evaluate("() => { location.hash = 'xep' }")
    act(lms, right=False)
    for name in ("noi", "nen-khong", "thu-tu"):
        lms.lesson.locator(f"#lk-q-{name} .lk-retry").click()
    lms.rests(60)
    lms.relaunch()
    lms.lesson.evaluate("() => { location.hash = 'xep' }")
    for name in ("noi", "nen-khong", "thu-tu"):
        lms.lesson.locator(f"#lk-q-{name} .lk-retry").click()
    act(lms, right=True)
    lms.rests(60)
    lms.relaunch(mode="review")
    lms.lesson.evaluate("() => { location.hash = 'xep' }")
    assert lms.lesson.locator("#lk-q-noi select:disabled").count() == 3
    assert lms.lesson.locator("#lk-q-thu-tu .lk-move:disabled").count() == 8
    assert lms.lesson.locator(".lk-retry:visible").count() == 0
    lms.close()
    assert check_launches(lms.sessions(), version) == []
    last = verdict_of_launches(lms.sessions()[:2], version)
    assert (last.completion, last.success, last.raw) == ("completed", "passed", 100)
    told = [(one.id, one.result) for one in last.answers]
    assert told[0] == ("tu-tin", "neutral")
    assert [result for _, result in told[-3:]] == ["correct"] * 3
    context.close()
