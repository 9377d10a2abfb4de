"""Letters of drawings that are set: in fonts there are, and none left out in silence."""

from pathlib import Path

import pytest

from lessonkit.media import typeset
from lessonkit.media.lettering import lettered, strange
from lessonkit.media.step import Work
from lessonkit.read.assets import AssetProblem

TEXT = b"Be Vietnam Pro"


@pytest.mark.parametrize(
    ("drawn", "wanted"),
    [
        (b"<svg><text>a</text></svg>", b'<svg font-family="%s"><text>a</text></svg>'),
        (b'<svg font-family="system-ui, sans-serif"/>', b'<svg font-family="%s"/>'),
        (
            b"<svg font-family='Arial'><g style=\"font-family:'Segoe UI', Arial;x:1\"/></svg>",
            b"<svg font-family='%s'><g style=\"font-family:'%s', Arial;x:1\"/></svg>",
        ),
        (
            b"<svg font-family=\"Arial\"><style>a{font-family: Inter, 'X'}</style></svg>",
            b"<svg font-family=\"%s\"><style>a{font-family: %s, 'X'}</style></svg>",
        ),
        (
            b'<svg font-family="ui-monospace, monospace"/>',
            b'<svg font-family="DejaVu Sans Mono"/>',
        ),
    ],
)
def test_families_are_those_there_are(drawn: bytes, wanted: bytes) -> None:
    assert lettered(drawn) == wanted.replace(b"%s", TEXT)


def test_signs_are_looked_for_in_what_is_shown() -> None:
    drawn = "<svg><title>漢</title><text>Đường ễ <tspan>→ 😀</tspan></text></svg>"
    assert strange(drawn.encode()) == "→😀"


@pytest.mark.parametrize(("text", "missing"), [("Đường → ✓", ""), ("漢字", "漢"), ("a 😀", "😀")])
def test_a_sign_without_glyph_is_told(text: str, missing: str, tmp_path: Path) -> None:
    drawing = tmp_path / "a.svg"
    drawing.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50">'
        f'<text x="5" y="20">{text}</text></svg>',
        "utf-8",
    )
    template = '#set page(width: 100pt, height: 50pt, margin: 0pt)\n#image("a.svg")'
    work = Work("a", {"format": "png"}, {"main.typ": template}, None, {"a.svg": drawing})
    problem = typeset.run(work, tmp_path / "made.png")
    if not missing:
        assert problem is None
    else:
        assert isinstance(problem, AssetProblem)
        assert (problem.code, problem.args["sign"]) == ("LK528", missing)
