"""Formulas on paper: LaTeX becomes a tree, the tree a drawing with words for who cannot see it."""

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import yaml
from latex2mathml.commands import CONVERSION_MAP
from pypdf import PdfReader
from tests.projects import lesson, project
from tests.sheets import job_of, made, tags

from lessonkit.outputs import guide
from lessonkit.read.maths import mathml
from lessonkit.render.formula import KNOWN, told, tree

CASES: list[dict[str, str]] = yaml.safe_load(
    (Path(__file__).parents[1] / "cases/render/formulas.yml").read_text("utf-8")
)
ACCENTS = {"\u0302": "^", "\u20d7": "→", "\u0308": "¨"}


def shape(nodes: list[dict[str, Any]]) -> str:
    """A row on one line."""
    return "".join(map(_shape, nodes)).strip()


def _shape(node: dict[str, Any]) -> str:
    match node:
        case {"k": "sym", "t": text}:
            return str(text) + {"upright": "°", "bold": "*"}.get(node.get("style", ""), "")
        case {"k": "num", "t": text}:
            return str(text)
        case {"k": "op", "t": text, "limits": limits}:
            return f"{text}~" if limits else f"{text} "
        case {"k": "mid", "t": text}:
            return f"‖{text}‖"
        case {"k": "text", "t": text}:
            return f'"{text}"'
        case {"k": "gap", "em": em}:
            return f"gap({em})"
        case {"k": "br"}:
            return ";"
        case {"k": "mat", "rows": rows}:
            return _table(node, rows)
        case _:
            return _built(node)


def _table(node: dict[str, Any], rows: list[list[dict[str, Any]]]) -> str:
    marks = "-close" if node["close"] else ""
    marks += "".join(f"-{n}" for n in (*node["hline"], *node["vline"]))
    sides = {"left": ("<", ""), "right": ("", ">")}
    cells = [
        ", ".join(shape(one["c"]).join(sides.get(one["align"], ("", ""))) for one in row)
        for row in rows
    ]
    return f"mat{marks}[{'; '.join(cells)}]"


def _built(node: dict[str, Any]) -> str:
    inner = shape(node.get("c", []))
    match node:
        case {"k": "frac"}:
            name = "frac" if node["bar"] else "stack"
            return f"{name}({shape(node['over'])}, {shape(node['under'])})"
        case {"k": "root"}:
            return f"root({shape(node['index'])}, {inner})"
        case {"k": "attach"}:
            return f"attach-{node['limits']}({inner}, {shape(node['b'])}, {shape(node['t'])})"
        case {"k": "lr"}:
            return f"lr(`{node['open']}`, {inner}, `{node['close']}`)"
        case {"k": "accent"}:
            return f"accent({ACCENTS[node['t']]}, {inner})"
        case {"k": "line"}:
            return f"{'under' if node['under'] else 'over'}({inner})"
        case {"k": "brace"}:
            return f"brace({node['t']}, {inner}, {shape(node['note'])})"
        case {"k": "style"}:
            return f"{'display' if node['display'] else 'inline'}({inner})"
    return f"{node['k']}({inner})"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["tex"])
def test_latex_becomes_what_a_template_draws(case: dict[str, str]) -> None:
    found = tree(mathml(case["tex"], display=True))
    assert found is not None
    assert shape(found) == case["shape"]


def test_every_element_that_a_formula_can_become_is_drawn() -> None:
    names = {str(one[0]) for one in CONVERSION_MAP.values()}
    assert names <= KNOWN
    assert tree("<math><maction/></math>") is None
    assert tree("") is None


@pytest.mark.parametrize(
    ("tex", "words"),
    [
        (r"\frac{a+b}{2}", "(a+b)/2"),
        (r"5\,\text{kg} \times 2", "5 kg × 2"),
        (r"x_{i+1}", "x_{i+1}"),
        (r"\sum_{i=1}^{n}  i", r"\sum_{i=1}^{n} i"),
    ],
)
def test_who_cannot_see_it_is_told_it_whole(tex: str, words: str) -> None:
    assert told(tex) == words


def test_every_formula_is_set_and_has_words(tmp_path: Path) -> None:
    """In one lesson, within lines and apart; what the engine cannot set fails here."""
    typed = "\n\n".join(f"Dòng ${one['tex']}$ và\n\n$$\n{one['tex']}\n$$" for one in CASES)
    root = project(tmp_path, {"a/module.md": lesson("a", f"\n:::{{details}} Hết\n{typed}\n:::\n")})
    job = job_of(root / "modules/a/module.md")
    (paper,) = guide.needs(job)
    pdf: Any = PdfReader(BytesIO(made(job, paper, tmp_path / "store")))
    data = b"".join(page.get_contents().get_data() for page in pdf.pages)
    assert len(data) > 1000
    fonts = {
        str(font.get_object()["/BaseFont"])
        for page in pdf.pages
        for font in page["/Resources"]["/Font"].values()
    }
    assert any("NewCMMath" in one for one in fonts)
    found = [one for name, one in tags(pdf.trailer["/Root"]["/StructTreeRoot"])
             if name == "/Formula"]  # fmt: skip
    assert len(found) > len(CASES)
    assert all(str(one["/Alt"]).strip() for one in found)
