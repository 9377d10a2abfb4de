"""Lines and formulas of presentations, without building one."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from lxml import etree
from tests.witness.slides import A, disorder

from lessonkit.read.maths import mathml
from lessonkit.render.pptx.equation import equation
from lessonkit.render.pptx.fit import bound, wrapped
from lessonkit.render.pptx.paragraphs import Para
from lessonkit.render.pptx.runs import Run, flat, plain
from lessonkit.render.pptx.template import template
from lessonkit.render.theme import load_theme
from lessonkit.render.words import Words

MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
FORMULAS = {
    r"\sum_{i=1}^{n} i = \frac{n(n+1)}{2}": ["nary", "r", "f"],
    r"\begin{pmatrix}1&2\\3&4\end{pmatrix}": ["d"],
    r"\begin{cases}x&y\\z&1\end{cases}": ["d"],
    r"\overline{x}+\hat{y}": ["bar", "r", "acc"],
    r"\lim_{x\to 0} \frac{\sin x}{x}": ["limLow", "f"],
    r"\int_0^1 x^2 dx": ["nary"],
    r"\sqrt[3]{8}": ["rad"],
    r"\underbrace{a+b}_{n}": ["limLow"],
    r"\left(\frac{1}{2}\right)^2": ["sSup"],
    r"x_1^2": ["sSubSup"],
    r"\boxed{y}": ["borderBox"],
}


@pytest.mark.parametrize("tex", FORMULAS)
def test_formulas_become_equations_in_the_order_of_the_schema(tex: str) -> None:
    xml = equation(mathml(tex, True), 'lang="vi-VN"/>', "")
    (held,) = etree.fromstring(f'<x xmlns:a="{A[1:-1]}">{xml}</x>').iter(f"{MATH}oMath")
    assert [str(one.tag).removeprefix(MATH) for one in held] == FORMULAS[tex]
    assert disorder(held) == []


@pytest.mark.parametrize("tex", [r"x^2 + y_1", r"S = \text{dài} \times 2", r"a \ne b"])
def test_what_a_line_can_tell_stays_text(tex: str) -> None:
    assert equation(mathml(tex, False), "/>", "<same/>") == "<same/>"


def test_a_minus_that_takes_nothing_away_stands_close() -> None:
    run = Run("", mathml=mathml(r"x = \frac{-b - 1}{2}", False))
    assert plain(flat((run,))) == "x = (−b − 1)/2"


@pytest.mark.parametrize(("lang", "turned"), [("vi", False), ("ar", True)])
def test_a_presentation_is_written_as_its_language_is(lang: str, turned: bool) -> None:
    theme = load_theme("default")
    strings = theme.words("vi").strings
    made = ZipFile(BytesIO(template(theme, Words(lang, strings, strings, ""))))
    for part in ("slideMasters/slideMaster1", "notesMasters/notesMaster1", "presentation"):
        text = made.read(f"ppt/{part}.xml").decode()
        assert ('rtl="1"' in text, 'rtl="0"' in text) == (turned, not turned)


def test_no_word_stands_alone_on_a_last_line() -> None:
    width, bare = 400.0, []
    for count in range(5, 40):
        para = Para((Run(" ".join(["tiếng"] * count)),))
        found = bound(para, width, 28)
        words = plain(found.runs).split(" ")
        lines = wrapped(found, width, 28)
        assert plain(found.runs).replace("\u00a0", " ") == plain(para.runs)
        if lines > wrapped(Para((Run(" ".join(words[:-1])),)), width, 28):
            assert "\u00a0" in words[-1]
            bare.append(count)
    assert len(bare) > 2
