"""Blocks as documents for templates: every kind, in words, signs that a font has."""

import json
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from tests.projects import KITCHEN_SINK, lesson, project
from tests.sheets import job_of, made

from lessonkit.outputs.base import full
from lessonkit.outputs.typeset import pen, sources, typeset
from lessonkit.render.print.document import blocks, notes
from lessonkit.render.print.runs import run
from lessonkit.render.theme import load_theme
from lessonkit.text.signs import drawable, left_out

TEMPLATE = """
#import "blocks.typ": flow, ink, run, usual
#let doc = json("doc.json")
#let look = (..usual, colours: json("theme.json"), keys: doc.keys)
#set document(title: doc.title)
#set text(font: ("Be Vietnam Pro", "Inter"), lang: "vi")
= #doc.title
#for one in doc.sections { heading(level: 2, run(one.title, look)); flow(one.b, look) }
"""


def document(file: Path, store: Path, *, keys: bool = True) -> tuple[dict[str, Any], bytes]:
    """The document of a whole lesson, and the PDF of it."""
    job = job_of(file)
    theme = replace(job.theme, print={**job.theme.print, "whole.typ": TEMPLATE})
    job = replace(job, theme=theme)
    own, found = pen(job), full(job)
    whole = {
        "title": found.meta.title,
        "keys": keys,
        "sections": [
            {"title": run(one.title, own), "b": blocks(one.blocks, own)} for one in found.sections
        ],
        "notes": notes(found.footnotes, own),
    }
    step = typeset(job, "whole.typ", whole, own, format="pdf", standard="ua-1")
    return whole, made(job, step, store)


def kinds(node: Any) -> set[str]:
    """Every `k` within, but for the parts of formulas."""
    if isinstance(node, dict):
        own = {node["k"]} if "k" in node else set()
        return own | {k for name, one in node.items() if name != "tree" for k in kinds(one)}
    return {k for one in node for k in kinds(one)} if isinstance(node, list) else set()


def words(pdf: bytes) -> str:
    return " ".join(
        "\n".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages).split()
    )


def test_the_lesson_with_everything_is_a_tagged_document(tmp_path: Path) -> None:
    whole, pdf = document(KITCHEN_SINK / "module.md", tmp_path)
    assert kinds(whole) == {
        *("p", "h", "list", "quote", "table", "terms", "codeblock", "formula", "rule", "figure"),
        *("audio", "video", "callout", "steps", "checklist", "practice", "details", "tabs", "ask"),
        *("narration", "slide", "only", "teacher", "bank", "scene"),
        *("strong", "emph", "code", "link", "phrase", "note", "math", "pic", "br"),
    }
    json.dumps(whole)
    reader = PdfReader(BytesIO(pdf))
    assert reader.root_object["/MarkInfo"]["/Marked"].value  # type: ignore[index]
    said = words(pdf)
    for one in ("Dòng mới", "1.500", "Chuỗi ký tự bí mật", "Xin chào các bạn", "Dành cho cán bộ"):
        assert one in said


def test_right_answers_are_there_only_for_who_may_see_them(tmp_path: Path) -> None:
    shown = words(document(KITCHEN_SINK / "module.md", tmp_path, keys=True)[1])
    hidden = words(document(KITCHEN_SINK / "module.md", tmp_path, keys=False)[1])
    assert "12" in shown
    assert "Không ai thu tiền qua điện thoại." in shown
    assert "Không ai thu tiền qua điện thoại." not in hidden


@pytest.mark.parametrize(
    ("typed", "set_as", "lost"),
    [
        ("Xong ✅ rồi", "Xong ✓ rồi", ()),
        ("Chào 😀 bạn", "Chào bạn", ("😀",)),
        ("👩‍💻 và 🇻🇳", " và ", ("👩", "💻", "🇻", "🇳")),
        ("⚠️ Cẩn thận", " Cẩn thận", ("⚠",)),
        ("Tiếng Việt: ễ Ậ → ≤", "Tiếng Việt: ễ Ậ → ≤", ()),
    ],
)
def test_signs_of_messengers(typed: str, set_as: str, lost: tuple[str, ...]) -> None:
    assert drawable(typed) == set_as
    assert left_out(typed) == lost


def test_long_addresses_break_and_nothing_typed_is_code(tmp_path: Path) -> None:
    more = (
        "\n## Lạ {#la}\n\n" + "x" * 300 + "\n\n#let a = 1; $ \\\\ @preview/x `" + "y" * 200 + "`\n"
    )
    root = project(tmp_path, {"a/module.md": lesson("a", more)})
    said = words(document(root / "modules/a/module.md", tmp_path / "store")[1])
    assert "#let a = 1" in said
    assert said.replace(" ", "").replace("\u200b", "").count("x") >= 300


def test_a_template_brings_what_it_imports() -> None:
    theme = load_theme("default")
    assert sources(theme, "blocks.typ").keys() == {"main.typ", "formula.typ"}
