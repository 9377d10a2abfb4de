"""Captions in the one form that browsers read: WebVTT."""

import re

_TIMING = re.compile(r"(\d+:\d{2}:\d{2}),(\d{3}) --> (\d+:\d{2}:\d{2}),(\d{3})")


def webvtt(data: bytes) -> bytes:
    """SubRip as WebVTT: a head line, and points in the times where SubRip has commas.

    Source: WebVTT, W3C Candidate Recommendation 2019, 4.1. What cannot be read as UTF-8 is marked.
    """
    text = data.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n").strip("\n")
    cues = _TIMING.sub(r"\1.\2 --> \3.\4", text)
    return f"WEBVTT\n\n{cues}\n".encode()
