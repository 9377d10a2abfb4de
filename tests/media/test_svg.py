"""Drawings of strangers: what runs, moves, fetches or grows is gone; what is drawn stays."""

import time
from base64 import b64encode
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from lessonkit.media.css import clean_sheet, safe_value
from lessonkit.media.svg import MOST_BYTES, Cleaned, clean
from lessonkit.read.assets import AssetProblem
from lessonkit.read.pixels import svg_root, svg_size

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases/media/svg.yml").read_text("utf-8"))
OPEN = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">'


def drawing(inside: str) -> bytes:
    return f"{OPEN}{inside}</svg>".encode()


def cleaned(data: bytes) -> Cleaned:
    found = clean(data)
    assert isinstance(found, Cleaned), found
    return found


def source(case: dict[str, Any]) -> bytes:
    return str(case["document"]).encode() if "document" in case else drawing(case["inside"])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_case(case: dict[str, Any]) -> None:
    found = clean(source(case), "a.svg")
    if "problem" in case:
        assert found == AssetProblem(case["problem"], {"name": "a.svg"})
        return
    assert isinstance(found, Cleaned), found
    text = found.data.decode()
    assert [part for part in case.get("keeps", []) if part not in text] == [], text
    assert [part for part in case.get("drops", []) if part.lower() in text.lower()] == [], text
    assert found.lost == tuple(case.get("lost", ()))
    assert clean(found.data) == Cleaned(found.data, ()), "what is clean stays as it is"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_second_sanitiser_finds_nothing_to_take(case: dict[str, Any]) -> None:
    """svg-hush knows nothing of ours; of what we made it keeps each element and each reference."""
    hush = pytest.importorskip("py_svg_hush")
    found = clean(source(case))
    if isinstance(found, Cleaned):
        kinds = {"image": ["png", "jpeg", "webp"]}
        after = ElementTree.fromstring(hush.filter_svg(found.data, keep_data_url_mime_types=kinds))
        before = ElementTree.fromstring(found.data)
        assert [one.tag for one in after.iter()] == [one.tag for one in before.iter()]


def picture(kind: str) -> str:
    out = BytesIO()
    exif = Image.Exif()
    exif[0x010E] = "secret place"
    Image.new("RGB", (20, 10), "teal").save(out, kind, exif=exif)
    return b64encode(out.getvalue()).decode()


@pytest.mark.parametrize("kind", ["png", "jpeg", "webp"])
def test_embedded_picture_stays_without_what_a_camera_noted(kind: str) -> None:
    data = picture(kind)
    spread = f"{data[:40]}\n {data[40:]}"
    found = cleaned(drawing(f'<image width="2" href="data:image/{kind};base64,{spread}"/>'))
    assert f"data:image/{kind};base64,".encode() in found.data
    assert data[:200].encode() not in found.data
    assert found.lost == ()


def test_embedded_picture_of_another_kind_than_it_says_is_made_what_it_says() -> None:
    found = cleaned(drawing(f'<image href="data:image/png;base64,{picture("jpeg")}"/>'))
    assert b"data:image/png;base64,iVBOR" in found.data


@pytest.mark.parametrize(
    "inside",
    [
        "<g>" * 200 + "</g>" * 200,
        "<x>" * 100_000 + "</x>" * 100_000,
        "<rect/>" * 100_001,
        '<g id="a0"><rect/></g>'
        + "".join(f'<g id="a{n}">' + f'<use href="#a{n - 1}"/>' * 10 + "</g>" for n in range(1, 9)),
        '<pattern id="p0"/>'
        + "".join(
            f'<pattern id="p{n}">' + f'<rect fill="url(#p{n - 1})"/>' * 10 + "</pattern>"
            for n in range(1, 9)
        )
        + '<rect fill="url(#p8)"/>',
        "".join(f'<use id="u{n}" href="#u{n + 1}"/>' for n in range(5000)),
        " " * MOST_BYTES,
    ],
    ids=["deep", "deep strangers", "many", "use bomb", "pattern bomb", "chain", "large"],
)
def test_more_than_a_browser_should_draw(inside: str) -> None:
    assert clean(drawing(inside), "a.svg") == AssetProblem("LK712", {"name": "a.svg"})


def test_use_of_itself_is_no_bomb() -> None:
    found = cleaned(
        drawing('<g id="a"><use href="#a"/><use href="#b"/></g><g id="b"><use href="#a"/></g>')
    )
    assert found.data.count(b"<use") == 3


def test_encodings_that_xml_knows() -> None:
    text = OPEN + "<text>Đường</text></svg>"
    marked = '<?xml version="1.0" encoding="UTF-16"?>' + text
    for data in (text.encode("utf-8-sig"), marked.encode("utf-16")):
        assert "<text>Đường</text>".encode() in cleaned(data).data


WORDS = st.sampled_from(
    (
        *("<g>", "</g>", "<script>", "</script>", "<style>", "</style>", "<rect onload='x' "),
        *("/>", ">", "<a href='javascript:x'>", "</a>", "&#60;", "<![CDATA[", "]]>", "<!--", "-->"),
        *("@import", "url(http://x)", "{", "}", ";", ":", "\\", "'", '"', "fill", "đ", "<?x?>"),
        "<use href='#a'/>",
    )
)


@given(st.lists(WORDS, max_size=30))
def test_any_soup_ends_in_a_problem_or_in_clean_xml(words: list[str]) -> None:
    found = clean(drawing("".join(words)))
    if isinstance(found, Cleaned):
        root = ElementTree.fromstring(found.data)
        for one in root.iter():
            assert "script" not in str(one.tag)
            assert not any(name.lower().startswith("on") for name in one.attrib)
            style = "".join(one.itertext()) if str(one.tag).endswith("}style") else ""
            assert "@import" not in style
            assert "http" not in style
        assert clean(found.data) == Cleaned(found.data, ())


LONG = {
    "viewBox": f'viewBox="0 0 {"1" * 1_000_000} 1"',
    "width": f'width="{"1" * 1_000_000}x" height="1"',
    "a value": f'viewBox="0 0 9 9" fill="{"a" * 1_000_000}"',
    "functions": f'viewBox="0 0 9 9" transform="{"translate(" * 100_000}"',
    "places": f'viewBox="0 0 9 9" fill="{"url( " * 200_000}"',
    "a style": f'viewBox="0 0 9 9" style="fill: {"9" * 1_000_000}"',
}


@pytest.mark.parametrize("name", LONG)
def test_no_attribute_is_long_enough_to_wait_for(name: str) -> None:
    data = f'<svg xmlns="http://www.w3.org/2000/svg" {LONG[name]}><path d="M0 0h9"/></svg>'.encode()
    start = time.process_time()
    svg_size(svg_root(data))
    cleaned(data)
    # Quadratic, each would take minutes.
    assert time.process_time() - start < 10


@given(st.text(st.sampled_from("a{}();:@\\'\"/*url#.!, \n"), max_size=60))
def test_any_style_stays_as_it_is_once_it_is_clean(text: str) -> None:
    once = clean_sheet(text)
    assert clean_sheet(once) == once
    assert "@" not in once


@pytest.mark.parametrize(
    ("value", "safe"),
    [
        ("url(#a)", True),
        ("url( '#a' ) none", True),
        ("rgb(1 2 3 / 50%)", True),
        ("url(#a) url(b)", False),
        ("url(a#b)", False),
        ("image(x)", False),
        ("u\\72l(#a)", False),
        ("javascript:x", False),
        ("URL(#a)", True),
    ],
)
def test_values(value: str, *, safe: bool) -> None:
    assert safe_value(value) is safe
