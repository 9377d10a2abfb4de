"""WebVTT as rules see it."""

import pytest

from lessonkit.base.diag import line_span
from lessonkit.check.captions import Cue, read_cues

VTT = """WEBVTT - thử

NOTE không phải phụ đề

1
00:00.000 --> 00:02.500 align:start
<v An>Bạn hãy <b>cúp máy</b>.
Rồi gọi lại &amp; hỏi.

01:00:01.000 --> 01:00:02.000
Xong.
"""


def test_cues_are_read_with_their_lines() -> None:
    assert tuple(read_cues(VTT, "phim.vtt")) == (
        Cue("phim.vtt", 6, 0.0, 2.5, ("Bạn hãy cúp máy.", "Rồi gọi lại & hỏi.")),
        Cue("phim.vtt", 10, 3601.0, 3602.0, ("Xong.",)),
    )


@pytest.mark.parametrize(
    "times",
    ["00:01 --> 00:02", "0:01.000 --> 0:02.000", "a --> b", "00:00:01,000 --> 00:00:02,000"],
)
def test_times_that_are_none_end_before_they_begin(times: str) -> None:
    (cue,) = read_cues(f"WEBVTT\n\n{times}\nx\n", "phim.vtt")

    assert cue.seconds < 0


def test_a_place_is_the_line_of_the_file() -> None:
    cue = next(read_cues(VTT, "phim.vtt"))

    assert cue.span() == line_span("phim.vtt", 6)
    assert cue.span(2) == line_span("phim.vtt", 8, 1, 18)
