"""The same story on a built package, by hand on the page as a learner would."""

from pathlib import Path

import pytest
from playwright.sync_api import Frame, Page
from tests.witness.browser import Lms
from tests.witness.calls import check_launches, verdict_of_launches
from tests.witness.server import LessonServer

from lessonkit import build

pytestmark = [pytest.mark.browser, pytest.mark.npm]

MODULE = """---
id: bai-thu
title: Bài thử
lang: vi
minutes: 3
objectives:
  - id: nhan-dien
    text: Nhận ra cuộc gọi lừa đảo
tracking:
  complete: answered
  mastery: 0.8
  attempts: 2
---

## Mở đầu {#mo-dau objectives="nhan-dien"}

Kẻ lừa đảo giục bạn chuyển tiền.

:::{checklist}
:id: viec-lam

- [ ] Lưu số 113
:::

:::{choice} Bạn làm gì khi có người giục chuyển tiền?
:id: cuoc-goi
:objective: nhan-dien

- [ ] Chuyển tiền ngay
  > Đừng vội.
- [x] Cúp máy
  > Đúng.
:::

:::{truefalse} Công an không thu tiền qua điện thoại.
:id: dung-sai
:objective: nhan-dien
:answer: true

> true: Đúng.
> false: Chưa đúng.
:::

## Kết thúc {#ket-thuc objectives="nhan-dien"}

Hãy gọi lại số chính thức.

:::{text} Bạn gọi số nào?
:id: so-nao
:objective: nhan-dien
:match: fold

= một một ba | 113
:::

:::{number} Bao nhiêu phần trăm?
:id: bao-nhieu
:objective: nhan-dien
:unit: %

= 12 ± 0,5
:::
"""
SUFFIX = {"1.2": "scorm12", "2004": "scorm2004"}
RIGHT = ("1", "true", "Mot mot ba", "12,5 %")
WRONG = ("0", "false", "mười một", "13")


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A lesson with as many tries as one likes, and with one (`strict`), for both versions."""
    root = tmp_path_factory.mktemp("project")
    (root / "lessonkit.toml").write_text("")
    strict = MODULE.replace("bai-thu", "kiem-tra").replace(
        ":objective:", ":attempts: 1\n:objective:"
    )
    for name, text in {"bai-thu": MODULE, "kiem-tra": strict}.items():
        module = root / "modules" / name / "module.md"
        module.parent.mkdir(parents=True)
        module.write_text(text, encoding="utf-8")
    outcomes = build([root], out=root / "build", outputs=["scorm12", "scorm2004"])
    assert not any(one.failed for one in outcomes), outcomes
    return {
        f"{prefix}{version}": root / "build" / name / f"{name}.{suffix}.zip"
        for version, suffix in SUFFIX.items()
        for prefix, name in (("", "bai-thu"), ("strict ", "kiem-tra"))
    }


@pytest.fixture(params=["1.2", "2004"])
def version(request: pytest.FixtureRequest) -> str:
    """Both versions of SCORM."""
    found: str = request.param
    return found


@pytest.fixture
def lms(page: Page, server: LessonServer, packages: dict[str, Path], version: str) -> Lms:
    """The lesson, launched."""
    server.mount(packages[version])
    return Lms.open(page, server.lms(version))


def fill(lesson: Frame, name: str, value: str) -> None:
    """Answer one question of the section on the screen."""
    form = lesson.locator(f"#lk-q-{name}")
    form.wait_for()
    retry = form.locator(".lk-retry")
    if retry.is_visible():
        retry.click()
    if value in ("0", "1", "true", "false"):
        form.locator(f'input[value="{value}"]').check()
    else:
        form.locator("input").first.fill(value)
    form.locator("[type=submit]").click()


def answer(lesson: Frame, answers: tuple[str, ...]) -> None:
    """All four questions, section by section, from the opening page."""
    first, second, third, fourth = answers
    lesson.goto(lesson.url.split("#")[0] + "#mo-dau")
    fill(lesson, "cuoc-goi", first)
    fill(lesson, "dung-sai", second)
    lesson.locator("#lk-next").click()
    fill(lesson, "so-nao", third)
    fill(lesson, "bao-nhieu", fourth)
    lesson.page.wait_for_timeout(100)


def test_read_answer_leave_resume_pass_review(lms: Lms, version: str) -> None:
    lms.lesson.locator("#lk-next").click()
    lms.lesson.locator("input[type=checkbox]").first.check()
    answer(lms.lesson, WRONG)
    lms.close()
    first = verdict_of_launches(lms.sessions(), version)
    assert (first.completion, first.success, first.raw) == ("incomplete", "unknown", 0)
    assert [one.result for one in first.answers] == ["incorrect"] * 4

    lms.relaunch()
    lms.lesson.locator("#lk-next").click()  # where it was left
    assert lms.lesson.locator("#lk-in-so-nao").input_value() == "mười một"
    answer(lms.lesson, RIGHT)
    lms.close()

    lms.relaunch(mode="review")
    lms.lesson.locator("#lk-next").click()
    assert lms.lesson.locator("#lk-in-so-nao").input_value() == "Mot mot ba"
    assert lms.lesson.locator("#lk-in-so-nao").is_disabled()
    lms.close()

    last = verdict_of_launches(lms.sessions()[:2], version)
    assert (last.completion, last.success, last.raw) == ("completed", "passed", 100)
    assert [one.result for one in last.answers[4:]] == ["correct"] * 4
    assert check_launches(lms.sessions(), version) == []


def test_fail_twice(
    page: Page, server: LessonServer, packages: dict[str, Path], version: str
) -> None:
    server.mount(packages[f"strict {version}"])
    lms = Lms.open(page, server.lms(version))
    answer(lms.lesson, WRONG)
    first = verdict_of_launches(lms.sessions(), version)
    assert (first.completion, first.success) == ("incomplete", "unknown")
    lms.relaunch()
    lms.lesson.evaluate("location.hash = 'lk-close'")
    lms.lesson.wait_for_selector("#lk-close.lk-on")
    lms.lesson.locator("#lk-next").click()
    answer(lms.lesson, ("1", "false", "113", "13"))
    lms.close()
    last = verdict_of_launches(lms.sessions(), version)
    assert (last.completion, last.success, last.raw) == ("completed", "failed", 50)
    assert len(last.answers) == 8
    assert check_launches(lms.sessions(), version) == []


def test_no_platform_is_said(
    page: Page, server: LessonServer, packages: dict[str, Path], version: str
) -> None:
    server.mount(packages[version])
    page.clock.install()
    lms = Lms.open(page, server.lms(version, api="missing"))
    assert lms.lesson.locator("#lk-problem").is_hidden()
    page.clock.run_for(6000)
    assert lms.lesson.locator("#lk-problem").is_visible()
    assert lms.lesson.locator("#lk-problem p").inner_text() != ""
    assert server.missed() == []
