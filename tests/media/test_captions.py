"""SubRip becomes what browsers read."""

from lessonkit.media.captions import webvtt


def test_times_and_line_ends_are_those_of_webvtt() -> None:
    subrip = "\ufeff1\r\n00:00:01,500 --> 00:00:02,000\r\nMột, hai\r\n".encode()
    assert webvtt(subrip).decode() == ("WEBVTT\n\n1\n00:00:01.500 --> 00:00:02.000\nMột, hai\n")


def test_other_encodings_are_marked_and_never_raise() -> None:
    assert "\ufffd" in webvtt(b"1\n00:00:01,500 --> 00:00:02,000\n\xff\n").decode()
