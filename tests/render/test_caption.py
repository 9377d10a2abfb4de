"""Sentences as captions: where lines end, and how long each is seen."""

from itertools import pairwise

import pytest

from lessonkit.render.caption import LINES, WIDTH, Breaks, split

BREAKS = Breaks(frozenset(("của", "và", "khi", "để")), "vi")


def lines(text: str) -> list[tuple[str, ...]]:
    return [one.lines for one in split([("a", 0.0, 8.0, text)], BREAKS)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Đừng đọc mã OTP cho ai.", [("Đừng đọc mã OTP cho ai.",)]),
        (
            "Khi một trang web lộ mật khẩu, kẻ gian thử ngay",
            [("Khi một trang web lộ mật khẩu,", "kẻ gian thử ngay")],
        ),
        (
            "Bạn giữ điện thoại bên mình khi ngồi ở quán",
            [("Bạn giữ điện thoại bên mình", "khi ngồi ở quán")],
        ),
        (
            "Đó là ứng dụng cất mật khẩu vào một két có khóa.",
            [("Đó là ứng dụng cất mật khẩu", "vào một két có khóa.")],
        ),
        ("- Alo, ai đấy ạ?\n- Công an đây!", [("- Alo, ai đấy ạ?", "- Công an đây!")]),
        ("một\nhai\nba", [("một hai ba",)]),
        ("x" * 60 + " và nữa", [("x" * 60, "và nữa")]),
        ("", [("",)]),
    ],
)
def test_lines_end_where_a_reader_would_pause(text: str, wanted: list[tuple[str, ...]]) -> None:
    assert lines(text) == wanted


@pytest.mark.parametrize("count", range(1, 60, 7))
def test_no_word_is_lost_and_no_line_is_too_long(count: int) -> None:
    text = " ".join(f"tiếng{number}" for number in range(count))
    found = list(split([("a", 1.0, 9.0, text)], BREAKS))
    assert " ".join(" ".join(one.lines) for one in found) == text
    assert all(len(one.lines) <= LINES and max(map(len, one.lines)) <= WIDTH for one in found)
    assert (found[0].start, found[-1].end) == (1.0, 9.0)
    assert all(one.end == after.start for one, after in pairwise(found))
    assert [one.id for one in found][:2] == ["a", "a-2"][: len(found)]
