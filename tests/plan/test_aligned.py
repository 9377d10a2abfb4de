"""Sentences in a recording: borders in breaths where there are some, else by length."""

from itertools import pairwise

import pytest

from lessonkit.plan.aligned import aligned


def test_borders_are_put_into_breaths() -> None:
    breaths = ((2.9, 3.3), (5.0, 5.15), (6.1, 6.6))
    assert aligned((3, 3, 3), 10, breaths) == [(0, 2.9), (3.3, 6.1), (6.6, 10)]


def test_a_reader_who_begins_slowly_is_followed() -> None:
    found = aligned((2, 2, 2), 9, ((4.0, 4.5), (6.8, 7.1)))
    assert [round(start, 1) for start, _ in found] == [0, 4.5, 7.1]


@pytest.mark.parametrize("count", [1, 2, 7, 40])
def test_without_breaths_length_decides(count: int) -> None:
    found = aligned([1.0] * count, 10, ())
    assert len(found) == count
    assert (found[0][0], found[-1][1]) == (0, 10)
    for (_, end), (start, _) in pairwise(found):
        assert end == start
    assert all(abs(end - start - 10 / count) < 0.01 for start, end in found)


def test_nothing_goes_backwards() -> None:
    breaths = [(n * 0.31, n * 0.31 + 0.2) for n in range(1, 60)]
    found = aligned([0.2, 5, 0.1, 0.1, 8, 0.3], 19, breaths)
    places = [place for span in found for place in span]
    assert places == sorted(places)
