"""What is said to an answer: per option, row and gap, for what came out, whatever was answered."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser
from tests.browser.lesson import Learner, learner
from tests.render.site import EVERYTHING, write_site

from lessonkit.model.settings import Settings
from lessonkit.plan.page import page as plan
from lessonkit.read.module import read_text
from lessonkit.render.shell import Target

pytestmark = pytest.mark.browser

HAND = (Path(__file__).parent / "hand.js").read_text("utf-8")
SOURCE = Path(__file__).parents[1] / "cases" / "modules" / "every-question" / "module.md"


def site(
    folder: Path, target: Target = "html", change: tuple[str, str] = ("", ""), more: str = ""
) -> Path:
    """The page with a question of every type; `change`: words of it, and other ones."""
    text = SOURCE.read_text("utf-8").replace(*change) + more
    reading = read_text(text, "module.md", EVERYTHING, Settings())
    assert reading.faults == ()
    assert reading.module is not None
    return write_site(plan(reading.module), folder, target)


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page as it is."""
    return site(tmp_path_factory.mktemp("feedback"))


@pytest.fixture
def one(index: Path, browser: Browser) -> Iterator[Learner]:
    """A learner on a phone."""
    with learner(browser, index) as found:
        yield found


@pytest.fixture(scope="module")
def forgetful(index: Path, browser: Browser) -> Iterator[Learner]:
    """A learner whose phone has forgotten everything whenever the page is loaded."""
    with learner(browser, index, init="try { localStorage.clear(); } catch (error) {}") as found:
        yield found


def say(one: Learner, name: str, answer: Any) -> str:
    """Gives an answer; what stands below it."""
    one.page.evaluate(f"(said) => {{ {HAND}; hand.say(...said); }}", [name, answer])
    return one.question(name).locator(".lk-verdict").inner_text()


def beside(one: Learner, name: str, key: int) -> list[str]:
    """What stands beside an option or row."""
    found = one.question(name).locator(f'[data-lk-key="{key}"] .lk-reply')
    return found.all_inner_texts()


OUTCOMES = [
    ("mot", [1], ["Bạn giữ được tiền.", "Gọi lại thì miễn phí."]),
    ("mot", [0], ["Bạn đọc lại phần một nhé.", "Gọi lại thì miễn phí."]),
    ("nhieu", [0, 1], ["Đủ cả hai."]),
    ("nhieu", [0], ["Còn một dấu hiệu nữa."]),
    ("nhieu", [2], ["Chưa dấu hiệu nào."]),
    ("dung-sai", False, ["Mã OTP chỉ dùng một lần."]),
    ("vung", [1], ["Nút này luôn ở góc trên."]),
    ("chu", "156", ["Số này nhận cả cuộc gọi.", "Gọi miễn phí."]),
    ("chu", "5656", ["Gọi miễn phí."]),
    ("chu", "1", ["Số có ba chữ số.", "Gọi miễn phí."]),
    ("so", "1", ["Đếm lại nhé.", "Hai tá là 24."]),
    ("noi", [0, 1, 2], ["Ba số này gọi miễn phí."]),
    ("noi", [0, 2, 1], ["Gần đúng.", "Ba số này gọi miễn phí."]),
    ("nhom", [0, 1, 1, 0], ["Được một phần rồi."]),
    ("nhom", [1, 1, 0, 0], []),
    ("thu-tu", [0, 2, 1], ["Càng sớm càng tốt."]),
    ("muc", 0, ["Đọc lại phần một nhé.", "Cảm ơn bạn đã nói thật."]),
    ("muc", 1, ["Cảm ơn bạn đã nói thật."]),
    ("ghi", "Tôi cúp máy.", ["Kể cho người nhà nghe nhé."]),
]


@pytest.mark.parametrize(("name", "answer", "said"), OUTCOMES)
def test_below_the_answer(forgetful: Learner, name: str, answer: Any, said: list[str]) -> None:
    forgetful.page.reload()
    say(forgetful, name, answer)
    assert forgetful.question(name).locator(".lk-verdict .lk-reply").all_inner_texts() == said


BESIDE = [
    ("mot", [0], 0, ["Tiền đi là mất."]),
    ("mot", [0], 1, []),
    ("vung", [0], 0, ["Ô này để tìm."]),
    ("noi", [0, 2, 1], 1, ["Xe đến ngay."]),
    ("noi", [0, 2, 1], 2, []),
    ("noi", [0, 3, 2], 1, ["Số này cho trẻ em."]),
    ("nhom", [1, 0, 1, 1], 0, ["Họ hết cách."]),
    ("nhom", [1, 0, 1, 1], 2, ["Mã là khoá."]),
    ("thu-tu", [0, 2, 1], 0, ["Ngân hàng dừng được giao dịch."]),
]


@pytest.mark.parametrize(("name", "answer", "key", "said"), BESIDE)
def test_beside_the_row(one: Learner, name: str, answer: Any, key: int, said: list[str]) -> None:
    say(one, name, answer)
    assert beside(one, name, key) == said
    one.page.reload()
    assert beside(one, name, key) == said


def test_of_gaps(one: Learner) -> None:
    """Below the text, each with the number of its gap: in the line there is no room."""
    said = say(one, "dien", ["113", 0])
    lines = [
        "Còn một chỗ nữa.",
        "Chỗ trống 1: 114 là số chữa cháy.",
        "Chỗ trống 2: Không ai thu tiền qua điện thoại.",
        "Số khẩn cấp gọi miễn phí.",
    ]
    assert [line for line in said.splitlines() if line in lines] == lines
    assert beside(one, "dien", 0) == []


def test_on_paper_every_word_stands_in_the_key(tmp_path: Path, browser: Browser) -> None:
    with learner(browser, site(tmp_path), java_script_enabled=False) as one:
        for details in one.page.locator(".lk-key").all():
            details.evaluate("(key) => key.setAttribute('open', '')")
        for name, _, said in OUTCOMES:
            text = one.question(name).locator(".lk-key").inner_text() if said else ""
            assert [line for line in said if line not in text] == []
        assert "114 là số chữa cháy." in one.question("dien").locator(".lk-key").inner_text()
        assert "Chỗ trống 1:" not in one.question("dien").locator(".lk-key").inner_text()
