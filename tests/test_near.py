"""What was probably meant."""

import pytest

from lessonkit.base.near import nearest

KNOWN = ("digcomp-2.2", "moet-ai-2422", "tt02-2025", "tt18-2026", "điện thoại")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("tt02", "tt02-2025"),
        ("TT18", "tt18-2026"),
        ("tt2-2025", "tt02-2025"),
        ("tt02-2026", "tt02-2025"),
        ("moet", "moet-ai-2422"),
        ("dien thoai", "điện thoại"),
        ("tt", None),
        ("xx", None),
        ("", None),
    ],
)
def test_the_nearest_known_word_is_told(typed: str, meant: str | None) -> None:
    assert nearest(typed, KNOWN) == meant
