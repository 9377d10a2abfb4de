"""Every code can be explained in both languages."""

import pytest

from lessonkit.base.codes import all_codes
from lessonkit.base.errors import UsageError
from lessonkit.base.messages import LANGS
from lessonkit.check.explain import explain
from lessonkit.check.rules import NAMES


@pytest.mark.parametrize("lang", LANGS)
def test_every_code_has_a_page(lang: str) -> None:
    headings = ("Vì sao", "Nguồn") if lang == "vi" else ("Why", "Source")
    for code in (*NAMES, *(one.code for one in all_codes())):
        page = explain(code, lang)
        assert page.startswith(code)
        assert all(f"\n{heading}\n" in page for heading in headings), code


def test_a_name_is_as_good_as_a_code() -> None:
    assert explain("image-without-alt", "vi") == explain("lk301", "vi")
    assert explain("ignore-unused", "en") == explain("LK902", "en")


def test_a_page_reads_as_it_should() -> None:
    page = explain("LK304", "vi").split("\n\n")

    assert page[:3] == [
        "LK304 decorative-with-alt",
        "mức: cảnh báo · có từ bản 0.1",
        "hình vừa là trang trí vừa có chữ thay hình “…”",
    ]
    assert page[4] == "Sai\n  ![Một hàng hoa](media/hinh.png){decorative}"


def test_a_near_name_is_offered() -> None:
    with pytest.raises(UsageError, match="image-without-alt”"):
        explain("image-without-alts", "en")
    with pytest.raises(UsageError, match="không có mã"):
        explain("zzzzzzzz", "vi")
