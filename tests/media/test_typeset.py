"""Setting pages: sandboxed, repeatable, and never a box for a sign that no font has."""

import re
from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from PIL import Image
from typst import TypstError

from lessonkit.base.errors import SettingsError
from lessonkit.media.step import Work
from lessonkit.media.typeset import PLACES, STEP
from lessonkit.read.assets import AssetProblem

HEAD = """
#let doc = json("doc.json")
#set document(title: doc.title)
#set text(font: ("Be Vietnam Pro", "Inter"), lang: "vi")
#set page(width: 160pt, height: 90pt)
"""


def made(
    folder: Path, body: str, title: str = "Nghiêng ngả → ễ", **params: int | str
) -> bytes | AssetProblem:
    """The file, or why there is none."""
    path = folder / "made"
    folder.mkdir(parents=True, exist_ok=True)
    texts = {"main.typ": HEAD + body, "doc.json": f'{{"title": "{title}"}}'}
    inputs = {"pictures/p.png": picture(folder)}
    why = STEP.run(Work("bai", params, texts, None, inputs), path)
    return path.read_bytes() if why is None else why


def picture(folder: Path) -> Path:
    Image.new("RGB", (4, 2), "red").save(folder / "any.bin", "PNG")
    return folder / "any.bin"


def test_the_same_work_in_another_folder_gives_the_same_pdf(tmp_path: Path) -> None:
    body = '= #doc.title\n#image("pictures/p.png", alt: "đỏ")'
    first = made(tmp_path / "a", body, format="pdf", standard="ua-1", date=86400)
    other = made(tmp_path / "b" / "c", body, format="pdf", standard="ua-1", date=86400)
    assert isinstance(first, bytes)
    assert first.startswith(b"%PDF")
    assert b"pdfuaid" in first
    assert first == other


def test_a_fault_in_a_template_of_a_project_s_own_names_it(tmp_path: Path) -> None:
    texts = {
        "main.typ": "= Một\n\n#let x = 3\n#x.foo",
        PLACES: '{"main.typ": "themes/a/print/b.typ"}',
    }
    work = Work("bai", {"format": "pdf"}, texts, None, {})
    with pytest.raises(SettingsError, match=r"^themes/a/print/b\.typ:4: "):
        STEP.run(work, tmp_path / "made")


def test_a_page_of_several_is_a_picture(tmp_path: Path) -> None:
    body = "#doc.title #pagebreak() #page(width: 80pt)[hai]"
    found = made(tmp_path, body, format="png", ppi=144, page=2)
    assert isinstance(found, bytes)
    (tmp_path / "seen.png").write_bytes(found)
    with Image.open(tmp_path / "seen.png") as seen:
        assert seen.size == (160, 180)


@pytest.mark.parametrize("params", [{"format": "pdf", "standard": "ua-1"}, {"format": "png"}])
@pytest.mark.parametrize(("sign", "point"), [("😀", "U+1F600"), ("漢", "U+6F22")])
def test_a_sign_that_no_font_has_is_told(
    tmp_path: Path, params: dict[str, str], sign: str, point: str
) -> None:
    found = made(tmp_path, "= #doc.title", title=f"Chào {sign}", **params)
    assert found == AssetProblem("LK528", {"sign": sign, "point": point, "more": ""})


def test_all_signs_that_no_font_has_are_told_at_once(tmp_path: Path) -> None:
    found = made(tmp_path, "= #doc.title", title="ᜊ 漢 ễ 😀 漢", format="png")
    assert isinstance(found, AssetProblem)
    signs = [str(found.args["sign"]), *re.findall("“(.)”", str(found.args["more"]))]
    assert signs == ["ᜊ", "漢", "😀"]


def test_a_theme_s_own_font_has_what_others_lack(tmp_path: Path) -> None:
    """A letter of Baybayin, drawn as a triangle."""
    texts = {"main.typ": '#set text(font: "Be Vietnam Pro")\nChữ ᜊ'}
    for inputs, told in (({}, True), ({"fonts/a.ttf": font_with(0x170A, tmp_path)}, False)):
        (home := tmp_path / f"told-{told}").mkdir()
        found = STEP.run(Work("bai", {"format": "png"}, texts, None, inputs), home / "made")
        assert (found is not None and found.code == "LK528") is told


def font_with(point: int, folder: Path) -> Path:
    """A font of one letter."""
    pen = TTGlyphPen(None)
    pen.moveTo((0, 0))
    pen.lineTo((0, 700))
    pen.lineTo((500, 700))
    pen.closePath()
    font = FontBuilder(1000)
    font.setupGlyphOrder([".notdef", "one"])
    font.setupCharacterMap({point: "one"})
    font.setupGlyf(dict.fromkeys((".notdef", "one"), pen.glyph()))
    font.setupHorizontalMetrics(dict.fromkeys((".notdef", "one"), (600, 0)))
    font.setupHorizontalHeader(ascent=800, descent=-200)
    font.setupNameTable({"familyName": "Other", "styleName": "Regular", "psName": "Other"})
    font.setupOS2()
    font.setupPost()
    font.save(folder / "other.ttf")
    return folder / "other.ttf"


def test_decomposed_vietnamese_is_set(tmp_path: Path) -> None:
    found = made(tmp_path, "= #doc.title", title="Tie\u0302\u0301ng", format="pdf", standard="ua-1")
    assert isinstance(found, bytes)


def test_what_is_typed_is_no_code(tmp_path: Path) -> None:
    title = '#read(\\"/etc/passwd\\") = *đậm* $x$'
    assert isinstance(made(tmp_path, "#doc.title", title=title, format="png"), bytes)


def test_nothing_outside_is_read(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("bí mật", "utf-8")
    with pytest.raises(TypstError):
        made(tmp_path, '#read("../secret.txt")', format="pdf")


def test_no_package_is_fetched(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"main\.typ"):
        made(tmp_path, '#import "@preview/cetz:0.3.0"', format="pdf")
