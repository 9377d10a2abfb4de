"""The order in which questions of rows are shown: settled, and never the right one."""

import pytest

from lessonkit.questions.rows import mixed


@pytest.mark.parametrize("count", range(2, 37))
def test_nothing_stands_where_it_belongs(count: int) -> None:
    for name in ("a", "thu-tu", "lo-chuyen-tien", "x-1", "x-2"):
        found = mixed(name, count)
        assert sorted(found) == list(range(count))
        assert all(one != place for place, one in enumerate(found))


def test_it_hangs_on_the_id_alone() -> None:
    assert mixed("thu-tu", 6) == mixed("thu-tu", 6)
    assert len({mixed(f"cau-{number}", 8) for number in range(40)}) > 30


def test_one_and_none() -> None:
    assert (mixed("a", 1), mixed("a", 0)) == ((0,), ())
