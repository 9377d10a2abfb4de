"""Every kind of block, as data: what an author types and the HTML it becomes."""

from pathlib import Path
from typing import Any, get_args

import pytest
import yaml
from tests.render.site import everything, fragment

from lessonkit.model import blocks as b
from lessonkit.model.walk import walk

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parents[1] / "cases" / "render" / "blocks.yml").read_text("utf-8")
)
NEVER_ON_A_PAGE = {b.Teacher, b.Narration, b.Slide, b.Section, b.MarkupBlock}


def tidy(html: str) -> str:
    """Without empty lines and blanks at line ends."""
    return "\n".join(line.rstrip() for line in html.splitlines() if line.strip())


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_block_becomes_html(case: dict[str, Any]) -> None:
    assert tidy(fragment(case["source"])) == tidy(case["html"])


def test_the_lesson_with_everything_has_every_kind_of_block() -> None:
    found = {type(block) for block in walk(everything().blocks)}
    assert set(get_args(b.Block)) - found == NEVER_ON_A_PAGE


@pytest.mark.parametrize("evil", ["<script>alert(1)</script>", "<img src=x onerror=alert(1)>", '"'])
def test_text_is_escaped_wherever_it_stands(evil: str) -> None:
    source = f":::{{choice}} {evil}\n:id: a\n:hint: {evil}\n- [x] {evil}\n  > {evil}\n- [ ] b\n:::"
    html = fragment(source.replace("<", "\\<"))
    assert "<script" not in html
    assert "<img" not in html


def test_an_external_link_speaks_the_language_of_the_lesson() -> None:
    assert "(opens in a new window)" in fragment("[x](https://example.org)", "en")
