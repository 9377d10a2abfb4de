"""Words of several tiếng held together, and the table of those that are known."""

import unicodedata
from importlib.resources import files

import pytest

from lessonkit.text.compounds import compound


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Thử sức: cuộc gọi lúc dọn cơm", "Thử_sức: cuộc_gọi lúc dọn cơm"),
        ("“Tin nhắn”, tin, nhắn", "“Tin_nhắn”, tin, nhắn"),
        ("Công dân số an toàn", "Công_dân số an_toàn"),
        ("NGƯỜI CAO TUỔI", "NGƯỜI_CAO_TUỔI"),
        (unicodedata.normalize("NFD", "mật khẩu"), unicodedata.normalize("NFD", "mật_khẩu")),
        ("", ""),
        ("một  hai", "một  hai"),
    ],
)
def test_tieng_of_a_word_stay_together(text: str, held: str) -> None:
    assert compound(text).replace("\u00a0", "_") == held


def test_each_word_is_written_once_and_as_it_is_looked_up() -> None:
    table = (files("lessonkit.text") / "compounds.txt").read_text("utf-8")
    words = table.strip().replace("\n", ", ").split(", ")
    assert len(set(words)) == len(words)
    assert all(unicodedata.normalize("NFC", one).lower() == one for one in words)
    assert {len(one.split()) for one in words} == {2, 3}
