"""Half of version 1 is learned, version 2 is installed in its place, the learner comes back."""

from pathlib import Path

import pytest
from playwright.sync_api import Frame, Page, expect
from tests.browser.test_tracking_lesson import MODULE, RIGHT, SUFFIX, answer, fill
from tests.witness.browser import Lms
from tests.witness.calls import check_launches, verdict_of_launches
from tests.witness.server import LessonServer

from lessonkit import build

pytestmark = [pytest.mark.browser, pytest.mark.npm]

FIRST, LAST = "  > Đừng vội.\n", "  > Đúng.\n"
WRONG, TRUE = f"- [ ] Chuyển tiền ngay\n{FIRST}", f"- [x] Cúp máy\n{LAST}"
GONE = MODULE[MODULE.index(":::{truefalse}") : MODULE.index("## Kết thúc")]
NEW = """:::{number} Số của công an có mấy chữ số?
:id: may-chu-so
:objective: nhan-dien

= 3
:::
"""
SECOND = (
    MODULE.replace(WRONG + TRUE, TRUE + WRONG)
    .replace(GONE, NEW + "\n")
    .replace("{#ket-thuc", "{#het")
    .replace("- [ ] Lưu số 113\n", "- [ ] Dặn người nhà\n- [ ] Lưu số 113\n")
    .replace("id: bai-thu\n", "id: bai-thu\nversion: '2.0'\n")
)
"""Options change places, a question goes, another comes, a section has another name."""


@pytest.fixture(scope="module")
def editions(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Folders of everything built of version 1 and of version 2."""
    folders = []
    for number, text in enumerate((MODULE, SECOND)):
        root = tmp_path_factory.mktemp(f"version-{number}")
        (root / "lessonkit.toml").write_text("")
        module = root / "modules" / "bai-thu" / "module.md"
        module.parent.mkdir(parents=True)
        module.write_text(text, encoding="utf-8")
        outcomes = build([root], out=root / "build", outputs=["html", "scorm12", "scorm2004"])
        assert not any(one.failed for one in outcomes), outcomes
        folders.append(root / "build" / "bai-thu")
    return folders[0], folders[1]


def learn_half(lesson: Frame) -> None:
    """The first section right, one question of the second wrong; a tick."""
    lesson.goto(lesson.url.split("#")[0] + "#mo-dau")
    lesson.locator("input[type=checkbox]").first.check()
    fill(lesson, "cuoc-goi", "1")
    fill(lesson, "dung-sai", "true")
    lesson.locator("#lk-next").click()
    fill(lesson, "so-nao", "mười một")
    lesson.page.wait_for_timeout(1100)


def returned(lesson: Frame) -> None:
    """What survives is there, what does not is not shown as something else, and it is said."""
    box = lesson.locator("#lk-problem")
    box.wait_for()
    assert box.get_attribute("data-kind") == "updated"
    assert "cập nhật" in box.inner_text()
    call = lesson.locator("#lk-q-cuoc-goi")
    assert call.locator("input:checked").count() == 0
    assert call.locator(".lk-verdict.lk-right").count() == 1
    assert lesson.locator("#lk-in-so-nao").input_value() == "mười một"
    assert lesson.locator("#lk-in-may-chu-so").input_value() == ""
    ticks = lesson.locator(".lk-checklist input[type=checkbox], input[type=checkbox]")
    assert [ticks.nth(n).is_checked() for n in range(2)] == [False, True]


def finish(lesson: Frame) -> None:
    lesson.goto(lesson.url.split("#")[0] + "#mo-dau")
    fill(lesson, "may-chu-so", "3")
    lesson.locator("#lk-next").click()
    fill(lesson, "so-nao", "113")
    fill(lesson, "bao-nhieu", "12,5 %")
    lesson.page.wait_for_timeout(100)


@pytest.mark.parametrize("version", ["1.2", "2004"])
def test_on_a_platform(
    page: Page, server: LessonServer, editions: tuple[Path, Path], version: str
) -> None:
    old, new = (one / f"bai-thu.{SUFFIX[version]}.zip" for one in editions)
    server.mount(old)
    lms = Lms.open(page, server.lms(version))
    learn_half(lms.lesson)
    lms.close()
    server.mount(new)
    lms.relaunch()
    returned(lms.lesson)
    finish(lms.lesson)
    lms.close()
    lms.relaunch()
    assert lms.lesson.locator("#lk-problem").is_hidden()
    lms.close()
    last = verdict_of_launches(lms.sessions(), version)
    assert (last.completion, last.success, last.raw) == ("completed", "passed", 100)
    assert check_launches(lms.sessions(), version) == []


@pytest.mark.parametrize("version", ["1.2", "2004"])
def test_passed_stays_passed(
    page: Page, server: LessonServer, editions: tuple[Path, Path], version: str
) -> None:
    old, new = (one / f"bai-thu.{SUFFIX[version]}.zip" for one in editions)
    server.mount(old)
    lms = Lms.open(page, server.lms(version))
    answer(lms.lesson, RIGHT)
    lms.close()
    server.mount(new)
    lms.relaunch()
    lms.lesson.locator("#lk-problem").wait_for()
    lms.lesson.goto(lms.lesson.url.split("#")[0] + "#mo-dau")
    fill(lms.lesson, "may-chu-so", "4")
    lms.lesson.page.wait_for_timeout(100)
    lms.close()
    last = verdict_of_launches(lms.sessions(), version)
    assert (last.completion, last.success, last.raw) == ("completed", "passed", 100)
    assert check_launches(lms.sessions(), version) == []


def test_in_a_browser_alone(page: Page, server: LessonServer, editions: tuple[Path, Path]) -> None:
    old, new = (one / "html" for one in editions)
    address = f"{server.origin}/lesson/index.html"
    server.mount(old)
    page.goto(address)
    learn_half(page.main_frame)
    server.mount(new)
    page.goto("about:blank")
    page.goto(address)
    returned(page.main_frame)
    finish(page.main_frame)
    page.goto("about:blank")
    page.goto(address)
    assert page.locator("#lk-problem").is_hidden()
    page.goto(f"{address}#lk-close")
    expect(page.locator("#lk-result")).to_contain_text("đạt")
