"""Books: sentences found again in XHTML, HTML of others made XML, titles broken between words."""

from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessonkit.base.errors import SettingsError
from lessonkit.render.book.cover import cover_svg
from lessonkit.render.book.marks import marked
from lessonkit.render.book.package import clock, seconds
from lessonkit.render.book.style import book_style
from lessonkit.render.book.xhtml import xhtml
from lessonkit.render.theme import Theme, load_theme

WAY = '<p class="lk-way" id="lk-w-a"><a href="#x">Xem</a></p>'
MARKED = {
    "two sentences": (
        "<p>Một câu. Hai câu.</p>",
        ("Một câu.", "Hai câu."),
        '<p><span id="s.1">Một câu.</span> <span id="s.2">Hai câu.</span></p>',
        {"s.1": "s.1", "s.2": "s.2"},
    ),
    "signs written otherwise": (
        "<p>A &amp; B &lt;c&gt;.</p>",
        ("A & B <c>.",),
        '<p><span id="s.1">A &amp; B &lt;c&gt;.</span></p>',
        {"s.1": "s.1"},
    ),
    "an element that begins or ends with the sentence": (
        "<p><strong>Mở</strong> ra. Rồi <em>đóng.</em></p>",
        ("Mở ra.", "Rồi đóng."),
        '<p><span id="s.1"><strong>Mở</strong> ra.</span>'
        ' <span id="s.2">Rồi <em>đóng.</em></span></p>',
        {"s.1": "s.1", "s.2": "s.2"},
    ),
    "a mark of a note in it": (
        "<p>Một<sup><a>1</a></sup> câu.</p>",
        ("Một câu.",),
        '<p><span id="s.1">Một<sup><a>1</a></sup> câu.</span></p>',
        {"s.1": "s.1"},
    ),
    "words of ours before it": (
        "<ol><li><p>Bấm nút.</p></li></ol>",
        ("Bước 1: Bấm nút.",),
        '<ol><li><p><span id="s.1">Bấm nút.</span></p></li></ol>',
        {"s.1": "s.1"},
    ),
    "over the end of a paragraph": (
        "<p>Một</p><p>câu dài.</p>",
        ("Một câu dài.",),
        '<div id="b"><p>Một</p><p>câu dài.</p></div>',
        {"s.1": "b"},
    ),
    "what is not written stays at what was": (
        "<p>Một câu.</p><p>Ba câu.</p>",
        ("Một câu.", "Lời khác hẳn.", "Ba câu."),
        '<p><span id="s.1">Một câu.</span></p><p><span id="s.3">Ba câu.</span></p>',
        {"s.1": "s.1", "s.2": "s.1", "s.3": "s.3"},
    ),
    "an answer": (
        f"<p>Hỏi gì?</p>{WAY}",
        ("Hỏi gì?", "Đáp án: điều ấy."),
        f'<p><span id="s.1">Hỏi gì?</span></p>{WAY}',
        {"s.1": "s.1", "s.2": "lk-w-a"},
    ),
}


@pytest.mark.parametrize("name", MARKED)
def test_sentences_are_marked(name: str) -> None:
    html, texts, wanted, lit = MARKED[name]
    cues = [(f"s.{number}", text) for number, text in enumerate(texts, 1)]
    assert marked(html, cues, "b") == (wanted, lit)


_TEXT = st.text("ab.<&> ", max_size=12)


@given(st.lists(st.tuples(st.sampled_from(("p", "em", "li")), _TEXT)), st.lists(_TEXT))
def test_what_is_marked_stays_xml(parts: list[tuple[str, str]], texts: list[str]) -> None:
    safe = ((tag, text.replace("&", "&amp;").replace("<", "&lt;")) for tag, text in parts)
    html = "".join(f"<{tag}>{text}</{tag}>{text}" for tag, text in safe)
    cues = [(f"s.{number}", text) for number, text in enumerate(texts)]
    found, lit = marked(html, cues, "b")
    root = ElementTree.fromstring(f"<r>{found}</r>")
    assert set(lit.values()) <= {one.get("id") for one in root.iter()}
    assert "".join(root.itertext()) == "".join(ElementTree.fromstring(f"<r>{html}</r>").itertext())


@pytest.mark.parametrize(
    ("html", "wanted"),
    [
        ("<p>a<br>b", "<p>a<br/>b</p>"),
        ('<img src="a&b" alt>', '<img src="a&amp;b" alt="alt"/>'),
        ("<b><i>x</b>y&nbsp;&copy;", "<b><i>x</i></b>y\N{NO-BREAK SPACE}©"),
        ("</p>a <!-- x -->b", "a b"),
    ],
)
def test_html_becomes_xml(html: str, wanted: str) -> None:
    assert xhtml(html) == wanted


def test_clocks_are_read_as_they_are_written() -> None:
    assert clock(3723.4567) == "1:02:03.457"
    assert [seconds(clock(one)) for one in (0.0, 59.9996, 3723.457)] == [0.0, 60.0, 3723.457]


@pytest.mark.parametrize("title", ["Một", "Khoá " + "nghiêng" * 30, "Tên bài rất dài " * 12])
def test_a_cover_breaks_no_word(title: str) -> None:
    root = ElementTree.fromstring(cover_svg(title, ("5 phút",), load_theme("default"), "vi"))
    lines = [one.text or "" for one in root.iter("{http://www.w3.org/2000/svg}tspan")]
    assert {word for line in lines[:-1] for word in line.split()} == set(title.split())
    assert lines[-1] == "5 phút"


def test_a_colour_that_no_theme_has_is_named() -> None:
    theme = load_theme("default")
    fields = {name: getattr(theme, name) for name in Theme.__slots__}
    own = Theme(**fields | {"styles": {**theme.styles, "book": "p { color: $accnt }"}})
    with pytest.raises(SettingsError, match=r"\$accnt → accent"):
        book_style(own)
    assert "$" not in book_style(theme)
