"""The whole document: well formed, complete, within its policy, the same for the same input."""

import json
import re
from base64 import b64encode
from hashlib import sha256
from typing import Any, get_args

import pytest
from tests.render.site import MEDIA, document, everything, real
from tests.render.wellformed import read

from lessonkit.render.data import lesson_data
from lessonkit.render.lesson import json_in_script
from lessonkit.render.media import Media, Shown
from lessonkit.render.shell import Piece, Shell, Target, policy

BESIDE = Shell("html", (Piece(url="style.css"),), (Piece(url="lesson.js"),))
LESSONS = (
    *("mat-khau-manh", "nhan-biet-lua-dao", "dich-vu-cong", "hoi-tro-ly-ai"),
    "cuoc-goi-gio-com",
)


def data_of(html: str) -> dict[str, Any]:
    """What the player is told."""
    found = re.search(r'<script type="application/json" id="lk-data">(.*?)</script>', html)
    assert found is not None
    data: dict[str, Any] = json.loads(found[1])
    return data


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_document_is_well_formed(lang: str) -> None:
    assert read(document(everything(lang), BESIDE)).faults == []


@pytest.mark.parametrize("name", LESSONS)
def test_real_lessons_are_well_formed(name: str) -> None:
    page, media = real(name)
    assert read(document(page, BESIDE, media)).faults == []


@pytest.mark.parametrize(
    ("html", "fault"),
    [
        ("<p><b>x</p>", "closes"),
        ("<p>x", "never closed"),
        ("<p id=a></p><p id=a></p>", "2 times"),
        ('<a href="#b">x</a>', "not there"),
        ("<h1>x</h1><h3>y</h3>", "h3 follows h1"),
        ('<p style="color:red">x</p>', "forbidden"),
        ('<p onclick="x()">x</p>', "forbidden"),
        ("<p/>", "closes itself"),
    ],
)
def test_the_reader_sees_faults(html: str, fault: str) -> None:
    assert any(fault in one for one in read(html).faults)


def test_same_input_same_bytes() -> None:
    assert document(everything(), BESIDE) == document(everything(), BESIDE)


def test_outputs_that_show_the_same_share_the_body_and_others_do_not() -> None:
    """Whatever was rendered before, a page is what it would be alone."""
    elsewhere = Media({name: Shown(f"x/{name}") for name in MEDIA.pictures}, MEDIA.files)
    inside = Media({name: Shown("data:image/png;base64,") for name in MEDIA.pictures}, MEDIA.files)
    for media, there in (
        (MEDIA, "media/hinh.svg"),
        (elsewhere, "x/media/"),
        (inside, "data:image"),
    ):
        for lang in ("vi", "en", "vi"):
            html = document(everything(lang), BESIDE, media)
            assert f'src="{there}' in html
            assert f'<html lang="{lang}"' in html
            assert ("Back to where" in html) == (lang == "en")


def test_the_language_of_the_page_is_that_of_the_lesson() -> None:
    assert '<html lang="en" dir="ltr">' in document(everything("en"), BESIDE)


def test_strings_travel_only_where_they_can_be_said() -> None:
    plain = data_of(document(everything(), BESIDE))["strings"]
    told = data_of(document(everything(), Shell("scorm12", (), ())))["strings"]
    assert "missing" not in plain
    assert "missing" in told
    assert {"right", "start"} <= plain.keys()


def test_data_names_sections_questions_and_everything_to_tick() -> None:
    data = data_of(document(everything(), BESIDE))
    assert data["sections"] == ["chu", "danh-sach", "khung", "lam-theo", "hoi"]
    assert [one["id"] for one in data["questions"]] == [
        "mot", "nhieu", "dung-sai", "chu-ngan", "so", "hang-xom",
    ]  # fmt: skip
    assert data["checklists"] == [
        {"id": "viec", "count": 2, "items": ["t1", "ci"]},
        {"id": "lk-goi-thu-mot-cuoc", "count": 1, "items": ["00"]},
    ]
    assert data["tracking"] == {"complete": "answered", "mastery": 0.8, "attempts": 3}


def test_footnotes_stand_where_they_are_first_mentioned() -> None:
    opening, first, *_ = document(everything(), BESIDE).split("data-lk-step=")[1:]
    assert 'id="lk-note-1"' in opening
    assert 'id="lk-note-2"' in first


def test_json_cannot_end_its_element() -> None:
    text = json_in_script({"x": "</script><!--\u2028"})
    assert "<" not in text
    assert json.loads(text) == {"x": "</script><!--\u2028"}


def test_linked_data_is_given_as_it_is() -> None:
    html = document(everything(), BESIDE, ld='{"name":"a</script>b"}')
    assert '<script type="application/ld+json">{"name":"a\\u003c/script\\u003eb"}</script>' in html


def test_policy_knows_inline_pieces_by_their_hash() -> None:
    csp = policy((Piece(text="a{}"),), (Piece(url="lesson.js"),))
    assert f"style-src 'sha256-{b64encode(sha256(b'a{}').digest()).decode()}'" in csp
    assert "script-src 'self'" in csp
    assert "unsafe" not in csp


@pytest.mark.parametrize("target", get_args(Target))
def test_only_what_speaks_over_the_network_may_connect(target: Target) -> None:
    html = document(everything(), Shell(target, BESIDE.styles, BESIDE.scripts))
    assert ("connect-src https: http:" in html) == (target in {"cmi5", "xapi"})


def test_the_permanent_name_travels_where_there_is_one() -> None:
    iri = "https://example.org/bai-hoc"
    assert lesson_data(everything(), "cmi5", iri=iri)["iri"] == iri
    assert "iri" not in lesson_data(everything(), "html")


def test_an_asset_that_no_output_brought_is_a_fault_of_the_output() -> None:
    with pytest.raises(KeyError, match=re.escape("media/hinh.svg")):
        document(everything(), BESIDE, Media(files=MEDIA.files))
