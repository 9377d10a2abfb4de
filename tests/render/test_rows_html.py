"""Questions of rows as HTML: mixed, escaped, with a list where a drop-down cannot show enough."""

import re

import pytest
from tests.render.site import fragment

MATCH = """:::{{match}} Nối gì với gì?
:id: noi

| A | B |
|---|---|
| một | {right} |
| hai | b |
| ba | c |
:::
"""
ORDER = """:::{order} Theo thứ tự nào?
:id: thu-tu

1. "một" & 2 < 3
2. hai
3. ba
:::
"""


@pytest.mark.parametrize(
    ("right", "shown"),
    [
        ("a", False),
        ("**a** và *b*", False),
        ("một ý dài hơn ba mươi chữ cái nhiều lắm", True),
        ("![Hình](media/anh.png)", True),
        ("$x^2$", True),
    ],
)
def test_what_a_drop_down_cannot_show_stands_below(right: str, shown: bool) -> None:
    html = fragment(MATCH.format(right=right))
    assert ("lk-pool-shown" in html) is shown
    assert html.count("<select") == 3
    assert html.count("<option") == 12


def test_options_are_words_and_mixed() -> None:
    html = fragment(MATCH.format(right="**a** < `b`"))
    options = re.findall(r'<option value="(\d)">([^<]*)</option>', html)[:3]
    assert dict(options) == {"0": "a &lt; b", "1": "b", "2": "c"}
    assert [value for value, _ in options] != ["0", "1", "2"]


def test_labels_of_buttons_are_escaped() -> None:
    html = fragment(ORDER)
    assert 'aria-label="Đưa lên: &#34;một&#34; &amp; 2 &lt; 3"' in html
    keys = re.findall(r'<li class="lk-row" data-lk-key="(\d)"', html)
    assert sorted(keys) == ["0", "1", "2"] != keys
