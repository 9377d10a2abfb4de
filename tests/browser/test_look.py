"""The lesson as a learner goes through it: by keyboard, by link, without scripts, on paper."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Error, expect
from tests.browser.lesson import learner
from tests.render.site import everything, write_file, write_site

from lessonkit.render.theme import load_theme

pytestmark = pytest.mark.browser

FAKE_12 = """
window.API = (() => {
  const values = { "cmi.core.lesson_mode": "MODE", "cmi.suspend_data": "" };
  const yes = () => "true";
  return {
    LMSInitialize: yes, LMSCommit: () => COMMIT, LMSFinish: yes, LMSGetLastError: () => "0",
    LMSGetValue: (key) => values[key] || "",
    LMSSetValue: (key, value) => { values[key] = value; return "true"; },
    LMSGetErrorString: () => "", LMSGetDiagnostic: () => "",
  };
})();
"""


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The lesson with everything."""
    return write_site(everything(), tmp_path_factory.mktemp("html"))


@pytest.fixture(scope="module")
def scorm(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same for a platform of SCORM 1.2."""
    return write_site(everything(), tmp_path_factory.mktemp("scorm12"), "scorm12")


def test_whole_way_by_keyboard(index: Path, browser: Browser) -> None:
    with learner(browser, index) as one:
        keys = one.page.keyboard
        one.page.focus("#lk-next")
        keys.press("Enter")
        one.page.wait_for_selector("#chu.lk-on")
        assert one.focused() == "h2"
        for step in ("danh-sach", "khung", "lam-theo", "hoi"):
            one.page.focus("#lk-next")
            keys.press("Enter")
            one.page.wait_for_selector(f"#{step}.lk-on")
            assert one.focused() == "h2"
        keys.press("Tab")
        keys.press("ArrowDown")
        keys.press("ArrowUp")
        keys.press("Enter")
        assert one.focused() == "lk-btn lk-btn-main lk-retry"
        keys.press("Enter")
        keys.press("ArrowDown")
        keys.press("Enter")
        assert one.focused() == "lk-verdict lk-right"
        expect(one.question("mot").locator(".lk-verdict")).to_contain_text("Đúng rồi")


def test_wrong_answer_says_why_and_how_to_go_on(index: Path, browser: Browser) -> None:
    with learner(browser, index, address="#hoi") as one:
        form = one.answer("mot", "0")
        chosen, right = form.locator(".lk-opt").nth(0), form.locator(".lk-opt").nth(1)
        expect(chosen).to_contain_text("Bạn chọn · chưa đúng")
        expect(chosen).to_contain_text("Không ai thu tiền qua điện thoại.")
        expect(right).not_to_have_class(re.compile("lk-right"))
        expect(form.locator(".lk-verdict")).to_contain_text("Bạn còn 1 lần thử.")
        expect(form.get_by_role("button", name="Thử lại")).to_be_focused()
        form.get_by_role("button", name="Thử lại").click()
        expect(form.locator("input:checked")).to_have_count(0)
        one.answer("mot", "2")
        expect(right).to_contain_text("Đáp án đúng")
        expect(right).to_contain_text("Luôn tự tìm số")
        expect(form.get_by_role("button", name="Thử lại")).to_be_hidden()
        expect(form.locator(".lk-verdict")).to_be_focused()


def test_each_ticked_option_has_its_reason(index: Path, browser: Browser) -> None:
    with learner(browser, index, address="#hoi") as one:
        form = one.answer("nhieu", "0", "2")
        ticked = form.locator("[data-lk-key='0'], [data-lk-key='2']")
        expect(ticked.filter(has_text="Bạn chọn · đúng")).to_have_count(1)
        expect(ticked.filter(has_text="Mã chỉ để bạn tự nhập.")).to_have_count(1)
        expect(form.locator("[data-lk-key='1'] .lk-mark")).to_have_count(0)
        expect(form.locator(".lk-verdict")).to_contain_text("Có việc bạn chưa chọn")


def test_typed_answer_shows_the_right_one_when_all_is_used_up(
    index: Path, browser: Browser
) -> None:
    with learner(browser, index, address="#hoi") as one:
        verdict = one.answer("so", "59 giay").locator(".lk-verdict")
        expect(verdict).to_contain_text("Chưa đúng")
        expect(verdict).to_contain_text("Đáp án đúng: từ 59 đến 61 giây")
        expect(verdict).to_contain_text("Nhìn đồng hồ xem.")
        expect(one.answer("chu-ngan", "Một Nam sáu").locator(".lk-verdict")).to_contain_text(
            "Đúng số này."
        )


def test_nothing_answered_is_asked_for_kindly(index: Path, browser: Browser) -> None:
    with learner(browser, index, address="#hoi") as one:
        form = one.question("chu-ngan")
        form.locator("[type=submit]").click()
        expect(form.locator(".lk-verdict")).to_have_text("Bạn hãy trả lời trước đã.")
        expect(form.locator("input")).to_be_focused()


def test_going_on_stands_back_while_a_question_is_open(index: Path, browser: Browser) -> None:
    with learner(browser, index, address="#hoi") as one:
        expect(one.page.locator("#lk-next")).to_have_class(re.compile("lk-btn-quiet"))
        one.answer("mot", "1")
        one.answer("nhieu", "0", "1")
        one.answer("dung-sai", "false")
        one.answer("chu-ngan", "156")
        one.answer("so", "60")
        expect(one.page.locator("#lk-next")).to_have_class(re.compile("lk-btn-main"))


def test_answers_and_place_come_back(index: Path, browser: Browser) -> None:
    with learner(browser, index) as one:
        one.next()
        one.go("hoi")
        before = one.question("nhieu").locator(".lk-opt").all_inner_texts()
        one.answer("nhieu", "0", "3")
        one.go("lam-theo")
        one.page.get_by_label("Gọi cho ngân hàng").check()
        one.page.goto(index.as_uri())
        expect(one.page.locator("#lk-next")).to_have_text("Học tiếp")
        one.next()
        assert one.on() == "lam-theo"
        expect(one.page.get_by_label("Gọi cho ngân hàng")).to_be_checked()
        one.go("hoi")
        form = one.question("nhieu")
        expect(form.locator("input[value='0']")).to_be_checked()
        expect(form.locator("input[value='0']")).to_be_disabled()
        form.get_by_role("button", name="Thử lại").click()
        assert form.locator(".lk-opt").all_inner_texts() == before


def test_links_and_the_back_key(index: Path, browser: Browser) -> None:
    with learner(browser, index, address="#muc-nho") as one:
        assert one.on() == "chu"
        one.page.get_by_role("link", name="phần câu hỏi").click()
        one.arrives("hoi")
        one.page.go_back()
        one.page.wait_for_selector("#chu.lk-on")
        one.page.locator("#lk-ref-2").click()
        expect(one.page.locator("#lk-note-2")).to_be_in_viewport()
        one.page.locator("#lk-note-2 .lk-back").click()
        expect(one.page.locator("#lk-ref-2")).to_be_focused()


def test_sections_are_always_within_reach(index: Path, browser: Browser) -> None:
    with learner(browser, index) as one:
        menu = one.page.locator("#lk-menu")
        menu.click()
        expect(menu).to_have_attribute("aria-expanded", "true")
        one.page.keyboard.press("Escape")
        expect(one.page.locator("#lk-toc")).to_be_hidden()
        expect(menu).to_be_focused()
        menu.click()
        one.page.get_by_role("link", name="Các khung").click()
        one.arrives("khung")
        expect(one.page.locator("#lk-toc")).to_be_hidden()
        expect(menu).to_have_text("Phần 3 trong 5")
        expect(one.page.locator("#lk-toc [aria-current]")).to_have_text("Các khung")


def test_closing_tells_what_came_out_and_what_is_left(index: Path, browser: Browser) -> None:
    with learner(browser, index, address="#hoi") as one:
        one.answer("mot", "1")
        one.next()
        result = one.page.locator("#lk-result")
        expect(result).to_contain_text("Bạn trả lời đúng 1 trên 5 câu.")
        expect(result).to_contain_text("Còn 4 câu bạn chưa trả lời")
        expect(one.page.locator("#lk-next")).to_have_text("Làm câu còn lại")
        one.next()
        assert one.on() == "hoi"
        one.answer("nhieu", "0", "1")
        one.answer("dung-sai", "true")
        one.answer("chu-ngan", "x")
        one.answer("so", "60")
        one.next()
        expect(result).to_contain_text("Bạn được 60% số điểm. Bài này cần 80% số điểm để đạt.")
        expect(result).to_contain_text("Bạn còn 2 lượt làm lại.")
        expect(one.page.locator("#lk-next")).to_have_text("Làm lại câu chưa đúng")
        one.page.get_by_role("button", name="Làm lại tất cả câu hỏi").click()
        one.page.wait_for_selector("#hoi.lk-on")
        expect(one.question("mot").locator("input:checked")).to_have_count(0)
        one.answer("mot", "1")
        one.answer("nhieu", "0", "1")
        one.answer("dung-sai", "false")
        one.answer("chu-ngan", "156")
        one.answer("so", "60")
        one.next()
        expect(result).to_contain_text("Bạn đã đạt yêu cầu của bài.")
        expect(one.page.locator("#lk-next")).to_be_hidden()


def test_practice_of_the_lesson_stands_on_the_closing_page(index: Path, browser: Browser) -> None:
    share = "navigator.share = (told) => { window.told = told; return Promise.resolve(); };"
    with learner(browser, index, address="#lk-close", init=share) as one:
        today = one.page.locator("#lk-today")
        today.get_by_label("Tôi đã làm xong việc này").check()
        today.get_by_role("button", name="Chia sẻ").click()
        assert "Rủ người thân đóng vai" in one.page.evaluate("() => window.told.text")
        one.go("lam-theo")
        expect(one.page.locator("#lam-theo .lk-practice input")).to_be_checked()


def test_tabs_and_cards_by_keyboard(index: Path, browser: Browser) -> None:
    with learner(browser, index, address="#lam-theo") as one:
        one.page.get_by_role("tab", name="Android").focus()
        one.page.keyboard.press("ArrowRight")
        expect(one.page.get_by_role("tab", name="iPhone")).to_be_focused()
        expect(one.page.get_by_text("Face ID")).to_be_visible()
        expect(one.page.get_by_text("rồi Google")).to_be_hidden()
        card = one.page.get_by_role("button", name="Chuyển tiền ngay!")
        card.press("Enter")
        expect(one.page.get_by_text("Đừng vội.")).to_be_visible()
        expect(card).to_have_attribute("aria-expanded", "true")


def test_all_can_be_read_without_scripts(index: Path, browser: Browser) -> None:
    with learner(browser, index, java_script_enabled=False) as one:
        for text in ("Chữ, liên kết và hình", "rồi Face ID", "Đừng vội.", "Một phút có bao nhiêu"):
            expect(one.page.get_by_text(text).first).to_be_visible()
        key = one.question("mot").locator(".lk-key")
        key.locator("summary").click()
        expect(key).to_contain_text("Đáp án đúng: Gọi lại số chính thức")
        expect(key).to_contain_text("Không ai thu tiền qua điện thoại.")
        for gone in ("#lk-bar", "#lk-menu", ".lk-q-act", "#lk-result"):
            expect(one.page.locator(gone).first).to_be_hidden()


def test_a_broken_player_leaves_the_lesson_readable(index: Path, browser: Browser) -> None:
    broken = "Object.defineProperty(window, 'lessonkit', { get: () => undefined, set() {} });"
    made = browser.new_context()
    made.add_init_script(broken)
    page = made.new_page()
    page.goto(index.as_uri())
    expect(page.get_by_text("Một phút có bao nhiêu giây?").first).to_be_visible()
    made.close()


def test_on_paper_stands_the_whole_lesson_with_open_questions(
    index: Path, browser: Browser
) -> None:
    with learner(browser, index, address="#hoi") as one:
        one.answer("mot", "0")
        one.page.emulate_media(media="print")
        for text in ("Dấu ghép", "rồi Google", "Face ID", "Đừng vội."):
            expect(one.page.locator("main").get_by_text(text).first).to_be_visible()
        for gone in ("#lk-bar", "#lk-top", ".lk-verdict", ".lk-mark", ".lk-hint", ".lk-key"):
            expect(one.page.locator(gone).first).to_be_hidden()


def test_paper_unfolds_what_is_folded(index: Path, browser: Browser) -> None:
    with learner(browser, index, address="#khung") as one:
        one.page.evaluate("() => dispatchEvent(new Event('beforeprint'))")
        expect(one.page.get_by_text("Vì an toàn hơn.")).to_be_visible()
        lazy = "() => [...document.images].filter((one) => one.loading === 'lazy').length"
        assert one.page.evaluate(lazy) == 0
        one.page.evaluate("() => dispatchEvent(new Event('afterprint'))")
        expect(one.page.get_by_text("Vì an toàn hơn.")).to_be_hidden()


def test_one_task_alone_on_paper(index: Path, browser: Browser) -> None:
    with learner(browser, index, address="#lam-theo", init="window.print = () => {};") as one:
        one.page.emulate_media(media="print")
        one.page.eval_on_selector("#lam-theo [data-lk-print]", "(button) => button.click()")
        expect(one.page.locator(".lk-sheet")).to_contain_text("Rủ người thân đóng vai")
        expect(one.page.locator(".lk-frame")).to_be_hidden()
        one.page.evaluate("() => dispatchEvent(new Event('afterprint'))")
        expect(one.page.locator(".lk-frame")).to_be_visible()


def test_nothing_breaks_the_policy(index: Path, browser: Browser) -> None:
    with learner(browser, index) as one:
        for step in ("chu", "danh-sach", "khung", "lam-theo", "hoi", "lk-close"):
            one.go(step)
        one.page.wait_for_load_state("networkidle")
        assert one.violations() == []


def test_policy_stops_what_it_should(index: Path, browser: Browser) -> None:
    with learner(browser, index) as one:
        one.page.evaluate("() => document.body.setAttribute('style', 'color:red')")
        assert any("style-src" in stopped for stopped in one.violations())
        with pytest.raises(Error, match="TrustedHTML"):
            one.page.evaluate("() => document.body.insertAdjacentHTML('beforeend', '<p>x</p>')")
        one.complaints.clear()


def test_one_file_holds_everything(tmp_path: Path, browser: Browser) -> None:
    path = write_file(everything(), tmp_path / "bai.html")
    with learner(browser, path) as one:
        one.next()
        assert one.on() == "chu"
        one.go("hoi")
        expect(one.answer("mot", "1").locator(".lk-verdict")).to_contain_text("Đúng rồi")
        assert one.violations() == []
        one.complaints.clear()  # its media are not beside it here


def test_missing_platform_is_said_until_it_is_put_away(scorm: Path, browser: Browser) -> None:
    hurry = "const later = setTimeout; window.setTimeout = (f, ms) => later(f, ms / 20);"
    with learner(browser, scorm, init=hurry) as one:
        box = one.page.get_by_role("alert")
        expect(box).to_contain_text("chưa nối được với hệ thống học tập")
        one.next()
        expect(box).to_be_in_viewport()
        box.get_by_role("button", name="Đóng thông báo").click()
        expect(box).to_be_hidden()
        assert one.focused() == "h2"


def test_lesson_that_was_handed_in_can_only_be_read(scorm: Path, browser: Browser) -> None:
    fake = FAKE_12.replace("MODE", "review").replace("COMMIT", "'true'")
    with learner(browser, scorm, init=fake, address="#hoi") as one:
        expect(one.page.get_by_role("alert")).to_contain_text("Bạn đang xem lại bài đã nộp")
        form = one.question("mot")
        expect(form.locator("input").first).to_be_disabled()
        expect(form.locator(".lk-verdict")).to_have_text("Câu này chưa được trả lời.")
        expect(form.locator("[type=submit]")).to_be_hidden()


def test_platform_that_takes_nothing_is_said(scorm: Path, browser: Browser) -> None:
    fake = FAKE_12.replace("MODE", "normal").replace("COMMIT", "'false'")
    with learner(browser, scorm, init=fake, address="#hoi") as one:
        one.answer("mot", "1")
        expect(one.page.get_by_role("alert")).to_contain_text("Hệ thống học tập chưa")


def test_what_was_kept_and_cannot_be_read_is_said(index: Path, browser: Browser) -> None:
    spoilt = "try { localStorage.setItem('lessonkit:bep', '1;fc;a1;q?:1;zx') } catch (error) {}"
    with learner(browser, index, init=spoilt) as one:
        expect(one.page.get_by_role("alert")).to_contain_text("không đọc lại được")
        one.next()
        assert one.on() == "chu"


def test_right_to_left(tmp_path: Path, browser: Browser) -> None:
    page, theme = everything(), load_theme("default")
    strings = {**theme.strings, "ar": theme.strings["vi"]}
    turned = replace(page, meta=page.meta.model_copy(update={"lang": "ar"}))
    index = write_site(turned, tmp_path, theme=replace(theme, strings=strings))
    with learner(browser, index, address="#lam-theo") as one:
        wide = one.page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
        step = one.page.locator(".lk-steps > li").first
        number = step.evaluate("(e) => getComputedStyle(e, '::before').right")
        assert (wide, number) == (True, "0px")
