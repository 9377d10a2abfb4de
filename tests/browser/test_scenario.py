"""A story told in scenes: by keys, by touch, resumed half way, reviewed, on paper, told."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator
from tests.browser.lesson import Learner, learner
from tests.browser.test_keys import HEAR
from tests.browser.test_look_access import WIDE, violations
from tests.browser.test_rows import SHOW_ALL, TARGETS, heard, press
from tests.render.site import write_site
from tests.witness.browser import Lms
from tests.witness.calls import check_launches, verdict_of_launches
from tests.witness.server import LessonServer

from lessonkit.model.settings import Settings
from lessonkit.plan.page import page as plan
from lessonkit.read.module import read_text
from lessonkit.render.shell import Target

pytestmark = pytest.mark.browser

SOURCE = Path(__file__).parents[1] / "cases" / "modules" / "stories" / "module.md"


def site(folder: Path, target: Target = "html", change: tuple[str, str] = ("", "")) -> Path:
    """The page of the module with these stories; `change`: words of it, and other ones."""
    text = SOURCE.read_text("utf-8").replace(*change)
    reading = read_text(text, "module.md", folder, Settings())
    assert reading.faults == ()
    assert reading.module is not None
    return write_site(plan(reading.module), folder, target)


@pytest.fixture
def one(tmp_path: Path, browser: Browser) -> Iterator[Learner]:
    """A learner with a keyboard on a phone, whose live regions are heard."""
    with learner(browser, site(tmp_path), init=HEAR, address="#goi") as found:
        yield found


def scene(form: Locator) -> str:
    """The title of the scene that is open."""
    shown = [one for one in form.locator(".lk-scene").all() if one.is_visible()]
    assert len(shown) == 1
    return shown[0].locator(".lk-scene-title").inner_text()


def choose(form: Locator, text: str) -> None:
    """By finger or mouse."""
    form.locator(".lk-way:visible").get_by_text(text, exact=True).click()


def walk(form: Locator, *texts: str) -> None:
    """One choice after the other."""
    for text in texts:
        choose(form, text)


def test_by_keys_to_a_bad_end_and_then_to_a_good_one(one: Learner) -> None:
    form = one.question("cuoc-goi")
    assert scene(form) == "Chuông reo"
    assert form.locator(".lk-trail").is_hidden()
    form.locator(".lk-way:visible").first.focus()
    press(one, "Enter")
    assert scene(form) == "Họ đòi mã"
    assert one.focused() == "lk-scene-title"
    assert heard(one) == ["Bạn chọn: Nghe tiếpGiọng bên kia gấp gáp hơn."]
    press(one, "Tab", "Tab", "Space")
    assert scene(form) == "Bạn đọc mã"
    assert one.focused() == "lk-scene-title"
    assert any(said.startswith("Kết thúc chưa tốt") for said in heard(one))
    assert form.locator(".lk-way:visible").count() == 0
    said = form.locator(".lk-verdict").inner_text()
    assert "Đọc lại phần hai nhé." in said
    assert "Bạn còn 1 lần thử." in said
    press(one, "Tab")
    assert one.focused().endswith("lk-retry")
    press(one, "Enter")
    assert scene(form) == "Chuông reo"
    assert one.focused() == "lk-scene-title"
    assert form.locator(".lk-verdict").inner_text() == ""
    press(one, "Tab", "Tab", "Enter")
    assert scene(form) == "Bạn cúp máy"
    assert "Bạn giữ được tiền." in form.locator(".lk-verdict").inner_text()
    assert form.locator(".lk-retry").is_hidden()


def test_what_was_walked_can_be_read(one: Learner) -> None:
    form = one.question("cuoc-goi")
    walk(form, "Nghe tiếp", "Hỏi lại cho rõ", "Nghe tiếp", "Cúp máy, hỏi con")
    trail = form.locator(".lk-trail")
    assert trail.locator("summary").inner_text() == "Xem lại 4 bước bạn đã đi"
    trail.locator("summary").press("Enter")
    steps = trail.locator("li").all_inner_texts()
    assert steps[0].split("\n") == ["Chuông reo: Nghe tiếp", "Giọng bên kia gấp gáp hơn."]
    assert steps[3] == "Họ đòi mã: Cúp máy, hỏi con"
    assert "Kết thúc tạm ổn" in form.locator(".lk-verdict").inner_text()


def test_without_tries_left_a_good_way_is_shown(one: Learner) -> None:
    form = one.question("cuoc-goi")
    walk(form, "Nghe tiếp", "Đọc mã")
    form.locator(".lk-retry").click()
    walk(form, "Nghe tiếp", "Đọc mã")
    assert form.locator(".lk-retry").is_hidden()
    form.locator(".lk-better summary").click()
    better = form.locator(".lk-better li").all_inner_texts()
    assert [one.split("\n")[0] for one in better] == ["Chuông reo: Cúp máy"]


def test_a_double_click_is_one_choice(one: Learner) -> None:
    form = one.question("cuoc-goi")
    form.locator(".lk-way:visible").first.dblclick()
    assert scene(form) == "Họ đòi mã"


def test_resumed_half_way_after_a_reload_and_not_told_as_an_answer(one: Learner) -> None:
    form = one.question("cuoc-goi")
    choose(form, "Nghe tiếp")
    one.page.reload()
    assert scene(form) == "Họ đòi mã"
    assert "Nghe tiếp" in form.locator(".lk-came").inner_text()
    assert form.locator(".lk-retry").is_hidden()
    one.go("lk-close")
    assert "Cuộc gọi lạ" in one.page.locator(".lk-left").inner_text()
    one.go("goi")
    walk(form, "Cúp máy, hỏi con")
    form.locator(".lk-retry").click()
    choose(form, "Nghe tiếp")
    one.page.reload()
    assert scene(form) == "Họ đòi mã"
    walk(form, "Hỏi lại cho rõ", "Cúp máy")
    one.page.reload()
    assert scene(form) == "Bạn cúp máy"
    assert "Kết thúc tốt" in form.locator(".lk-verdict").inner_text()


@pytest.mark.parametrize(
    ("change", "left"),
    [
        (("Đọc mã](#doc-ma)", "Đọc mã](#hoi-con)"), "Chuông reo"),
        (("Tiền của bạn", "Tiền bác"), "Họ đòi mã"),
    ],
)
def test_updated_half_way(
    tmp_path: Path, browser: Browser, change: tuple[str, str], left: str
) -> None:
    index = site(tmp_path)
    with learner(browser, index, address="#goi") as one:
        form = one.question("cuoc-goi")
        choose(form, "Nghe tiếp")
        text = SOURCE.read_text("utf-8").replace(*change)
        if "#hoi-con" in change[1]:
            text = text.replace("### Bạn đọc mã {#doc-ma", "### Mất {#mat").replace(
                "- [Hỏi lại cho rõ]", "- [Đưa điện thoại cho họ](#mat)\n- [Hỏi lại cho rõ]"
            )
        reading = read_text(text, "module.md", tmp_path, Settings())
        assert reading.module is not None
        write_site(plan(reading.module), tmp_path, "html")
        one.page.reload()
        assert scene(form) == left
        told = one.page.locator("#lk-problem").inner_text()
        assert ("đã được cập nhật" in told) == (left == "Chuông reo")


def test_a_story_without_scores_is_told_again_as_often_as_one_likes(one: Learner) -> None:
    one.go("hang-xom")
    form = one.question("hang-xom-hoi")
    choose(form, "Gửi tiền")
    assert form.locator(".lk-verdict").inner_text().strip() == "Hết câu chuyện"
    form.locator(".lk-retry").click()
    assert one.focused() == "lk-scene-title"
    choose(form, "Gọi điện hỏi lại")
    assert "Kết thúc tốt" in form.locator(".lk-verdict").inner_text()
    one.page.reload()
    assert scene(form) == "Hàng xóm không nhắn"
    one.go("lk-close")
    assert "Hàng xóm" not in one.page.locator("#lk-result").inner_text()


def test_begun_anew_half_way_where_tries_are_free(tmp_path: Path, browser: Browser) -> None:
    index = site(tmp_path, change=(":attempts: 2\n", ""))
    with learner(browser, index, address="#goi", has_touch=True, is_mobile=True) as one:
        form = one.question("cuoc-goi")
        assert form.locator(".lk-retry").is_hidden()
        form.locator(".lk-way:visible").first.tap()
        form.locator(".lk-retry").tap()
        assert scene(form) == "Chuông reo"
        form.locator(".lk-way:visible").nth(1).tap()
        assert "Kết thúc tốt" in form.locator(".lk-verdict").inner_text()
        box = form.locator(".lk-scene-title:visible").bounding_box()
        assert box is not None
        assert 0 <= box["y"] <= 640


@pytest.mark.parametrize(
    ("width", "look"),
    [
        (280, {"forced_colors": "active"}),
        (360, {"color_scheme": "dark"}),
        (1280, {"color_scheme": "light", "reduced_motion": "reduce"}),
    ],
)
def test_axe_and_reflow(tmp_path: Path, browser: Browser, width: int, look: dict[str, Any]) -> None:
    with learner(browser, site(tmp_path), (width, 800), address="#goi", **look) as one:
        one.page.evaluate(SHOW_ALL)
        form = one.question("cuoc-goi")
        for texts in ((), ("Nghe tiếp",), ("Đọc mã",)):
            walk(form, *texts)
            for fold in form.locator(".lk-trail summary:visible").all():
                fold.click()
            assert one.page.evaluate(WIDE) == []
            if not look.get("forced_colors"):
                assert violations(one) == []


def test_what_a_screen_reader_says(one: Learner) -> None:
    choose(one.question("cuoc-goi"), "Nghe tiếp")
    said = one.page.locator("#goi").aria_snapshot()
    for line in (
        'group "Câu hỏi 1 Cuộc gọi lạ từ ngân hàng Đọc từng cảnh và chọn việc bạn sẽ làm."',
        "status:",
        'heading "Họ đòi mã" [level=3]',
        'button "Đọc mã"',
    ):
        assert line in said
    assert "Chuông reo" not in said.split('heading "Họ đòi mã"')[1].split("- group:")[0]


def test_without_scripts_and_on_paper_all_of_it_can_be_read(
    tmp_path: Path, browser: Browser
) -> None:
    index = site(tmp_path)
    with learner(browser, index, java_script_enabled=False) as one:
        assert one.page.locator(".lk-scene:visible").count() == 8
        told = one.question("cuoc-goi").inner_text()
        for text in ("Cảnh 2. Họ đòi mã", "Đọc mã → Cảnh 5", "Hết câu chuyện: kết thúc tạm ổn."):
            assert text in told
        link = one.question("cuoc-goi").locator("a", has_text="Đọc mã")
        assert link.get_attribute("href") == "#doc-ma"
        assert one.page.locator(".lk-way, .lk-trail:visible, .lk-retry:visible").count() == 0
    with learner(browser, index, address="#goi") as one:
        choose(one.question("cuoc-goi"), "Nghe tiếp")
        one.page.emulate_media(media="print")
        form = one.question("cuoc-goi")
        assert form.locator(".lk-scene:visible").count() == 5
        assert form.locator("a:visible").count() == 5
        assert form.locator(".lk-then:visible").count() == 2
        assert form.locator(".lk-way:visible, .lk-came:visible").count() == 0


@pytest.mark.npm
@pytest.mark.parametrize("version", ["1.2", "2004"])
def test_what_a_platform_is_told(
    tmp_path: Path, browser: Browser, server: LessonServer, version: str
) -> None:
    folder = site(tmp_path, TARGETS[version]).parent
    server.mount({one.name: one.read_bytes() for one in folder.iterdir() if one.is_file()})
    context = browser.new_context(locale="vi-VN")
    lms = Lms.open(context.new_page(), server.lms(version))

    def form(name: str = "cuoc-goi", step: str = "goi") -> Locator:
        lms.lesson.evaluate("(id) => { location.hash = id }", step)
        found = lms.lesson.locator(f"#lk-q-{name}")
        found.wait_for(state="visible")
        return found

    walk(form(), "Nghe tiếp", "Cúp máy, hỏi con")
    form().locator(".lk-retry").click()
    choose(form(), "Nghe tiếp")
    lms.rests(60)
    lms.relaunch()
    assert scene(form()) == "Họ đòi mã"
    walk(form(), "Hỏi lại cho rõ", "Cúp máy")
    walk(form("hang-xom-hoi", "hang-xom"), "Gửi tiền")
    lms.rests(60)
    lms.relaunch(mode="review")
    assert scene(form()) == "Bạn cúp máy"
    assert form().locator(".lk-trail").get_attribute("open") is not None
    assert form().locator(".lk-trail li").count() == 3
    assert lms.lesson.locator(".lk-retry:visible").count() == 0
    lms.close()
    assert check_launches(lms.sessions(), version) == []
    last = verdict_of_launches(lms.sessions()[:2], version)
    assert (last.completion, last.success, last.raw) == ("completed", "passed", 100)
    told = [(one.id, one.result) for one in last.answers]
    assert told == [("cuoc-goi", "0.5"), ("cuoc-goi", "correct"), ("hang-xom-hoi", "neutral")]
    context.close()
