"""Whatever is typed: no crash, every place inside the file, work in proportion to the size."""

import re
import sys
import unicodedata
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.dump import misplaced, spans
from tests.read.cases import FRONT

from lessonkit.base.diag import Pos, Span
from lessonkit.model.meta import Meta
from lessonkit.model.settings import Settings
from lessonkit.read.context import Context
from lessonkit.read.module import Reading, read_text
from lessonkit.read.source import decode
from lessonkit.read.yamlpos import read_yaml

SINK = Path(__file__).parent.parent / "cases" / "modules" / "kitchen-sink"
SINK_LINES = (SINK / "module.md").read_text("utf-8").split("\n")
PIECES = (
    ":::", "::::", ":::{note}", ":::{tip} *Tên*", ":::{choice} Gì?", ":::{text}", ":::{number} Gì",
    ":::{truefalse} A", ":::{teacher}", ":::{only}", ":::{tabs}", ":::{cards}", ":::{figure}",
    ":::{steps}", ":::{checklist}", ":::{lạ}", "::: note", ":::{", ":id: a", ":answer: true",
    ":audience: a", "- [x] a", "- [ ] b", "  > c", "> d", "> true: e", "= 12 ± 0,5", "= a | b",
    "## Hai {#hai}", "### Ba", "# Một", "---", "===", "```", "~~~ py", "a | b", "--- | ---",
    "| c | `d \\| e` | f |", "Từ", ": nghĩa", "1. Một", "   hai", "    ba", "\t- bốn", "",
    "![a](x.png){width=5%}", "[b](#hai)", "[c][d]", "[d]: https://d.example", "[^e]", "[^e]: f",
    "^[g *h*]", "$x^2$ $5", "$$", "**i *j** k*", "`l", "<b>m</b>", "<!-- n", "-->", "\\*", "&lt;",
    "[o]{lang=en}", "{.p}", "q {#r", "ễ e\u0302\u0303", "  ", "s  ",
)  # fmt: skip
"""Lines, and beginnings of lines, of everything that the language has."""
YAML_PIECES = (
    "title: a", "id: b", "version: 1.10", "audience: [c, d", "]", "objectives:", "  - id: e",
    "    text: f", "   level: 2", "tracking: {mastery: 2}", "- g", "\th: i", '"j', "'k'", "l: m: n",
    "? o", ": p", "&q r", "*s", "!t u", "|", ">", "v: |", "  w", "#x", "%y", "@z", "", "---", "{",
    "a: .inf", "b: 0x1F", "c: 1e400", "\u2028", "d: \u0085e", "\\",
)  # fmt: skip


def _check(reading: Reading) -> None:
    """Every place of what was read and of what was found lies inside the text."""
    if not reading.text:
        assert reading.module is None
        return
    lines = reading.text.split("\n")
    places = [fault.finding.span for fault in reading.faults]
    places += [edit.span for fault in reading.faults for edit in fault.finding.fix]
    if reading.module is not None:
        places += spans(reading.module)
        assert misplaced(reading.module) == []
    for span in places:
        _inside(span, lines)


def _inside(span: Span, lines: list[str]) -> None:
    assert span.start <= span.end, span
    for pos in (span.start, span.end):
        assert 1 <= pos.line <= len(lines), span
        assert 1 <= pos.column <= len(lines[pos.line - 1]) + 1, span


def _read(text: str, folder: Path = Path("bai-thu")) -> Reading:
    return read_text(text, "module.md", folder, Settings())


@settings(max_examples=150)
@given(st.text(max_size=300))
@example("\ud800")
@example("\ufeff")
@example("---\n---\n\x0c")
def test_any_text(text: str) -> None:
    _check(_read(text))
    _check(_read(FRONT + text))


@settings(max_examples=250)
@given(st.lists(st.tuples(st.integers(0, 3), st.sampled_from(PIECES)), max_size=25))
def test_any_lines_of_the_language(lines: list[tuple[int, str]]) -> None:
    body = "\n".join("  " * depth + piece for depth, piece in lines)
    _check(_read(FRONT + body))


@settings(max_examples=150)
@given(st.lists(st.sampled_from((*PIECES, " ", "*", "_", "[", "]", "(", ")", "!")), max_size=30))
def test_any_signs_in_a_line(pieces: list[str]) -> None:
    _check(_read(FRONT + "".join(pieces)))
    _check(_read(FRONT + "> - " + " ".join(pieces) + "\n  > x"))


@settings(max_examples=30)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(("drop", "double", "swap", "cut", "indent", "put")),
            st.integers(0, len(SINK_LINES) - 1),
            st.integers(0, 60),
            st.sampled_from(PIECES),
        ),
        min_size=1,
        max_size=8,
    )
)
def test_any_change_of_a_whole_lesson(changes: list[tuple[str, int, int, str]]) -> None:
    lines = list(SINK_LINES)
    for kind, at, column, piece in changes:
        line = min(at, len(lines) - 1)
        if kind == "drop":
            del lines[line]
        elif kind == "double":
            lines.insert(line, lines[line])
        elif kind == "swap":
            lines[line], lines[line - 1] = lines[line - 1], lines[line]
        elif kind == "cut":
            lines[line] = lines[line][:column]
        elif kind == "indent":
            lines[line] = "  " + lines[line]
        else:
            lines[line] = lines[line][:column] + piece + lines[line][column:]
    _check(_read("\n".join(lines), SINK))


@settings(max_examples=120)
@given(st.lists(st.sampled_from(YAML_PIECES) | st.text(max_size=6), max_size=15))
def test_any_front_matter(pieces: list[str]) -> None:
    text = "\n".join(pieces).replace("\r", "") + "\n"
    doc, faults = read_yaml(text, "module.md", 1)
    lines = text.split("\n")
    for span in (fault.finding.span for fault in faults):
        _inside(span, lines)
    for span in () if doc is None else (*doc.places.values(), *doc.keys.values()):
        _inside(span, lines)
    _check(_read(f"---\n{text}---\n"))


VALUES = (
    "x", "5", "-5", "1.5", "true", "null", "", "[]", "[x]", "[5]", "[[x]]", "{}", "{x: 5}", "''",
    "[{id: a}]", "[{id: 5, text: [], skill: {}, level: x}]",
    "{complete: 5, mastery: x, attempts: []}",
    "y" * 1100, "9" * 50, "[" + "z" * 1100 + "]", "[null]", "Đ",
)  # fmt: skip


@pytest.mark.parametrize("key", Meta.model_fields)
def test_every_wrong_value_has_words_of_ours(key: str) -> None:
    for value in VALUES:
        front = {"title": "A"} | {key: value}
        lines = "".join(f"{name}: {given}\n" for name, given in front.items())
        found = _read(f"---\n{lines}---\n").faults
        assert "LK119" not in {fault.code for fault in found}
        for fault in found:
            assert not re.search(r"pydantic|_type|Input", str(dict(fault.finding.args)))


@settings(max_examples=150)
@given(st.binary(max_size=60) | st.text(max_size=30).map(lambda text: text.encode("utf-16")))
def test_any_bytes(data: bytes) -> None:
    source, faults = decode(data, "module.md")
    assert source is not None or faults
    if source is not None:
        assert unicodedata.is_normalized("NFC", source.text)
        assert "\n".join(source.lines) == source.text


def test_values_of_a_front_matter_have_an_end() -> None:
    _, faults = read_yaml("a: [" + "b, " * 6000 + "b]\n", "module.md", 1)
    assert [fault.code for fault in faults] == ["LK109"]


def _growing(piece: str) -> Callable[[int], str]:
    return lambda times: piece * times


SHAPES: dict[str, Callable[[int], str]] = {
    "text": _growing("Chữ dài. "),
    "lines": _growing("Chữ dài.\n"),
    "paragraphs": _growing("Chữ **dài**.\n\n"),
    "openers": _growing(":::{note}\n"),
    "openers of a question": _growing(":::{choice} a\n"),
    "closers": _growing(":::\n"),
    "openers then closers of another length": lambda n: ":::{note}\n" * n + "::::\n" * n,
    "openers in quotes": _growing("> :::{note}\nx\n\n"),
    "openers in deeper and deeper quotes": lambda n: "".join(
        ">" * (k % 30) + " :::{note}\n" for k in range(n)
    ),
    "malformed openers": lambda n: "::: note\n" * n + ":::\n" * n,
    "teachers and sections": _growing(":::{teacher}\n## a\n:::{note}\n"),
    "options": lambda n: ":::{note}\n" + ":id: a\n" * n,
    "fences": _growing("```\n"),
    "fences of two kinds": _growing("```\n~~~\n"),
    "comments": _growing("<!-- a\n"),
    "closed comments": _growing("<!-- a --> "),
    "brackets": _growing("["),
    "closing brackets": _growing("a](b "),
    "pairs of brackets": _growing("[a]"),
    "pictures": _growing("!["),
    "links": _growing("[a](b"),
    "spans": _growing("[a]{"),
    "braces": _growing("{"),
    "attributes": _growing("{a=b "),
    "stars": _growing("*"),
    "stars and letters": _growing("*a **b "),
    "underlines": _growing("_a __b"),
    "tildes": _growing("~~a"),
    "accents": lambda n: "".join("`" * (k % 50) + "a" for k in range(n)),
    "dollars": _growing("$a "),
    "double dollars": _growing("$$\n"),
    "angles": _growing("<a "),
    "ampersands": _growing("&a"),
    "backslashes": _growing("\\"),
    "notes": _growing("^["),
    "marks of notes": _growing("[^a]"),
    "texts of notes": lambda n: "".join(f"[^{k}]: a\n" for k in range(n)),
    "references": lambda n: "".join(f"[{k}]: a\n" for k in range(n)),
    "quotes": _growing(">"),
    "lists": _growing("- "),
    "items": _growing("- a\n"),
    "items deeper and deeper": lambda n: "".join("  " * (k % 200) + "- a\n" for k in range(n)),
    "numbers": _growing("1. "),
    "definitions": _growing("a\n: b\n"),
    "colons": _growing(": "),
    "bars": lambda n: "a" + "|b" * n + "\n" + "-" + "|-" * n + "\n",
    "rows": lambda n: "a | b\n--- | ---\n" + "c | d | e\n" * n,
    "headings": _growing("## a\n"),
    "answers": lambda n: ":::{text} a\n:id: b\n" + "= c\n> d\n" * n + ":::\n",
    "choices": lambda n: ":::{choice} a\n:id: b\n" + "- [x] c\n> d\n" * n + ":::\n",
    "tags": _growing("<b>"),
    "spaces": _growing(" "),
    "tabs": _growing("\t"),
    "meanings": lambda n: "a\n" + ": b\n" * n,
    "pairs of dollars": _growing("$$a$$ "),
    "comments in code": lambda n: "\n    <!-- a -->\n" + "\n     - a\n" * n,
}


@pytest.mark.parametrize("name", SHAPES)
def test_work_grows_with_the_size_alone(name: str) -> None:
    shape = SHAPES[name]
    small, large = _calls(shape(150)), _calls(shape(300))
    assert large <= 2.6 * small + 2000, (small, large)


BRACKETS = ("[", "![", "^[", "[^", "[a ", "[a ^[b ", "![^[", "[`", "[*a ", "^[[a]{")
"""What would be looked for from every bracket to the end of the text."""


@pytest.mark.parametrize("end", ["", "]"])
@pytest.mark.parametrize("piece", BRACKETS)
def test_each_bracket_is_looked_at_once(piece: str, end: str) -> None:
    body = piece * 300 + end
    assert _lines_run(body) <= 250 * len(body)


def _lines_run(body: str) -> int:
    """Lines of Python that reading runs, those of loops that call nothing too."""
    _read(FRONT + "a [b](c) ^[d] [^e]")
    count = 0

    def tick(frame: FrameType, event: str, arg: Any) -> Any:
        nonlocal count
        count += event == "line"
        return tick

    before = sys.gettrace()
    sys.settrace(tick)
    try:
        _read(FRONT + body)
    finally:
        sys.settrace(before)
    return count


class _Asked(dict[str, Span]):
    """Counts how often it is asked whether a name is there."""

    count = 0

    def __contains__(self, key: object) -> bool:
        self.count += 1
        return super().__contains__(key)


def test_names_that_are_taken_are_not_tried_again() -> None:
    from markdown_it import MarkdownIt

    span = Span("module.md", Pos(1, 1), Pos(1, 1))
    ctx = Context("module.md", (), "vi", MarkdownIt(), {}, Path())
    ctx.ids = asked = _Asked()
    for _ in range(200):
        ctx.ids[ctx.free_id("Bài", "muc")] = span
        ctx.ids[ctx.free_id("😀", "cau-1")] = span
    assert asked.count <= 1000
    assert {"bai", "bai-200", "cau-1", "cau-200"} <= asked.keys()
    assert ctx.free_id("Bài", "muc") == "bai-201"
    assert len(asked) == 400


def _calls(body: str) -> int:
    """Calls of Python and of C that reading makes."""
    _read(FRONT)  # what is made once a process is made
    count = 0

    def tick(frame: FrameType, event: str, arg: Any) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(tick)
    try:
        _read(FRONT + body)
    finally:
        sys.setprofile(before)
    return count


DEEP: dict[str, tuple[str, str]] = {
    "blocks": (":::{note}\n" * 99_000, "LK152"),
    "quotes": (">" * 10_000 + " a\n", "LK152"),
    "spaced quotes": ("> " * 10_000 + "a\n", "LK152"),
    "lists": ("- " * 10_000 + "a\n", "LK152"),
    "lists and quotes": ("- > " * 5_000 + "a\n", "LK152"),
    "definitions": ("a\n" + ": " * 2_000 + "b\n", ""),
    "emphasis": ("*a " * 2_000 + "b" + "*" * 2_000, "LK152"),
    "strong": ("**a " * 2_000 + "b" + "**" * 2_000, "LK152"),
    "pictures": ("![" * 2_000 + "a" + "](x)" * 2_000, "LK152"),
    "links": ("[" * 2_000 + "a" + "](https://x)" * 2_000, ""),
    "notes": ("^[" * 2_000 + "a" + "]" * 2_000, ""),
    "few notes": ("a^[b " * 10 + "a" + "]" * 10, "LK152"),
    "braces of a formula": ("$" + "{" * 800 + "}" * 800 + "$", "LK164"),
    "commands of a formula": ("$" + "\\sqrt" * 300 + "$", "LK164"),
}
"""What is nested, and the fault that says so where it would be lost otherwise."""


@pytest.mark.parametrize("name", DEEP)
def test_deep_nesting_ends_well(name: str) -> None:
    body, code = DEEP[name]
    reading = _read(FRONT + body)
    assert not code or code in {fault.code for fault in reading.faults}
