"""Names in packages: readable, ASCII, and never one for two."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessonkit.base.files import safe_path
from lessonkit.base.slug import LONGEST, slug, unique_names


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Đọc kỹ!", "doc-ky"),
        ("Đường Điện Biên Phủ", "duong-dien-bien-phu"),
        (unicodedata.normalize("NFD", "Tiếng Việt ễộẬ"), "tieng-viet-eoa"),
        ("man_hinh (1)", "man-hinh-1"),
        ("Straße, Œuvre, Łódź, Ærø", "strasse-oeuvre-lodz-aero"),
        ("ﬁle ²", "file-2"),
        ("A" * 200, "a" * 51 + "-"),
        ("một " * 40, "mot-" * 12),
        ("Привет", "-"),
        ("日本 bài 1", "bai-1-"),
        ("🙂", "-"),
        ("", "-"),
    ],
)
def test_slug(text: str, expected: str) -> None:
    """Where `expected` ends with a hyphen, a digest follows; alone, it is all there is."""
    if expected.endswith("-"):
        assert re.fullmatch(re.escape(expected.lstrip("-")) + "[0-9a-f]{8}", slug(text))
    else:
        assert slug(text) == expected


def test_other_scripts_stay_apart() -> None:
    assert len({slug("Привет"), slug("Пока"), slug("日本"), slug("🙂")}) == 4


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (("media/Đọc.png", "media/Đục.png"), ("doc.png", "duc.png")),
        (("media/doc.png", "media/Đọc.png"), ("doc.png", "doc-2.png")),
        (
            ("media/Đọc.png", "media/Dọc.png", "media/Dộc.png"),
            ("doc-3.png", "doc.png", "doc-2.png"),
        ),
        (("a/x.png", "b/x.png"), ("x.png", "x-2.png")),
        (("x.png", "x.jpg"), ("x-2.png", "x.jpg")),
        (("x.png", "X.PNG"), ("x.png", "x-2.png")),
        (("x-2.png", "x.png", "X.png"), ("x-2.png", "x.png", "x-3.png")),
        (("con.png", "NUL.txt", "com1"), ("file-con.png", "file-nul.txt", "file-com1")),
        (("a.b.c.png", "khong-duoi", ".an"), ("a-b-c.png", "khong-duoi", "an")),
        (("a.dài lắm",), ("a",)),
    ],
)
def test_unique_names(names: tuple[str, ...], expected: tuple[str, ...]) -> None:
    assert unique_names(names) == dict(zip(names, expected, strict=True))


def test_the_ending_follows_the_content() -> None:
    names = ("media/Ảnh.webp", "media/b.PNG")
    assert unique_names(names, {"media/Ảnh.webp": ".png"}) == {
        "media/Ảnh.webp": "anh.png",
        "media/b.PNG": "b.png",
    }


NAMES = st.lists(st.text(st.sampled_from("aAđĐạ.-_/ 12con日🙂\u0301"), max_size=12), unique=True)


@given(NAMES)
def test_all_are_told_apart_and_can_be_stored(names: list[str]) -> None:
    found = unique_names(names)
    assert set(found) == set(names)
    stems = [name.partition(".")[0] for name in found.values()]
    assert len({stem.casefold() for stem in stems}) == len(names)
    assert unique_names(reversed(names)) == found
    for name in found.values():
        assert str(safe_path(name)) == name
        assert re.fullmatch(r"[a-z0-9][a-z0-9-]*(\.[a-z0-9]{1,8})?", name)


@given(st.text())
def test_a_slug_of_a_slug_is_itself(text: str) -> None:
    once = slug(text)
    assert slug(once) == once
    assert 0 < len(once) <= LONGEST
